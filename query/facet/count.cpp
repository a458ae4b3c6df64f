// SPDX-License-Identifier: GPL-2.0-or-later
#include "facet/count.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <unordered_map>

#include "repere/corpus/territories.h"
#include "repere/corpus/themes.h"
#include "repere/storage/schema.h"

namespace repere::query {
namespace {

using storage::Columns;
using storage::LabelKind;

struct FacetKind {
  const char* name;
  LabelKind kind;
  std::size_t most;  ///< values listed, the most frequent first: a page cannot show thousands
};
constexpr FacetKind facet_kinds[] = {
    {"theme", LabelKind::theme, 400},         {"territory", LabelKind::territory, 400},
    {"year", LabelKind::year, 400},           {"organisation", LabelKind::organisation, 100},
    {"programme", LabelKind::programme, 100}, {"unit", LabelKind::unit, 100},
    {"kind", LabelKind::figure_kind, 100}};
constexpr std::size_t most_documents = 400;

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

/// A value of a facet and its count; the name is a view of a segment's columns.
struct ValueCount {
  std::string_view name;
  std::size_t count = 0;
};

bool before(const ValueCount& a, const ValueCount& b) {
  return a.count != b.count ? a.count > b.count : a.name < b.name;
}

using Values = std::vector<ValueCount>;

/// Counts of the same name in several segments become one.
void unite(Values& values) {
  std::sort(values.begin(), values.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (kept > 0 && values[kept - 1].name == values[i].name)
      values[kept - 1].count += values[i].count;
    else
      values[kept++] = values[i];
  }
  values.resize(kept);
}

class Counter {
 public:
  Counter(const OpenIndex& index, Counted what, const Matches& matches,
          const std::vector<FilterGroup>& groups)
      : index_(index), what_(what), matches_(matches), groups_(groups) {
    for (const auto& segment : index.segments()) {
      std::vector<Bitmap> bitmaps;
      for (const auto& group : groups) bitmaps.push_back(allowed(segment, what, group));
      allowed_.push_back(std::move(bitmaps));
    }
  }

  /// One pass over the matches that all groups but `open` allow. returns: how many hits they are.
  /// values: by facet, appended to; nothing but the count when it is null.
  std::size_t count(const std::string& open, std::map<std::string, Values>* values) {
    std::size_t total = 0;
    for (std::size_t s = 0; s < index_.segments().size(); ++s) {
      const Columns& column = columns(s);
      std::vector<std::uint32_t> labels(values == nullptr ? 0 : column.label_count());
      std::unordered_map<std::uint32_t, std::uint32_t> reports;
      for_each_hit(column, narrowed(s, open), [&](std::uint32_t number) {
        ++total;
        if (values == nullptr) return;
        for (const auto label : column.labels(number)) ++labels[label];
        if (!column.is_record(number)) ++reports[report_of(s, number)];
      });
      if (values != nullptr) gather(s, labels, reports, *values);
    }
    if (values != nullptr && index_.segments().size() > 1)
      for (auto& [facet, list] : *values) unite(list);
    return total;
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

  void gather(std::size_t s, const std::vector<std::uint32_t>& labels,
              const std::unordered_map<std::uint32_t, std::uint32_t>& reports,
              std::map<std::string, Values>& values) {
    const Columns& column = columns(s);
    std::array<Values*, 128> by_kind{};
    for (const auto& facet : facet_kinds)
      by_kind[static_cast<std::size_t>(facet.kind)] = &values[facet.name];
    for (std::uint32_t label = 0; label < labels.size(); ++label) {
      if (labels[label] == 0) continue;
      const auto name = column.label_name(label);
      if (auto* list = by_kind[static_cast<unsigned char>(name[0]) & 127])
        list->push_back({name.substr(2), labels[label]});
    }
    for (const auto& [report, hits] : reports) {
      documents_.push_back(index_.report(s, report).head.id);
      values["document"].push_back({documents_.back(), hits});
    }
  }

  const OpenIndex& index_;
  Counted what_;
  const Matches& matches_;
  const std::vector<FilterGroup>& groups_;
  std::vector<std::vector<Bitmap>> allowed_;
  std::deque<std::string> documents_;  ///< what the names of documents are views of
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
  if (facet == "territory") return in(selected.territories);
  if (facet == "document") return in(selected.documents);
  if (facet == "organisation") return in(selected.organisations);
  if (facet == "programme") return in(selected.programmes);
  if (facet != "year") return false;
  const int year = std::atoi(value.c_str());
  return std::any_of(selected.years.begin(), selected.years.end(),
                     [&](const auto& r) { return r.from <= year && year <= r.to; });
}

std::size_t most_values(const std::string& facet) {
  for (const auto& kind : facet_kinds)
    if (facet == kind.name) return kind.most;
  return most_documents;
}

/// Most frequent first, years newest first; a selected value is always there.
std::vector<FacetValue> listed(const std::string& facet, Values values, const Filters& selected) {
  const auto most = std::min(values.size(), most_values(facet));
  const auto cut = values.begin() + static_cast<std::ptrdiff_t>(most);
  std::partial_sort(values.begin(), cut, values.end(), before);
  std::vector<FacetValue> out;
  for (auto at = values.begin(); at != values.end(); ++at) {
    if (at >= cut && selected.empty()) break;
    const std::string value(at->name);
    const bool chosen = is_selected(facet, value, selected);
    if (at >= cut && !chosen) continue;
    out.push_back(described(facet, value, at->count));
    out.back().selected = chosen;
  }
  if (facet == "year")
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.value > b.value; });
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
  Counter counter(index, what, matches, groups);
  FacetCounts out;
  if (!with_values) {
    out.total = counter.count("", nullptr);
    return out;
  }
  std::map<std::string, Values> values;
  out.total = counter.count("", &values);
  for (const auto& group : groups) {
    std::map<std::string, Values> open;
    counter.count(group.facet, &open);
    values[group.facet] = std::move(open[group.facet]);
  }
  Filters resolved = selected;  // by code, as the labels are
  for (auto& territory : resolved.territories)
    if (auto code = corpus::resolve_territory(territory); !code.empty())
      territory = std::move(code);
  for (auto& [facet, counts] : values)
    out.facets[facet] = listed(facet, std::move(counts), resolved);
  return out;
}

}  // namespace repere::query
