// SPDX-License-Identifier: GPL-2.0-or-later
#include "facet/filter.h"

#include <algorithm>

#include "repere/corpus/territories.h"
#include "repere/storage/schema.h"

namespace repere::query {
namespace {

using storage::LabelKind;

std::string label_term(LabelKind kind, std::string_view value) {
  return storage::term(storage::label_prefix, storage::label(kind, value));
}

void add_labels(std::vector<FilterGroup>& groups, const char* facet, LabelKind kind,
                const std::vector<std::string>& values) {
  if (values.empty()) return;
  FilterGroup group{facet, {}};
  for (const auto& value : values) group.terms.push_back(label_term(kind, value));
  groups.push_back(std::move(group));
}

/// Only years that the index holds become terms, so that 0..9999 costs nothing.
void add_years(std::vector<FilterGroup>& groups, const OpenIndex& index,
               const std::vector<YearRange>& ranges) {
  if (ranges.empty()) return;
  FilterGroup group{"year", {}};
  const auto prefix = label_term(LabelKind::year, "");
  const auto& terms = index.passages();
  for (auto at = terms.allterms_begin(prefix); at != terms.allterms_end(prefix); ++at) {
    const int year = std::atoi((*at).c_str() + prefix.size());
    if (std::any_of(ranges.begin(), ranges.end(),
                    [&](const auto& r) { return r.from <= year && year <= r.to; }))
      group.terms.push_back(*at);
  }
  groups.push_back(std::move(group));
}

}  // namespace

std::vector<FilterGroup> filter_groups(const OpenIndex& index, const Filters& filters) {
  std::vector<FilterGroup> groups;
  add_labels(groups, "theme", LabelKind::theme, filters.themes);
  std::vector<std::string> codes;
  for (const auto& territory : filters.territories) {
    const auto code = corpus::resolve_territory(territory);
    codes.push_back(code.empty() ? territory : code);
  }
  add_labels(groups, "territory", LabelKind::territory, codes);
  add_labels(groups, "organisation", LabelKind::organisation, filters.organisations);
  add_labels(groups, "programme", LabelKind::programme, filters.programmes);
  add_years(groups, index, filters.years);
  if (!filters.documents.empty()) {
    FilterGroup group{"document", {}};
    for (const auto& id : filters.documents)
      group.terms.push_back(storage::term(storage::document_prefix, id));
    groups.push_back(std::move(group));
  }
  return groups;
}

Xapian::Query filter_query(const std::vector<FilterGroup>& groups) {
  Xapian::Query all;
  for (const auto& group : groups) {
    if (group.terms.empty()) return Xapian::Query::MatchNothing;
    const Xapian::Query any(Xapian::Query::OP_OR, group.terms.begin(), group.terms.end());
    all = all.empty() ? any : Xapian::Query(Xapian::Query::OP_AND, all, any);
  }
  return all;
}

Bitmap any_of(const Xapian::Database& database, std::size_t size,
              const std::vector<std::string>& terms) {
  Bitmap out(size);
  for (const auto& term : terms)
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      out.set(*at - 1);
  return out;
}

Bitmap figures_of(const storage::Segment& segment, const Bitmap& passages) {
  const auto& columns = segment.figure_columns();
  Bitmap out(columns.size());
  for (std::uint32_t i = 0; i < columns.size(); ++i)
    if (passages.test(columns.report(i))) out.set(i);
  return out;
}

Bitmap allowed(const storage::Segment& segment, Counted what, const FilterGroup& group) {
  const bool own =
      group.facet != "document" && group.facet != "organisation" && group.facet != "programme";
  if (what == Counted::figures && own) {
    const auto& columns = segment.figure_columns();
    std::vector<bool> wanted(columns.label_count());
    for (std::uint32_t label = 0; label < columns.label_count(); ++label)
      wanted[label] = std::find(group.terms.begin(), group.terms.end(),
                                storage::term(storage::label_prefix, columns.label_name(label))) !=
                      group.terms.end();
    Bitmap out(columns.size());
    for (std::uint32_t i = 0; i < columns.size(); ++i)
      for (const auto label : columns.labels(i))
        if (wanted[label]) out.set(i);
    return out;
  }
  const auto passages = any_of(segment.passage_terms(), segment.passage_count(), group.terms);
  return what == Counted::passages ? passages : figures_of(segment, passages);
}

}  // namespace repere::query
