// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/number_tokens.h"

#include <algorithm>
#include <array>

#include "french/word_scanner.h"

namespace repere::corpus {
namespace {

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (is_digit(text, at)) ++at;
  return at;
}

/// Length of a space that may part groups of three digits, else 0.
std::size_t group_space(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ') return 1;
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\u00a0")) return 2;
  return rest == "\u202f" || rest == "\u2009" ? 3 : 0;
}

bool three_digits(std::string_view text, std::size_t at) { return digits_end(text, at) == at + 3; }

/// « 10 000 »; « 1.234.567 »; the end of the first group when no other follows.
std::size_t groups_end(std::string_view text, std::size_t begin) {
  std::size_t end = digits_end(text, begin);
  if (end - begin > 3 || text[begin] == '0') return end;
  std::size_t space = group_space(text, end);
  while (space > 0 && three_digits(text, end + space)) {
    end += space + 3;
    space = group_space(text, end);
  }
  for (const char stop : {'.', ','}) {
    std::size_t at = end, groups = 0;
    while (at < text.size() && text[at] == stop && three_digits(text, at + 1)) {
      at += 4;
      ++groups;
    }
    if (groups >= 2) return at;
  }
  return end;
}

constexpr auto ordinal_endings = std::to_array<std::string_view>(
    {"ièmes", "ième", "èmes", "ème", "emes", "eme", "ères", "ère", "ers", "er", "ndes", "nde",
     "nds", "nd", "re", "è", "es", "e"});

}  // namespace

std::size_t number_end(std::string_view text, std::size_t begin) {
  std::size_t end = groups_end(text, begin);
  const bool decimals =
      end < text.size() && (text[end] == ',' || text[end] == '.') && is_digit(text, end + 1);
  if (decimals) {
    const std::size_t after = digits_end(text, end + 1);
    // « 01.02.2016 » and « 192.168.0.1 » are no decimals
    const bool more = after < text.size() && text[after] == text[end] && is_digit(text, after + 1);
    return more ? end : after;
  }
  for (const std::string_view ending : ordinal_endings) {
    if (text.substr(end, ending.size()) != ending) continue;
    const std::size_t after = end + ending.size();
    const bool goes_on = after < text.size() && character_at(text, after).kind != CharClass::other;
    if (!goes_on) return after;
  }
  return end;
}

std::string canonical_number(std::string_view surface) {
  std::string out;
  bool fraction = false;
  const auto stops = std::ranges::count_if(surface, [](char c) { return c == '.' || c == ','; });
  for (std::size_t at = 0; at < surface.size(); ++at) {
    const char c = surface[at];
    if (c >= '0' && c <= '9') {
      out += c;
    } else if ((c == ',' || c == '.') && stops == 1) {
      out += '.';
      fraction = true;
    }
  }
  if (fraction) {
    while (out.ends_with('0')) out.pop_back();
    if (out.ends_with('.')) out.pop_back();
  }
  if (out.size() == 2 && out.front() == '0' && out.back() != '.') out.erase(0, 1);  // 01/02/2016
  constexpr std::size_t longest = 64;
  if (out.size() > longest) out.resize(longest);
  return out;
}

std::string roman_ordinal(std::string_view surface) {
  std::size_t letters = 0;
  int value = 0, last = 0;
  for (; letters < surface.size(); ++letters) {
    const std::size_t digit = std::string_view("IVX").find(surface[letters]);
    if (digit == std::string_view::npos) break;
    const int now = std::array{1, 5, 10}[digit];
    value += now > last ? now - 2 * last : now;
    last = now;
  }
  const std::string_view ending = surface.substr(letters);
  const bool ordinal = ending == "e" || ending == "ème" || ending == "eme" || ending == "ᵉ" ||
                       ending == "er" || ending == "è";
  if (letters == 0 || !ordinal || value <= 0 || value > 39) return {};
  return std::to_string(value);
}

}  // namespace repere::corpus
