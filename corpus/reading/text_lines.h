// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "line_repair.h"
#include "mapped_text.h"

namespace repere::corpus {

enum class Bullet { none, dot, dash, number };

/// How a flow of text begins. A flow is what an extractor gave in one piece: a page, a column, a
/// box.
enum class FlowStart { none, page, gap, mark };

/// One printed line, repaired and trimmed.
struct TextLine {
  MappedText text;
  std::size_t blanks = 0;             ///< empty lines before it
  FlowStart start = FlowStart::none;  ///< page: form feed; gap: three empty lines; mark: one space
  int page = 0;                       ///< from 1; 0 when the text shows no pages
  Bullet bullet = Bullet::none;
  std::size_t bullet_size = 0;  ///< bytes of the bullet and its space at the line's start
  int style = 0;                ///< how it is printed where fonts are known: 0 as the body, n the
                                ///< n-th largest of the titles, -1 another print
  bool row = false;             ///< a table's row
  int number = 0;               ///< from 1, in the source
};

/// Cuts a text into lines, repaired, page numbers and running heads left out.
/// bytes: valid UTF-8. cost: linear.
/// vocabulary: filled with the words the text spells itself.
std::vector<TextLine> read_lines(std::string_view bytes, Vocabulary& vocabulary);

/// The bullet a line starts with.
Bullet bullet_of(std::string_view line, std::size_t& size);

}  // namespace repere::corpus
