// SPDX-License-Identifier: GPL-2.0-or-later
#include "characters.h"

#include <utf8proc.h>

namespace repere::corpus {

Codepoint decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  utf8proc_int32_t code = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(size)};
}

Codepoint decode_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
    --begin;
  const Codepoint code = decode(text, begin);
  return begin + code.size == at ? code : Codepoint{0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t code) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_letter(char32_t code) {
  if (code < 0x80) return (code | 32) >= 'a' && (code | 32) <= 'z';
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_upper(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_LU;
}

bool is_lower(char32_t code) {
  if (code < 0x80) return code >= 'a' && code <= 'z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_LL;
}

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

bool is_blank(char32_t code) {
  if (code < 0x80) return code == ' ' || (code < 0x20 && code != '\n') || code == 0x7F;
  return code == 0xA0 || code == 0x202F || (code >= 0x2000 && code <= 0x200B) || code == 0x3000 ||
         code == 0xFEFF;
}

namespace {

bool is_opening(char32_t code) {
  return is_blank(code) || code == 0xAB || code == 0x201C || code == 0x2018 || code == '"' ||
         code == '(' || code == '[' || code == 0x2039;
}

bool is_closing(char32_t code) {
  return is_blank(code) || code == 0xBB || code == 0x201D || code == '"' || code == ')' ||
         code == ']' || code == 0x203A;
}

}  // namespace

char32_t first_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint code = decode(text, at);
    if (!is_opening(code.value)) return code.value;
    at += code.size;
  }
  return 0;
}

char32_t last_sign(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    const Codepoint code = decode_before(text, at);
    if (!is_closing(code.value)) return code.value;
    at -= code.size;
  }
  return 0;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const Codepoint code = decode(text, 0);
    if (!is_blank(code.value) && code.value != '\n') break;
    text.remove_prefix(code.size);
  }
  while (!text.empty()) {
    const Codepoint code = decode_before(text, text.size());
    if (!is_blank(code.value) && code.value != '\n') break;
    text.remove_suffix(code.size);
  }
  return text;
}

std::size_t width_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace repere::corpus
