// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/name_key.h"

#include <array>
#include <cstdint>

namespace repere::corpus {
namespace {

/// Base letters of U+00C0 to U+017F; '*' where the letter is not folded to one letter.
constexpr std::string_view latin_base =
    "aaaaaa*ceeeeiiiidnooooo ouuuuyt*aaaaaa*ceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllllll"
    "lnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

constexpr std::array<char, 128> make_ascii() {
  std::array<char, 128> table{};
  for (int c = 0; c < 128; ++c) {
    const bool digit = c >= '0' && c <= '9', lower = c >= 'a' && c <= 'z',
               upper = c >= 'A' && c <= 'Z';
    table[static_cast<std::size_t>(c)] = static_cast<char>(digit || lower ? c
                                                           : upper        ? c + 32
                                                                          : ' ');
  }
  return table;
}
constexpr auto ascii = make_ascii();

/// Appends one space between words, never at the start or twice.
void part(std::string& out, std::size_t start) {
  if (out.size() > start && out.back() != ' ') out += ' ';
}

/// What a two-byte letter (U+0080 to U+07FF) gives.
void append_letter(std::uint32_t code, std::string_view bytes, std::string& out,
                   std::size_t start) {
  if (code == 0xDF) {
    out += "ss";
  } else if (code == 0xC6 || code == 0xE6) {
    out += "ae";
  } else if (code == 0x152 || code == 0x153) {
    out += "oe";
  } else if (code >= 0xC0 && code < 0xC0 + latin_base.size() && latin_base[code - 0xC0] != '*') {
    if (latin_base[code - 0xC0] == ' ')
      part(out, start);
    else
      out += latin_base[code - 0xC0];
  } else if (code < 0xC0) {
    part(out, start);  // no-break space, guillemets, signs
  } else if (code < 0x300 || code > 0x36F) {
    out += bytes;  // another script; combining marks are dropped
  }
}

/// « st » and « ste » as the last word of out become the words they stand for.
void expand_saint(std::string& out, std::size_t start) {
  const std::string_view key = std::string_view(out).substr(start);
  const auto space = key.rfind(' ');
  const std::size_t from = start + (space == key.npos ? 0 : space + 1);
  const std::string_view word = std::string_view(out).substr(from);
  if (word == "st")
    out.replace(from, 2, "saint");
  else if (word == "ste")
    out.replace(from, 3, "sainte");
}

}  // namespace

void append_name_key(std::string_view name, std::string& out) {
  const std::size_t start = out.size();
  for (std::size_t at = 0; at < name.size();) {
    const auto byte = static_cast<unsigned char>(name[at]);
    if (byte < 0x80) {
      const char c = ascii[byte];
      if (c != ' ') {
        out += c;
      } else if (out.size() > start && out.back() != ' ') {
        if (out.back() == 't' || out.back() == 'e') expand_saint(out, start);
        out += ' ';
      }
      ++at;
    } else if (byte >= 0xC2 && byte < 0xE0 && at + 1 < name.size()) {
      const auto code = (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(name[at + 1]) & 0x3Fu);
      append_letter(code, name.substr(at, 2), out, start);
      at += 2;
    } else if (byte == 0xE2 && at + 2 < name.size()) {
      part(out, start);  // typographic apostrophes, dashes, spaces
      at += 3;
    } else {
      out += name[at++];
    }
  }
  expand_saint(out, start);
  if (out.size() > start && out.back() == ' ') out.pop_back();
}

std::string name_key(std::string_view name) {
  std::string out;
  out.reserve(name.size() + 4);
  append_name_key(name, out);
  return out;
}

std::string_view without_article(std::string_view key) {
  for (const std::string_view article :
       {"le ", "la ", "les ", "l ", "du ", "de la ", "des ", "de l ", "de ", "d "})
    if (key.size() > article.size() && key.substr(0, article.size()) == article)
      return key.substr(article.size());
  return key;
}

}  // namespace repere::corpus
