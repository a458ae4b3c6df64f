// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "repere/corpus/analysis.h"
#include "repere/query/search.h"

namespace repere::query {

/// A word of a query as the index knows it.
struct QueryTerm {
  std::string term;       ///< as indexed
  std::string exact;      ///< as typed, lower case
  ByteRange span;         ///< in the query
  double weight = 1;      ///< below 1 for what was added, and for words that only name the answer
  bool added = false;     ///< of the family or by the thesaurus, not typed
  std::size_t base = 0;   ///< of an added one: the typed term it stands for
  std::size_t group = 0;  ///< of a synonym of several words: its number, from 1; 0 stands alone
};

/// What kind of thing a question waits for, as far as ranking cares.
enum class Wanted : std::uint8_t { anything, number, date, name };

/// Words that must stand together.
struct Phrase {
  std::vector<std::pair<std::string, int>> words;  ///< term, and its place from the first
  int window = 0;  ///< 0: exactly at these places; else all within so many words, in any order
};

/// What a passage must and must not hold. Empty: any word of the query is enough.
struct Constraints {
  std::vector<std::vector<std::string>> required;  ///< one term of each list
  std::vector<std::string> prefixes;               ///< one term of each, by its folded beginning
  std::vector<std::string> excluded;
  std::vector<Phrase> phrases, excluded_phrases;
  std::optional<double> least_amount, most_amount;  ///< a sum of money in between, in euros

  bool empty() const {
    return required.empty() && prefixes.empty() && excluded.empty() && phrases.empty() &&
           excluded_phrases.empty() && !least_amount && !most_amount;
  }
};

/// A user's text, read. Never an error: what could not be read is a hint.
struct ParsedQuery {
  std::vector<QueryTerm> terms;    ///< distinct, in order of first appearance, added ones last
  std::vector<std::size_t> order;  ///< terms in the order typed, repeats kept, added ones left out
  Wanted wanted = Wanted::anything;
  Constraints constraints;
  Filters filters;  ///< said with « territoire: », « année: », « thème: », « document: »
  std::vector<Recognised> recognised;
  std::vector<std::string> hints;
};

struct ParseOptions {
  bool families = true;   ///< add words of the same family
  bool thesaurus = true;  ///< add what the thesaurus says
};

/// Reads a query. Words and, in this language, at any place:
///
///     "a b"                   these words together
///     -word  -"a b"  SAUF x   not this one
///     a ET b   +a             both; this one
///     a OU b                  one of them (what words mean anyway, beside ET)
///     a PROCHE b              within ten words of each other
///     mot*                    words that begin so
///     thème: territoire: année:2014..2016 document: montant:>1M€
///
/// Operators in capitals, since « ou » and « et » are words. A phrase, a required word or a filter
/// narrows; plain words rank. Quoted words are taken as typed: nothing is added to them.
/// cost: linear in bytes; 8 192 bytes and 64 words at most are read.
ParsedQuery parse(std::string_view text, corpus::Analyzer& analyzer,
                  const ParseOptions& options = {});

}  // namespace repere::query
