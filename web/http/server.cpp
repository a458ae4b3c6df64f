// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/server.h"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <map>
#include <utility>

#include "http/workers.h"

namespace repere::web {
namespace {

using Clock = std::chrono::steady_clock;

/// draining: the last answer is out; what the client still sends is thrown away, since closing
/// at once would reset the connection and could lose that answer.
enum class Phase { idle, head, body, working, writing, draining };

/// One client. What it sent and is owed, and until when it may take.
struct Connection {
  int fd = -1;
  Phase phase = Phase::idle;
  Clock::time_point deadline;
  std::string in, out;
  std::size_t written = 0;
  bool keep_alive = true;
  Request request;  ///< during Phase::body
};

class Fd {
 public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  ~Fd() {
    if (fd_ >= 0) ::close(fd_);
  }
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

Result<Fd> bind_port(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
    return Error{ErrorCode::unavailable, "adresse inconnue : " + host,
                 "donnez --listen 127.0.0.1:8080 par exemple"};
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
  Fd socket(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const int yes = 1;
  ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (::bind(socket.get(), found->ai_addr, found->ai_addrlen) != 0 ||
      ::listen(socket.get(), 256) != 0) {
    const bool taken = errno == EADDRINUSE;
    const std::string where = host + ":" + std::to_string(port);
    return Error{ErrorCode::unavailable,
                 taken ? "le port est déjà pris : " + where
                       : "impossible d'écouter sur " + where + " : " + std::strerror(errno),
                 "choisissez-en un autre avec --listen ADRESSE:PORT (le port 0 en prend un libre)"};
  }
  return socket;
}

int bound_port(int fd) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
  std::array<char, 16> service{};
  if (::getnameinfo(reinterpret_cast<sockaddr*>(&address), size, nullptr, 0, service.data(),
                    service.size(), NI_NUMERICSERV) != 0)
    return 0;
  return std::atoi(service.data());
}

}  // namespace

struct Server::Impl {
  ServerOptions options;
  Fd listener, waker;
  int port = 0;
  std::atomic<bool> stopping{false};
  std::map<std::uint64_t, Connection> connections;
  std::uint64_t next_id = 1;
  Workers* workers = nullptr;

  void wake() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto sent = ::write(waker.get(), &one, sizeof one);
  }

  void enter(Connection& connection, Phase phase, std::chrono::milliseconds time) const {
    connection.phase = phase;
    connection.deadline = Clock::now() + time;
  }

  void answer(Connection& connection, std::string bytes, bool keep_alive) const {
    connection.out = std::move(bytes);
    connection.written = 0;
    connection.keep_alive = keep_alive;
    enter(connection, Phase::writing, options.write_time);
  }

  void refuse(Connection& connection, int status, const std::string& why) const {
    connection.in.clear();
    answer(connection, refusal_bytes(status, why), false);
  }

