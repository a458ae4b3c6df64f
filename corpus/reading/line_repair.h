// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "lexicon.h"
#include "mapped_text.h"

namespace repere::corpus {

/// What the repairs of one report lean on.
struct RepairContext {
  const Lexicon& lexicon;
  const Vocabulary& vocabulary;

  bool knows(std::string_view word) const {
    return lexicon.has(word) || vocabulary.count(word) > 1;
  }
};

/// One line of extracted text made readable: signs (NFC, ligatures, soft hyphens, accents beside
/// their letter), letter-spaced and doubled words, stray spaces, lost ligatures, glued words.
/// Clean text passes through unchanged; the result of a repair is clean. cost: linear.
/// inside_word: the line begins with the rest of a word that the line before cut.
MappedText repair_line(const MappedText& line, const RepairContext& context,
                       bool inside_word = false);

/// The stages, for tests.
MappedText repair_signs(const MappedText& line, const RepairContext& context);
MappedText repair_spacing(const MappedText& line, const RepairContext& context);
MappedText repair_spaces(const MappedText& line, const RepairContext& context);
MappedText repair_words(const MappedText& line, const RepairContext& context,
                        bool inside_word = false);

enum class HyphenJoin { drop, keep };

/// Whether the hyphen at a line's end belongs to the word. before: the line up to the hyphen left
/// out; after: the next line.
HyphenJoin judge_hyphen(std::string_view before, std::string_view after,
                        const RepairContext& context);

}  // namespace repere::corpus
