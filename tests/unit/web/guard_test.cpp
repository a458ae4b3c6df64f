// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/guard.h"

#include <doctest/doctest.h>

using namespace repere::web;

namespace {

int status_of(const std::string& head) {
  const auto guarded = admit_head(head, {});
  if (const auto* refusal = std::get_if<Refusal>(&guarded)) return refusal->status;
  return 200;
}

Admitted admitted(const std::string& head) {
  const auto guarded = admit_head(head, {});
  REQUIRE(std::holds_alternative<Admitted>(guarded));
  return std::get<Admitted>(guarded);
}

std::string get(const std::string& headers) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

}  // namespace

TEST_SUITE("web/guard") {
  TEST_CASE("what a proxy could read otherwise is refused") {
    struct Row {
      std::string head;
      int status;
    };
    const Row rows[] = {{get(""), 200},
                        {get("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400},
                        {get("Transfer-Encoding: chunked\r\n"), 411},
                        {get("Transfer-Encoding:\r\n"), 411},
                        {get("Content-Length: 3\r\nContent-Length: 3\r\n"), 400},
                        {get("Content-Length: 3\r\n"), 200},
                        {get("Content-Length:\r\n"), 400},
                        {get("Content-Length: +3\r\n"), 400},
                        {get("Content-Length: 0x3\r\n"), 400},
                        {get("Content-Length: %33\r\n"), 400},
                        {get("Content-Length: 99999999999999999999\r\n"), 413},
                        {get("Content-Length: 3000000\r\n"), 413},
                        {get("Host: b\r\n"), 400},
                        {"GET / HTTP/1.1\r\n\r\n", 400},
                        {"GET / HTTP/1.0\r\n\r\n", 200},
                        {"GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
                        {"GET / HTTP/1.1\r\nHost: a/<b>\r\n\r\n", 400},
                        {get("X : y\r\n"), 400},
                        {get("no colon\r\n"), 400},
                        {get("X: a\r\n folded\r\n"), 400},
                        {get(std::string("X: a\0b\r\n", 9)), 400},
                        {get("X: a\nY: b\r\n"), 400},
                        {"GET /\n HTTP/1.1\r\nHost: a\r\n\r\n", 400}};
    for (const auto& row : rows) {
      CAPTURE(row.head.substr(0, 120));
      CHECK(status_of(row.head) == row.status);
    }
  }
  TEST_CASE("more than a hundred headers are refused") {
    std::string headers;
    for (int i = 0; i < 120; ++i) headers += "X: y\r\n";
    CHECK(status_of(get(headers)) == 431);
  }
  TEST_CASE("an admitted head goes on as it came, but for Range and question marks in the query") {
    const auto plain = get("Accept: text/html\r\nContent-Length: 12\r\n");
    CHECK(admitted(plain).head == plain);
    CHECK(admitted(plain).body_bytes == 12);
    CHECK(admitted(get("RANGE: bytes=0-1,0-2\r\n")).head == get(""));
    CHECK(admitted("\r\nGET /?q=a?b? HTTP/1.1\r\nHost: a\r\n\r\n").head ==
          "GET /?q=a%3Fb%3F HTTP/1.1\r\nHost: a\r\n\r\n");
  }
  TEST_CASE("Connection: close and HTTP/1.0 end the connection") {
    CHECK_FALSE(admitted(get("")).close);
    CHECK(admitted(get("Connection: TE, Close\r\n")).close);
    CHECK(admitted("GET / HTTP/1.0\r\n\r\n").close);
  }
}
