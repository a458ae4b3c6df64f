// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace repere::corpus {

struct Codepoint {
  char32_t value = 0;
  std::size_t size = 1;
};

/// The code point at a byte; an ill-formed byte is U+FFFD of size 1. at < text.size().
Codepoint decode(std::string_view text, std::size_t at);
/// The code point that ends before a byte. at > 0.
Codepoint decode_before(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code);

bool is_letter(char32_t code);
bool is_upper(char32_t code);
bool is_lower(char32_t code);
bool is_digit(char32_t code);
/// Space of any width, tab and control characters, not the line end.
bool is_blank(char32_t code);

/// The first code point that is no opening quote, bracket or space; U+0000 when there is none.
char32_t first_sign(std::string_view text);
/// The last code point that is no closing quote, bracket or space; U+0000 when there is none.
char32_t last_sign(std::string_view text);

std::string_view trim(std::string_view text);

/// Number of code points.
std::size_t width_of(std::string_view text);

}  // namespace repere::corpus
