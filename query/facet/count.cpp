// SPDX-License-Identifier: GPL-2.0-or-later
#include "facet/count.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "repere/corpus/territories.h"
#include "repere/corpus/themes.h"
#include "repere/storage/schema.h"

namespace repere::query {
namespace {

using storage::Columns;
using storage::LabelKind;

/// More values of one facet than this are cut to the most frequent: a page cannot show them.
constexpr std::size_t most_values = 400;

struct FacetKind {
  const char* name;
  LabelKind kind;
};
constexpr FacetKind facet_kinds[] = {
    {"theme", LabelKind::theme},        {"territory", LabelKind::territory},
    {"year", LabelKind::year},          {"organisation", LabelKind::organisation},
    {"programme", LabelKind::programme}, {"unit", LabelKind::unit},
    {"kind", LabelKind::figure_kind}};

const Columns& columns_of(const storage::Segment& segment, Counted what) {
  return what == Counted::passages ? segment.passage_columns() : segment.figure_columns();
}

/// Calls visit(number) for each hit: a record counts by the first of its matching passages.
template <typename Visit>
void for_each_hit(const Columns& columns, const Bitmap& matches, Visit visit) {
  std::uint32_t last_record = storage::record_bit;
  matches.for_each([&](std::size_t at) {
    const auto number = static_cast<std::uint32_t>(at);
    if (columns.is_record(number)) {
      if (columns.report(number) == last_record) return;
      last_record = columns.report(number);
    }
    visit(number);
  });
}

/// Counts of one segment: per label, and per report.
struct Tally {
  std::vector<std::uint32_t> labels;
  std::unordered_map<std::uint32_t, std::uint32_t> reports;
};

using Values = std::map<std::string, std::size_t>;

class Counter {
 public:
  Counter(const OpenIndex& index, Counted what, const Matches& matches,
          const std::vector<FilterGroup>& groups)
      : index_(index), what_(what), matches_(matches), groups_(groups) {
    for (const auto& segment : index.segments()) {
      std::vector<Bitmap> bitmaps;
      for (const auto& group : groups)
        bitmaps.push_back(allowed(segment, what, group));
      allowed_.push_back(std::move(bitmaps));
    }
  }

  std::size_t total() const {
    std::size_t count = 0;
    for (std::size_t s = 0; s < index_.segments().size(); ++s)
      for_each_hit(columns(s), narrowed(s, ""), [&](std::uint32_t) { ++count; });
    return count;
  }

  /// Counts of every facet under all groups but that of `open`; only that facet's when it is named.
  void add(const std::string& open, std::map<std::string, Values>& out) const {
    for (std::size_t s = 0; s < index_.segments().size(); ++s) {
      const Columns& column = columns(s);
      std::vector<std::uint32_t> labels(column.label_count());
      std::unordered_map<std::uint32_t, std::uint32_t> reports;
      const bool documents = open.empty() || open == "document";
      for_each_hit(column, narrowed(s, open), [&](std::uint32_t number) {
        for (const auto label : column.labels(number)) ++labels[label];
        if (documents && !column.is_record(number)) ++reports[report_of(s, number)];
      });
      for (std::uint32_t label = 0; label < labels.size(); ++label)
        if (labels[label] != 0) add_label(column.label_name(label), labels[label], open, out);
      for (const auto& [report, count] : reports)
        out["document"][index_.report(s, report).head.id] += count;
    }
  }

 private:
  const Columns& columns(std::size_t s) const { return columns_of(index_.segments()[s], what_); }

  std::uint32_t report_of(std::size_t s, std::uint32_t number) const {
    const auto& segment = index_.segments()[s];
    if (what_ == Counted::passages) return segment.passage_columns().report(number);
    return segment.passage_columns().report(segment.figure_columns().report(number));
  }

  Bitmap narrowed(std::size_t s, const std::string& open) const {
    Bitmap out = matches_[s];
    for (std::size_t g = 0; g < groups_.size(); ++g)
      if (groups_[g].facet != open) out &= allowed_[s][g];
    return out;
  }

  static void add_label(std::string_view name, std::size_t count, const std::string& open,
                        std::map<std::string, Values>& out) {
    for (const auto& facet : facet_kinds)
      if (static_cast<char>(facet.kind) == name[0] && (open.empty() || open == facet.name))
        out[facet.name][std::string(name.substr(2))] += count;
  }

  const OpenIndex& index_;
  Counted what_;
  const Matches& matches_;
  const std::vector<FilterGroup>& groups_;
  std::vector<std::vector<Bitmap>> allowed_;
};

FacetValue described(const std::string& facet, const std::string& value, std::size_t count) {
  FacetValue out{value, value, "", count, false};
  if (facet == "territory")
    if (const auto* territory = corpus::territory_by_code(value)) {
      out.label = territory->name;
      out.parent = territory->parent;
    }
  if (facet == "theme")
    if (const auto* theme = corpus::theme_by_code(value)) {
      out.label = theme->label;
      out.parent = theme->parent;
    }
  return out;
}

bool is_selected(const std::string& facet, const std::string& value, const Filters& selected) {
  const auto in = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), value) != list.end();
  };
  if (facet == "theme") return in(selected.themes);
  if (facet == "territory")
    return std::any_of(selected.territories.begin(), selected.territories.end(), [&](const auto& t) {
      return t == value || corpus::resolve_territory(t) == value;
    });
  if (facet == "document") return in(selected.documents);
  if (facet == "organisation") return in(selected.organisations);
  if (facet == "programme") return in(selected.programmes);
  if (facet != "year") return false;
  const int year = std::atoi(value.c_str());
  return std::any_of(selected.years.begin(), selected.years.end(),
                     [&](const auto& r) { return r.from <= year && year <= r.to; });
}

/// Most frequent first, years newest first; a selected value is always there.
std::vector<FacetValue> listed(const std::string& facet, const Values& values,
                               const Filters& selected) {
  std::vector<FacetValue> out;
  for (const auto& [value, count] : values) {
    out.push_back(described(facet, value, count));
    out.back().selected = is_selected(facet, value, selected);
  }
  std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) {
    return facet == "year" ? a.value > b.value : a.count > b.count;
  });
  if (out.size() > most_values) {
    const auto rest = std::stable_partition(out.begin() + most_values, out.end(),
                                            [](const auto& v) { return v.selected; });
    out.erase(rest, out.end());
  }
  return out;
}

}  // namespace

Matches everything(const OpenIndex& index, Counted what) {
  Matches out;
  for (const auto& segment : index.segments())
    out.emplace_back(columns_of(segment, what).size(), true);
  return out;
}

FacetCounts count_facets(const OpenIndex& index, Counted what, const Matches& matches,
                         const std::vector<FilterGroup>& groups, const Filters& selected,
                         bool with_values) {
  const Counter counter(index, what, matches, groups);
  FacetCounts out;
  out.total = counter.total();
  if (!with_values) return out;
  std::map<std::string, Values> values;
  counter.add("", values);
  for (const auto& group : groups) {
    values[group.facet].clear();
    counter.add(group.facet, values);
  }
  for (const auto& [facet, counts] : values) out.facets[facet] = listed(facet, counts, selected);
  return out;
}

}  // namespace repere::query
