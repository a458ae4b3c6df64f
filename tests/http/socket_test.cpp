// SPDX-License-Identifier: GPL-2.0-or-later
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

#include "app/site.h"
#include "http/server.h"
#include "web_fixture.h"

using namespace repere;
using namespace std::chrono_literals;

namespace {

/// A server on a free port, with short deadlines; stops with the object.
class Running {
 public:
  /// The made-up library.
  Running()
      : Running([this]() -> web::Handler {
          const std::shared_ptr<web::Backend> backend = test::make_fixture_backend();
          return [this, backend](const web::Request& request) {
            return web::handle(request, *backend, site_);
          };
        }) {}
  explicit Running(const std::function<web::Handler()>& make_handler) {
    web::ServerOptions options;
    options.port = 0;
    options.workers = 2;
    options.connections = 50;
    options.head_time = 700ms;
    options.body_time = 700ms;
    options.idle_time = 3000ms;
    auto server = web::Server::listen(options);
    REQUIRE(server);
    server_ = std::make_unique<web::Server>(std::move(*server));
    thread_ = std::thread([this, make_handler] { server_->run(make_handler); });
  }
  ~Running() {
    server_->stop();
    thread_.join();
  }
  int port() const { return server_->port(); }

 private:
  web::Site site_;
  std::unique_ptr<web::Server> server_;
  std::thread thread_;
};

/// A bare socket, for what a well-behaved client never sends.
class Raw {
 public:
  explicit Raw(int port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    const timeval limit{5, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  }
  ~Raw() { ::close(fd_); }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;

  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  /// All that comes until the server closes or `enough` is seen.
  std::string read(std::string_view enough = {}) const {
    std::string all;
    char buffer[4096];
    for (;;) {
      const auto got = ::recv(fd_, buffer, sizeof buffer, 0);
      if (got <= 0) return all;
      all.append(buffer, static_cast<std::size_t>(got));
      if (!enough.empty() && all.find(enough) != std::string::npos) return all;
    }
  }

 private:
  int fd_;
};

}  // namespace

TEST_SUITE("http/socket") {
  TEST_CASE(
      "a client with a connection kept alive reads pages, compressed or not, and is told 304") {
    const Running server;
    httplib::Client client("127.0.0.1", server.port());
    client.set_keep_alive(true);
    const auto plain = client.Get("/?q=contrats");
    REQUIRE(plain);
    CHECK(plain->status == 200);
    CHECK(plain->body.find("contrats") != std::string::npos);
    const auto zipped = client.Get("/?q=contrats", {{"Accept-Encoding", "gzip"}});
    REQUIRE(zipped);
    CHECK(zipped->get_header_value("Content-Encoding") == "gzip");
    CHECK(zipped->get_header_value("ETag").ends_with("-gz\""));
    const auto again =
        client.Get("/?q=contrats", {{"If-None-Match", zipped->get_header_value("ETag")}});
    REQUIRE(again);
    CHECK(again->status == 304);
    const auto head = client.Head("/?q=contrats");
    REQUIRE(head);
    CHECK(head->status == 200);
    CHECK(head->body.empty());
    const auto posted = client.Post("/api/v1/extract", "12 000 euros en 2016.", "text/plain");
    REQUIRE(posted);
    CHECK(posted->status == 200);
  }
  TEST_CASE("two requests sent at once get two answers, in order") {
    const Running server;
    const Raw raw(server.port());
    REQUIRE(
        raw.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /nulle-part HTTP/1.1\r\nHost: "
                 "a\r\nConnection: close\r\n\r\n"));
    const auto all = raw.read();
    CHECK(all.starts_with("HTTP/1.1 200 OK"));
    CHECK(all.find("HTTP/1.1 404 Not Found") != std::string::npos);
  }
  TEST_CASE("what can not be read in one way or not in time is refused with problem details") {
    const Running server;
    struct Row {
      std::string head;
      std::string_view status;
    };
    const std::string post = "POST /api/v1/extract HTTP/1.1\r\nHost: a\r\n";
    for (const auto& row :
         {Row{post + "Content-Length: 40000000\r\n\r\n", "413"},
          Row{post + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n", "411"},
          Row{post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nabcde", "400"},
          Row{"GET / HTTP/1.1\r\n\r\n", "400"}, Row{"\x16\x03\x01 TLS?\r\n\r\n", "400"},
          Row{"GET / HTTP/2.0\r\nHost: a\r\n\r\n", "400"}, Row{"GET /\r\nHost: a\r\n\r\n", "400"},
          Row{"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
          Row{"G(T / HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
          Row{"GET a/x HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
          Row{"GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
          Row{"GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", "414"},
          Row{post + "Content-Length: 5\r\n\r\nabc", "408"}}) {
      CAPTURE(row.head);
      const Raw raw(server.port());
      REQUIRE(raw.send(row.head));
      const auto all = raw.read();
      CHECK(all.substr(9, 3) == row.status);
      CHECK(all.find("application/problem+json") != std::string::npos);
      CHECK(all.find("Connection: close") != std::string::npos);
    }
  }
  TEST_CASE("question marks in a query are the query's, ranges are not served") {
    const Running server;
    httplib::Client client("127.0.0.1", server.port());
    const auto whole = client.Get("/?q=emploi%20?&year=2016");
    REQUIRE(whole);
    CHECK(whole->status == 200);
    CHECK(whole->body.find("emploi ?") != std::string::npos);
    const auto part = client.Get("/?q=emploi%20?&year=2016", {{"Range", "bytes=0-9,0-9,5-,-1"}});
    REQUIRE(part);
    CHECK(part->status == 200);
    CHECK(part->body == whole->body);
  }
  TEST_CASE("an answer without body says no length, HEAD says GET's") {
    const Running server;
    httplib::Client client("127.0.0.1", server.port());
    const auto whole = client.Get("/aide");
    const auto head = client.Head("/aide");
    REQUIRE(whole);
    REQUIRE(head);
    CHECK(head->get_header_value("Content-Length") == std::to_string(whole->body.size()));
    const auto same = client.Get("/aide", {{"If-None-Match", "*"}});
    const auto options = client.Options("/aide");
    REQUIRE(same);
    REQUIRE(options);
    for (const auto* bare : {&*same, &*options}) {
      CHECK(bare->status == (bare == &*same ? 304 : 204));
      CHECK_FALSE(bare->has_header("Content-Length"));
      CHECK_FALSE(bare->has_header("Content-Type"));
    }
  }
  TEST_CASE("a body goes to the handler as it came, whatever its headers say it is") {
    const Running server([]() -> web::Handler {
      return [](const web::Request& request) {
        web::Response response;
        response.body = std::to_string(request.body.size());
        return response;
      };
    });
    httplib::Client client("127.0.0.1", server.port());
    const std::string zipped = web::gzip(std::string(1'000'000, 'a'), 9);
    const auto bomb = client.Post("/", {{"Content-Encoding", "gzip"}}, zipped, "text/plain");
    const auto form =
        client.Post("/", std::string(50'000, 'a'), "application/x-www-form-urlencoded");
    const auto parts = client.Post("/", "abc", "multipart/form-data; boundary=x");
    REQUIRE(bomb);
    REQUIRE(form);
    REQUIRE(parts);
    CHECK(bomb->body == std::to_string(zipped.size()));
    CHECK(form->body == "50000");
    CHECK(parts->body == "3");
  }
  TEST_CASE("a handler's fault is a 500, a header value never starts a header") {
    const Running server([]() -> web::Handler {
      return [](const web::Request& request) {
        if (request.path == "/fault") throw std::runtime_error("secret");
        return web::Response{}.with("Location", "/a\r\nSet-Cookie: b");
      };
    });
    httplib::Client client("127.0.0.1", server.port());
    const auto fault = client.Get("/fault");
    REQUIRE(fault);
    CHECK(fault->status == 500);
    CHECK(fault->body.find("secret") == std::string::npos);
    CHECK(fault->get_header_value("Content-Type") == "application/problem+json");
    const auto split = client.Get("/");
    REQUIRE(split);
    CHECK(split->status == 200);
    CHECK_FALSE(split->has_header("Set-Cookie"));
  }
  TEST_CASE("past the queue of the workers requests get 503 at once") {
    web::ServerOptions options;
    options.port = 0;
    options.workers = 1;
    options.queue = 0;
    auto server = web::Server::listen(options);
    REQUIRE(server);
    std::atomic<bool> inside{false}, go_on{false};
    std::thread thread([&] {
      server->run([&]() -> web::Handler {
        return [&](const web::Request&) {
          inside = true;
          while (!go_on) std::this_thread::sleep_for(1ms);
          return web::Response{};
        };
      });
    });
    const Raw first(server->port());
    REQUIRE(first.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    while (!inside) std::this_thread::sleep_for(1ms);
    const Raw second(server->port());
    REQUIRE(second.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    CHECK(second.read().starts_with("HTTP/1.1 503"));
    go_on = true;
    CHECK(first.read().starts_with("HTTP/1.1 200"));
    server->stop();
    thread.join();
  }
  TEST_CASE("a line without end and headers without end are cut at 16 kB") {
    const Running server;
    for (const std::string& start :
         {std::string("GET /"), std::string("GET / HTTP/1.1\r\nHost: a\r\nX: ")}) {
      const Raw raw(server.port());
      REQUIRE(raw.send(start + std::string(20000, 'a')));
      CHECK(raw.read().substr(9, 3) == "431");
    }
  }
  TEST_CASE("clients at one byte a time shut nobody out and are let go") {
    const Running server;
    std::vector<std::unique_ptr<Raw>> slow;
    for (int i = 0; i < 40; ++i) {
      slow.push_back(std::make_unique<Raw>(server.port()));
      REQUIRE(slow.back()->send("G"));
    }
    httplib::Client client("127.0.0.1", server.port());
    const auto start = std::chrono::steady_clock::now();
    const auto answer = client.Get("/healthz");
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(std::chrono::steady_clock::now() - start < 500ms);
    CHECK(slow.front()->read().substr(9, 3) == "408");
  }
  TEST_CASE("past the cap on connections the one that waits longest goes, not the newcomer") {
    const Running server;
    std::vector<std::unique_ptr<Raw>> idle;
    for (int i = 0; i < 70; ++i) idle.push_back(std::make_unique<Raw>(server.port()));
    httplib::Client client("127.0.0.1", server.port());
    const auto answer = client.Get("/healthz");
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(idle.front()->read().empty());
  }
  TEST_CASE("a client that never reads holds no worker") {
    const Running server;
    std::vector<std::unique_ptr<Raw>> deaf;
    for (int i = 0; i < 8; ++i) {
      deaf.push_back(std::make_unique<Raw>(server.port()));
      for (int n = 0; n < 20; ++n)
        if (!deaf.back()->send("GET /?q=emploi HTTP/1.1\r\nHost: a\r\n\r\n")) break;
    }
    httplib::Client client("127.0.0.1", server.port());
    const auto answer = client.Get("/healthz");
    REQUIRE(answer);
    CHECK(answer->status == 200);
  }
  TEST_CASE("Expect: 100-continue is told to go on") {
    const Running server;
    const Raw raw(server.port());
    REQUIRE(
        raw.send("POST /api/v1/extract HTTP/1.1\r\nHost: a\r\nExpect: "
                 "100-continue\r\nContent-Length: 9\r\nConnection: close\r\n\r\n"));
    CHECK(raw.read("\r\n\r\n").starts_with("HTTP/1.1 100 Continue"));
    REQUIRE(raw.send("120 euros"));
    CHECK(raw.read().starts_with("HTTP/1.1 200 OK"));
  }
  TEST_CASE("a port in use is said in one line") {
    const Running server;
    web::ServerOptions options;
    options.port = server.port();
    const auto second = web::Server::listen(options);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::unavailable);
    CHECK(second.error().line().find("déjà pris") != std::string::npos);
  }
}
