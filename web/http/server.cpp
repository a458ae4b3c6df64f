// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/server.h"

#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "http/client_stream.h"
#include "http/clients.h"
#include "http/parse.h"

namespace repere::web {
namespace {

/// One request on its way through cpp-httplib.
struct Exchange {
  ClientStream& stream;
  std::optional<Refusal> refusal{};  ///< found before cpp-httplib saw anything
  std::size_t body_bytes = 0;
  bool close = false;
  bool answered = false;  ///< response is a handler's or a refusal
  Response response{};    ///< outlives the writing
};

/// Set while process_request runs in this thread: its handlers know only httplib's request.
thread_local Exchange* exchange = nullptr;

/// Runs each enqueued task at once: the accepting thread only admits, the threads are ours.
class Inline final : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> task) override { task(); }
  void shutdown() override {}
};

void only_reuse_address(socket_t socket) {
  const int yes = 1;  // httplib's default would let a second server share the port
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

bool is_bodiless(int status) { return status == 204 || status == 304; }

/// from must live until `to` is written.
void fill(const Response& from, httplib::Response& to) {
  to.status = from.status;
  if (!from.etag.empty()) to.set_header("ETag", from.etag);
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
  if (is_bodiless(from.status)) return;
  if (from.gzipped) to.set_header("Content-Encoding", "gzip");
  if (from.body.empty()) {
    to.set_header("Content-Type", from.type);
    return;
  }
  // As a provider of known length, which httplib does not compress a second time.
  to.set_content_provider(from.body.size(), from.type,
                          [&from](std::size_t at, std::size_t length, httplib::DataSink& sink) {
                            return sink.write(from.body.data() + at, length);
                          });
}

Refusal refusal_for(int status) {
  switch (status) {
    case 400:
      return {status, "requête illisible"};
    case 408:
      return {status, "la requête n'est pas arrivée à temps"};
    case 414:
      return {status, "adresse trop longue"};
    case 431:
      return {status, "en-têtes trop longs"};
    case 503:
      return {status, "trop de demandes en ce moment ; recommencez dans un instant"};
    default:
      return {status, "le service a rencontré une erreur ; recommencez"};
  }
}

}  // namespace

struct Server::Impl final : public httplib::Server {
 public:
  explicit Impl(const ServerOptions& given);

  /// Nothing, or why the port can not be had.
  std::optional<Error> bind();
  void serve(const std::function<web::Handler()>& make_handler);
  void end() noexcept;

  ServerOptions options;

 private:
  bool process_and_close_socket(socket_t fd) override;
  void attend(Client& client);
  bool answer(ClientStream& stream, ClientStream::Arrived arrived, std::string_view head);
  bool process(Exchange& now, std::string head);
  bool refuse(ClientStream& stream, Refusal refusal);
  void respond(const httplib::Request& from, httplib::Response& to);
  Response compute(const Request& request);
  void complete(httplib::Response& to);

  Clients clients_;
  std::atomic<bool> stopping_{false};
  std::atomic<std::size_t> computing_{0};  ///< requests that wait for a worker or have one
  std::function<web::Handler()> make_handler_;
  httplib::ThreadPool* attendants_ = nullptr;  ///< a thread a connection; of serve()
  httplib::ThreadPool* workers_ = nullptr;     ///< the threads that compute; of serve()
};

Server::Impl::Impl(const ServerOptions& given) : options(given), clients_(given.connections) {
  new_task_queue = [] { return new Inline; };
  set_socket_options(only_reuse_address);
  set_tcp_nodelay(true);
  set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
    respond(from, to);
    return HandlerResponse::Handled;
  });
  set_exception_handler([](const httplib::Request&, httplib::Response& to,
                           const std::exception_ptr&) { to.status = 500; });
  set_error_handler([](const httplib::Request&, httplib::Response& to) {
    if (exchange->answered) return;
    exchange->close = true;
    exchange->response = refusal_response(refusal_for(to.status));
    fill(exchange->response, to);
  });
  set_post_routing_handler(
      [this](const httplib::Request&, httplib::Response& to) { complete(to); });
}

std::optional<Error> Server::Impl::bind() {
  errno = 0;
  const bool bound = options.port == 0 ? (options.port = bind_to_any_port(options.host)) > 0
                                       : bind_to_port(options.host, options.port);
  if (bound) {
    constexpr int backlog = 256;  // httplib's is 5; a burst of clients would wait a second
    ::listen(svr_sock_, backlog);
    return std::nullopt;
  }
  const int why = errno;
  const std::string where = options.host + ":" + std::to_string(std::max(options.port, 0));
  if (why != EADDRINUSE && why != EACCES && why != EADDRNOTAVAIL)
    return Error{ErrorCode::unavailable, "adresse inconnue : " + options.host,
                 "donnez --listen 127.0.0.1:8080 par exemple"};
  return Error{ErrorCode::unavailable,
               why == EADDRINUSE ? "le port est déjà pris : " + where
                                 : "impossible d'écouter sur " + where + " : " + std::strerror(why),
               "choisissez-en un autre avec --listen ADRESSE:PORT (le port 0 en prend un libre)"};
}

