// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_blocks.h"

#include <algorithm>
#include <array>

#include "characters.h"
#include "repere/corpus/analysis.h"
#include "text_tables.h"

namespace repere::corpus {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::size_t looked_at = 512;      ///< bytes of a block's end that decide how it goes on
constexpr std::size_t longest_title = 240;  ///< bytes; a printed title is shorter

/// A block's end: a block may be the whole file, and each of its lines looks back.
std::string_view tail_of(std::string_view text) {
  return text.substr(text.size() > looked_at ? text.size() - looked_at : 0);
}

bool ends_with_apostrophe(std::string_view text) {
  return text.ends_with("'") || text.ends_with("’");
}

/// Bytes of the hyphen that cuts a text's last word; 0 when none does.
std::size_t cut_size(std::string_view text) {
  for (const std::string_view hyphen :
       {soft_hyphen, std::string_view("-"), std::string_view("\u2010")}) {
    if (!text.ends_with(hyphen) || text.size() == hyphen.size()) continue;
    const bool word = is_letter(decode_before(text, text.size() - hyphen.size()).value);
    if (word || hyphen == soft_hyphen) return hyphen.size();
  }
  return 0;
}

bool ends_with_cut(std::string_view text) { return cut_size(text) > 0; }

bool ends_with_range(std::string_view text) {
  return text.size() > 1 && text.back() == '-' &&
         is_digit(static_cast<unsigned char>(text[text.size() - 2]));
}

bool is_address(std::string_view text) {
  const auto begin = text.find_last_of(" (");
  const auto token = text.substr(begin == std::string_view::npos ? 0 : begin);
  return token.find("www.") != std::string_view::npos ||
         token.find("http") != std::string_view::npos || token.find('@') != std::string_view::npos;
}

std::size_t count_of(std::string_view text, std::string_view sign) {
  std::size_t count = 0;
  for (auto at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + sign.size()))
    ++count;
  return count;
}

bool in_open_quote(std::string_view text) { return count_of(text, "«") > count_of(text, "»"); }

/// Upper quartile of the widths of lines: what a full line of a flow measures.
std::size_t usual_width(std::vector<std::size_t> widths) {
  if (widths.empty()) return 0;
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 3 / 4);
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

class Grouping {
 public:
  Grouping(const std::vector<TextLine>& lines, const RepairContext& context)
      : lines_(lines), context_(context) {}

  BlockedText run() {
    measure();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].start != FlowStart::none || out_.blocks.empty()) {
        open_flow(lines_[at]);
        begin_block(at);
      } else if (continues(at)) {
        extend(at);
      } else {
        const bool item =
            lines_[at].bullet == Bullet::none && out_.blocks.size() > 1 && is_unmarked_item(at);
        if (item) out_.blocks.back().bullet = Bullet::dash;
        out_.blocks.back().run_in = lines_[at].blanks == 0;
        begin_block(at);
        if (item) out_.blocks.back().bullet = Bullet::dash;
      }
    }
    if (!out_.flows.empty()) out_.flows.back().last = out_.blocks.size();
    return std::move(out_);
  }

 private:
  void measure() {
    std::vector<std::size_t> all, flow;
    for (const TextLine& line : lines_) {
      if (line.start != FlowStart::none && !flow.empty()) {
        widths_.push_back(usual_width(std::move(flow)));
        flow.clear();
      }
      flow.push_back(width_of(line.text.text()));
      all.push_back(flow.back());
    }
    widths_.push_back(usual_width(std::move(flow)));
    out_.column = usual_width(std::move(all));
  }

  void open_flow(const TextLine& line) {
    if (!out_.flows.empty()) out_.flows.back().last = out_.blocks.size();
    out_.flows.push_back(
        {line.start, out_.blocks.size(), 0, widths_[out_.flows.size()], line.page});
  }

  void begin_block(std::size_t at) {
    const TextLine& line = lines_[at];
    TextBlock block;
    block.text = line.bullet == Bullet::none || line.bullet == Bullet::number
                     ? line.text
                     : line.text.slice(line.bullet_size, line.text.text().size());
    block.bullet = line.bullet;
    block.flow = static_cast<int>(out_.flows.size()) - 1;
    block.page = line.page;
    block.first_line = block.last_line = line.number;
    block.lines = 1;
    block.style = line.style;
    block.row = line.row;
    block.width = width_of(line.text.text());
    out_.blocks.push_back(std::move(block));
  }

  void extend(std::size_t at) {
    TextBlock& block = out_.blocks.back();
    block.airy = block.airy || (lines_[at].blanks > 0 && block.bullet == Bullet::none);
    join_text(block.text, lines_[at].text, context_);
    block.last_line = lines_[at].number;
    block.width = std::max(block.width, width_of(lines_[at].text.text()));
    ++block.lines;
  }

  /// The line before broke although the next word had room: somebody ended it there.
  bool broken_early(std::size_t at) const {
    const auto width = width_of(lines_[at - 1].text.text());
    const auto word = width_of(first_token(lines_[at].text.text()));
    const auto full = widths_[out_.flows.size() - 1];
    return (width + 1 + word) * 100 <= full * 85;
  }

  /// Under a line that ends with a colon, lines closed by semicolons are items whose bullets are
  /// drawn rather than written.
  bool is_unmarked_item(std::size_t at) const {
    const auto& blocks = out_.blocks;
    if (blocks.size() < 2 || !trim(blocks.back().string()).ends_with(";") || lines_[at].blanks > 1)
      return false;
    const TextBlock& above = blocks[blocks.size() - 2];
    return trim(above.string()).ends_with(":") ||
           (above.bullet != Bullet::none && above.string().ends_with(";"));
  }

  bool continues(std::size_t at) const {
    const TextLine& line = lines_[at];
    const TextBlock& block = out_.blocks.back();
    if (line.bullet != Bullet::none || line.row || block.row || line.style != block.style)
      return false;
    if (line.style > 0 && line.blanks == 0) return true;
    const std::string_view before = tail_of(block.string()), after = line.text.text();
    if (is_unmarked_item(at) || ends_with_leader(before)) return false;
    if (is_figure_only(before) && is_figure_only(after)) return false;
    if (ends_with_cut(before)) return true;
    if (line.blanks > 0) {
      if (is_terminal(before)) return false;
      return begins_inside(after) || is_hanging(before);
    }
    if (begins_inside(after)) return true;
    if (is_terminal(before)) return !broken_early(at) || !is_upper(first_sign(after));
    if (is_hanging(before) || in_open_quote(before)) return true;
    if (!is_upper(first_sign(after))) return true;
    // A capital behind an unfinished line: a title that its text follows, or a name in a sentence.
    if (broken_early(at)) return false;
    return block.lines > 4 || block.string().size() > longest_title || !starts_sentence(after);
  }

  const std::vector<TextLine>& lines_;
  const RepairContext& context_;
  std::vector<std::size_t> widths_;
  BlockedText out_;
};

}  // namespace

