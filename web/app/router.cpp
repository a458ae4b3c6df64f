// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <functional>

#include "api/api.h"
#include "app/problem.h"
#include "app/site.h"
#include "assets/assets.h"
#include "http/parse.h"
#include "pages/layout.h"
#include "pages/pages.h"

namespace repere::web {
namespace {

enum class Kind { page, api, asset, health, export_file, other };

using Plain = Result<Response> (*)(const Context&);
using WithId = Result<Response> (*)(const Context&, std::string_view id);

/// One row a route. path ends with '/' where the rest of it is an id.
struct Route {
  std::string_view path;
  Kind kind;
  Plain plain = nullptr;
  WithId with_id = nullptr;
  bool takes_post = false;
  bool changes_with_index = true;  ///< carries an ETag made of revision and request
};

constexpr Route routes[] = {
    {"/", Kind::page, home_page},
    {"/rapport/", Kind::page, nullptr, report_page},
    {"/chiffres", Kind::page, figures_page},
    {"/chiffres.csv", Kind::export_file, figures_csv},
    {"/chiffres-excel.csv", Kind::export_file, figures_excel},
    {"/aide", Kind::page, help_page},
    {"/accessibilite", Kind::page, accessibility_page},
    {"/atom.xml", Kind::page, atom_feed},
    {"/opensearch.xml", Kind::other, opensearch},
    {"/robots.txt", Kind::other, robots},
    {"/openapi.json", Kind::api, openapi},
    {"/api/v1/search", Kind::api, api_search},
    {"/api/v1/ask", Kind::api, api_ask},
    {"/api/v1/figures", Kind::api, api_figures},
    {"/api/v1/suggest", Kind::api, api_suggest},
    {"/api/v1/facets", Kind::api, api_facets},
    {"/api/v1/documents", Kind::api, api_documents},
    {"/api/v1/documents/", Kind::api, nullptr, api_document},
    {"/api/v1/passages/", Kind::api, nullptr, api_passage},
    {"/api/v1/extract", Kind::api, api_extract, nullptr, true, false},
    {"/healthz", Kind::health, health, nullptr, false, false},
    {"/metrics", Kind::health, metrics, nullptr, false, false},
};

const Route* find_route(std::string_view path) {
  for (const auto& route : routes) {
    if (route.plain && path == route.path) return &route;
    if (route.with_id && path.starts_with(route.path) && path.size() > route.path.size())
      return &route;
  }
  return nullptr;
}

bool is_api(const Request& request) {
  return request.path.starts_with("/api/") || request.path == "/openapi.json" ||
         request.path == "/healthz" || request.path == "/metrics";
}

/// 64-bit FNV-1a: not a secret, only different when the text is.
std::string digest_of(std::string_view text) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const unsigned char c : text) hash = (hash ^ c) * 1099511628211ULL;
  std::string out;
  for (int i = 0; i < 16; ++i) out += "0123456789abcdef"[(hash >> (60 - 4 * i)) & 15];
  return out;
}

Response failure(const Context& context, int status, std::string_view message,
                 std::string_view hint) {
  if (is_api(context.request)) return problem(status, message, hint, context.request.path);
  return error_page(context, status, message, hint);
}

std::string entity_tag(std::string_view text) {
  std::string tag(1, '"');
  tag.append(text).push_back('"');
  return tag;
}

Response serve_asset(const Asset& asset) {
  Response response;
  response.type = std::string(asset.data.type);
  response.etag = entity_tag(asset.data.sha256.substr(0, 12));
  response.body = std::string(asset.data.bytes);
  return response.with("Cache-Control", "public, max-age=31536000, immutable");
}

Response run(const Route& route, const Context& context) {
  const auto& request = context.request;
  auto result =
      route.plain
          ? route.plain(context)
          : route.with_id(context, std::string_view(request.path).substr(route.path.size()));
  if (result) return std::move(*result);
  const auto& error = result.error();
  return failure(context, http_status(error.code), error.message, error.hint);
}