void Server::Impl::serve(const std::function<web::Handler()>& make_handler) {
  make_handler_ = make_handler;
  httplib::ThreadPool workers(options.workers), attendants(options.connections);
  workers_ = &workers;
  attendants_ = &attendants;
  while (!stopping_) {
    listen_after_bind();
    if (stopping_) break;
    // httplib ends at the first fault of accept; the fault passes.
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    bind();
  }
  clients_.dismiss_all();
  attendants.shutdown();
  workers.shutdown();
}

/// Only wakes accept: httplib closes the socket in its own thread.
void Server::Impl::end() noexcept {
  if (!stopping_.exchange(true)) ::shutdown(svr_sock_, SHUT_RDWR);
}

/// Called by httplib in the accepting thread, so never waits for a client.
bool Server::Impl::process_and_close_socket(socket_t fd) {
  if (auto* client = clients_.enter(fd, Clock::now() + options.idle_time)) {
    attendants_->enqueue([this, client] {
      attend(*client);
      clients_.leave(client);
    });
    return true;
  }
  Client turned_away;
  turned_away.fd = fd;
  ClientStream stream(turned_away);
  refuse(stream, refusal_for(503));
  ::close(fd);
  return false;
}

void Server::Impl::attend(Client& client) {
  ClientStream stream(client);
  for (bool more = true; more && !stopping_;) {
    std::string head;
    const auto arrived = stream.read_head(options, head);
    if (arrived == ClientStream::Arrived::gone) return;
    more = answer(stream, arrived, head);
  }
  stream.drain();
}

/// returns: whether the connection may carry another request.
bool Server::Impl::answer(ClientStream& stream, ClientStream::Arrived arrived,
                          std::string_view head) {
  using Arrived = ClientStream::Arrived;
  if (arrived == Arrived::late) return refuse(stream, refusal_for(408));
  if (arrived == Arrived::too_long) return refuse(stream, refusal_for(431));
  auto guarded = admit_head(head, options.limits);
  if (auto* refusal = std::get_if<Refusal>(&guarded)) return refuse(stream, std::move(*refusal));
  auto& admitted = std::get<Admitted>(guarded);
  Exchange now{stream, std::nullopt, admitted.body_bytes, admitted.close};
  return process(now, std::move(admitted.head));
}

/// A refused head is never shown to httplib; a harmless one is, which respond() then refuses.
bool Server::Impl::refuse(ClientStream& stream, Refusal refusal) {
  Exchange now{stream, std::move(refusal)};
  now.close = true;
  return process(now, "GET / HTTP/1.0\r\n\r\n");
}

/// Drives httplib over one request.
bool Server::Impl::process(Exchange& now, std::string head) {
  now.stream.offer(std::move(head));
  now.stream.allow(options.write_time);
  exchange = &now;
  bool closed = false;
  const bool written = process_request(now.stream, now.close, closed, nullptr);
  exchange = nullptr;
  return written && !closed && !now.close && !now.stream.is_broken();
}

/// httplib's pre-routing handler, for every request that it could read.
void Server::Impl::respond(const httplib::Request& from, httplib::Response& to) {
  auto& now = *exchange;
  Request request;
  request.method = from.method;
  if (!now.refusal && !read_target(from.target, request)) {
    now.refusal = Refusal{400, "adresse illisible"};
    now.close = true;
  }
  if (now.refusal) {
    now.response = refusal_response(*now.refusal);
  } else {
    for (const auto& [name, value] : from.headers) {
      request.headers.emplace_back(name, value);
      for (char& c : request.headers.back().first)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (!now.stream.read_body(now.body_bytes, options.body_time, request.body)) {
      now.stream.allow(std::chrono::seconds(1));
      to.status = 408;
      return;
    }
    now.stream.allow_all();
    now.response = compute(request);
  }
  now.answered = true;
  now.stream.allow(options.write_time);
  fill(now.response, to);
}

/// In a worker's thread, each of which has a handler of its own.
Response Server::Impl::compute(const Request& request) {
  if (computing_++ >= options.workers + options.queue) {
    --computing_;
    return refusal_response(refusal_for(503));
  }
  const auto task = std::make_shared<std::packaged_task<Response()>>([this, &request] {
    thread_local const web::Handler handler = make_handler_();
    Response response = handler(request);
    compress(request, response);
    return response;
  });
  auto result = task->get_future();
  workers_->enqueue([task] { (*task)(); });
  result.wait();
  --computing_;
  return result.get();
}

/// httplib's post-routing handler: what it adds of itself and we do not mean.
void Server::Impl::complete(httplib::Response& to) {
  to.headers.erase("Keep-Alive");
  to.headers.erase("Accept-Ranges");
  if (is_bodiless(to.status)) to.headers.erase("Content-Length");
  if (exchange->close && !to.has_header("Connection")) to.set_header("Connection", "close");
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

Result<Server> Server::listen(const ServerOptions& options) {
  auto impl = std::make_unique<Impl>(options);
  if (auto fault = impl->bind()) return std::move(*fault);
  return Server(std::move(impl));
}

std::string Server::host() const { return impl_->options.host; }
int Server::port() const { return impl_->options.port; }

void Server::run(const std::function<Handler()>& make_handler) { impl_->serve(make_handler); }

void Server::stop() noexcept { impl_->end(); }

}  // namespace repere::web