bool ends_with_leader(std::string_view text) {
  while (!text.empty() && is_digit(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  text = trim(text);
  return text.ends_with("..") || text.ends_with("…") || text.ends_with(". .");
}

std::string_view first_token(std::string_view text) {
  return text.substr(0, std::min(text.find(' '), text.size()));
}

std::string_view last_token(std::string_view text) {
  text = trim(text);
  const auto at = text.rfind(' ');
  return at == std::string_view::npos ? text : text.substr(at + 1);
}

bool is_terminal(std::string_view text) {
  static constexpr std::u32string_view signs = U".!?…:;";
  return signs.find(last_sign(text)) != std::u32string_view::npos;
}

bool is_function_word(std::string_view word) {
  static constexpr std::array<std::string_view, 38> words = {
      "à",    "au",   "aux", "avec", "ce",  "ces",  "cette", "chez", "dans", "de",
      "des",  "dont", "du",  "en",   "et",  "la",   "le",    "les",  "leur", "leurs",
      "mais", "ou",   "par", "pour", "que", "qui",  "sa",    "sans", "se",   "ses",
      "son",  "sous", "sur", "un",   "une", "vers", "entre", "nos"};
  const std::string lower = lower_case(word);
  return std::find(words.begin(), words.end(), lower) != words.end();
}

bool is_hanging(std::string_view text) {
  if (text.ends_with(",") || text.ends_with(" -") || text.ends_with(" –") || ends_with_cut(text) ||
      ends_with_apostrophe(text))
    return true;
  return is_function_word(last_token(text));
}

bool begins_inside(std::string_view text) {
  const char32_t first = first_sign(text);
  return is_lower(first) || first == ',' || first == ')' || first == 0xBB || first == ';' ||
         first == ':';
}

bool starts_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 56> words = {
      "le",     "la",     "les",   "un",   "une",       "des",    "du",        "en",
      "dans",   "au",     "aux",   "il",   "elle",      "ils",    "elles",     "ce",
      "cette",  "ces",    "cet",   "pour", "par",       "avec",   "afin",      "ainsi",
      "depuis", "lors",   "sur",   "sous", "selon",     "après",  "avant",     "outre",
      "à",      "a",      "grâce", "face", "enfin",     "si",     "quant",     "plus",
      "de",     "nous",   "on",    "mais", "toutefois", "chaque", "plusieurs", "de",
      "tous",   "toutes", "cela",  "leur", "son",       "ses",    "dès",       "entre"};
  if (!is_upper(first_sign(text))) return false;
  std::string_view token = first_token(text);
  for (const std::string_view mark : {"'", "’"}) {
    const auto at = token.find(mark);
    if (at == std::string_view::npos) continue;
    const std::string elided = lower_case(token.substr(0, at));
    return elided == "l" || elided == "d" || elided == "c" || elided == "qu" || elided == "s" ||
           elided == "n" || elided == "jusqu";
  }
  while (!token.empty() && !is_letter(decode_before(token, token.size()).value))
    token.remove_suffix(1);
  const std::string lower = lower_case(token);
  return std::find(words.begin(), words.end(), lower) != words.end();
}

void join_text(MappedText& text, const MappedText& next, const RepairContext& context) {
  const std::string_view before = tail_of(text.text());
  if (before.ends_with(soft_hyphen)) {
    text.drop_back(soft_hyphen.size());
  } else if (const auto size = cut_size(before); size > 0) {
    const auto word = before.substr(0, before.size() - size);
    if (!is_address(before) && judge_hyphen(word, next.text(), context) == HyphenJoin::drop)
      text.drop_back(size);
  } else if (ends_with_range(before) && is_digit(first_sign(next.text()))) {
    // « 2014-\n2020 »
  } else if (!ends_with_apostrophe(before) && !before.empty()) {
    text.insert(" ");
  }
  text.append(next);
}

BlockedText group_lines(const std::vector<TextLine>& lines, const RepairContext& context) {
  return Grouping(lines, context).run();
}

}  // namespace repere::corpus
