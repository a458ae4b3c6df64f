// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_titles.h"

#include <algorithm>
#include <iterator>

#include "characters.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

constexpr std::size_t longest_title = 260;  ///< bytes
constexpr std::size_t most_lines = 7;

bool ends_with_year(std::string_view text) {
  if (text.size() < 4) return false;
  const auto year = text.substr(text.size() - 4);
  if (year.find_first_not_of("0123456789") != std::string_view::npos) return false;
  const bool alone =
      text.size() == 4 || !is_digit(static_cast<unsigned char>(text[text.size() - 5]));
  return alone && (year.starts_with("19") || year.starts_with("20"));
}

/// « Nombre de dossiers 3 262 »: a row of a table, not a title.
bool ends_with_figure(std::string_view text) {
  if (text.empty() || !is_digit(last_sign(text))) return false;
  return !ends_with_year(text) && text.find(' ') != std::string_view::npos &&
         last_token(text).size() > 1;
}

bool holds_sentence_end(std::string_view text) {
  for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 2)) {
    const bool abbreviation = at < 3 || is_upper(decode_before(text, at).value);
    if (!abbreviation && at + 2 < text.size() && is_upper(first_sign(text.substr(at + 2))))
      return true;
  }
  return false;
}

std::string_view without_colon(std::string_view text) {
  text = trim(text);
  while (text.ends_with(":")) text = trim(text.substr(0, text.size() - 1));
  return text;
}

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint code = decode(text, at);
    count += is_letter(code.value);
    at += code.size;
  }
  return count;
}

bool one_title(const TextBlock& above, const TextBlock& below) {
  if (above.style != below.style || above.row || below.row) return false;
  if (above.flow != below.flow || below.bullet != Bullet::none) return false;
  if (!is_title_like(above) || !is_title_like(below)) return false;
  if (above.string().ends_with(":")) return false;
  if (above.string().size() + below.string().size() > longest_title) return false;
  const bool quoted = below.string().starts_with("«") || below.string().starts_with("“");
  return above.run_in || quoted;
}

}  // namespace

TitleWords title_words(std::string_view title) {
  TitleWords words;
  std::string word;
  for (const char c : fold(title) + " ") {
    const bool inside =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (inside) {
      word += c;
    } else if (!word.empty()) {
      if (word.size() > 1) words.push_back(word);
      word.clear();
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

double similarity(const TitleWords& a, const TitleWords& b) {
  if (a.empty() || b.empty()) return 0;
  TitleWords common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  const auto shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  const double share = static_cast<double>(common.size()) / static_cast<double>(longer);
  const bool contained = common.size() == shorter && shorter >= 4 && shorter * 2 >= longer;
  return contained ? std::max(share, 0.8) : share;
}

bool is_title_like(const TextBlock& block) {
  const std::string& text = block.string();
  if (text.size() > longest_title || block.lines > most_lines) return false;
  if (block.bullet == Bullet::dash || block.row || ends_with_leader(text)) return false;
  const char32_t first =
      block.bullet == Bullet::number
          ? first_sign(std::string_view(text).substr(std::min(text.size(), text.find(' '))))
          : first_sign(text);
  if (!is_upper(first) || count_letters(text) < 3) return false;
  const std::string_view core = without_colon(text);
  const char32_t last = last_sign(core);
  if (last == '.' || last == ',' || last == ';' || last == 0x2026 || is_hanging(core)) return false;
  if (text.find('%') != std::string::npos || text.find("€") != std::string::npos) return false;
  return !ends_with_figure(core) && !holds_sentence_end(text);
}

bool is_title(const TextBlock& block, const TextBlock* next) {
  if (!is_title_like(block)) return false;
  if (!trim(block.string()).ends_with(":")) return true;
  if (next == nullptr) return false;
  const char32_t first = first_sign(next->string());
  if (next->bullet == Bullet::none)
    return (is_upper(first) || is_digit(first)) && block.string().size() <= 120;
  // A list that starts with capitals under a bulleted line of another kind is a list of examples.
  return block.bullet != Bullet::none && next->bullet != block.bullet && is_upper(first);
}

bool is_prose(const TextBlock& block) {
  const std::string& text = block.string();
  if (text.size() >= 160) return true;
  const bool words = std::count(text.begin(), text.end(), ' ') >= 4;
  return words && (is_terminal(text) || !is_title_like(block)) &&
         count_letters(text) * 2 > width_of(text);
}

MappedText as_title(const MappedText& text) {
  const auto core = without_colon(text.text());
  return text.slice(static_cast<std::size_t>(core.data() - text.text().data()),
                    static_cast<std::size_t>(core.data() - text.text().data()) + core.size());
}

void merge_titles(BlockedText& text, const RepairContext& context) {
  std::vector<TextBlock> merged;
  std::size_t flow = 0;
  const auto sync = [&](std::size_t at) {
    while (flow < text.flows.size() && text.flows[flow].first == at)
      text.flows[flow++].first = merged.size();
  };
  for (std::size_t at = 0; at < text.blocks.size(); ++at) {
    sync(at);
    TextBlock& block = text.blocks[at];
    if (!merged.empty() && one_title(merged.back(), block)) {
      TextBlock& above = merged.back();
      if (above.parts.empty()) above.parts.push_back(above.text);
      above.parts.push_back(block.text);
      join_text(above.text, block.text, context);
      above.lines += block.lines;
      above.last_line = block.last_line;
      above.airy = above.airy || block.airy;
      above.run_in = block.run_in;
      continue;
    }
    merged.push_back(std::move(block));
  }
  text.blocks = std::move(merged);
  for (std::size_t at = 0; at < text.flows.size(); ++at)
    text.flows[at].last =
        at + 1 < text.flows.size() ? text.flows[at + 1].first : text.blocks.size();
}

}  // namespace repere::corpus
