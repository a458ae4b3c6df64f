// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/site.h"
#include "pages/html.h"
#include "repere/corpus/result.h"

namespace repere::web {

/// The pages. Each takes what it needs from the backend; an Error becomes an error page.
Result<Response> home_page(const Context& context);  ///< "/" : explore, or the results for q
Result<Response> results_page(const Context& context);
Result<Response> report_page(const Context& context, std::string_view document);
Result<Response> figures_page(const Context& context);
Result<Response> help_page(const Context& context);
Result<Response> accessibility_page(const Context& context);

/// Pieces of the results page.
Html answer_card(const Context& context, const query::Answer& answer);
Html facet_panel(const Context& context, const query::Facets& facets, std::string_view action);
/// Puts titles where the index gives only the ids of the "document" facet.
Result<void> name_documents(const Context& context, query::Facets& facets);
Html filter_chips(const Context& context, const query::Facets& facets, std::string_view action,
                  const query::Understood& understood);
Html hit_item(const Context& context, const query::Hit& hit);
Html pagination(const Context& context, std::string_view path, std::size_t total,
                std::size_t offset, std::size_t limit);

/// How a question was read: « un nombre de jeunes, en 2016, dans l'Oise ».
std::string understood_text(const query::Understood& understood);

/// Example questions, for the home page and for searches that find nothing.
Html example_questions();

/// Bars of equal unit or a line over years, as inline SVG; empty when nothing compares.
Html figure_chart(const std::vector<query::FigureHit>& figures);
Html sparkline(const std::vector<std::pair<int, double>>& points, std::string_view unit);

/// The map of départements, shaded by count; each links to path with that territory.
Html department_map(const Context& context, const std::vector<query::FacetValue>& territories,
                    std::string_view path);

}  // namespace repere::web
