// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <set>

#include "pages/layout.h"
#include "pages/pages.h"

namespace repere::web {
namespace {

std::string type_text(std::string_view type) {
  if (type == "figure" || type == "count") return "un nombre";
  if (type == "amount" || type == "money") return "un montant";
  if (type == "share" || type == "percent") return "une part";
  if (type == "duration") return "une durée";
  if (type == "date") return "une date";
  if (type == "person") return "une personne";
  if (type == "place") return "un lieu";
  if (type == "organisation") return "un organisme";
  if (type == "meaning" || type == "definition") return "le sens d'un mot";
  if (type == "list") return "une liste";
  return type.empty() ? "" : "une information";
}

/// « Titre, 2016, Oise, page 12 » with the report linked at its passage.
Html source_line(const Context& context, const query::Answer& answer) {
  Html html;
  html << "<p class=\"source\"><a href=\""_html
       << report_url(answer.document, context.params.q, answer.passage, true) << "\">"_html
       << title_or_id(answer.title, answer.document) << "</a>"_html;
  if (answer.year) html << " <span>"_html << *answer.year << "</span>"_html;
  const auto place = territory_label(answer.territory, answer.territory_name);
  if (!place.empty()) html << " <span>"_html << place << "</span>"_html;
  if (answer.page > 0) html << " <span>page&nbsp;"_html << answer.page << "</span>"_html;
  html << "</p>"_html;
  if (!answer.section.empty()) {
    html << "<p class=\"path\">"_html;
    for (std::size_t i = 0; i < answer.section.size(); ++i)
      html << (i > 0 ? " › "_html : ""_html) << shortened(answer.section[i], 90);
    html << "</p>"_html;
  }
  return html;
}

std::string citation(const query::Answer& answer) {
  std::string text =
      "«\u00A0" + answer.quote + "\u00A0» (" +
      (answer.nature == corpus::Nature::digest ? "résumé par Repères, d'après " : "") +
      std::string(title_or_id(answer.title, answer.document));
  if (!answer.publisher.empty()) text += ", " + answer.publisher;
  if (answer.year) text += ", " + std::to_string(*answer.year);
  if (answer.page > 0) text += ", p.\u00A0" + std::to_string(answer.page);
  return text + ")";
}

Html cite_box(const query::Answer& answer) {
  Html html;
  return html
         << "<details class=\"cite\"><summary>Citer</summary><p id=\"citation\" class=\"citation\">"_html
         << citation(answer)
         << "</p><button type=\"button\" class=\"copy\" data-copy=\"citation\" hidden>Copier la citation</button></details>"_html;
}

/// Values of the answer and of its alternatives by year, when they are of one unit.
std::vector<std::pair<int, double>> by_year(const query::Answer& answer) {
  std::vector<std::pair<int, double>> points;
  std::set<int> seen;
  const auto add = [&](std::optional<int> year, std::optional<double> value,
                       const std::string& unit) {
    if (year && value && unit == answer.unit && seen.insert(*year).second)
      points.emplace_back(*year, *value);
  };
  add(answer.year, answer.value, answer.unit);
  for (const auto& other : answer.alternatives) add(other.year, other.value, other.unit);
  std::sort(points.begin(), points.end());
  return points;
}

Html alternatives(const Context& context, const query::Answer& answer) {
  Html html;
  if (answer.alternatives.empty()) return html;
  html
      << "<details class=\"others\"><summary>"_html
      << (answer.alternatives.size() == 1 ? "Une autre lecture possible"_html
                                          : "Autres années, autres lieux, autres lectures"_html)
      << "</summary>"_html << sparkline(by_year(answer), answer.unit)
      << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Autres "
         "réponses\"><table><thead><tr><th scope=\"col\">Réponse</th><th scope=\"col\">Année</th>"
         "<th scope=\"col\">Lieu</th><th scope=\"col\">Phrase et rapport</th></tr></thead><tbody>"_html;
  for (const auto& other : answer.alternatives) {
    html << "<tr><td><strong>"_html << other.answer << "</strong></td><td>"_html;
    if (other.year) html << *other.year;
    html << "</td><td>"_html << territory_label(other.territory, other.territory_name)
         << "</td><td>« "_html << shortened(other.quote, 220) << " » <a href=\""_html
         << report_url(other.document, context.params.q, other.passage) << "\">"_html
         << title_or_id(other.title, other.document);
    if (other.page > 0) html << ", page&nbsp;"_html << other.page;
    html << "</a></td></tr>"_html;
  }
  return html << "</tbody></table></div></details>"_html;
}

Html understood_line(const query::Understood& understood) {
  Html html;
  const auto text = understood_text(understood);
  if (!text.empty())
    html << "<p class=\"understood\">Question comprise ainsi : "_html << text << ".</p>"_html;
  return html;
}

Html declined_card(const Context& context, const query::Answer& answer) {
  Html html;
  html << "<section class=\"answer declined\" aria-labelledby=\"titre-reponse\"><h2 "
          "id=\"titre-reponse\">Pas de réponse sûre</h2>"
          "<p>Je ne trouve pas de réponse dans ces rapports"_html;
  std::string_view why = answer.declined_because;
  while (why.ends_with('.')) why.remove_suffix(1);
  if (!why.empty()) html << " : "_html << typeset(why);
  html << ".</p>"_html << understood_line(answer.understood);
  if (!answer.quote.empty()) {
    html
        << "<details><summary>Le passage le plus proche, sans garantie</summary><blockquote><p>« "_html;
    html.marked(answer.quote, answer.marks)
        << " »</p></blockquote>"_html << source_line(context, answer)
        << digest_note(answer.nature, answer.publisher, answer.title, answer.url)
        << "</details>"_html;
  }
  return html
         << "<p>Les passages ci-dessous sont les plus proches de la question.</p></section>"_html;
}

}  // namespace

std::string understood_text(const query::Understood& understood) {
  std::string text = type_text(understood.type);
  if (!understood.focus.empty())
    text += (text.empty() ? "" : " : ") + std::string("«\u00A0") + understood.focus + "\u00A0»";
  if (understood.year)
    text += (text.empty() ? "année " : ", année ") + std::to_string(*understood.year);
  if (!understood.territory.empty())
    text += (text.empty() ? "" : ", ") + territory_label(understood.territory, "");
  return typeset(text);
}

Html answer_card(const Context& context, const query::Answer& answer) {
  if (!answer.answered) return declined_card(context, answer);
  Html html;
  html
      << "<section class=\"answer\" aria-labelledby=\"titre-reponse\"><h2 id=\"titre-reponse\">Réponse</h2>"_html;
  // A whole sentence as the answer is the quote itself: said once is enough.
  constexpr std::size_t longest_headline = 160;
  const bool whole = answer.answer == answer.quote || answer.answer.size() > longest_headline;
  if (!whole) html << "<p class=\"short\">"_html << answer.answer << "</p>"_html;
  html << (whole ? "<blockquote class=\"whole\"><p>« "_html : "<blockquote><p>« "_html);
  html.marked(answer.quote, answer.marks);
  return html << " »</p></blockquote>"_html << source_line(context, answer)
              << digest_note(answer.nature, answer.publisher, answer.title, answer.url)
              << understood_line(answer.understood) << cite_box(answer)
              << alternatives(context, answer) << "</section>"_html;
}

}  // namespace repere::web
