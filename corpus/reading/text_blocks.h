// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "text_lines.h"

namespace repere::corpus {

/// Lines that belong together: a paragraph, a list item, a printed title.
struct TextBlock {
  MappedText text;  ///< bullet left out, lines joined
  Bullet bullet = Bullet::none;
  int flow = 0;
  int page = 0;
  int first_line = 0, last_line = 0;
  std::size_t lines = 0;
  std::size_t width = 0;          ///< of its widest line, in signs
  bool airy = false;              ///< its lines stand apart by empty lines: large print
  std::vector<MappedText> parts;  ///< the titles it was put together from, when several
  int style = 0;                  ///< as TextLine::style
  bool row = false;               ///< a row of a table
  bool run_in = false;            ///< the next block follows without an empty line

  const std::string& string() const { return text.text(); }
};

/// What an extractor gave in one piece: a page, a column, a box.
struct TextFlow {
  FlowStart start = FlowStart::page;
  std::size_t first = 0, last = 0;  ///< blocks [first, last)
  std::size_t width = 0;            ///< of its lines of prose: the upper quartile, in signs
  int page = 0;
};

struct BlockedText {
  std::vector<TextBlock> blocks;
  std::vector<TextFlow> flows;
  std::size_t column = 0;  ///< usual width of a line of prose in the whole text
};

/// Groups lines into blocks, words cut at line ends joined, each block in its flow.
BlockedText group_lines(const std::vector<TextLine>& lines, const RepairContext& context);

/// Whether a text ends a sentence, or announces a list.
bool is_terminal(std::string_view text);
/// Whether a text that ends so must go on: a comma, a function word, a cut word.
bool is_hanging(std::string_view text);
/// Whether a text that begins so goes on from an earlier one.
bool begins_inside(std::string_view text);
/// Whether a text is a line of a contents page with its leader: « Emploi ........ 12 ».
bool ends_with_leader(std::string_view text);
/// A word that cannot end a title or a sentence (« de », « et », « pour »).
bool is_function_word(std::string_view word);
/// A first word that only the start of a sentence writes with a capital (« Les », « Dans »).
bool starts_sentence(std::string_view text);
/// Joins a continuation to a text: a cut word closed, else one space.
void join_text(MappedText& text, const MappedText& next, const RepairContext& context);

std::string_view first_token(std::string_view text);
std::string_view last_token(std::string_view text);

}  // namespace repere::corpus
