// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/result.h"

namespace repere::corpus {

/// A word as printed; points from the page's top left corner.
struct PdfWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;  ///< of its font, in points; 0 when unknown
  bool bold = false;
  bool space_after = true;
  std::string text, font;
};

struct PdfPage {
  int number = 0;  ///< from 1
  double width = 0, height = 0;
  std::vector<PdfWord> words;
};

struct PdfDocument {
  std::string title, author;  ///< as the file's own description has them
  int page_count = 0;
  bool whole = false;  ///< false when the worker ended before its last page
  std::string fault;   ///< "broken", "encrypted", "empty", or nothing
  std::vector<PdfPage> pages;
};

/// Reads what the worker wrote, tab-parted, one record a line: D title author pages; P number width
/// height; W left top right bottom size bold space rotation text font; E fault; Z the end.
/// Lines that are no record are left out: the worker has read hostile bytes. cost: linear.
PdfDocument parse_words(std::string_view output);

}  // namespace repere::corpus
