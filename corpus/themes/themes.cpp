// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/themes.h"

#include <algorithm>

#include "descriptors.h"
#include "tree.h"

namespace repere::corpus {
namespace {

std::vector<Theme> make_tree() {
  std::vector<Theme> themes;
  std::string_view root_mission;
  for (const ThemeEntry& entry : theme_entries()) {
    const std::size_t slash = entry.code.find('/');
    const bool is_root = slash == std::string_view::npos;
    if (is_root) root_mission = entry.mission;
    themes.push_back({entry.code, entry.label,
                      is_root ? std::string_view{} : entry.code.substr(0, slash),
                      entry.mission.empty() ? root_mission : entry.mission});
  }
  return themes;
}

// The first theme needs some evidence, however little, so that hardly a passage stays without; the
// second and third need more, and a share of the first's. Set on hand-labelled passages
// (tests/quality/themes).
constexpr double least_evidence = 0.3;
constexpr double least_evidence_beside = 1.6;
constexpr double least_share = 0.5;
constexpr double heading_weight = 0.5;
constexpr std::size_t most_themes = 3;

// Own evidence of each theme; a word said again adds less each time.
std::vector<double> weigh(std::string_view text, std::span<const std::string> headings) {
  const DescriptorTable& table = descriptor_table();
  DescriptorCounts counts(table.descriptors().size());
  table.count(text, 1.0F, counts);
  for (const std::string& heading : headings) table.count(heading, heading_weight, counts);
  std::vector<double> evidence(all_themes().size(), 0.0);
  for (const std::uint32_t met : counts.met()) {
    const Descriptor& descriptor = table.descriptors()[met];
    const double count = counts.of(met);
    evidence[descriptor.theme] += descriptor.weight * 2.0 * count / (count + 1.0);
  }
  return evidence;
}

// A sub-theme is helped by what speaks for its root, never by more than its own evidence; a root
// is helped a little by all its sub-themes, so that scattered evidence names the root.
std::vector<double> combine(const std::vector<double>& own) {
  const std::span<const Theme> themes = all_themes();
  std::vector<double> value(own.size(), 0.0);
  std::size_t root = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (themes[i].parent.empty()) {
      root = i;
      value[i] += own[i];
    } else {
      value[i] = own[i] + 0.5 * std::min(own[i], own[root]);
      value[root] += 0.25 * own[i];
    }
  }
  return value;
}

bool is_kin(const Theme& a, const Theme& b) { return a.parent == b.code || b.parent == a.code; }

}  // namespace

std::span<const Theme> all_themes() {
  static const std::vector<Theme> themes = make_tree();
  return themes;
}

const Theme* theme_by_code(std::string_view code) {
  const std::span<const Theme> themes = all_themes();
  const auto found =
      std::find_if(themes.begin(), themes.end(), [&](const Theme& t) { return t.code == code; });
  return found == themes.end() ? nullptr : &*found;
}

std::vector<ThemeScore> classify(std::string_view text, std::span<const std::string> headings) {
  const std::span<const Theme> themes = all_themes();
  const std::vector<double> value = combine(weigh(text, headings));
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] >= least_evidence) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return value[a] > value[b]; });
  std::vector<ThemeScore> best;
  for (const std::size_t i : order) {
    const double floor = std::max(least_evidence_beside, least_share * value[order.front()]);
    if (best.size() == most_themes || (!best.empty() && value[i] < floor)) break;
    const bool told = std::any_of(best.begin(), best.end(),
                                  [&](const ThemeScore& s) { return is_kin(*s.theme, themes[i]); });
    if (!told) best.push_back({&themes[i], value[i] / (value[i] + 3.0)});
  }
  return best;
}

}  // namespace repere::corpus
