// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <httplib.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/clients.h"
#include "http/server.h"

namespace repere::web {

/// A client's socket as cpp-httplib sees it: every wait ends at an absolute deadline, whatever
/// trickles in, and only a head that was admitted can be read. Belongs to one thread.
class ClientStream final : public httplib::Stream {
 public:
  enum class Arrived { whole, gone, late, too_long };

  explicit ClientStream(Client& client) : client_(client) {}

  /// The next request's head, up to and with its empty line.
  Arrived read_head(const ServerOptions& options, std::string& head);
  /// false: it did not arrive in time, or the client left.
  bool read_body(std::size_t size, std::chrono::milliseconds time, std::string& body);
  /// What read() gives: cpp-httplib sees this and nothing else.
  void offer(std::string head);
  /// From now on the client has this long, to send or to take.
  void allow(std::chrono::milliseconds time) { client_.until = Clock::now() + time; }
  void allow_all() { client_.until = Clock::time_point::max(); }
  /// Throws away what the client still sends, for a second at most: closing at once would reset
  /// the connection and could lose the last answer.
  void drain();
  bool is_broken() const { return broken_; }

  bool is_readable() const override { return offered_at_ < offered_.size(); }
  bool is_writable() const override { return !broken_; }
  ssize_t read(char* to, size_t size) override;
  ssize_t write(const char* from, size_t size) override;
  /// Nobody asks who the client is.
  void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  /// None: we poll, so select's limit, which cpp-httplib checks here, is not ours.
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  bool wait_for(short events);
  Arrived receive();

  Client& client_;
  std::string in_;       ///< received and not yet asked for
  std::string offered_;  ///< for read(), from offered_at_
  std::size_t offered_at_ = 0;
  bool broken_ = false;
};

}  // namespace repere::web