  void accept_all();
  void make_room();
  void advance(std::uint64_t id, Connection& connection);
  void begin_body(Connection& connection, std::size_t head_size);
  void submit(std::uint64_t id, Connection& connection);
  bool read_some(Connection& connection) const;
  bool write_some(std::uint64_t id, Connection& connection);
  bool serve_event(std::uint64_t id, Connection& connection, short events);
  void expire();
  void collect_done();
  void turn();
};

/// At the cap the client that keeps us waiting longest goes: never the newcomer.
void Server::Impl::make_room() {
  if (connections.size() < options.connections) return;
  auto oldest = connections.end();
  for (auto it = connections.begin(); it != connections.end(); ++it) {
    if (it->second.phase == Phase::working) continue;
    if (oldest == connections.end() || it->second.deadline < oldest->second.deadline) oldest = it;
  }
  if (oldest == connections.end()) return;
  ::close(oldest->second.fd);
  connections.erase(oldest);
}

void Server::Impl::accept_all() {
  for (;;) {
    const int fd = ::accept4(listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) return;
    make_room();
    Connection connection;
    connection.fd = fd;
    enter(connection, Phase::idle, options.idle_time);
    connections.emplace(next_id++, std::move(connection));
  }
}

bool Server::Impl::read_some(Connection& connection) const {
  std::array<char, 16 * 1024> buffer;
  const auto got = ::recv(connection.fd, buffer.data(), buffer.size(), 0);
  if (got == 0) return false;
  if (got < 0) return errno == EAGAIN || errno == EINTR;
  connection.in.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

void Server::Impl::begin_body(Connection& connection, std::size_t head_size) {
  auto parsed = parse_head(std::string_view(connection.in).substr(0, head_size), options.limits);
  if (const auto* refusal = std::get_if<Refusal>(&parsed)) {
    refuse(connection, refusal->status, refusal->why);
    return;
  }
  connection.request = std::get<Request>(std::move(parsed));
  connection.in.erase(0, head_size);
  enter(connection, Phase::body, options.body_time);
  if (connection.request.expects_continue &&
      connection.in.size() < connection.request.content_length) {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    [[maybe_unused]] const auto sent =
        ::send(connection.fd, go_on.data(), go_on.size(), MSG_NOSIGNAL);
  }
}

void Server::Impl::submit(std::uint64_t id, Connection& connection) {
  connection.request.body = connection.in.substr(0, connection.request.content_length);
  connection.in.erase(0, connection.request.content_length);
  connection.phase = Phase::working;
  if (!workers->submit({id, std::move(connection.request)}))
    refuse(connection, 503, "trop de demandes en ce moment ; recommencez dans un instant");
}

/// As far as the bytes that came allow.
void Server::Impl::advance(std::uint64_t id, Connection& connection) {
  if (connection.phase == Phase::idle && !connection.in.empty())
    enter(connection, Phase::head, options.head_time);
  if (connection.phase == Phase::head) {
    const auto end = connection.in.find("\r\n\r\n", connection.in.starts_with("\r\n") ? 2 : 0);
    const bool whole = end != std::string::npos;
    if ((whole ? end : connection.in.size()) > options.limits.head_bytes) {
      refuse(connection, 431, "en-têtes trop longs");
    } else if (whole) {
      begin_body(connection, end + 4);
    }
  }
  if (connection.phase == Phase::body &&
      connection.in.size() >= connection.request.content_length)
    submit(id, connection);
}

/// False when the connection is over.
bool Server::Impl::write_some(std::uint64_t id, Connection& connection) {
  const auto left = std::string_view(connection.out).substr(connection.written);
  const auto sent = ::send(connection.fd, left.data(), left.size(), MSG_NOSIGNAL);
  if (sent < 0) return errno == EAGAIN || errno == EINTR;
  connection.written += static_cast<std::size_t>(sent);
  if (connection.written < connection.out.size()) return true;
  connection.out = {};
  if (!connection.keep_alive) {
    ::shutdown(connection.fd, SHUT_WR);
    enter(connection, Phase::draining, std::chrono::seconds(1));
    return true;
  }
  enter(connection, Phase::idle, options.idle_time);
  advance(id, connection);  // what a client sent ahead
  return true;
}

bool Server::Impl::serve_event(std::uint64_t id, Connection& connection, short events) {
  if (events & (POLLERR | POLLNVAL)) return false;
  if (connection.phase == Phase::writing)
    return (events & POLLOUT) ? write_some(id, connection) : !(events & POLLHUP);
  if (events & (POLLIN | POLLHUP)) {
    if (!read_some(connection)) return false;
    if (connection.phase == Phase::draining) connection.in.clear();
    advance(id, connection);
  }
  return true;
}

void Server::Impl::expire() {
  const auto now = Clock::now();
  for (auto it = connections.begin(); it != connections.end();) {
    auto& connection = it->second;
    const bool late = connection.phase != Phase::working && connection.deadline < now;
    if (late && (connection.phase == Phase::head || connection.phase == Phase::body)) {
      refuse(connection, 408, "la requête n'est pas arrivée à temps");
      connection.deadline = now + std::chrono::seconds(1);
      ++it;
    } else if (late) {
      ::close(connection.fd);
      it = connections.erase(it);
    } else {
      ++it;
    }
  }
}

void Server::Impl::collect_done() {
  for (auto& done : workers->take_done()) {
    const auto found = connections.find(done.connection);
    if (found != connections.end())
      answer(found->second, std::move(done.bytes), done.keep_alive && !stopping);
  }
}

/// One round: wait, take what came, move bytes, close what is late.
void Server::Impl::turn() {
  std::vector<pollfd> fds{{listener.get(), POLLIN, 0}, {waker.get(), POLLIN, 0}};
  std::vector<std::uint64_t> ids{0, 0};
  for (const auto& [id, connection] : connections) {
    // A connection at work is not read: its client can wait, and a full buffer costs nothing.
    const short wanted = connection.phase == Phase::writing    ? POLLOUT
                         : connection.phase == Phase::working ? 0
                                                               : POLLIN;
    fds.push_back({connection.fd, wanted, 0});
    ids.push_back(id);
  }
  constexpr int tick_ms = 500;  // deadlines are looked at this often
  if (::poll(fds.data(), fds.size(), tick_ms) < 0 && errno != EINTR) return;
  if (fds[1].revents & POLLIN) {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = ::read(waker.get(), &count, sizeof count);
  }
  collect_done();
  for (std::size_t i = 2; i < fds.size(); ++i) {
    const auto found = connections.find(ids[i]);
    if (fds[i].revents == 0 || found == connections.end()) continue;
    if (!serve_event(ids[i], found->second, fds[i].revents)) {
      ::close(found->second.fd);
      connections.erase(found);
    }
  }
  if (fds[0].revents & POLLIN) accept_all();
  expire();
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

Result<Server> Server::listen(const ServerOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->options = options;
  auto socket = bind_port(options.host, options.port);
  if (!socket) return socket.error();
  impl->listener = std::move(*socket);
  impl->waker = Fd(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  impl->port = bound_port(impl->listener.get());
  return Server(std::move(impl));
}

std::string Server::host() const { return impl_->options.host; }
int Server::port() const { return impl_->port; }

void Server::run(const std::function<Handler()>& make_handler) {
  Workers workers(impl_->options.workers, impl_->options.queue, make_handler,
                  [this] { impl_->wake(); });
  impl_->workers = &workers;
  while (!impl_->stopping) impl_->turn();
  for (auto& [id, connection] : impl_->connections) ::close(connection.fd);
  impl_->connections.clear();
}

void Server::stop() noexcept {
  impl_->stopping = true;
  impl_->wake();
}

}  // namespace repere::web
