// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/client_stream.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace repere::web {

/// false: the deadline passed.
bool ClientStream::wait_for(short events) {
  using std::chrono::milliseconds;
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(client_.until.load() - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{client_.fd, events, 0};
    if (::poll(&waiting, 1, static_cast<int>(left)) > 0) return true;
  }
}

ClientStream::Arrived ClientStream::receive() {
  std::array<char, 16 * 1024> buffer;
  for (;;) {
    if (!wait_for(POLLIN)) return Arrived::late;
    const auto got = ::recv(client_.fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0) {
      in_.append(buffer.data(), static_cast<std::size_t>(got));
      return Arrived::whole;
    }
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) return Arrived::gone;
  }
}

ClientStream::Arrived ClientStream::read_head(const ServerOptions& options, std::string& head) {
  allow(options.idle_time);
  if (in_.empty() && receive() != Arrived::whole) return Arrived::gone;
  allow(options.head_time);
  std::size_t seen = 0;  // what was searched is not searched again
  for (;;) {
    // Empty lines before a request are allowed; the head's end is looked for after them.
    const auto start = std::min(in_.find_first_not_of("\r\n"), in_.size());
    const auto end = in_.find("\r\n\r\n", std::max(start, seen));
    const bool whole = end != std::string::npos;
    if ((whole ? end : in_.size()) > options.limits.head_bytes) return Arrived::too_long;
    if (whole) {
      head = in_.substr(0, end + 4);
      in_.erase(0, end + 4);
      return Arrived::whole;
    }
    seen = in_.size() < 3 ? 0 : in_.size() - 3;
    if (const auto arrived = receive(); arrived != Arrived::whole) return arrived;
  }
}

bool ClientStream::read_body(std::size_t size, std::chrono::milliseconds time, std::string& body) {
  allow(time);
  while (in_.size() < size)
    if (receive() != Arrived::whole) return false;
  body = in_.substr(0, size);
  in_.erase(0, size);
  return true;
}

void ClientStream::offer(std::string head) {
  offered_ = std::move(head);
  offered_at_ = 0;
}

void ClientStream::drain() {
  ::shutdown(client_.fd, SHUT_WR);
  allow(std::chrono::seconds(1));
  do in_.clear();
  while (receive() == Arrived::whole);
}

ssize_t ClientStream::read(char* to, size_t size) {
  const auto count = std::min(size, offered_.size() - offered_at_);
  std::memcpy(to, offered_.data() + offered_at_, count);
  offered_at_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t ClientStream::write(const char* from, size_t size) {
  std::string_view left(from, size);
  while (!left.empty() && !broken_) {
    if (!wait_for(POLLOUT)) {
      broken_ = true;
      break;
    }
    const auto sent = ::send(client_.fd, left.data(), left.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0) left.remove_prefix(static_cast<std::size_t>(sent));
    broken_ = sent < 0 && errno != EAGAIN && errno != EINTR;
  }
  return broken_ ? -1 : static_cast<ssize_t>(size);
}

}  // namespace repere::web
