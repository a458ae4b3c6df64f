// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/decline.h"

#include <algorithm>

#include "answer/agreement.h"
#include "repere/corpus/territories.h"

namespace repere::query::answers {
namespace {

std::string years_of(const Question& question) {
  std::string out = std::to_string(question.years.front());
  if (question.years.size() > 1) out.append("-").append(std::to_string(question.years.back()));
  return out;
}

std::string name_of(std::string_view code) {
  const corpus::Territory* territory = corpus::territory_by_code(code);
  return territory ? std::string(territory->name) : std::string(code);
}

/// The question's weightiest words that the passage and its headings do not hold, as typed.
std::string missing_words(const Question& question, const Judgement& judgement,
                          const Passage& passage) {
  std::vector<float> held = passage.context;
  for (const Tok& tok : passage.toks)
    if (tok.term >= 0)
      held[static_cast<std::size_t>(tok.term)] =
          std::max(held[static_cast<std::size_t>(tok.term)], tok.match);
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < held.size(); ++i)
    if (held[i] < 0.45F) missing.push_back(i);
  std::stable_sort(missing.begin(), missing.end(),
                   [&](auto a, auto b) { return judgement.weights[a] > judgement.weights[b]; });
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, missing.size()); ++i) {
    const auto span = question.terms[missing[i]].span;
    out.append(i ? ", « " : "« ").append(question.text, span.begin, span.size()).append(" »");
  }
  return out;
}

}  // namespace

std::string explain(const Question& question, const Judgement& judgement, std::uint32_t best) {
  const Candidate& candidate = judgement.candidates[best];
  const Passage& passage = judgement.passages[candidate.passage];
  const Features& features = judgement.features[best];
  const auto has = [&](Feature which) { return features[static_cast<std::size_t>(which)] > 0; };
  const Setting setting = setting_of(candidate, passage);
  const std::string_view what = is_figure(question.type) ? "ce chiffre" : "cette réponse";
  if (has(Feature::year_wrong) && setting.year)
    return "le passage le plus proche donne " + std::string(what) + " pour " +
           std::to_string(*setting.year) + ", pas pour " + years_of(question);
  if (has(Feature::place_wrong) && !setting.territory.empty())
    return "le passage le plus proche donne " + std::string(what) + " pour « " +
           name_of(setting.territory) + " », pas pour « " + question.territory_name + " »";
  const std::string missing = missing_words(question, judgement, passage);
  if (!missing.empty()) return "le passage le plus proche ne parle pas de " + missing;
  return "plusieurs passages en parlent sans qu'aucun y réponde assez clairement";
}

std::string explain_nothing(const Question& question, bool found) {
  if (question.terms.empty()) return "la question ne contient aucun mot à chercher";
  if (!found) return "aucun passage de ces rapports ne parle de ces mots";
  if (is_figure(question.type)) return "les passages les plus proches ne donnent aucun chiffre";
  return "les passages les plus proches n'y répondent pas";
}

}  // namespace repere::query::answers
