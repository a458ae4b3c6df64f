// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/ask.h"

#include <algorithm>
#include <utility>

#include "answer/synonyms.h"
#include "parse/parsed_query.h"
#include "rank/rank.h"
#include "repere/corpus/territories.h"
#include "repere/storage/schema.h"
#include "view/view.h"

namespace repere::query::answers {
namespace {

constexpr std::size_t passages_read = 20;  ///< what the model was trained on
constexpr std::size_t passages_shown = 5;  ///< the nearest, when declined
constexpr double synonym_weight = 0.25;

/// The question's words, and at a discount those that reports may use in their stead.
ParsedQuery query_of(const Question& question, corpus::Analyzer& analyzer) {
  ParsedQuery out = parse(question.text, analyzer);
  for (const QuestionTerm& from : question.terms)
    for (const std::string& term : synonym_terms(from.folded)) {
      const bool known = std::any_of(out.terms.begin(), out.terms.end(),
                                     [&](const QueryTerm& t) { return t.term == term; });
      if (!known) out.terms.push_back({term, from.folded, from.span, synonym_weight, true});
    }
  return out;
}

Evidence evidence_of(const OpenIndex& index, View& view, const Ranked& ranked) {
  const auto stored = index.passage(ranked.place);
  const auto& head = view.report(ranked.place).head;
  Evidence out;
  out.id = head.is_record ? head.id : stored.id;
  out.document = head.id;
  out.title = head.title;
  out.section = corpus::section_path(head, static_cast<int>(stored.section));
  out.year = head.year;
  out.territory = head.territory;
  out.score = ranked.score;
  out.text = stored.text;
  corpus::Extraction read;
  read.entities = stored.entities;
  for (std::uint32_t i = 0; i < stored.figure_count; ++i)
    read.figures.push_back(index.segment(ranked.place).figure(stored.first_figure + i).figure);
  out.extraction = std::move(read);
  return out;
}

std::string territory_name(std::string_view code) {
  const auto* territory = corpus::territory_by_code(code);
  return territory ? std::string(territory->name) : std::string();
}

Understood understood_of(const Question& question) {
  Understood out;
  out.type = to_string(question.type);
  out.focus = question.focus;
  out.unit = question.unit;
  if (!question.years.empty()) out.year = question.years.back();
  out.territory = question.territory;
  for (const QuestionTerm& term : question.terms)
    out.words.push_back(question.text.substr(term.span.begin, term.span.size()));
  return out;
}

Alternative alternative_of(const OpenIndex& index, View& view, const Retrieved& retrieved,
                           const Finding& finding) {
  const auto place = retrieved.places[finding.evidence];
  const auto stored = index.passage(place);
  const auto& head = view.report(place).head;
  Alternative out;
  out.answer = quoted(stored, finding.answer);
  out.quote = quoted(stored, finding.quote);
  out.document = head.id;
  out.title = head.title;
  out.passage = retrieved.evidence[finding.evidence].id;
  out.year = finding.year;
  out.territory = finding.territory;
  out.territory_name = territory_name(finding.territory);
  out.value = finding.value;
  out.unit = finding.unit;
  out.page = static_cast<int>(stored.page);
  out.confidence = finding.confidence;
  return out;
}

/// Where the answer stands in the quote as shown, « […] » included.
std::vector<ByteRange> marks_of(const Answer& answer) {
  const auto at = answer.quote.find(answer.answer);
  if (answer.answer.empty() || at == std::string::npos) return {};
  return {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + answer.answer.size())}};
}

void fill(const OpenIndex& index, View& view, const Retrieved& retrieved, const Finding& finding,
          Answer& out) {
  const auto place = retrieved.places[finding.evidence];
  const auto stored = index.passage(place);
  const Hit hit = view.hit(place, stored);
  out.answer = quoted(stored, finding.answer);
  out.value = finding.value;
  out.unit = finding.unit;
  out.quote = quoted(stored, finding.quote);
  out.ranges = source_ranges(stored, finding.quote);
  const ByteRange extent = source_extent(stored, finding.answer);
  out.start = extent.begin;
  out.end = extent.end;
  out.marks = marks_of(out);
  out.confidence = finding.confidence;
  out.document = hit.document;
  out.title = hit.title;
  out.publisher = hit.publisher;
  out.url = hit.url;
  out.nature = hit.nature;
  out.year = finding.year;
  out.territory = finding.territory;
  out.territory_name = territory_name(finding.territory);
  out.page = hit.page;
  out.section = hit.section;
  out.passage = hit.id;
}

}  // namespace

Collection collection_of(const OpenIndex& index) {
  return {static_cast<double>(index.passages().get_doccount()), [&index](std::string_view term) {
            return static_cast<double>(index.passages().get_termfreq(storage::term("", term)));
          }};
}

Retrieved retrieve(const OpenIndex& index, const Question& question, const Xapian::Query& filter,
                   std::size_t limit, corpus::Analyzer& analyzer) {
  Retrieved out;
  const ParsedQuery query = query_of(question, analyzer);
  if (query.terms.empty() || question.terms.empty()) return out;
  View view(index);
  for (const Ranked& ranked : rank(index, query, filter, limit, analyzer)) {
    out.places.push_back(ranked.place);
    out.evidence.push_back(evidence_of(index, view, ranked));
  }
  return out;
}

Answer ask(const OpenIndex& index, std::string_view text, const Xapian::Query& filter,
           corpus::Analyzer& analyzer) {
  Answer out;
  out.question = text;
  const Question question = understand(text, analyzer);
  out.understood = understood_of(question);
  const Retrieved retrieved = retrieve(index, question, filter, passages_read, analyzer);
  const Verdict verdict = best_answer(question, collection_of(index), retrieved.evidence, analyzer);
  View view(index);
  out.answered = verdict.answered;
  out.declined_because = verdict.declined_because;
  if (verdict.best) fill(index, view, retrieved, *verdict.best, out);
  for (const Finding& finding : verdict.alternatives)
    out.alternatives.push_back(alternative_of(index, view, retrieved, finding));
  if (!out.answered)
    for (std::size_t i = 0; i < std::min(passages_shown, retrieved.places.size()); ++i) {
      out.nearest.push_back(view.hit(retrieved.places[i], index.passage(retrieved.places[i])));
      out.nearest.back().score = retrieved.evidence[i].score;
    }
  return out;
}

}  // namespace repere::query::answers
