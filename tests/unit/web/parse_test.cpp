// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/parse.h"

#include <doctest/doctest.h>

using namespace repere::web;

TEST_SUITE("web/parse") {
  TEST_CASE("a target is read with its parameters decoded, in order") {
    Request request;
    REQUIRE(read_target("/rapport/a%20b?q=l%27%C3%A9tat+civil&theme=x&theme=y&a=b=c", request));
    CHECK(request.path == "/rapport/a b");
    CHECK(request.param("q") == "l'état civil");
    CHECK(request.all("theme") == std::vector<std::string>{"x", "y"});
    CHECK(request.params.back() == Pair{"a", "b=c"});
  }
  TEST_CASE("a target in a proxy's form loses the host, one that is no clean text is refused") {
    Request request;
    REQUIRE(read_target("http://a/x?y", request));
    CHECK(request.target == "/x?y");
    CHECK(request.path == "/x");
    for (const auto* target : {"a/x", "*", "", "/%00", "/%0a", "/%ff"}) {
      CAPTURE(target);
      CHECK_FALSE(read_target(target, request));
    }
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
}
