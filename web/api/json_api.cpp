// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "api/api.h"
#include "repere/query/json.h"

namespace repere::web {
namespace {

using query::Json;

Response json_response(const Json& body) {
  Response response;
  response.type = "application/json";
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  return response;
}

/// RFC 8288 first, prev, next and last of a list.
void add_links(const Context& context, Response& response, std::size_t total, std::size_t offset,
               std::size_t limit) {
  if (limit == 0) return;
  std::string links;
  const auto link = [&](std::string_view rel, std::size_t at) {
    Parameters other = context.params;
    other.offset = at;
    if (!links.empty()) links += ", ";
    links += "<" + url_of(context.request.path, other) + ">; rel=\"" + std::string(rel) + "\"";
  };
  link("first", 0);
  if (offset > 0) link("prev", offset > limit ? offset - limit : 0);
  if (offset + limit < total) link("next", offset + limit);
  link("last", total == 0 ? 0 : (total - 1) / limit * limit);
  response.with("Link", links);
}

Result<void> need_q(const Context& context) {
  if (!context.params.q.empty()) return {};
  return Error{ErrorCode::invalid_argument, "le paramètre « q » manque",
               "donnez la question, par exemple ?q=service%20civique"};
}

/// { what: rows[offset, offset+limit), total, offset, limit, revision }
template <typename Row>
Response paged(const Context& context, const char* what, const std::vector<Row>& rows,
               std::size_t default_limit) {
  const auto limit = context.params.limit.value_or(default_limit);
  const auto from = std::min(context.params.offset, rows.size());
  const auto to = from + std::min(limit, rows.size() - from);
  Json list = Json::array();
  for (auto i = from; i < to; ++i) list.push_back(query::to_json(rows[i]));
  Json body{{"total", rows.size()},
            {"offset", context.params.offset},
            {"limit", limit},
            {"revision", context.backend.revision()}};
  body[what] = std::move(list);
  Response response = json_response(body);
  add_links(context, response, rows.size(), context.params.offset, limit);
  return response;
}

}  // namespace

Result<Response> api_search(const Context& context) {
  auto result = context.backend.search(context.params.search(10));
  if (!result) return result.error();
  Response response = json_response(query::to_json(*result));
  add_links(context, response, result->total, result->offset, result->limit);
  return response;
}

Result<Response> api_ask(const Context& context) {
  if (auto asked = need_q(context); !asked) return asked.error();
  auto answer = context.backend.ask(context.params.q, context.params.filters);
  if (!answer) return answer.error();
  return json_response(query::to_json(*answer));
}

Result<Response> api_figures(const Context& context) {
  auto result = context.backend.figures(context.params.figures(50));
  if (!result) return result.error();
  Response response = json_response(query::to_json(*result));
  add_links(context, response, result->total, result->offset, result->limit);
  return response;
}

Result<Response> api_suggest(const Context& context) {
  auto found = context.backend.suggest(context.params.q,
                                       std::min<std::size_t>(context.params.limit.value_or(8), 50));
  if (!found) return found.error();
  Json list = Json::array();
  if (context.request.param("format") == "opensearch") {
    for (const auto& suggestion : *found) list.push_back(suggestion.text);
    Response response = json_response(Json::array({context.params.q, list}));
    response.type = "application/x-suggestions+json";
    return response;
  }
  for (const auto& suggestion : *found) list.push_back(query::to_json(suggestion));
  return json_response(Json{{"query", context.params.q}, {"suggestions", std::move(list)}});
}

Result<Response> api_facets(const Context& context) {
  auto facets = context.backend.facets(context.params.filters);
  if (!facets) return facets.error();
  return json_response(
      Json{{"revision", context.backend.revision()}, {"facets", query::to_json(*facets)}});
}

Result<Response> api_documents(const Context& context) {
  auto documents = context.backend.documents();
  if (!documents) return documents.error();
  return paged(context, "documents", *documents, 100);
}

Result<Response> api_document(const Context& context, std::string_view id) {
  auto document = context.backend.document(id);
  if (!document) return document.error();
  return json_response(query::to_json(*document));
}

Result<Response> api_passage(const Context& context, std::string_view id) {
  auto passage = context.backend.passage(id);
  if (!passage) return passage.error();
  return json_response(query::to_json(*passage));
}

}  // namespace repere::web
