// SPDX-License-Identifier: GPL-2.0-or-later
// Text as an extractor gave it: lines → blocks → titles and contents page → roles → sections.
#include "readers.h"
#include "text_structure.h"

namespace repere::corpus {

Report read_plain_text(std::string_view bytes, const Description& description) {
  Vocabulary vocabulary;
  const auto lines = read_lines(bytes, vocabulary);
  ReportBuilder builder;
  structure_lines(lines, {Lexicon::french(), vocabulary}, builder);
  return builder.finish(description);
}

}  // namespace repere::corpus
