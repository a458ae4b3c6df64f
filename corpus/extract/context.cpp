// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/context.h"

#include <algorithm>
#include <unordered_map>

#include "extract/calendar.h"
#include "repere/corpus/territories.h"

namespace repere::corpus {
namespace {

/// How far a sentence is searched from a figure, so that a hostile one stays linear.
constexpr std::uint32_t reach = 80;
constexpr std::ptrdiff_t neighbours = 12;

std::uint32_t clamp_back(std::uint32_t at, std::uint32_t floor) {
  return at > floor + reach ? at - reach : floor;
}

bool is_boundary(const Scan& scan, std::uint32_t at) {
  return scan.is(at, ",") || scan.is(at, ";") || scan.is(at, ":") || scan.is(at, "(") ||
         scan.is(at, ")") || scan.folded_is(at, "contre") || scan.folded_is(at, "dont");
}

/// Punctuation, or so many words that it is as good as punctuation.
bool boundary_between(const Scan& scan, std::uint32_t from, std::uint32_t to) {
  if (to > from + reach) return true;
  for (std::uint32_t at = from; at < to; ++at)
    if (is_boundary(scan, at)) return true;
  return false;
}

bool number_between(const Scan& scan, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at) {
    const int index = scan.numeral_at(at);
    if (index >= 0 && !scan.numeral(index).bare_one && !scan.numeral(index).ordinal) return true;
  }
  return false;
}

bool is_usable(const DateRange& date) {
  return date.use == DateUse::point && date.from.year == date.to.year;
}

/// « Calais Port 2015 », « Horizon 2020 »: a year that is the end of a name.
bool is_in_name(const Scan& scan, const DateRange& date) {
  if (date.last != date.first + 1 || date.first < 2 || !scan.near(date.first)) return false;
  return scan.is_word(date.first - 1) && french::starts_upper(scan.slice(date.first - 1)) &&
         !is_grammatical(scan.folded(date.first - 1)) &&
         !scan.folded_in(date.first - 1,
                         {"en", "annee", "exercice", "bilan", "edition", "debut", "fin"});
}

/// « en 2016 et début 2017 » is a period, neither of the two.
std::vector<DateRange> with_pairs_as_periods(const Scan& scan, std::vector<DateRange> dates) {
  for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
    const std::uint32_t link = dates[i].last;
    const bool joined = scan.folded_in(link, {"et", "ou", "a"}) && dates[i + 1].first <= link + 2;
    if (joined && dates[i].from.year != dates[i + 1].from.year)
      dates[i].use = dates[i + 1].use = DateUse::period;
  }
  return dates;
}

/// The région or département that a text names most, when it is a quarter of its places; else none.
std::string most_named(const std::vector<Entity>& entities) {
  std::unordered_map<std::string_view, int> counts;
  int places = 0;
  for (const Entity& entity : entities) {
    if (entity.code.empty()) continue;
    ++places;
    if (entity.code.starts_with("REG-") || entity.code.starts_with("DEP-")) ++counts[entity.code];
  }
  std::pair<int, std::string_view> best{0, {}};
  for (const auto& [code, count] : counts) best = std::max(best, std::pair(count, code));
  return best.first >= 5 && best.first * 4 >= places ? std::string(best.second) : std::string();
}

/// The commune that an infrastructure is named after: « centrale nucléaire de Gravelines »,
/// « Calais Port 2015 ». within: the report's territory, which must hold it.
const Territory* host_of(const Scan& scan, std::uint32_t first, std::uint32_t last,
                         std::string_view within) {
  if (within.empty()) return nullptr;
  for (const std::uint32_t at : {first, last - 1}) {
    const std::string_view word = scan.slice(at);
    const bool alone = !scan.is_hyphen(at + 1) && !(at > first && scan.is_hyphen(at - 1));
    if (!scan.is_word(at) || !alone || !french::starts_upper(word) || word.size() < 4) continue;
    for (const Territory* found : territories_by_name(word, within)) {
      if (!found->code.starts_with("COM-")) continue;
      const auto above = territory_ancestors(found->code);
      if (std::find(above.begin(), above.end(), within) != above.end()) return found;
    }
  }
  return nullptr;
}

}  // namespace

