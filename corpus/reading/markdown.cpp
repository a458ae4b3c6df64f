// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "characters.h"
#include "readers.h"
#include "report_builder.h"
#include "rewriter.h"
#include "text_blocks.h"

namespace repere::corpus {
namespace {

std::size_t heading_marks(std::string_view line) {
  std::size_t count = 0;
  while (count < line.size() && line[count] == '#') ++count;
  return count >= 1 && count <= 6 && (count == line.size() || line[count] == ' ') ? count : 0;
}

bool is_rule(std::string_view line) {
  std::size_t signs = 0;
  for (const char c : line) {
    if (c == ' ') continue;
    if (c != '-' && c != '*' && c != '_' && c != '=') return false;
    ++signs;
  }
  return signs >= 2;
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

/// Emphasis, code marks and link targets left out; what is read stays mapped.
MappedText inline_text(std::string_view text, std::uint32_t begin) {
  MappedText whole;
  whole.copy(text, begin);
  Rewriter out(whole);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool pair = at + 1 < text.size() && text[at + 1] == c;
    if ((c == '*' || c == '_') && pair) {
      out.replace(at, at + 2, "");
      ++at;
    } else if (c == '`') {
      out.replace(at, at + 1, "");
    } else if (c == '\\' && at + 1 < text.size() &&
               std::string_view("*_#[]()`|-.!").find(text[at + 1]) != std::string_view::npos) {
      out.replace(at, at + 1, "");
      ++at;
    } else if (c == ']' && at + 1 < text.size() && text[at + 1] == '(') {
      const auto end = text.substr(0, std::min(text.size(), at + 2048)).find(')', at);
      if (end == std::string_view::npos) continue;
      out.replace(at, end + 1, "");
      at = end;
    } else if (c == '[' && text.substr(at, 2048).find("](") != std::string_view::npos) {
      const bool image = at > 0 && text[at - 1] == '!';
      out.replace(image ? at - 1 : at, at + 1, "");
    }
  }
  return out.finish();
}

/// One pass over the lines; a paragraph ends at an empty line or where another block begins.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view bytes, const RepairContext& context)
      : bytes_(bytes), context_(context) {}

  Report run(const Description& description) {
    std::size_t at = bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    at = after_front_matter(at);
    while (at < bytes_.size()) {
      const auto end = std::min(bytes_.find('\n', at), bytes_.size());
      auto line = bytes_.substr(at, end - at);
      while (line.ends_with("\r")) line.remove_suffix(1);
      read_line(line, static_cast<std::uint32_t>(at));
      at = end + 1;
    }
    flush();
    Report report = builder_.finish(description);
    if (report.title.empty() && !first_title_.empty()) {
      report.title = first_title_;
      report.inferred.title = true;
    }
    return report;
  }

 private:
  std::size_t after_front_matter(std::size_t at) const {
    if (bytes_.substr(at, 4) != "---\n") return at;
    const auto end = bytes_.find("\n---\n", at + 3);
    return end == std::string_view::npos ? at : end + 5;
  }

  void read_line(std::string_view raw, std::uint32_t begin) {
    std::string_view line = trim(raw);
    begin += static_cast<std::uint32_t>(line.data() - raw.data());
    if (line.starts_with("```") || line.starts_with("~~~")) return flush();
    if (line.empty()) {
      flush();
      head_ = keeps_head_ ? head_ : -1;
      return;
    }
    while (line.starts_with(">")) {
      const auto inner = trim(line.substr(1));
      begin += static_cast<std::uint32_t>(inner.data() - line.data());
      line = inner;
      quoted_ = true;
    }
    if (const auto marks = heading_marks(line); marks > 0) return heading(line, begin, marks);
    if (!text_.empty() && bullet_ == Bullet::none && line.size() >= 3 && is_rule(line) &&
        (line[0] == '=' || line[0] == '-'))
      return underlined(line[0] == '=' ? 1 : 2);
    if (is_table_rule(line)) return;
    if (is_rule(line) && line.size() >= 3) return flush();
    if (line.starts_with("|")) return table_row(line, begin);
    paragraph_line(line, begin);
  }

