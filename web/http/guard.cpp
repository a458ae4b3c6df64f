// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/guard.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

namespace repere::web {
namespace {

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) ||
           std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos;
  });
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; });
}

bool is_host(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '.' || c == '-' || c == ':' || c == '[' || c == ']' || c == '_';
  });
}

/// The headers that say where a request ends and for whom it is.
struct Framing {
  std::size_t hosts = 0, lengths = 0, encodings = 0;
  std::string length;
};

/// One header line into framing; false when it can not be read in only one way.
bool read_header(std::string_view line, Framing& framing, Admitted& admitted) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)) || has_control(line))
    return false;
  const std::string name = lower(line.substr(0, colon));
  const auto value = trim(line.substr(colon + 1));
  if (name == "range") return true;
  if (name == "host") {
    ++framing.hosts;
    if (!is_host(value)) return false;
  } else if (name == "content-length") {
    ++framing.lengths;
    framing.length = value;
  } else if (name == "transfer-encoding") {
    ++framing.encodings;
  } else if (name == "connection" && lower(value).find("close") != std::string::npos) {
    admitted.close = true;
  }
  admitted.head.append(line).append("\r\n");
  return true;
}

/// Length of the body, and what must not be guessed about it.
std::optional<Refusal> read_framing(const Framing& framing, bool old, const Limits& limits,
                                    Admitted& admitted) {
  if (framing.hosts > 1 || (framing.hosts == 0 && !old))
    return Refusal{400, "l'en-tête Host manque ou est répété"};
  if (framing.encodings > 0) {
    if (framing.lengths > 0) return Refusal{400, "Transfer-Encoding et Content-Length ensemble"};
    return Refusal{411, "envoyez la longueur du corps (Content-Length), sans Transfer-Encoding"};
  }
  if (framing.lengths == 0) return std::nullopt;
  const auto& length = framing.length;
  if (framing.lengths > 1 || length.empty() ||
      length.find_first_not_of("0123456789") != std::string::npos)
    return Refusal{400, "Content-Length répété ou illisible"};
  if (length.size() > 12 || std::stoull(length) > limits.body_bytes)
    return Refusal{413, "corps trop grand : au plus " +
                            std::to_string(limits.body_bytes / 1024 / 1024) + " Mio"};
  admitted.body_bytes = std::stoull(length);
  return std::nullopt;
}

/// cpp-httplib 0.11.4 refuses a question mark in a query ("?q=combien ?"), which RFC 3986 allows.
std::string escape_question_marks(std::string_view request_line) {
  std::string out;
  bool in_query = false;
  for (const char c : request_line) {
    if (c == '?' && in_query) {
      out += "%3F";
    } else {
      out += c;
    }
    in_query = in_query || c == '?';
  }
  return out;
}

}  // namespace

std::variant<Admitted, Refusal> admit_head(std::string_view head, const Limits& limits) {
  while (head.starts_with("\r\n")) head.remove_prefix(2);
  auto end = head.find("\r\n");
  if (end == std::string_view::npos || has_control(head.substr(0, end)))
    return Refusal{400, "requête illisible"};
  Admitted admitted;
  const bool old = head.substr(0, end).ends_with(" HTTP/1.0");
  admitted.close = old;
  admitted.head = escape_question_marks(head.substr(0, end)) + "\r\n";
  head.remove_prefix(end + 2);
  Framing framing;
  for (std::size_t count = 0; (end = head.find("\r\n")) != std::string_view::npos && end > 0;
       ++count) {
    if (count >= limits.headers) return Refusal{431, "trop d'en-têtes"};
    if (!read_header(head.substr(0, end), framing, admitted))
      return Refusal{400, "en-tête illisible"};
    head.remove_prefix(end + 2);
  }
  admitted.head += "\r\n";
  if (auto refusal = read_framing(framing, old, limits, admitted)) return std::move(*refusal);
  return admitted;
}

Response refusal_response(const Refusal& refusal) {
  Response response;
  response.status = refusal.status;
  response.type = "application/problem+json";
  const nlohmann::ordered_json problem{{"type", "about:blank"},
                                       {"title", std::string(reason_phrase(refusal.status))},
                                       {"status", refusal.status},
                                       {"detail", refusal.why}};
  response.body =
      problem.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  return response.with("X-Content-Type-Options", "nosniff").with("Cache-Control", "no-store");
}

}  // namespace repere::web
