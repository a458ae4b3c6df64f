// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "http/message.h"

namespace repere::web {

/// What a connection may send. A report's text goes to /api/v1/extract, hence the body's size.
struct Limits {
  std::size_t head_bytes = 16 * 1024;
  std::size_t headers = 100;
  std::size_t body_bytes = 2 * 1024 * 1024;
};

/// A request that is refused before any handler sees it.
struct Refusal {
  int status = 400;
  std::string why;  ///< in French, one line
};

/// A head that may go to cpp-httplib, and what must be known of it before.
struct Admitted {
  std::string head;
  std::size_t body_bytes = 0;
  bool close = false;  ///< the client wants the connection closed after this request
};

/// Stands before cpp-httplib 0.11.4, which skips lines it can not read and guesses the rest.
/// head: up to and with the empty line ("\r\n\r\n").
/// What RFC 9112 leaves to guessing is refused, so that no proxy in front reads it otherwise:
/// Transfer-Encoding (411; 400 beside Content-Length), a Content-Length given twice, a Host
/// missing or given twice, folded lines, bare line feeds, control characters.
/// Range is taken out: answers are always whole.
std::variant<Admitted, Refusal> admit_head(std::string_view head, const Limits& limits);

/// The answer to a request that no handler sees, as problem details.
Response refusal_response(const Refusal& refusal);

}  // namespace repere::web