/// Parameters, validator, handler.
Response dispatch(const Route& route, const Request& request, Backend& backend, const Site& site) {
  const Parameters none;
  auto params = read_parameters(request);
  const Context context{request, params ? *params : none, backend, site};
  if (!params) return failure(context, 400, params.error().message, params.error().hint);
  if (route.kind != Kind::health)
    if (auto fresh = backend.refresh(); !fresh)
      return failure(context, http_status(fresh.error().code), fresh.error().message,
                     fresh.error().hint);
  std::string etag;
  if (route.changes_with_index && request.method != "POST") {
    std::string key = backend.revision() + '\n' + site.version + '\n' + asset_path("style.css") +
                      asset_path("app.js") + '\n' + request.target + '\n' + context.base_url();
    etag = entity_tag(digest_of(key));
    if (etag_matches(request.header("if-none-match"), etag)) {
      Response response;
      response.status = 304;
      response.etag = etag;
      return response.with("Cache-Control", "no-cache").with("Vary", "Accept-Encoding");
    }
  }
  Response response = run(route, context);
  if (response.status == 200 && !etag.empty()) {
    response.etag = etag;
    response.with("Cache-Control", "no-cache");
  } else if (response.status == 200) {
    response.with("Cache-Control", "no-store");
  }
  return response;
}

void secure(const Request& request, Response& response) {
  response.with("X-Content-Type-Options", "nosniff")
      .with("Referrer-Policy", "same-origin")
      .with("Cross-Origin-Opener-Policy", "same-origin")
      .with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
  const bool api = is_api(request);
  // One script, named by its hash: nothing else of this origin can run, whatever is hosted on it.
  static const std::string page_policy =
      "default-src 'none'; style-src 'self'; script-src '" + asset_integrity("app.js") +
      "'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
      "frame-ancestors 'none'";
  response.with("Content-Security-Policy",
                api ? "default-src 'none'; frame-ancestors 'none'; base-uri 'none'" : page_policy);
  response.with("Cross-Origin-Resource-Policy", api ? "cross-origin" : "same-origin");
  if (api) response.with("Access-Control-Allow-Origin", "*");
}

void measure(Site& site, Kind kind, int status, std::chrono::steady_clock::duration took) {
  const double seconds = std::chrono::duration<double>(took).count();
  auto& metrics = site.metrics;
  ++metrics.requests[static_cast<std::size_t>(kind)][static_cast<std::size_t>(status / 100) % 6];
  std::size_t bucket = 0;
  while (bucket < Metrics::bounds.size() && seconds > Metrics::bounds[bucket]) ++bucket;
  ++metrics.latency[bucket];
  metrics.latency_us += static_cast<std::uint64_t>(seconds * 1e6);
}

Response answer_options(const Request& request) {
  Response response;
  response.status = 204;
  if (is_api(request))
    response.with("Access-Control-Allow-Methods", "GET, HEAD")
        .with("Access-Control-Allow-Headers", "Accept, If-None-Match")
        .with("Access-Control-Max-Age", "86400");
  return response.with("Allow", "GET, HEAD, OPTIONS");
}

Response route_request(const Request& request, Backend& backend, const Site& site, Kind& kind) {
  const Parameters none;
  const Context context{request, none, backend, site};
  if (const auto* asset = find_asset(request.path); asset && request.method != "POST") {
    kind = Kind::asset;
    return serve_asset(*asset);
  }
  const Route* route = find_route(request.path);
  if (!route) return failure(context, 404, "Cette adresse n'existe pas ici", "");
  kind = route->kind;
  if (request.method == "OPTIONS") return answer_options(request);
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (!reads && !(route->takes_post && request.method == "POST"))
    return failure(context, 405, "Cette adresse ne prend pas la méthode " + request.method, "")
        .with("Allow", route->takes_post ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS");
  return dispatch(*route, request, backend, site);
}

}  // namespace

std::string Context::base_url() const {
  if (!site.public_url.empty()) return site.public_url;
  return "http://" + std::string(request.header("host"));
}

Response handle(const Request& request, Backend& backend, Site& site) {
  const auto start = std::chrono::steady_clock::now();
  Kind kind = Kind::other;
  Response response = route_request(request, backend, site, kind);
  secure(request, response);
  measure(site, kind, response.status, std::chrono::steady_clock::now() - start);
  return response;
}

}  // namespace repere::web
