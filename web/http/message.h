// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace repere::web {

using Pair = std::pair<std::string, std::string>;

/// A whole request, read and checked; what a handler needs and nothing of the socket.
struct Request {
  std::string method;         ///< upper case, as sent
  std::string path;           ///< percent-decoded, starts with '/'
  std::string target;         ///< as sent: path and query
  std::vector<Pair> params;   ///< of the query string, decoded, well-formed UTF-8, in order
  std::vector<Pair> headers;  ///< names in lower case
  std::string body;

  /// The value of a header (name in lower case), or "".
  std::string_view header(std::string_view name) const;
  /// The first value of a parameter, or "".
  std::string_view param(std::string_view name) const;
  /// All values of a repeatable parameter, empty ones left out.
  std::vector<std::string> all(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::vector<Pair> headers;
  std::string body;
  std::string etag;      ///< quoted, or "" for none
  bool gzipped = false;  ///< body is already compressed

  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

/// "200" → "OK", as titles of problem details have it.
std::string_view reason_phrase(int status);

/// Compresses the body when the client takes gzip and it is worth it; marks the ETag "-gz".
void compress(const Request& request, Response& response);

/// True when one of If-None-Match's tags is this one, compressed form or not.
bool etag_matches(std::string_view if_none_match, std::string_view etag);

/// gzip of bytes. level: 1 to 9.
std::string gzip(std::string_view bytes, int level);

}  // namespace repere::web
