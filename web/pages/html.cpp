// SPDX-License-Identifier: GPL-2.0-or-later
#include "pages/html.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace repere::web {
namespace {

constexpr std::string_view thin = "\u202F";  // narrow no-break space
constexpr std::string_view wide = "\u00A0";  // no-break space

void escape_into(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\0':
        out += "\uFFFD";
        break;
      default:
        out += c;
    }
  }
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t border(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

void typeset_into(std::string& out, std::string_view prose) {
  for (std::size_t i = 0; i < prose.size(); ++i) {
    const auto rest = prose.substr(i);
    const char next = rest.size() > 1 ? rest[1] : '\0';
    if (rest[0] != ' ') {
      out += rest[0];
    } else if (next == '?' || next == '!' || next == ';' || next == '%') {
      out += thin;
    } else if ((next == ':' || rest.substr(1).starts_with("»") || rest.substr(1).starts_with("€") ||
                (i >= 2 && prose.substr(i - 2, 2) == "«"))) {
      out += wide;
    } else {
      out += ' ';
    }
  }
}

}  // namespace

Html& Html::operator<<(Markup markup) {
  typeset_into(text_, markup.view());
  return *this;
}

Html& Html::operator<<(std::string_view text) {
  escape_into(text_, text);
  return *this;
}

Html& Html::marked(std::string_view text, const std::vector<query::ByteRange>& marks) {
  std::size_t at = 0;
  for (const auto& mark : marks) {
    const auto begin = std::max(at, border(text, mark.begin));
    const auto end = border(text, mark.end);
    if (end <= begin) continue;
    escape_into(text_, text.substr(at, begin - at));
    text_ += "<mark>";
    escape_into(text_, text.substr(begin, end - begin));
    text_ += "</mark>";
    at = end;
  }
  escape_into(text_, text.substr(at));
  return *this;
}

std::string french_number(double value) {
  if (!std::isfinite(value)) return "—";
  std::array<char, 400> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.2f", std::abs(value));
  std::string digits(buffer.data(), static_cast<std::size_t>(length));
  std::string decimals = digits.substr(digits.size() - 2);
  digits.resize(digits.size() - 3);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  std::string out = value < 0 && (digits != "0" || !decimals.empty()) ? "−" : "";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += thin;
    out += digits[i];
  }
  return decimals.empty() ? out : out + "," + decimals;
}

std::string french_count(std::size_t value) { return french_number(static_cast<double>(value)); }

std::string counted(std::size_t value, std::string_view one, std::string_view many) {
  return french_count(value) + std::string(wide) + std::string(value < 2 ? one : many);
}

std::string french_quantity(double value, std::string_view unit) {
  if (unit == "EUR") {
    const double size = std::abs(value);
    if (size >= 1e9)
      return french_number(value / 1e9) + std::string(wide) + "Md" + std::string(wide) + "€";
    if (size >= 1e6) return french_number(value / 1e6) + std::string(wide) + "M€";
    return french_number(value) + std::string(wide) + "€";
  }
  if (unit.empty()) return french_number(value);
  std::string shown(unit);
  if (unit == "m2") shown = "m²";
  if (unit == "m3") shown = "m³";
  if (unit == "tCO2e") shown = "t CO₂e";
  if (unit == "an" && std::abs(value) >= 2) shown = "ans";
  if ((unit == "jour" || unit == "heure") && std::abs(value) >= 2) shown += "s";
  return french_number(value) + std::string(unit == "%" ? thin : wide) + shown;
}

std::string typeset(std::string_view prose) {
  std::string out;
  typeset_into(out, prose);
  return out;
}

std::string shortened(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  auto cut = text.substr(0, border(text, bytes));
  const auto space = cut.rfind(' ');
  if (space != std::string_view::npos && space > bytes / 2) cut = cut.substr(0, space);
  return std::string(cut) + "…";
}

std::string_view web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://") ? url : std::string_view();
}

}  // namespace repere::web
