// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/word_scanner.h"

#include <unicode/uchar.h>

#include <array>

namespace repere::corpus {
namespace {

constexpr std::uint32_t table_size = 0x3000;  // what French text is made of lies below

CharClass class_from_icu(std::uint32_t code) {
  const auto c = static_cast<UChar32>(code);
  if (code >= '0' && code <= '9') return CharClass::digit;
  if (code == 0xB2 || code == 0xB3 || code == 0xB9) return CharClass::extend;  // km², m³
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ||
      u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC))
    return CharClass::by_icu;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
    case U_WB_NUMERIC:
      return CharClass::letter;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      return CharClass::extend;
    case U_WB_KATAKANA:
      return CharClass::by_icu;
    default:
      return u_hasBinaryProperty(c, UCHAR_ALPHABETIC) ? CharClass::by_icu : CharClass::other;
  }
}

const std::array<CharClass, table_size>& class_table() {
  static const auto table = [] {
    std::array<CharClass, table_size> classes{};
    for (std::uint32_t code = 0; code < table_size; ++code) classes[code] = class_from_icu(code);
    return classes;
  }();
  return table;
}

bool is_tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

CharClass char_class(std::uint32_t code) {
  if (code < table_size) return class_table()[code];
  return class_from_icu(code);
}

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1, class_table()[first]};
  const auto tail = [&](std::size_t i) { return static_cast<std::uint32_t>(byte(i) & 0x3F); };
  const auto tails = [&](std::size_t n) {
    for (std::size_t i = 1; i <= n; ++i)
      if (!is_tail(static_cast<unsigned char>(byte(i)))) return false;
    return true;
  };
  std::uint32_t code = 0;
  std::uint8_t size = 1;
  if (first >= 0xC2 && first < 0xE0 && tails(1)) {
    code = (first & 0x1F) << 6 | tail(1);
    size = 2;
  } else if (first >= 0xE0 && first < 0xF0 && tails(2)) {
    code = (first & 0x0F) << 12 | tail(1) << 6 | tail(2);
    size = 3;
    if (code < 0x800 || (code >= 0xD800 && code < 0xE000)) return {first, 1, CharClass::other};
  } else if (first >= 0xF0 && first < 0xF5 && tails(3)) {
    code = (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
    size = 4;
    if (code < 0x10000 || code > 0x10FFFF) return {first, 1, CharClass::other};
  } else {
    return {first, 1, CharClass::other};
  }
  return {code, size, char_class(code)};
}

}  // namespace repere::corpus
