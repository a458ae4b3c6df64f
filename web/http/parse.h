// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/message.h"

namespace repere::web {

/// What a connection may send. A report's text goes to /api/v1/extract, hence the body's size.
struct Limits {
  std::size_t head_bytes = 16 * 1024;
  std::size_t target_bytes = 8 * 1024;
  std::size_t headers = 100;
  std::size_t body_bytes = 2 * 1024 * 1024;
};

/// A request that is refused before any handler sees it.
struct Refusal {
  int status = 400;
  std::string why;  ///< in French, one line
};

/// Reads a request's head, without its body.
/// head: up to and with the empty line ("\r\n\r\n").
/// What RFC 9112 leaves to guessing is refused, so that no proxy in front reads it otherwise:
/// Transfer-Encoding (411; 400 beside Content-Length), a Content-Length given twice, a Host
/// missing or given twice, folded lines, bare line feeds, control characters.
std::variant<Request, Refusal> parse_head(std::string_view head, const Limits& limits);

/// "a%20b+c" → "a b c"; a broken escape stays as it is. plus: '+' stands for a space.
std::string percent_decode(std::string_view text, bool plus);

/// Percent-encodes all but RFC 3986's unreserved characters; safe in a path segment or a value.
std::string percent_encode(std::string_view text);

/// The query string's pairs, decoded; ill-formed UTF-8 becomes U+FFFD, control characters spaces.
std::vector<Pair> parse_query(std::string_view query);

/// Well-formed UTF-8 without control characters but tab and line feed.
std::string clean_utf8(std::string_view text);

}  // namespace repere::web