Context::Context(const Report& report, const Scan& scan, const std::vector<DateRange>& dates,
                 const std::vector<Entity>& entities)
    : report_(report),
      scan_(scan),
      dates_(with_pairs_as_periods(scan, dates)),
      blocks_(report.blocks.size()),
      sections_(report.sections.size()),
      headings_(report.sections.size(), -1) {
  for (std::size_t i = report.blocks.size(); i-- > 0;) {
    const Block& block = report.blocks[i];
    if (block.kind == BlockKind::heading)
      headings_[static_cast<std::size_t>(block.section)] = static_cast<int>(i);
  }
  for (DateRange& date : dates_)  // a report's own year may name its event, « Euro 2016 »
    if (is_in_name(scan, date) && date.from.year != report.year.value_or(0))
      date.use = DateUse::period;
  report_code_ = report.territory.empty() ? most_named(entities) : report.territory;
  if (const Territory* territory = territory_by_code(report_code_)) report_name_ = territory->name;
  for (const Entity& entity : entities) {
    if (entity.span.empty()) continue;
    const std::uint32_t first = scan.lexeme_from(entity.span.begin);
    const std::uint32_t last = std::max(first + 1, scan.lexeme_from(entity.span.end));
    if (!entity.code.empty())
      places_.push_back({first, last, entity.code, entity.name});
    else if (entity.cls == EntityClass::infrastructure)
      if (const Territory* host = host_of(scan, first, last, report_code_))
        places_.push_back({first, last, std::string(host->code), std::string(host->name)});
  }
}

void Context::place(const Draft& draft, std::uint32_t begin, std::uint32_t end, int block,
                    Figure& figure) {
  set_year(draft, begin, end, block, figure);
  set_place(draft, begin, end, block, figure);
}

void Context::set_year(const Draft& draft, std::uint32_t begin, std::uint32_t end, int block,
                       Figure& figure) {
  if (draft.year) {
    figure.year = draft.year;
    figure.year_from = Origin::list;
    return;
  }
  figure.year = year_in(draft.first, draft.last, begin, end);
  figure.year_from = Origin::sentence;
  const Block& at = report_.blocks[static_cast<std::size_t>(block)];
  const bool headed = introduces(at.list_head);
  if (!figure.year && headed) {
    figure.year = said_by_block(at.list_head).year;
    figure.year_from = Origin::list;
  }
  if (!figure.year) {
    figure.year = said_by_section(at.section).year;
    figure.year_from = Origin::heading;
  }
  if (!figure.year) {
    figure.year = report_.year;
    figure.year_from = report_.year ? Origin::report : Origin::none;
  }
}

/// A head of a list ends on a colon; a reader may take a plain paragraph for one.
bool Context::introduces(int head) const {
  if (head < 0) return false;
  const auto text = report_.slice(report_.blocks[static_cast<std::size_t>(head)].clean);
  const auto last = text.find_last_not_of(" \u00a0\n");
  return last != std::string_view::npos && text[last] == ':';
}

void Context::set_place(const Draft& draft, std::uint32_t begin, std::uint32_t end, int block,
                        Figure& figure) {
  const Block& at = report_.blocks[static_cast<std::size_t>(block)];
  if (national(draft.first, draft.last, begin, end)) {
    figure.territory = "FR";
    figure.territory_name = "France";
    figure.territory_from = Origin::sentence;
    return;
  }
  int found = respective_place(draft, begin);
  if (found < 0) found = place_in(draft.first, draft.last, begin, end);
  figure.territory_from = Origin::sentence;
  if (found < 0 && introduces(at.list_head)) {
    found = said_by_block(at.list_head).place;
    figure.territory_from = Origin::list;
  }
  if (found < 0) {
    found = said_by_section(at.section).place;
    figure.territory_from = Origin::heading;
  }
  if (found >= 0) {
    figure.territory = places_[static_cast<std::size_t>(found)].code;
    figure.territory_name = places_[static_cast<std::size_t>(found)].name;
    return;
  }
  figure.territory = report_code_;
  figure.territory_name = report_name_;
  figure.territory_from = report_code_.empty() ? Origin::none : Origin::report;
}

