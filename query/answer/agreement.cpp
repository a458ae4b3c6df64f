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
    case AnswerType::amount:
      return money ? 1 : -1;
    case AnswerType::share:
      return percent ? 1 : -1;
    case AnswerType::change:
      return percent || figure.change ? 1 : 0;
    case AnswerType::measure:
      return measured ? 1 : percent ? -1 : 0;
    case AnswerType::duration:
      return lasting ? 1 : -1;
    case AnswerType::count:
      return money || percent || lasting || measured ? -1 : 1;
    default:
      return 0;
  }
}

std::string first_word(std::string_view text) {
  return corpus::fold(text.substr(0, text.find_first_of(" '/")));
}

bool same_dimension(std::string_view a, std::string_view b) {
  static constexpr std::string_view groups[] = {" m km ", " m2 ha km2 ", " t tCO2e kg ",
                                                " kW MW GW ", " MWh GWh kWh "};
  return std::any_of(std::begin(groups), std::end(groups), [&](std::string_view group) {
    const auto holds = [&](std::string_view unit) {
      const auto at = group.find(unit);
      return at != std::string_view::npos && group[at - 1] == ' ' && group[at + unit.size()] == ' ';
    };
    return holds(a) && holds(b);
  });
}

void add_unit(const Question& question, const corpus::Figure& figure, Features& out) {
  if (question.unit.empty() || figure.unit.empty()) return;
  const auto same = [&](std::string_view unit) { return unit == figure.unit; };
  static constexpr std::string_view metric[] = {"m", "km",    "m2", "ha", "km2", "m3",
                                                "t", "tCO2e", "kW", "MW", "GWh", "MWh"};
  const bool measured = std::any_of(std::begin(metric), std::end(metric), same);
  // « quelle surface » waits for any unit of surface, though it is noted as hectares.
  if (same(question.unit) || (measured && question.type == AnswerType::measure &&
                              same_dimension(question.unit, figure.unit)))
    return set(out, Feature::unit_right);
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
    set(out, !setting.year ? Feature::year_none
             : inside      ? Feature::year_right
                           : Feature::year_wrong);
  }
  if (!question.territory.empty() && setting.territory.empty()) set(out, Feature::place_none);
  if (!question.territory.empty() && !setting.territory.empty()) {
    const bool fits = same_or_within(setting.territory, question.territory);
    set(out, fits ? Feature::place_right : Feature::place_wrong);
  }
}

/// The class of entity that answers a type, if one does.
std::optional<corpus::EntityClass> class_of(AnswerType type) {
  using corpus::EntityClass;
  switch (type) {
    case AnswerType::person:
      return EntityClass::person;
    case AnswerType::place:
      return EntityClass::place;
    case AnswerType::organisation:
      return EntityClass::organisation;
    case AnswerType::programme:
      return EntityClass::programme;
    default:
      return std::nullopt;
  }
}

/// « quelle commune » is answered by a commune's code, « quel pays » by a place without one.
void add_place_kind(const Question& question, const corpus::Entity& entity, Features& out) {
  struct Kind {
    std::string_view noun, prefix;
  };
  static constexpr Kind kinds[] = {
      {"commune", "COM"},        {"ville", "COM"},          {"village", "COM"},
      {"localite", "COM"},       {"departement", "DEP"},    {"region", "REG"},
      {"arrondissement", "ARR"}, {"agglomeration", "EPCI"}, {"pays", ""}};
  const std::string head = singular(question.head);
  for (const auto& [noun, prefix] : kinds)
    if (head == noun || question.head == noun) {
      const bool right = prefix.empty() ? entity.code.empty() || entity.code == "FR"
                                        : entity.code.starts_with(prefix);
      set(out, right ? Feature::place_kind_right : Feature::place_kind_wrong);
    }
}

/// A name of the class asked for, or a noun phrase whose head says it is of that type: « le préfet
/// ».
void add_class(const Question& question, const Candidate& candidate, const Passage& passage,
               Features& out) {
  const auto wanted = class_of(question.type);
  if (candidate.entity && wanted) {
    set(out, candidate.entity->cls == *wanted ? Feature::class_right : Feature::class_wrong);
    if (*wanted == corpus::EntityClass::place && candidate.entity->cls == *wanted)
      add_place_kind(question, *candidate.entity, out);
  }
  if (candidate.kind != CandidateKind::span) return;
  const TypeNoun* noun = type_noun(passage.toks[candidate.first].folded);
  if (noun && wanted)
    set(out, noun->type == question.type ? Feature::head_class_right : Feature::head_class_wrong);
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
  add_class(question, candidate, passage, out);
  if (candidate.number) {
    set(out, Feature::bare_number);
    const bool unit_needed = question.type == AnswerType::amount ||
                             question.type == AnswerType::share ||
                             question.type == AnswerType::duration;
    if (unit_needed) set(out, Feature::figure_kind_wrong);
  }
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
    if (leads({"pour", "afin", "car", "parce", "puisque", "suite", "raison", "cause", "faute",
               "grace"}))
      set(out, Feature::lead_why);
    if (leads({"en", "par", "avec", "grace", "comme"})) set(out, Feature::lead_how);
  }
}

}  // namespace repere::query::answers
