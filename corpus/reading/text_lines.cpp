// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "characters.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

struct RawLine {
  std::size_t begin = 0, end = 0;  ///< without the line end
  bool feed = false;               ///< a form feed stands before it
};

std::vector<RawLine> cut_lines(std::string_view bytes) {
  std::vector<RawLine> out;
  std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  bool feed = false;
  while (at < bytes.size()) {
    auto end = at;
    while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\f' && bytes[end] != '\r')
      ++end;
    const char stop = end < bytes.size() ? bytes[end] : '\n';
    if (end > at || stop != '\f') {
      out.push_back({at, end, feed});
      feed = false;
    }
    feed = feed || stop == '\f';
    at = end + 1;
    if (stop == '\r' && at < bytes.size() && bytes[at] == '\n') ++at;
  }
  return out;
}

bool blank(std::string_view line) { return trim(line).empty(); }

/// Some extractors leave one space where a page or a box begins: true when a few lines have it.
bool has_space_marks(std::string_view bytes, const std::vector<RawLine>& lines) {
  std::size_t marked = 0, filled = 0;
  for (const RawLine& line : lines) {
    const auto text = bytes.substr(line.begin, line.end - line.begin);
    if (line.feed) return false;
    if (blank(text)) continue;
    ++filled;
    marked += text.size() > 1 && text[0] == ' ' && text[1] != ' ';
  }
  return marked > 0 && marked * 20 <= filled;
}

/// A line as a running head is recognised by: digits alike, no case, no space.
std::string furniture_key(std::string_view line) {
  std::string out;
  for (const char c : fold(trim(line))) {
    if (c == ' ') continue;
    out += c >= '0' && c <= '9' ? '#' : c;
  }
  std::string squeezed;
  for (const char c : out)
    if (c != '#' || squeezed.empty() || squeezed.back() != '#') squeezed += c;
  return squeezed;
}

/// Lines at a page's edge that are its number, or stand so on many pages.
std::vector<bool> find_furniture(std::string_view bytes, const std::vector<RawLine>& lines) {
  static constexpr std::size_t edge = 2;
  std::vector<bool> drop(lines.size(), false);
  std::vector<std::vector<std::size_t>> pages(1);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].feed) pages.emplace_back();
    if (!blank(bytes.substr(lines[at].begin, lines[at].end - lines[at].begin)))
      pages.back().push_back(at);
  }
  if (pages.size() < 3) return drop;
  std::map<std::string, std::vector<std::size_t>> seen;
  for (const auto& page : pages) {
    std::set<std::size_t> edges;
    for (std::size_t at = 0; at < std::min(edge, page.size()); ++at) {
      edges.insert(page[at]);
      edges.insert(page[page.size() - 1 - at]);
    }
    for (const std::size_t line : edges) {
      const auto text = bytes.substr(lines[line].begin, lines[line].end - lines[line].begin);
      const bool sentence = !text.empty() && std::string_view(".;,").find(trim(text).back()) !=
                                                 std::string_view::npos;
      if (text.size() < 120 && !sentence) seen[furniture_key(text)].push_back(line);
    }
  }
  for (const auto& [key, at] : seen) {
    const bool number =
        key == "#" || key == "-#-" || key == "page#" || key == "p.#" || key == "#/#";
    if (at.size() * 3 >= pages.size() && (number || at.size() >= 3))
      for (const std::size_t line : at) drop[line] = true;
  }
  return drop;
}

bool is_bullet_sign(char32_t code) {
  static constexpr std::u32string_view signs =
      U"•◦▪▫■□●○◆◇►▶▸▹➢➤➔➜→✓✔❖⮚‣⁃·∙♦❑❒"
      U"✦";
  return signs.find(code) != std::u32string_view::npos || (code >= 0xE000 && code <= 0xF8FF);
}

}  // namespace

Bullet bullet_of(std::string_view line, std::size_t& size) {
  size = 0;
  if (line.empty()) return Bullet::none;
  const Codepoint first = decode(line, 0);
  std::size_t at = first.size;
  Bullet kind = Bullet::none;
  if (is_bullet_sign(first.value)) {
    kind = Bullet::dot;
  } else if (first.value == '-' || first.value == 0x2013 || first.value == 0x2014 ||
             first.value == '*') {
    kind = Bullet::dash;
  } else if (is_digit(first.value)) {
    while (at < line.size() && at < 3 && is_digit(static_cast<unsigned char>(line[at]))) ++at;
    if (at >= line.size() || (line[at] != ')' && line[at] != '.')) return Bullet::none;
    ++at;
    kind = Bullet::number;
  } else {
    return Bullet::none;
  }
  const auto mark_end = at;
  while (at < line.size() && is_blank(decode(line, at).value)) at += decode(line, at).size;
  const bool spaced = at > mark_end;
  if (at >= line.size() || (!spaced && kind != Bullet::dot)) return Bullet::none;
  size = at;
  return kind;
}

std::vector<TextLine> read_lines(std::string_view bytes, Vocabulary& vocabulary) {
  const std::vector<RawLine> raw = cut_lines(bytes);
  const bool marks = has_space_marks(bytes, raw);
  const auto furniture = find_furniture(bytes, raw);
  const bool feeds = std::any_of(raw.begin(), raw.end(), [](const RawLine& l) { return l.feed; });

  for (const RawLine& line : raw)
    vocabulary.add(trim(bytes.substr(line.begin, line.end - line.begin)));
  const RepairContext context{Lexicon::french(), vocabulary};

  std::vector<TextLine> out;
  std::size_t blanks = 0;
  bool cut_word = false;
  int page = feeds ? 1 : 0;
  FlowStart start = FlowStart::page;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const auto whole = bytes.substr(raw[at].begin, raw[at].end - raw[at].begin);
    if (raw[at].feed) {
      ++page;
      start = FlowStart::page;
    }
    const auto text = trim(whole);
    if (text.empty() || furniture[at]) {
      blanks += text.empty();
      continue;
    }
    TextLine line;
    line.text.copy(text, static_cast<std::uint32_t>(text.data() - bytes.data()));
    line.text = repair_line(line.text, context, cut_word);
    cut_word = text.ends_with("-") || text.ends_with("\u00AD") || text.ends_with("\u2010");
    line.start = start;
    if (start == FlowStart::none && marks && whole[0] == ' ') line.start = FlowStart::mark;
    if (line.start == FlowStart::none && blanks >= 3) line.start = FlowStart::gap;
    line.blanks = blanks;
    line.page = page;
    line.number = static_cast<int>(at) + 1;
    line.bullet = bullet_of(line.text.text(), line.bullet_size);
    out.push_back(std::move(line));
    blanks = 0;
    start = FlowStart::none;
  }
  return out;
}

}  // namespace repere::corpus
