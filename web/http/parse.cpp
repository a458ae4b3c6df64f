// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/parse.h"

#include <algorithm>
#include <cctype>

#include "repere/corpus/analysis.h"

namespace repere::web {
namespace {

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) !=
                                  std::string_view::npos;
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

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; });
}

Refusal malformed(std::string why) { return {400, std::move(why)}; }

/// Path and parameters out of the target; "" when all is well.
std::string read_target(Request& request) {
  std::string_view target = request.target;
  if (!target.starts_with('/')) {  // absolute form, as proxies send it
    const auto scheme = target.find("://");
    if (scheme == std::string_view::npos) return "adresse illisible";
    const auto slash = target.find('/', scheme + 3);
    target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    request.target = std::string(target);
    target = request.target;
  }
  const auto mark = target.find('?');
  request.path = percent_decode(target.substr(0, mark), false);
  if (has_control(request.path) ||
      corpus::valid_utf8_prefix(request.path) != request.path.size())
    return "adresse illisible";
  if (mark != std::string_view::npos) request.params = parse_query(target.substr(mark + 1));
  return {};
}

std::variant<Request, Refusal> read_request_line(std::string_view line, const Limits& limits) {
  Request request;
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return malformed("requête illisible");
  request.method = std::string(line.substr(0, first));
  request.target = std::string(line.substr(first + 1, last - first - 1));
  const auto version = line.substr(last + 1);
  if (!is_token(request.method)) return malformed("méthode illisible");
  if (request.target.size() > limits.target_bytes) return Refusal{414, "adresse trop longue"};
  if (request.target.find(' ') != std::string::npos || has_control(request.target))
    return malformed("adresse illisible");
  if (!version.starts_with("HTTP/1.")) {
    return version.starts_with("HTTP/") ? Refusal{505, "version de HTTP inconnue"}
                                        : malformed("requête illisible");
  }
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return malformed("version de HTTP illisible");
  request.keep_alive = version == "HTTP/1.1";
  if (auto fault = read_target(request); !fault.empty()) return malformed(fault);
  return request;
}

/// One header line into the request; "" when all is well.
std::string read_header(std::string_view line, Request& request) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
    return "en-tête illisible";
  const auto value = trim(line.substr(colon + 1));
  if (has_control(value)) return "caractère interdit dans un en-tête";
  request.headers.emplace_back(lower(line.substr(0, colon)), std::string(value));
  return {};
}

std::size_t count(const Request& request, std::string_view name) {
  return static_cast<std::size_t>(
      std::count_if(request.headers.begin(), request.headers.end(),
                    [&](const Pair& header) { return header.first == name; }));
}

/// Length of the body, and what must not be guessed about it.
std::variant<Request, Refusal> read_framing(Request request, const Limits& limits) {
  const auto hosts = count(request, "host");
  const auto host = request.header("host");
  const bool host_readable = std::all_of(host.begin(), host.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '.' || c == '-' || c == ':' || c == '[' || c == ']' || c == '_';
  });
  if (hosts > 1 || (hosts == 0 && request.keep_alive) || !host_readable)
    return malformed("l'en-tête Host manque, est répété ou illisible");
  const auto lengths = count(request, "content-length");
  if (count(request, "transfer-encoding") > 0) {
    if (lengths > 0) return malformed("Transfer-Encoding et Content-Length ensemble");
    return Refusal{411, "envoyez la longueur du corps (Content-Length), sans Transfer-Encoding"};
  }
  if (lengths > 1) return malformed("Content-Length répété");
  if (lengths == 1) {
    const auto length = request.header("content-length");
    const bool digits = !length.empty() && std::all_of(length.begin(), length.end(), [](char c) {
      return c >= '0' && c <= '9';
    });
    if (!digits) return malformed("Content-Length illisible");
    if (length.size() > 12 || std::stoull(std::string(length)) > limits.body_bytes)
      return Refusal{413, "corps trop grand : au plus " +
                              std::to_string(limits.body_bytes / 1024 / 1024) + " Mio"};
    request.content_length = std::stoull(std::string(length));
  }
  const auto connection = lower(request.header("connection"));
  if (connection.find("close") != std::string::npos) request.keep_alive = false;
  request.expects_continue = lower(request.header("expect")) == "100-continue";
  return request;
}

}  // namespace

std::variant<Request, Refusal> parse_head(std::string_view head, const Limits& limits) {
  while (head.starts_with("\r\n")) head.remove_prefix(2);
  auto end = head.find("\r\n");
  if (end == std::string_view::npos) return malformed("requête illisible");
  auto parsed = read_request_line(head.substr(0, end), limits);
  if (std::holds_alternative<Refusal>(parsed)) return parsed;
  auto request = std::get<Request>(std::move(parsed));
  head.remove_prefix(end + 2);
  while ((end = head.find("\r\n")) != std::string_view::npos && end > 0) {
    if (request.headers.size() >= limits.headers) return Refusal{431, "trop d'en-têtes"};
    if (auto fault = read_header(head.substr(0, end), request); !fault.empty())
      return malformed(fault);
    head.remove_prefix(end + 2);
  }
  return read_framing(std::move(request), limits);
}

std::string percent_decode(std::string_view text, bool plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
        hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += plus && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const unsigned char c : text) {
    if ((c < 0x80 && std::isalnum(c)) || c == '-' || c == '.' || c == '_' || c == '~') {
      out += static_cast<char>(c);
    } else {
      out += '%';
      out += digits[c >> 4];
      out += digits[c & 15];
    }
  }
  return out;
}

std::string clean_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto valid = corpus::valid_utf8_prefix(text);
    for (const char c : text.substr(0, valid)) {
      const auto byte = static_cast<unsigned char>(c);
      out += (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f ? ' ' : c;
    }
    text.remove_prefix(valid);
    if (!text.empty()) {
      out += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    }
  }
  return out;
}

std::vector<Pair> parse_query(std::string_view query) {
  std::vector<Pair> params;
  while (!query.empty()) {
    const auto pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    params.emplace_back(clean_utf8(percent_decode(pair.substr(0, equals), true)),
                        clean_utf8(percent_decode(
                            pair.substr(std::min(equals + 1, pair.size())), true)));
  }
  return params;
}

}  // namespace repere::web
