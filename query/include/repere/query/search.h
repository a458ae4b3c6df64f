// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "repere/corpus/extraction.h"
#include "repere/corpus/report.h"

namespace repere::query {

using corpus::ByteRange;

struct YearRange {
  int from = 0, to = 9999;  ///< both included
};

/// What narrows a search: OR within a list, AND across the lists.
struct Filters {
  std::vector<std::string> themes;       ///< theme codes; a parent holds its children
  std::vector<std::string> territories;  ///< codes; a territory holds those below it
  std::vector<YearRange> years;
  std::vector<std::string> documents;                  ///< document ids
  std::vector<std::string> organisations, programmes;  ///< canonical names
  bool empty() const {
    return themes.empty() && territories.empty() && years.empty() && documents.empty() &&
           organisations.empty() && programmes.empty();
  }
};

enum class Sort : std::uint8_t { relevance, year, place };

struct SearchRequest {
  std::string text;
  Filters filters;
  std::size_t offset = 0, limit = 10;  ///< limit 0 to 1000
  Sort sort = Sort::relevance;
  bool expand = true;  ///< add what the thesaurus says, shown in Understood::recognised
  bool with_facets = true;
  bool with_snippets = true;
};

/// A filter or a rewriting that was read in the query itself, so that the user can undo it.
struct Recognised {
  std::string kind;   ///< "territory", "year", "theme", "synonym", "correction"
  std::string value;  ///< code, year, added words
  std::string label;  ///< as shown
  ByteRange span;     ///< in the query
};

/// How a query or question was read.
struct Understood {
  std::string type;   ///< of a question: "figure" "amount" "share" "date" "person" … ; else ""
  std::string focus;  ///< the thing asked about
  std::string unit;   ///< the unit asked for, or ""
  std::optional<int> year;
  std::string territory;           ///< code, or ""
  std::vector<std::string> words;  ///< the terms searched, as typed
  std::vector<Recognised> recognised;
  std::vector<std::string> hints;  ///< « guillemet non fermé… », one line each, in French
};

/// A verbatim range of a passage's text with the matched words marked.
struct Snippet {
  ByteRange range;               ///< of Hit::text
  std::string text;              ///< exactly that range
  std::vector<ByteRange> marks;  ///< in text, increasing, disjoint
};

struct Hit {
  std::string id;  ///< passage id (or the record's)
  std::string document, title, publisher, url;
  corpus::Nature nature = corpus::Nature::original;
  std::optional<int> year;
  std::string territory, territory_name;
  std::vector<std::string> themes;   ///< codes, best first
  std::vector<std::string> section;  ///< titles from the part down
  corpus::PageQuality quality = corpus::PageQuality::digital;
  int page = 0;                      ///< 0 when the format has no pages
  std::uint32_t start = 0, end = 0;  ///< bytes of the source
  double score = 0;
  std::string text;  ///< the whole passage, clean
  std::vector<Snippet> snippets;
};

struct FacetValue {
  std::string value, label, parent;
  std::size_t count = 0;
  bool selected = false;
};

/// "theme", "territory", "year", "document", "organisation", "programme" → values, counted.
using Facets = std::map<std::string, std::vector<FacetValue>>;

struct SearchResult {
  std::string query;
  Understood understood;
  std::size_t total = 0;
  bool exact = true;  ///< false: at least `total`
  std::size_t offset = 0, limit = 0;
  std::string revision;  ///< of the index; changes with every build
  std::vector<Hit> hits;
  Facets facets;
  std::string did_you_mean;  ///< a spelling that would find more, or ""
};

struct Alternative {
  std::string answer, quote, document, title, passage, why;
  std::optional<int> year;
  std::string territory, territory_name;
  std::optional<double> value;
  std::string unit;
  int page = 0;
  double confidence = 0;
};

struct Answer {
  std::string question;
  bool answered = false;
  std::string answer;  ///< verbatim range of the report; the best candidate even when declined
  std::optional<double> value;
  std::string unit;
  std::string quote;             ///< clean text of `ranges`, joined by " […] "
  double confidence = 0;         ///< calibrated probability that the answer is right
  std::string declined_because;  ///< in French, when not answered
  std::string document, title, publisher, url, territory, territory_name;
  corpus::Nature nature = corpus::Nature::original;
  std::optional<int> year;
  int page = 0;
  std::vector<std::string> section;
  std::string passage;
  std::uint32_t start = 0, end = 0;  ///< bytes of the source that the answer stands on
  std::vector<ByteRange> ranges;     ///< of the quote, bytes of the source
  std::vector<ByteRange> marks;      ///< of the answer in the quote
  Understood understood;
  std::vector<Alternative> alternatives;  ///< at most five
  std::vector<Hit> nearest;               ///< passages to read when declined
};

struct FiguresRequest {
  std::string text;
  Filters filters;
  std::optional<double> min, max;
  std::string unit;
  std::vector<std::string> kinds;
  std::size_t offset = 0, limit = 50;
  std::string sort;  ///< "", "value", "-value", "year", "-year", "label"
};

/// A figure of the index with where it stands.
struct FigureHit {
  corpus::Figure figure;  ///< offsets in the source
  std::string text;       ///< as printed
  std::string sentence;   ///< the whole sentence
  std::string document, title, publisher, url, passage;
  corpus::Nature nature = corpus::Nature::original;
  std::vector<std::string> section;
  int page = 0;
};

struct FiguresResult {
  std::string query;
  Understood understood;
  std::size_t total = 0;
  bool exact = true;
  std::size_t offset = 0, limit = 0;
  std::string revision;
  std::vector<FigureHit> figures;
  Facets facets;
};

struct Suggestion {
  std::string text, kind;  ///< kind: "section" "entity" "figure" "territory" "word"
  std::size_t count = 0;
};

struct DocumentSummary {
  std::string id, title, publisher, url, licence, territory, territory_name;
  std::optional<int> year;
  corpus::Nature nature = corpus::Nature::original;
  corpus::Inferred inferred;
  std::size_t passages = 0, figures = 0, pages = 0;
};

/// A passage in its place, for the reading view.
struct PassageView {
  std::string id;
  std::string document;
  int section = 0;  ///< index in DocumentView::sections
  int page = 0;
  std::uint32_t start = 0, end = 0;  ///< bytes of the source
  std::string text;
  std::vector<std::pair<corpus::BlockKind, ByteRange>> blocks;  ///< ranges of text
  std::vector<FigureHit> figures;
};

struct DocumentView {
  DocumentSummary summary;
  std::vector<corpus::Section> sections;
  std::vector<corpus::Page> pages;
  std::vector<PassageView> passages;  ///< in reading order: the whole report
};

}  // namespace repere::query
