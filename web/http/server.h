// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "http/guard.h"
#include "http/message.h"
#include "repere/corpus/result.h"

namespace repere::web {

struct ServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;                ///< 0: a free one
  std::size_t workers = 4;        ///< threads that answer, each with a handler of its own
  std::size_t connections = 256;  ///< at once, each with a thread that waits for its client
  std::size_t queue = 128;        ///< requests that wait for a worker; more get 503
  std::chrono::milliseconds head_time{5000};  ///< from the first byte to the end of the head
  std::chrono::milliseconds body_time{15000};
  std::chrono::milliseconds idle_time{15000};  ///< between two requests
  std::chrono::milliseconds write_time{60000};
  Limits limits;
};

using Handler = std::function<Response(const Request&)>;

/// cpp-httplib 0.11.4 reads requests and writes answers; what it leaves open is closed here.
/// Its streams are ours (client_stream: absolute deadlines, bounded heads), its heads pass a guard
/// first, bodies are read by their length alone (it unpacks gzip without bound and cuts forms at
/// 8 kB). Each connection has a thread that only waits for its client; the workers, few, compute.
class Server {
 public:
  /// Takes the port. Errors: unavailable (port in use, address unknown), in one line.
  static Result<Server> listen(const ServerOptions& options);
  ~Server();
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;

  std::string host() const;
  int port() const;

  /// Serves until stop(). make_handler: called once in each worker's thread.
  void run(const std::function<Handler()>& make_handler);

  /// Ends run(); safe from a signal handler and from any thread.
  void stop() noexcept;

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace repere::web
