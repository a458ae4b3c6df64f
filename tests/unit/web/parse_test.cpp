// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/parse.h"

#include <doctest/doctest.h>

using namespace repere::web;

namespace {

int status_of(const std::string& head) {
  const auto parsed = parse_head(head, {});
  if (const auto* refusal = std::get_if<Refusal>(&parsed)) return refusal->status;
  return 200;
}

std::string get(const std::string& headers) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

}  // namespace

TEST_SUITE("web/parse") {
  TEST_CASE("a request is read with its parameters decoded") {
    const auto parsed = parse_head(
        "GET /rapport/a%20b?q=l%27%C3%A9tat+civil&theme=x&theme=y HTTP/1.1\r\nHost: a:80\r\n\r\n", {});
    const auto* request = std::get_if<Request>(&parsed);
    REQUIRE(request);
    CHECK(request->path == "/rapport/a b");
    CHECK(request->param("q") == "l'état civil");
    CHECK(request->all("theme") == std::vector<std::string>{"x", "y"});
    CHECK(request->keep_alive);
  }
  TEST_CASE("what a proxy could read otherwise is refused") {
    struct Row {
      std::string head;
      int status;
    };
    const Row rows[] = {
        {get(""), 200},
        {get("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400},
        {get("Transfer-Encoding: chunked\r\n"), 411},
        {get("Content-Length: 3\r\nContent-Length: 3\r\n"), 400},
        {get("Content-Length: +3\r\n"), 400},
        {get("Content-Length: 0x3\r\n"), 400},
        {get("Content-Length: 99999999999999999999\r\n"), 413},
        {get("Content-Length: 3000000\r\n"), 413},
        {get("Host: b\r\n"), 400},
        {"GET / HTTP/1.1\r\n\r\n", 400},
        {"GET / HTTP/1.0\r\n\r\n", 200},
        {get("X : y\r\n"), 400},
        {get("X: a\r\n folded\r\n"), 400},
        {get(std::string("X: a\0b\r\n", 9)), 400},
        {get("X: a\nY: b\r\n"), 400},
        {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        {"GET / HTTP/1.11\r\nHost: a\r\n\r\n", 400},
        {"GET /\r\nHost: a\r\n\r\n", 400},
        {"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET http://a/x HTTP/1.1\r\nHost: a\r\n\r\n", 200},
        {"GET a/x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a/<b>\r\n\r\n", 400},
        {"GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414}};
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
  TEST_CASE("a query that is not UTF-8 is mended, not refused") {
    const auto params = parse_query("q=%ff%C3a&x&=y&b=%zz&c=%0d%0a");
    REQUIRE(params.size() == 5);
    CHECK(params[0].second == "\uFFFD\uFFFDa");
    CHECK(params[1] == Pair{"x", ""});
    CHECK(params[3].second == "%zz");
    CHECK(params[4].second == " \n");
  }
  TEST_CASE("encoding then decoding gives the same bytes") {
    const std::string text = "a&b<c>/é ?#%+\"";
    CHECK(percent_decode(percent_encode(text), false) == text);
    CHECK(percent_encode("a/b").find('/') == std::string::npos);
  }
  TEST_CASE("If-None-Match knows the compressed form and lists") {
    CHECK(etag_matches("\"abc-gz\"", "\"abc\""));
    CHECK(etag_matches("W/\"x\", \"abc\"", "\"abc\""));
    CHECK(etag_matches("*", "\"abc\""));
    CHECK_FALSE(etag_matches("\"abcd\"", "\"abc\""));
    CHECK_FALSE(etag_matches("", "\"abc\""));
  }
  TEST_CASE("a header value can not start a new header") {
    Response response;
    response.with("Location", "/a\r\nSet-Cookie: b");
    CHECK(serialise(response, false, false).find("\r\nSet-Cookie") == std::string::npos);
  }
}
