// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>

namespace repere::web {

using Clock = std::chrono::steady_clock;

/// A connection and until when it may keep its thread waiting (max(): we work for it).
struct Client {
  int fd = -1;
  std::atomic<Clock::time_point> until{Clock::time_point::max()};
  bool leaving = false;  ///< its socket is shut down; its thread is about to find out
};

/// Who is connected. Safe from any thread.
class Clients {
 public:
  explicit Clients(std::size_t most) : most_(most) {}

  /// Takes in a connection. At the cap the client that keeps us waiting longest goes, never the
  /// newcomer; null only when all of them are being worked for.
  Client* enter(int fd, Clock::time_point until);
  /// Closes the socket.
  void leave(Client* client);
  void dismiss_all();

 private:
  std::size_t most_;
  std::mutex mutex_;
  std::list<Client> clients_;
};

}  // namespace repere::web
