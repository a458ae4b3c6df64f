// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/query/json.h"

namespace repere::query {
namespace {

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json pair(ByteRange range) { return Json::array({range.begin, range.end}); }

Json pairs(const std::vector<ByteRange>& ranges) {
  Json out = Json::array();
  for (const auto& range : ranges) out.push_back(pair(range));
  return out;
}

template <typename T>
Json list(const std::vector<T>& items) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(to_json(item));
  return out;
}

const char* nature_name(corpus::Nature nature) {
  return nature == corpus::Nature::digest ? "digest" : "original";
}

Json pages_json(const std::vector<corpus::Page>& pages) {
  Json out = Json::array();
  for (const auto& page : pages)
    out.push_back({{"number", page.number}, {"quality", corpus::to_string(page.quality)}});
  return out;
}

Json sections_json(const std::vector<corpus::Section>& sections) {
  Json out = Json::array();
  for (const auto& s : sections)
    out.push_back({{"title", s.title},
                   {"level", s.level},
                   {"kind", corpus::to_string(s.kind)},
                   {"parent", s.parent},
                   {"start", s.source.begin},
                   {"end", s.source.end}});
  return out;
}

}  // namespace

Json to_json(const Snippet& snippet) {
  return {{"text", snippet.text}, {"marks", pairs(snippet.marks)}, {"range", pair(snippet.range)}};
}

Json to_json(const Alternative& a) {
  return {{"answer", a.answer},
          {"value", or_null(a.value)},
          {"unit", a.unit},
          {"quote", a.quote},
          {"document", a.document},
          {"title", a.title},
          {"passage", a.passage},
          {"page", a.page},
          {"year", or_null(a.year)},
          {"territory", a.territory},
          {"territory_name", a.territory_name},
          {"confidence", a.confidence},
          {"why", a.why}};
}

Json to_json(const Understood& u) {
  Json recognised = Json::array();
  for (const auto& r : u.recognised)
    recognised.push_back(
        {{"kind", r.kind}, {"value", r.value}, {"label", r.label}, {"span", pair(r.span)}});
  return {{"type", u.type},           {"focus", u.focus},         {"unit", u.unit},
          {"year", or_null(u.year)},  {"territory", u.territory}, {"words", u.words},
          {"recognised", recognised}, {"hints", u.hints}};
}

Json to_json(const Hit& h) {
  return {{"id", h.id},
          {"document", h.document},
          {"title", h.title},
          {"publisher", h.publisher},
          {"url", h.url},
          {"nature", nature_name(h.nature)},
          {"year", or_null(h.year)},
          {"territory", h.territory},
          {"territory_name", h.territory_name},
          {"theme", h.themes},
          {"section", h.section},
          {"page", h.page},
          {"quality", corpus::to_string(h.quality)},
          {"start", h.start},
          {"end", h.end},
          {"score", h.score},
          {"text", h.text},
          {"snippets", list(h.snippets)}};
}

Json to_json(const Facets& facets) {
  Json out = Json::object();
  for (const char* name : {"theme", "territory", "year"}) out[name] = Json::array();
  for (const auto& [name, values] : facets) {
    Json items = Json::array();
    for (const auto& v : values)
      items.push_back({{"value", v.value},
                       {"label", v.label},
                       {"parent", v.parent},
                       {"count", v.count},
                       {"selected", v.selected}});
    out[name] = std::move(items);
  }
  return out;
}

Json to_json(const SearchResult& r) {
  return {{"query", r.query},       {"understood", to_json(r.understood)},
          {"total", r.total},       {"exact", r.exact},
          {"offset", r.offset},     {"limit", r.limit},
          {"revision", r.revision}, {"did_you_mean", r.did_you_mean},
          {"hits", list(r.hits)},   {"facets", to_json(r.facets)}};
}

Json to_json(const Answer& a) {
  return {{"question", a.question},
          {"answered", a.answered},
          {"answer", a.answer},
          {"value", or_null(a.value)},
          {"unit", a.unit},
          {"quote", a.quote},
          {"confidence", a.confidence},
          {"declined_because", a.declined_because},
          {"document", a.document},
          {"title", a.title},
          {"publisher", a.publisher},
          {"url", a.url},
          {"nature", nature_name(a.nature)},
          {"year", or_null(a.year)},
          {"territory", a.territory},
          {"territory_name", a.territory_name},
          {"page", a.page},
          {"section", a.section},
          {"passage", a.passage},
          {"start", a.start},
          {"end", a.end},
          {"ranges", pairs(a.ranges)},
          {"marks", pairs(a.marks)},
          {"understood", to_json(a.understood)},
          {"alternatives", list(a.alternatives)},
          {"nearest", list(a.nearest)}};
}

Json to_json(const FigureHit& h) {
  const auto& f = h.figure;
  return {{"text", h.text},
          {"value", f.value},
          {"low", or_null(f.low)},
          {"high", or_null(f.high)},
          {"unit", f.unit},
          {"kind", corpus::to_string(f.kind)},
          {"approx", f.approx},
          {"label", f.label},
          {"year", or_null(f.year)},
          {"year_from", corpus::to_string(f.year_from)},
          {"territory", f.territory},
          {"territory_name", f.territory_name},
          {"territory_from", corpus::to_string(f.territory_from)},
          {"change", or_null(f.change)},
          {"base", f.base},
          {"of", or_null(f.of)},
          {"start", f.span.begin},
          {"end", f.span.end},
          {"sentence", pair(f.sentence)},
          {"sentence_text", h.sentence},
          {"section", h.section},
          {"document", h.document},
          {"title", h.title},
          {"publisher", h.publisher},
          {"url", h.url},
          {"nature", nature_name(h.nature)},
          {"passage", h.passage},
          {"page", h.page}};
}

Json to_json(const FiguresResult& r) {
  return {{"query", r.query},           {"understood", to_json(r.understood)},
          {"total", r.total},           {"exact", r.exact},
          {"offset", r.offset},         {"limit", r.limit},
          {"revision", r.revision},     {"figures", list(r.figures)},
          {"facets", to_json(r.facets)}};
}

Json to_json(const Suggestion& s) {
  return {{"text", s.text}, {"kind", s.kind}, {"count", s.count}};
}

Json to_json(const DocumentSummary& d) {
  return {{"id", d.id},
          {"title", d.title},
          {"publisher", d.publisher},
          {"year", or_null(d.year)},
          {"territory", d.territory},
          {"territory_name", d.territory_name},
          {"url", d.url},
          {"licence", d.licence},
          {"nature", nature_name(d.nature)},
          {"inferred",
           {{"title", d.inferred.title},
            {"publisher", d.inferred.publisher},
            {"year", d.inferred.year},
            {"territory", d.inferred.territory}}},
          {"passages", d.passages},
          {"figures", d.figures},
          {"pages", d.pages}};
}

Json to_json(const PassageView& p) {
  Json blocks = Json::array();
  for (const auto& [kind, range] : p.blocks)
    blocks.push_back(
        {{"kind", corpus::to_string(kind)}, {"start", range.begin}, {"end", range.end}});
  return {{"id", p.id},     {"document", p.document}, {"section", p.section},
          {"page", p.page}, {"start", p.start},       {"end", p.end},
          {"text", p.text}, {"blocks", blocks},       {"figures", list(p.figures)}};
}

Json to_json(const DocumentView& d) {
  Json out = to_json(d.summary);
  out["sections"] = sections_json(d.sections);
  out["page_list"] = pages_json(d.pages);
  out["passage_list"] = list(d.passages);
  return out;
}

}  // namespace repere::query
