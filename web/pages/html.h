// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "repere/query/search.h"

namespace repere::web {

/// Markup that stands in our own source: the only text that enters a page unescaped. It can be
/// made from a literal alone, at compile time, so nothing a user or a report says can be one.
class Markup {
 public:
  consteval Markup(const char* text, std::size_t size) : text_(text, size) {}
  constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

inline namespace literals {
consteval Markup operator""_html(const char* text, std::size_t size) { return {text, size}; }
}  // namespace literals

/// A piece of a page. `<<` takes markup literals as they are, typeset as French (no-break spaces
/// inside « » and before : ; ! ?), other pieces, numbers the French way, and escapes all else,
/// in text and in quoted attributes alike.
class Html {
 public:
  Html& operator<<(Markup markup);
  Html& operator<<(std::string_view text);
  Html& operator<<(const std::string& text) { return *this << std::string_view(text); }
  Html& operator<<(const char* text) { return *this << std::string_view(text); }
  Html& operator<<(const Html& piece) {
    text_ += piece.text_;
    return *this;
  }
  /// As digits, no separators: for attributes and years.
  template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char>) Html& operator<<(T number) {
    text_ += std::to_string(number);
    return *this;
  }

  /// text with the ranges in <mark>; ranges are clipped to text and put on character borders.
  Html& marked(std::string_view text, const std::vector<query::ByteRange>& marks);

  bool empty() const { return text_.empty(); }
  const std::string& str() const& { return text_; }
  std::string str() && { return std::move(text_); }

 private:
  std::string text_;
};

/// "12 345,6" with narrow no-break spaces and a decimal comma; at most two decimals.
std::string french_number(double value);
std::string french_count(std::size_t value);

/// "1 résultat", "12 résultats".
std::string counted(std::size_t value, std::string_view one, std::string_view many);

/// A value with its unit as the French write it: "2,2 Md €", "45 %", "10 000 jeunes".
std::string french_quantity(double value, std::string_view unit);

/// Our own prose typeset as French: no-break spaces inside « » and before : ; ! ?
std::string typeset(std::string_view prose);

/// The first characters of a text, cut between words, with "…" when cut.
std::string shortened(std::string_view text, std::size_t bytes);

/// The address when it is http or https, else "": a report's metadata is not trusted with more.
std::string_view web_address(std::string_view url);

}  // namespace repere::web
