// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/site.h"
#include "repere/corpus/result.h"

namespace repere::web {

/// JSON API; names as on the command line (query/json.h). Lists carry a Link header.
Result<Response> api_search(const Context& context);
Result<Response> api_ask(const Context& context);
Result<Response> api_figures(const Context& context);
Result<Response> api_suggest(const Context& context);
Result<Response> api_facets(const Context& context);
Result<Response> api_documents(const Context& context);
Result<Response> api_document(const Context& context, std::string_view id);
Result<Response> api_passage(const Context& context, std::string_view id);
/// What the indexer sees in a text (?text=… or the body of a POST), as `repere-index extract`.
Result<Response> api_extract(const Context& context);
Result<Response> openapi(const Context& context);

/// Figures as CSV: RFC 4180, or as French spreadsheets open it (BOM, ';', decimal comma).
Result<Response> figures_csv(const Context& context);
Result<Response> figures_excel(const Context& context);

Result<Response> atom_feed(const Context& context);
Result<Response> opensearch(const Context& context);
Result<Response> robots(const Context& context);
Result<Response> health(const Context& context);
Result<Response> metrics(const Context& context);

}  // namespace repere::web
