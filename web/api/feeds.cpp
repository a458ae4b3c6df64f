// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <cstdio>
#include <ctime>

#include "api/api.h"
#include "pages/html.h"
#include "pages/layout.h"

namespace repere::web {
namespace {

/// RFC 3339 of seconds since 1970.
std::string timestamp(long long seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

Html entry(const Context& context, const query::Hit& hit, const std::string& updated) {
  Html xml;
  xml << "<entry><id>urn:repere:passage:"_html << hit.id << "</id><title>"_html
      << (hit.section.empty() ? hit.title : hit.section.back()) << "</title><updated>"_html
      << updated << "</updated><author><name>"_html
      << (hit.publisher.empty() ? std::string("Repères") : hit.publisher)
      << "</name></author><link href=\""_html << context.base_url()
      << report_url(hit.document, context.params.q, hit.id) << "\"/><summary>"_html;
  if (hit.nature == corpus::Nature::digest)
    xml << "[résumé par Repères, d'après "_html
        << (hit.publisher.empty() ? hit.title : hit.publisher) << "] "_html;
  xml << shortened(hit.text, 400) << " ("_html << hit.title;
  if (hit.year) xml << ", "_html << *hit.year;
  if (hit.page > 0) xml << ", page&#160;"_html << hit.page;
  return xml << ")</summary></entry>"_html;
}

void counter(std::string& out, std::string_view name, std::string_view labels, double value) {
  std::array<char, 64> number{};
  std::snprintf(number.data(), number.size(), "%.15g", value);
  out.append(name).append(labels).append(" ").append(number.data()).append("\n");
}

}  // namespace

Result<Response> atom_feed(const Context& context) {
  auto request = context.params.search(30);
  request.sort = query::Sort::year;  // newest reports first
  request.with_facets = false;
  auto result = context.backend.search(request);
  if (!result) return result.error();
  const auto updated = timestamp(context.backend.built_at());
  const auto base = context.base_url();
  Html xml;
  xml << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><id>"_html
      << base << url_of("/atom.xml", context.params) << "</id><title>Repères"_html;
  if (!context.params.q.empty()) xml << " : "_html << context.params.q;
  xml << "</title><updated>"_html << updated << "</updated><link rel=\"self\" href=\""_html << base
      << url_of("/atom.xml", context.params) << "\"/><link rel=\"alternate\" href=\""_html << base
      << url_of("/", context.params) << "\"/><generator>Repères</generator>"_html;
  for (const auto& hit : result->hits) xml << entry(context, hit, updated);
  xml << "</feed>\n"_html;
  Response response;
  response.type = "application/atom+xml; charset=utf-8";
  response.body = std::move(xml).str();
  return response;
}

Result<Response> opensearch(const Context& context) {
  const auto base = context.base_url();
  Html xml;
  xml << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<OpenSearchDescription "
         "xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">"
         "<ShortName>Repères</ShortName><Description>Rapports d'activité des services de "
         "l'État</Description>"
         "<InputEncoding>UTF-8</InputEncoding><Language>fr</Language><Url type=\"text/html\" template=\""_html
      << base
      << "/?q={searchTerms}\"/><Url type=\"application/x-suggestions+json\" template=\""_html
      << base
      << "/api/v1/suggest?format=opensearch&amp;q={searchTerms}\"/><Url type=\"application/atom+xml\" template=\""_html
      << base << "/atom.xml?q={searchTerms}\"/></OpenSearchDescription>\n"_html;
  Response response;
  response.type = "application/opensearchdescription+xml; charset=utf-8";
  response.body = std::move(xml).str();
  return response;
}

Result<Response> robots(const Context& context) {
  (void)context;
  Response response;
  response.type = "text/plain; charset=utf-8";
  response.body = "User-agent: *\nDisallow: /api/\nDisallow: /*?\nAllow: /\n";
  return response;
}

Result<Response> health(const Context& context) {
  Response response;
  response.type = "application/json";
  response.body = "{\"status\":\"ok\"}\n";
  if (auto fresh = context.backend.refresh(); !fresh) return fresh.error();
  return response;
}

Result<Response> metrics(const Context& context) {
  const auto& counts = context.site.metrics;
  std::string out = "# TYPE repere_requests_total counter\n";
  for (std::size_t kind = 0; kind < Metrics::kinds.size(); ++kind)
    for (std::size_t status = 1; status < 6; ++status)
      counter(out, "repere_requests_total",
              "{kind=\"" + std::string(Metrics::kinds[kind]) + "\",status=\"" +
                  std::to_string(status) + "xx\"}",
              static_cast<double>(counts.requests[kind][status]));
  out += "# TYPE repere_request_seconds histogram\n";
  std::uint64_t below = 0;
  for (std::size_t i = 0; i <= Metrics::bounds.size(); ++i) {
    below += counts.latency[i];
    std::array<char, 32> bound{};
    if (i < Metrics::bounds.size())
      std::snprintf(bound.data(), bound.size(), "%g", Metrics::bounds[i]);
    const std::string le = i < Metrics::bounds.size() ? bound.data() : "+Inf";
    counter(out, "repere_request_seconds_bucket", "{le=\"" + le + "\"}",
            static_cast<double>(below));
  }
  counter(out, "repere_request_seconds_sum", "", static_cast<double>(counts.latency_us) / 1e6);
  counter(out, "repere_request_seconds_count", "", static_cast<double>(below));
  const std::chrono::duration<double> up = std::chrono::steady_clock::now() - counts.started;
  out += "# TYPE repere_uptime_seconds gauge\n";
  counter(out, "repere_uptime_seconds", "", up.count());
  out += "# TYPE repere_index_built_timestamp_seconds gauge\n";
  counter(out, "repere_index_built_timestamp_seconds", "",
          static_cast<double>(context.backend.built_at()));
  Response response;
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = std::move(out);
  return response;
}

}  // namespace repere::web