  void heading(std::string_view line, std::uint32_t begin, std::size_t marks) {
    flush();
    std::string_view title = line.substr(marks);
    while (title.ends_with("#")) title.remove_suffix(1);
    title = trim(title);
    if (title.empty()) return;
    open(static_cast<int>(marks),
         inline_text(title, begin + static_cast<std::uint32_t>(title.data() - line.data())));
  }

  void underlined(int level) {
    const MappedText title = std::move(text_);
    text_ = {};
    open(level, title);
  }

  /// A lone first title of level 1 names the report; the levels below it move up by one.
  void open(int level, const MappedText& title) {
    if (first_title_.empty() && builder_.report().blocks.empty() && level == 1) {
      first_title_ = title.text();
      builder_.block(BlockKind::heading, title, 0, 0);
      shift_ = 1;
      return;
    }
    if (level == 1) shift_ = 0;
    level = std::max(1, level - shift_);
    int parent = section_;
    while (builder_.section(parent).level >= level) parent = builder_.section(parent).parent;
    section_ = builder_.open(level, SectionKind::body, parent, title, 0);
    head_ = -1;
  }

  void table_row(std::string_view line, std::uint32_t begin) {
    flush();
    MappedText row;
    std::size_t cells = 0;
    for (std::size_t at = 0; at < line.size();) {
      const auto end = std::min(line.find('|', at), line.size());
      const auto cell = trim(line.substr(at, end - at));
      if (!cell.empty()) {
        if (cells++ > 0) row.insert(" | ");
        row.append(
            inline_text(cell, begin + static_cast<std::uint32_t>(cell.data() - line.data())));
      }
      at = end + 1;
    }
    const int index = builder_.block(BlockKind::table_row, row, section_, 0, table_);
    if (table_ < 0) table_ = index;
    in_table_ = true;
  }

  void paragraph_line(std::string_view line, std::uint32_t begin) {
    std::size_t mark = 0;
    const std::string_view plus = line.starts_with("+ ") ? line.substr(0, 2) : std::string_view();
    Bullet bullet = plus.empty() ? bullet_of(line, mark) : Bullet::dash;
    if (!plus.empty()) mark = 2;
    if (in_table_) flush();
    if (bullet != Bullet::none) {
      flush();
      bullet_ = bullet;
      begin += static_cast<std::uint32_t>(mark);
      line.remove_prefix(mark);
    }
    if (!text_.empty()) text_.insert(" ");
    text_.append(inline_text(line, begin));
  }

  void flush() {
    in_table_ = false;
    table_ = -1;
    const MappedText text = repair_line(text_, context_);
    text_ = {};
    const bool item = bullet_ != Bullet::none;
    const bool boxed = quoted_;
    bullet_ = Bullet::none;
    quoted_ = false;
    if (text.empty()) return;
    const BlockKind kind = item    ? BlockKind::list_item
                           : boxed ? BlockKind::box
                                   : BlockKind::paragraph;
    const int index = builder_.block(kind, text, section_, 0, item ? head_ : -1);
    if (!item) {
      head_ = index;
      keeps_head_ = text.text().ends_with(":");
    }
  }

  std::string_view bytes_;
  const RepairContext& context_;
  ReportBuilder builder_;
  MappedText text_;
  Bullet bullet_ = Bullet::none;
  std::string first_title_;
  int section_ = 0, head_ = -1, table_ = -1, shift_ = 0;
  bool quoted_ = false, in_table_ = false, keeps_head_ = false;
};

}  // namespace

Report read_markdown(std::string_view bytes, const Description& description) {
  Vocabulary vocabulary;
  return MarkdownReader(bytes, {Lexicon::french(), vocabulary}).run(description);
}

}  // namespace repere::corpus
