// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pdf_words.h"

namespace repere::corpus {

/// A printed line of one column, in reading order with the others of its page.
struct PdfLine {
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;  ///< of most of its signs
  bool bold = false;
  bool row = false;  ///< a table's row, its cells put together
  int group = 0;     ///< lines of one group stand together: a paragraph, a title
  int column = 0;    ///< counts up where reading jumps back to a page's top
  std::string text;
};

/// Finds lines, columns, tables and the reading order of one page.
/// usual_gutter: where two columns part on other pages, or 0.
/// cost: quadratic in the groups of a page, of which there are at most most_groups.
std::vector<PdfLine> lay_out(const PdfPage& page, double usual_gutter = 0);

/// Where two columns of prose part on a page; 0 when they don't.
double gutter_of(const PdfPage& page);

}  // namespace repere::corpus
