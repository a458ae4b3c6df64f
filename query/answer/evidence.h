// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/extraction.h"
#include "repere/corpus/report.h"

namespace repere::query::answers {

/// A passage that may hold the answer, best first as retrieval gave them.
struct Evidence {
  std::string id;  ///< passage id, or the record's
  std::string document, title;
  std::vector<std::string> section;  ///< titles from the part down
  std::optional<int> year;           ///< of the document
  std::string territory;             ///< code of the document's territory, or empty
  double score = 0;                  ///< retrieval's, larger is better
  std::string text;                  ///< clean text of the whole passage
  /// Figures and entities read when the report was indexed; without them the passage is read now,
  /// alone, so that a figure's list head or heading may be out of sight.
  std::optional<corpus::Extraction> extraction;
};

/// What is known of the whole collection: how many of its passages hold a term.
struct Collection {
  double passages = 1;
  std::function<double(std::string_view term)> frequency;  ///< may be empty: every term is rare
};

}  // namespace repere::query::answers
