// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/lexer.h"

namespace repere::corpus::french {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

/// U+00C0…U+00FF without × and ÷, by second byte of the C3 block: base letter, or 0.
constexpr char latin1_base[] =
    "aaaaaa\1ceeeeiiii\0nooooo\0ouuuuy\0\2aaaaaa\1ceeeeiiii\0nooooo\0ouuuuy\0y";

bool is_letter_pair(unsigned char lead, unsigned char second) {
  if (lead == 0xC3) return second != 0x97 && second != 0xB7;
  return lead >= 0xC4 && lead <= 0xCF;
}

/// Bytes of the white space at `at`, or 0.
std::size_t space_size(std::string_view text, std::size_t at) {
  const auto c = byte_at(text, at);
  if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') return 1;
  if (c == 0xC2) return byte_at(text, at + 1) == 0xA0 ? 2 : 0;
  if (c != 0xE2 || byte_at(text, at + 1) != 0x80) return 0;
  const auto third = byte_at(text, at + 2);
  return (third >= 0x80 && third <= 0x8B) || third == 0xAF ? 3 : 0;
}

bool is_ascii_letter(unsigned char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// Bytes of the letter at `at`, or 0.
std::size_t letter_size(std::string_view text, std::size_t at) {
  const auto c = byte_at(text, at);
  if (is_ascii_letter(c)) return 1;
  if (c < 0x80) return 0;
  const auto second = byte_at(text, at + 1);
  if (is_letter_pair(c, second) && (second & 0xC0) == 0x80) return 2;
  const bool latin_extended = c == 0xE1 && second >= 0xB8 && second <= 0xBB;
  const bool ligature = c == 0xEF && second == 0xAC;
  return (latin_extended || ligature) && at + 2 < text.size() ? 3 : 0;
}

Gap widen(Gap gap, bool newline) {
  if (newline) return gap >= Gap::newline ? Gap::blank_line : Gap::newline;
  if (gap >= Gap::newline) return gap;
  return gap == Gap::none ? Gap::space : Gap::spaces;
}

}  // namespace

std::size_t character_size(std::string_view text, std::size_t at) {
  const auto c = byte_at(text, at);
  const std::size_t size = c < 0xC2 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 1;
  for (std::size_t i = 1; i < size; ++i)
    if ((byte_at(text, at + i) & 0xC0) != 0x80) return 1;
  return size;
}

std::vector<Lexeme> lex(std::string_view text) {
  std::vector<Lexeme> out;
  out.reserve(text.size() / 5 + 8);
  Gap gap = Gap::none;
  for (std::size_t at = 0; at < text.size();) {
    if (const bool newline = text[at] == '\n'; newline || space_size(text, at) > 0) {
      gap = widen(gap, newline);
      at += newline ? 1 : space_size(text, at);
      continue;
    }
    std::size_t end = at;
    LexKind kind = LexKind::word;
    while (const std::size_t size = letter_size(text, end)) end += size;
    if (end == at) {
      kind = LexKind::digits;
      while (byte_at(text, end) >= '0' && byte_at(text, end) <= '9') ++end;
    }
    if (end == at) {
      kind = LexKind::symbol;
      end += character_size(text, at);
    }
    out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), kind, gap});
    gap = Gap::none;
    at = end;
  }
  return out;
}

std::string_view FoldBuffer::fold(std::string_view word) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size();) {
    if (size + 2 > sizeof bytes_) return {};
    const auto c = byte_at(word, at);
    if (c < 0x80) {
      bytes_[size++] = static_cast<char>(is_ascii_letter(c) ? c | 0x20 : c);
      ++at;
      continue;
    }
    const auto second = byte_at(word, at + 1);
    const char base = c == 0xC3 && second >= 0x80 ? latin1_base[second - 0x80U] : '\0';
    if (base > 2) bytes_[size++] = base;
    if (base == 1 || (c == 0xC5 && (second == 0x92 || second == 0x93))) {
      bytes_[size++] = base == 1 ? 'a' : 'o';
      bytes_[size++] = 'e';
    }
    at += character_size(word, at);
  }
  return {bytes_, size};
}

bool starts_upper(std::string_view word) {
  const auto c = byte_at(word, 0);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto second = byte_at(word, 1);
  return (c == 0xC3 && second >= 0x80 && second <= 0x9E) || (c == 0xC5 && second == 0x92);
}

}  // namespace repere::corpus::french
