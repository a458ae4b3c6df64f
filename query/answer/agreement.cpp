// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/agreement.h"

#include <algorithm>
#include <string>

#include "answer/lexicon.h"
#include "answer/synonyms.h"
#include "repere/corpus/territories.h"

namespace repere::query::answers {
namespace {

void set(Features& out, Feature feature, float value = 1.0F) {
  out[static_cast<std::size_t>(feature)] = value;
}

/// 1: the kind that is asked for, -1: another, 0: may be.
int kind_fits(AnswerType type, const corpus::Figure& figure) {
  const bool money = figure.unit == "EUR";
  const bool percent = figure.unit == "%" || figure.unit == "points";
  const bool lasting = figure.kind == corpus::FigureKind::duration;
  const bool measured = figure.kind == corpus::FigureKind::measure && !money && !percent;
  switch (type) {
    case AnswerType::amount: return money ? 1 : -1;
    case AnswerType::share: return percent ? 1 : -1;
    case AnswerType::change: return percent || figure.change ? 1 : 0;
    case AnswerType::measure: return measured ? 1 : percent ? -1 : 0;
    case AnswerType::duration: return lasting ? 1 : -1;
    case AnswerType::count: return money || percent || lasting || measured ? -1 : 1;
    default: return 0;
  }
}

std::string first_word(std::string_view text) {
  return corpus::fold(text.substr(0, text.find_first_of(" '/")));
}

void add_unit(const Question& question, const corpus::Figure& figure, Features& out) {
  if (question.unit.empty() || figure.unit.empty()) return;
  if (question.unit == figure.unit) return set(out, Feature::unit_right);
  const std::string have = first_word(figure.unit), want = first_word(question.unit);
  if (synonym_key(have) == synonym_key(want)) return set(out, Feature::unit_right);
  const auto others = synonyms_of(want);
  const bool close = std::find(others.begin(), others.end(), synonym_key(have)) != others.end();
  set(out, close ? Feature::unit_synonym : Feature::unit_wrong);
}

/// Share of the question's words, years and interrogatives left out, that the label holds.
void add_label(const Question& question, const corpus::Figure& figure, Features& out) {
  std::string label(1, ' ');
  label.append(corpus::fold(figure.label + ' ' + figure.unit)).push_back(' ');
  float held = 0, all = 0;
  for (const QuestionTerm& term : question.terms) {
    if (term.number || term.folded.size() < 3) continue;
    all += 1;
    std::string stem(1, ' ');
    stem.append(term.folded, 0, std::max<std::size_t>(4, term.folded.size() * 7 / 10));
    if (label.find(stem) != std::string::npos) held += 1;
  }
  if (all > 0) set(out, Feature::label_cover, held / all);
}

void add_setting(const Question& question, const Candidate& candidate, const Passage& passage,
                 Features& out) {
  const Setting setting = setting_of(candidate, passage);
  if (!question.years.empty() && question.strict_year) {
    const bool inside = setting.year && *setting.year >= question.years.front() &&
                        *setting.year <= question.years.back();
    set(out, !setting.year ? Feature::year_none : inside ? Feature::year_right : Feature::year_wrong);
  }
  if (!question.territory.empty() && !setting.territory.empty()) {
    const bool fits = same_or_within(setting.territory, question.territory);
    set(out, fits ? Feature::place_right : Feature::place_wrong);
  }
}

}  // namespace

bool same_or_within(std::string_view inner, std::string_view outer) {
  if (inner == outer) return true;
  const auto above = corpus::territory_ancestors(inner);
  return std::find(above.begin(), above.end(), outer) != above.end();
}

Setting setting_of(const Candidate& candidate, const Passage& passage) {
  Setting out;
  if (candidate.figure) {
    out.year = candidate.figure->year;
    out.territory = candidate.figure->territory;
    out.year_from_report = candidate.figure->year_from == corpus::Origin::report;
    out.territory_from_report = candidate.figure->territory_from == corpus::Origin::report;
  }
  if (!out.year) {
    out.year = passage.source->year;
    out.year_from_report = true;
  }
  if (out.territory.empty()) {
    out.territory = passage.source->territory;
    out.territory_from_report = true;
  }
  return out;
}

void add_agreement(const Question& question, const Candidate& candidate, const Passage& passage,
                   Features& out) {
  add_setting(question, candidate, passage, out);
  if (candidate.figure) {
    const int fits = kind_fits(question.type, *candidate.figure);
    if (fits != 0) set(out, fits > 0 ? Feature::figure_kind_right : Feature::figure_kind_wrong);
    add_unit(question, *candidate.figure, out);
    add_label(question, *candidate.figure, out);
  }
  if (candidate.date) {
    const bool day = candidate.date->from == candidate.date->to;
    const bool month = !day && candidate.date->from.substr(0, 7) == candidate.date->to.substr(0, 7);
    set(out, day ? Feature::date_full : month ? Feature::date_month : Feature::date_year);
  }
  const std::string& lead = passage.toks[candidate.first].folded;
  const auto leads = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), lead) != words.end();
  };
  if (candidate.kind == CandidateKind::clause) {
    if (leads({"pour", "afin", "car", "parce", "puisque", "suite", "raison", "cause", "faute", "grace"}))
      set(out, Feature::lead_why);
    if (leads({"en", "par", "avec", "grace", "comme"})) set(out, Feature::lead_how);
  }
}

}  // namespace repere::query::answers