/// A date after a participle, cut off from the figure by punctuation: « publié le 20 octobre, ».
bool Context::is_aside(const DateRange& date, std::uint32_t first, std::uint32_t last,
                       std::uint32_t begin) const {
  const bool before = date.last <= first;
  if (!boundary_between(scan_, before ? date.last : last, before ? first : date.first))
    return false;
  std::uint32_t at = date.first;
  while (at > begin &&
         (scan_.is_apostrophe(at - 1) ||
          scan_.folded_in(at - 1, {"le", "la", "l", "en", "du", "au", "d", "dans", "ici", "de"})))
    --at;
  if (at == begin) return false;
  const std::string_view word = scan_.slice(at - 1);
  for (const std::string_view ending : {"é", "ée", "és", "ées"})
    if (word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending)
      return true;
  return false;
}

std::optional<int> Context::year_in(std::uint32_t first, std::uint32_t last, std::uint32_t begin,
                                    std::uint32_t end) const {
  const auto after_figure = std::partition_point(
      dates_.begin(), dates_.end(), [first](const DateRange& date) { return date.first < first; });
  const DateRange* near_before = nullptr;
  const DateRange* near_after = nullptr;
  for (auto it = after_figure; it != dates_.begin() && after_figure - it < neighbours;) {
    --it;
    if (it->first < begin) break;
    if (!is_usable(*it) || is_aside(*it, first, last, begin)) continue;
    near_before = &*it;
    break;
  }
  for (auto it = after_figure; it != dates_.end() && it - after_figure < neighbours; ++it) {
    if (it->first >= end) break;
    if (!is_usable(*it) || is_aside(*it, first, last, begin)) continue;
    near_after = &*it;
    break;
  }
  const bool after_joined = near_after != nullptr &&
                            !boundary_between(scan_, last, near_after->first) &&
                            !number_between(scan_, last, near_after->first);
  const bool before_joined =
      near_before != nullptr && !boundary_between(scan_, near_before->last, first);
  const bool adjacent = after_joined && near_after->first <= last + 1;  // « 12 écoles en 2013 »
  if (adjacent || (after_joined && !(before_joined && first - near_before->last < 6)))
    return near_after->from.year;
  if (near_before != nullptr) return near_before->from.year;
  if (near_after != nullptr) return near_after->from.year;
  return std::nullopt;
}

bool Context::national(std::uint32_t first, std::uint32_t last, std::uint32_t begin,
                       std::uint32_t end) const {
  const auto says_so = [&](std::uint32_t at) {
    return scan_.folded_in(at, {"national", "nationale", "nationaux"}) && at > begin &&
           scan_.folded_in(at - 1,
                           {"niveau", "plan", "moyenne", "echelle", "echelon", "enveloppe"});
  };
  for (std::uint32_t at = last; at < std::min(end, last + 8); ++at) {
    if (says_so(at)) return true;
    if (scan_.is(at, ",") || scan_.is(at, ";") || scan_.folded_is(at, "et") ||
        scan_.numeral_at(at) >= 0)
      break;
  }
  for (std::uint32_t at = first; at > begin && first - at < 12; --at) {
    if (says_so(at - 1)) return true;
    if (scan_.is(at - 1, ";") || scan_.numeral_at(at - 1) >= 0) break;
  }
  return false;
}

/// The place of the same rank in the list of places before the list of numbers.
int Context::respective_place(const Draft& draft, std::uint32_t begin) const {
  if (draft.list_size == 0) return -1;
  const auto end = std::partition_point(places_.begin(), places_.end(), [&](const Place& place) {
    return place.first < draft.list_first;
  });
  const auto before = static_cast<std::uint32_t>(end - places_.begin());
  if (before < draft.list_size) return -1;
  const std::uint32_t index = before - draft.list_size + draft.list_rank;
  return places_[before - draft.list_size].first >= begin ? static_cast<int>(index) : -1;
}

