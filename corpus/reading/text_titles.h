// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text_blocks.h"

namespace repere::corpus {

/// The folded words of a title, sorted: what it is compared by.
using TitleWords = std::vector<std::string>;
TitleWords title_words(std::string_view title);

/// How much two titles say the same: common words over the words of the longer one, but 0.8 at
/// least when all words of the shorter one, four or more, are in the longer one. 0 to 1.
double similarity(const TitleWords& a, const TitleWords& b);

/// Whether a block may be a printed title: short, a capital first, no end of sentence, no figure
/// of a table. What follows it is not asked.
bool is_title_like(const TextBlock& block);

/// Whether a block is a title given the block behind it in its flow (nullptr: none): a line that
/// announces a list is not.
bool is_title(const TextBlock& block, const TextBlock* next);

/// Whether a block is prose: long enough to hold a sentence, or a closed sentence.
bool is_prose(const TextBlock& block);

/// A title as Section::title has it: no colon, no white space at its end.
MappedText as_title(const MappedText& text);

/// Joins neighbours that are one printed title: lines of one print that a capital parted, and a
/// quoted name under its kind (« Un exemple » then « « Le Forum » »).
void merge_titles(BlockedText& text, const RepairContext& context);

}  // namespace repere::corpus
