// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/message.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace repere::web {
namespace {

std::string_view find(const std::vector<Pair>& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs)
    if (key == name) return value;
  return {};
}

bool is_compressible(std::string_view type) {
  for (const std::string_view kind : {"text/", "json", "xml", "javascript", "svg"})
    if (type.find(kind) != std::string_view::npos) return true;
  return false;
}

/// "gzip" named with a quality above 0.
bool accepts_gzip(std::string_view accept) {
  const auto at = accept.find("gzip");
  if (at == std::string_view::npos) return false;
  auto rest = accept.substr(at + 4);
  rest = rest.substr(0, rest.find(','));
  const auto q = rest.find("q=0");
  return q == std::string_view::npos ||
         rest.substr(q + 3).find_first_of("123456789") != std::string_view::npos;
}

std::string_view bare_tag(std::string_view tag) {
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"') {
    tag = tag.substr(1, tag.size() - 2);
  }
  if (tag.ends_with("-gz")) tag.remove_suffix(3);
  return tag;
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return find(headers, name); }
std::string_view Request::param(std::string_view name) const { return find(params, name); }

std::vector<std::string> Request::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : params)
    if (key == name && !value.empty()) values.push_back(value);
  return values;
}

std::string_view reason_phrase(int status) {
  static constexpr std::array<std::pair<int, std::string_view>, 20> phrases{
      {{200, "OK"},
       {204, "No Content"},
       {301, "Moved Permanently"},
       {302, "Found"},
       {303, "See Other"},
       {304, "Not Modified"},
       {308, "Permanent Redirect"},
       {400, "Bad Request"},
       {403, "Forbidden"},
       {404, "Not Found"},
       {405, "Method Not Allowed"},
       {408, "Request Timeout"},
       {411, "Length Required"},
       {413, "Content Too Large"},
       {414, "URI Too Long"},
       {415, "Unsupported Media Type"},
       {431, "Request Header Fields Too Large"},
       {500, "Internal Server Error"},
       {503, "Service Unavailable"},
       {505, "HTTP Version Not Supported"}}};
  for (const auto& [code, phrase] : phrases)
    if (code == status) return phrase;
  return "Unknown";
}

void compress(const Request& request, Response& response) {
  if (!is_compressible(response.type)) return;
  response.with("Vary", "Accept-Encoding");
  if (response.gzipped || response.body.size() < 512) return;
  if (!accepts_gzip(request.header("accept-encoding"))) return;
  // A report of 300 pages (1.7 MB of HTML) at level 5 costs more time than making it.
  constexpr std::size_t large = 500'000;
  response.body = gzip(response.body, response.body.size() > large ? 2 : 5);
  response.gzipped = true;
  if (response.etag.size() > 2) response.etag.insert(response.etag.size() - 1, "-gz");
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
  if (etag.empty()) return false;
  while (!if_none_match.empty()) {
    auto tag = if_none_match.substr(0, if_none_match.find(','));
    if_none_match.remove_prefix(std::min(tag.size() + 1, if_none_match.size()));
    while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
    while (!tag.empty() && tag.back() == ' ') tag.remove_suffix(1);
    if (tag == "*" || (!tag.empty() && bare_tag(tag) == bare_tag(etag))) return true;
  }
  return false;
}

std::string gzip(std::string_view bytes, int level) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace repere::web
