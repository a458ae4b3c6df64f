// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/analysis.h"

namespace repere::corpus {

/// Another way to say some words of a query.
struct Synonym {
  std::uint32_t first = 0;         ///< number of the first token it stands for
  std::uint32_t count = 0;         ///< how many tokens, stop words among them included
  std::string_view text;           ///< as the table spells it, for people
  std::vector<std::string> terms;  ///< its words as indexed, stop words left out
  double discount = 0;             ///< what it is worth beside the user's own words, 0 to 1
};

/// The administrative thesaurus: acronyms both ways, citizens' words to the administration's.
/// Read once on first use (some milliseconds); safe from any thread.
class Thesaurus {
 public:
  static const Thesaurus& instance();

  /// Synonyms of the words of a text, longest match first, in text order; overlapping shorter
  /// matches are left out. tokens: the analysis of text, stop words included.
  std::vector<Synonym> find(std::string_view text, std::span<const Token> tokens) const;

  /// Relations of the table; a two-way one counts once.
  std::size_t size() const { return relations_; }

 private:
  struct Entry {
    std::string key;        ///< terms parted by spaces
    std::string_view text;  ///< the other side
    bool capitals = false;  ///< only when typed in capitals
    bool acronym = false;   ///< from or to an acronym: the same thing, not a near one
  };
  Thesaurus();
  void add(std::string key, std::string_view from, std::string_view to, bool acronym);

  std::vector<Entry> entries_;  ///< sorted by key
  std::size_t relations_ = 0, longest_ = 0;
};

}  // namespace repere::corpus
