// SPDX-License-Identifier: GPL-2.0-or-later
#include <utf8proc.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

/// Runs utf8proc over the valid stretches of a text; ill-formed bytes are copied.
std::string map_utf8(std::string_view text, int options) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t valid = valid_utf8_prefix(text);
    utf8proc_uint8_t* out = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(valid), &out,
                                     static_cast<utf8proc_option_t>(options));
    if (length < 0)
      result.append(text.substr(0, valid));
    else
      result.append(reinterpret_cast<char*>(out), static_cast<std::size_t>(length));
    std::free(out);  // NOLINT: utf8proc allocates with malloc
    text.remove_prefix(valid);
    if (!text.empty()) {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

/// Ligatures and apostrophes, which neither normal forms nor accents cover.
std::string fold_letters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("œ")) {
      out += "oe";
      at += 2;
    } else if (rest.starts_with("æ")) {
      out += "ae";
      at += 2;
    } else if (rest.starts_with("’") || rest.starts_with("‘") || rest.starts_with("ʼ")) {
      out += '\'';
      at += rest.starts_with("ʼ") ? 2 : 3;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t code = 0;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data() + at),
                         static_cast<utf8proc_ssize_t>(bytes.size() - at), &code);
    if (length <= 0) return at;
    at += static_cast<std::size_t>(length);
  }
  return at;
}

std::string normalize(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map_utf8(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  }
  return fold_letters(map_utf8(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                         UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE));
}

}  // namespace repere::corpus