int Context::place_in(std::uint32_t first, std::uint32_t last, std::uint32_t begin,
                      std::uint32_t end) const {
  const auto after_figure = std::partition_point(
      places_.begin(), places_.end(), [last](const Place& place) { return place.first < last; });
  const auto index = [&](auto it) { return static_cast<int>(it - places_.begin()); };
  const bool has_after = after_figure != places_.end() && after_figure->first < end;
  const bool close = has_after && after_figure->first < last + 16;
  if (close && !number_between(scan_, last, after_figure->first)) {
    bool cut = false;
    for (std::uint32_t at = last; at < after_figure->first; ++at)
      cut = cut || scan_.is(at, ",") || scan_.is(at, ";") || scan_.is(at, ":") ||
            (scan_.folded_is(at, "et") &&
             scan_.folded_in(at + 1, {"a", "en", "pour", "dans", "au", "aux"}));
    if (!cut) return index(after_figure);
  }
  if (after_figure != places_.begin()) {
    const auto before = std::prev(after_figure);
    if (before->first >= std::max(begin, clamp_back(first, begin)) && before->last <= first)
      return index(before);
  }
  return has_after && after_figure->first < last + reach ? index(after_figure) : -1;
}

const Context::Said& Context::said_by_block(int block) {
  Said& said = blocks_[static_cast<std::size_t>(block)];
  if (said.read) return said;
  said.read = true;
  const ByteRange range = report_.blocks[static_cast<std::size_t>(block)].clean;
  const std::uint32_t begin = scan_.lexeme_from(range.begin);
  const std::uint32_t end = scan_.lexeme_from(range.end);
  auto date = std::partition_point(dates_.begin(), dates_.end(),
                                   [begin](const DateRange& d) { return d.first < begin; });
  for (; date != dates_.end() && date->first < end && !said.year; ++date)
    if (is_usable(*date)) said.year = date->from.year;
  const auto place = std::partition_point(places_.begin(), places_.end(),
                                          [begin](const Place& p) { return p.first < begin; });
  if (place != places_.end() && place->first < end)
    said.place = static_cast<int>(place - places_.begin());
  return said;
}

/// A heading dates what stands under it when it ends on the year or says « en 2016 ».
std::optional<int> Context::heading_year(ByteRange heading) const {
  const std::uint32_t begin = scan_.lexeme_from(heading.begin);
  const std::uint32_t end = scan_.lexeme_from(heading.end);
  auto date = std::partition_point(dates_.begin(), dates_.end(),
                                   [begin](const DateRange& d) { return d.first < begin; });
  for (; date != dates_.end() && date->first < end; ++date) {
    const bool introduced =
        date->first > begin &&
        scan_.folded_in(date->first - 1, {"en", "annee", "edition", "bilan", "exercice"});
    const bool opens = scan_.is_word(date->last) && date->last < end;
    const bool months = date->from.month != 1 || date->to.month != 12;
    if (is_usable(*date) && (introduced || months || date->last == end || opens))
      return date->from.year;
  }
  return std::nullopt;
}

const Context::Said& Context::said_by_section(int section) {
  Said& said = sections_[static_cast<std::size_t>(section)];
  if (said.read) return said;
  said.read = true;
  const int parent = report_.sections[static_cast<std::size_t>(section)].parent;
  const int heading = headings_[static_cast<std::size_t>(section)];
  if (heading >= 0) {
    said.place = said_by_block(heading).place;
    said.year = heading_year(report_.blocks[static_cast<std::size_t>(heading)].clean);
  }
  if (parent > 0 && parent < section) {
    const Said& above = said_by_section(parent);
    if (!said.year) said.year = above.year;
    if (said.place < 0) said.place = above.place;
  }
  return said;
}

}  // namespace repere::corpus
