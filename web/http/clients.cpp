// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/clients.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace repere::web {
namespace {

/// Wakes the thread that waits on the socket; the descriptor stays its own until leave().
void dismiss(Client& client) {
  client.leaving = true;
  ::shutdown(client.fd, SHUT_RDWR);
}

}  // namespace

Client* Clients::enter(int fd, Clock::time_point until) {
  const std::lock_guard lock(mutex_);
  const auto staying = std::count_if(clients_.begin(), clients_.end(),
                                     [](const Client& client) { return !client.leaving; });
  if (static_cast<std::size_t>(staying) >= most_) {
    Client* longest = nullptr;
    Clock::time_point first = Clock::time_point::max();
    for (auto& client : clients_) {
      const auto deadline = client.until.load();
      if (client.leaving || deadline >= first) continue;
      first = deadline;
      longest = &client;
    }
    if (!longest) return nullptr;
    dismiss(*longest);
  }
  auto& client = clients_.emplace_back();
  client.fd = fd;
  client.until = until;
  return &client;
}

void Clients::leave(Client* client) {
  const std::lock_guard lock(mutex_);
  ::close(client->fd);
  clients_.remove_if([client](const Client& one) { return &one == client; });
}

void Clients::dismiss_all() {
  const std::lock_guard lock(mutex_);
  for (auto& client : clients_) dismiss(client);
}

}  // namespace repere::web
