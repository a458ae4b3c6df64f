// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "repere/corpus/analysis.h"
#include "write/prepare.h"

namespace repere::indexer {
namespace {

using corpus::Block;
using corpus::BlockKind;
using corpus::ByteRange;
using corpus::Report;

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

bool is_prose(const Block& block) {
  return block.kind != BlockKind::heading && block.kind != BlockKind::toc_entry;
}

/// Collects neighbouring blocks and lets a passage go when it is long enough.
class Cutter {
 public:
  explicit Cutter(const Report& report)
      : report_(report),
        limit_(report.is_record ? record_words : longest_passage_words),
        target_(report.is_record ? record_words : passage_words) {}

  std::vector<Cut> run() {
    for (std::size_t i = 0; i < report_.blocks.size(); ++i) {
      if (is_prose(report_.blocks[i]))
        add(i);
      else if (report_.blocks[i].kind == BlockKind::toc_entry)
        close();
    }
    close();
    return std::move(cuts_);
  }

 private:
  void add(std::size_t index) {
    const Block& block = report_.blocks[index];
    const std::size_t words = count_words(report_.slice(block.clean));
    if (words > limit_) {
      close();
      cut_long(index);
      return;
    }
    const bool other_section = open_ && open_cut_.section != block.section;
    if (other_section ||
        (open_ && words_ + words > target_ && !(words_ < 40 && words_ + words <= limit_)))
      close();
    if (!open_) {
      open_cut_ = {block.clean, block.section, block.page, index, index};
      open_ = true;
      words_ = 0;
    }
    open_cut_.clean.end = block.clean.end;
    open_cut_.last_block = index;
    words_ += words;
  }

  /// A block longer than a passage goes out in pieces of whole sentences.
  void cut_long(std::size_t index) {
    const Block& block = report_.blocks[index];
    const auto text = report_.slice(block.clean);
    ByteRange piece{block.clean.begin, block.clean.begin};
    std::size_t words = 0;
    for (const auto& sentence : corpus::sentences(text)) {
      const std::size_t more = count_words(text.substr(sentence.begin, sentence.size()));
      if (words > 0 && words + more > passage_words) {
        cuts_.push_back({piece, block.section, block.page, index, index});
        piece = {block.clean.begin + sentence.begin, piece.end};
        words = 0;
      }
      piece.end = block.clean.begin + sentence.end;
      words += more;
    }
    if (words > 0) cuts_.push_back({piece, block.section, block.page, index, index});
  }

  void close() {
    if (open_) cuts_.push_back(open_cut_);
    open_ = false;
  }

  const Report& report_;
  std::size_t limit_, target_;
  std::vector<Cut> cuts_;
  Cut open_cut_;
  bool open_ = false;
  std::size_t words_ = 0;
};

}  // namespace

std::vector<Cut> cut_passages(const Report& report) { return Cutter(report).run(); }

}  // namespace repere::indexer
