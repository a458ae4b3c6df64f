// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/dates.h"

#include <algorithm>
#include <cstdio>

#include "extract/calendar.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus {
namespace {

/// One pass over the lexemes; a rule looks at most some dozen lexemes ahead.
class DateFinder {
 public:
  DateFinder(const Scan& scan, std::optional<int> year) : scan_(scan), year_(year) {}

  std::vector<DateRange> find() {
    std::vector<DateRange> out;
    for (std::uint32_t at = 0; at < scan_.size();) {
      auto date = date_at(at);
      if (!date) {
        ++at;
        continue;
      }
      at = date->last;
      if (date->from.year == 0) continue;  // no year known so far
      if (date->year_said) year_ = date->to.year;
      set_use(*date);
      out.push_back(*date);
    }
    return out;
  }

 private:
  std::optional<DateRange> date_at(std::uint32_t at) const {
    if (scan_.is_digits(at)) {
      if (auto date = numeric(at)) return date;
      if (auto date = day_of_month(at)) return date;
      if (auto date = part_of_year(at)) return date;
      return years(at);
    }
    if (!scan_.is_word(at)) return std::nullopt;
    if (auto date = part_of_year(at)) return date;
    if (auto date = edge(at)) return date;
    if (auto date = season(at)) return date;
    if (auto date = months(at)) return date;
    return same_year(at);
  }

  /// A year printed in four digits, by itself.
  std::optional<int> year_at(std::uint32_t at) const {
    if (!scan_.is_digits(at) || scan_.slice(at).size() != 4) return std::nullopt;
    const int index = scan_.numeral_at(at);
    if (index < 0) return std::nullopt;
    const auto& numeral = scan_.numeral(index);
    const bool plain = numeral.last == at + 1 && !numeral.ordinal && numeral.decimals == 0;
    const int value = static_cast<int>(numeral.value);
    if (!plain || value < 1789 || value > 2100) return std::nullopt;
    const bool glued_word = scan_.glued(at + 1) && scan_.is_word(at + 1);
    return glued_word || scan_.is(at + 1, "%") || scan_.is(at + 1, "€") ? std::nullopt
                                                                        : std::optional(value);
  }

  std::optional<int> year_after_links(std::uint32_t at, std::uint32_t& last) const {
    if (scan_.folded_in(at, {"de", "du", "en"})) ++at;
    if (scan_.folded_is(at, "d") && scan_.is_apostrophe(at + 1)) at += 2;
    if (scan_.folded_is(at, "l") && scan_.is_apostrophe(at + 1)) at += 2;
    if (scan_.folded_in(at, {"annee", "an"})) ++at;
    if (scan_.folded_is(at, "scolaire")) ++at;
    const auto year = year_at(at);
    if (year) last = at + 1;
    return year;
  }

  std::optional<DateRange> numeric(std::uint32_t at) const {
    const auto part = [&](std::uint32_t i) { return number_of(scan_.slice(i)); };
    const auto mark = [&](std::uint32_t i) {
      return scan_.glued(i) && scan_.glued(i + 1) && scan_.is_digits(i + 1) &&
             (scan_.is(i, "/") || scan_.is(i, "-") || scan_.is(i, "."));
    };
    if (!mark(at + 1) || !mark(at + 3) || scan_.slice(at + 1) != scan_.slice(at + 3))
      return std::nullopt;
    const bool iso = scan_.slice(at).size() == 4;
    const Day day =
        iso ? Day{part(at), part(at + 2), part(at + 4)} : Day{part(at + 4), part(at + 2), part(at)};
    if (!is_valid(day) || day.year < 1789 || day.year > 2100) return std::nullopt;
    return DateRange{at, at + 5, day, day};
  }

  struct DayPart {
    std::uint32_t last = 0;
    int day = 0, month = 0, year = 0;
  };

  /// « 11 », « 1er août », « dimanche 9 octobre 2016 »: month and year may be missing.
  std::optional<DayPart> day_part(std::uint32_t at) const {
    if (weekday(scan_.folded(at))) ++at;
    const int index = scan_.is_digits(at) ? scan_.numeral_at(at) : -1;
    if (index < 0) return std::nullopt;
    const auto& numeral = scan_.numeral(index);
    const bool fits = numeral.value >= 1 && numeral.value <= 31 && numeral.decimals == 0 &&
                      !numeral.scaled && (!numeral.ordinal || numeral.value == 1);
    if (!fits || numeral.chained) return std::nullopt;
    DayPart part{numeral.last, static_cast<int>(numeral.value)};
    part.month = month_of(scan_.folded(part.last));
    if (part.month == 0) return part;
    ++part.last;
    if (const auto year = year_at(part.last)) {
      part.year = *year;
      ++part.last;
    }
    return part;
  }

  std::optional<DateRange> day_of_month(std::uint32_t at) const {
    auto from = day_part(at);
    if (!from) return std::nullopt;
    std::uint32_t next = from->last;
    const bool linked = scan_.folded_in(next, {"au", "et"}) || scan_.is_dash(next);
    auto to = linked ? day_part(next + 1) : std::nullopt;
    if (to && to->month == 0) to.reset();
    if (from->month == 0 && !to) return std::nullopt;
    if (!to) to = from;
    if (from->month == 0) from->month = to->month;
    const bool said = to->year != 0 || from->year != 0;
    const int year = to->year != 0 ? to->year : from->year != 0 ? from->year : year_.value_or(0);
    if (from->year == 0) from->year = year;
    DateRange date{at, to->last, {from->year, from->month, from->day}, {year, to->month, to->day}};
    if (year != 0 && (!is_valid(date.from) || !is_valid(date.to))) return std::nullopt;
    date.year_said = said;
    if (to->last != from->last) date.use = DateUse::period;
    return date;
  }

  std::optional<DateRange> months(std::uint32_t at) const {
    const int month = month_of(scan_.folded(at));
    if (month == 0) return std::nullopt;
    std::uint32_t last = at + 1;
    const auto year = year_after_links(last, last);
    int to_month = month;
    auto to_year = year;
    const std::uint32_t link = last;
    if (scan_.folded_in(link, {"a", "et", "au"}) || scan_.is_dash(link) || scan_.is(link, "/")) {
      const std::uint32_t other = link + 1;
      if (const int second = month_of(scan_.folded(other)); second != 0) {
        to_month = second;
        last = other + 1;
        to_year = year_after_links(last, last);
      }
    }
    const bool said = year || to_year;
    if (!said && !scan_.folded_in(at - (at > 0), {"en", "de", "d", "depuis", "fin", "debut", "mi"}))
      return std::nullopt;
    const int end_year = to_year ? *to_year : year ? *year : year_.value_or(0);
    const int start_year = year ? *year : to_month < month ? end_year - 1 : end_year;
    DateRange date{
        at, last, {start_year, month, 1}, {end_year, to_month, month_days(end_year, to_month)}};
    if (end_year == 0) date.from.year = 0;
    date.year_said = said;
    if (to_month != month || start_year != end_year) date.use = DateUse::period;
    return date;
  }

  /// « premier trimestre 2016 », « 2e semestre de 2016 », « T1 2016 ».
  std::optional<DateRange> part_of_year(std::uint32_t at) const {
    const int index = scan_.numeral_at(at);
    int rank = 0;
    std::uint32_t last = at;
    int months_each = 0;
    if (index >= 0 && scan_.numeral(index).ordinal) {
      rank = static_cast<int>(scan_.numeral(index).value);
      last = scan_.numeral(index).last;
      months_each = scan_.folded_is(last, "trimestre")  ? 3
                    : scan_.folded_is(last, "semestre") ? 6
                                                        : 0;
      ++last;
    } else if ((scan_.is(at, "T") || scan_.is(at, "S")) && scan_.glued(at + 1) &&
               scan_.is_digits(at + 1)) {
      months_each = scan_.is(at, "T") ? 3 : 6;
      rank = number_of(scan_.slice(at + 1));
      last = at + 2;
    }
    if (months_each == 0 || rank < 1 || rank > 12 / months_each) return std::nullopt;
    const auto said = year_after_links(last, last);
    if (!said && scan_.is_word(at) && scan_.slice(at).size() == 1) return std::nullopt;
    const int year = said ? *said : year_.value_or(0);
    const int end = rank * months_each;
    DateRange date{at, last, {year, end - months_each + 1, 1}, {year, end, month_days(year, end)}};
    date.year_said = said.has_value();
    return date;
  }

  /// « fin 2022 », « mi-2021 », « début janvier 2017 », « courant 2018 ».
  std::optional<DateRange> edge(std::uint32_t at) const {
    const int third = scan_.folded_in(at, {"debut"})          ? 0
                      : scan_.folded_in(at, {"mi", "milieu"}) ? 1
                      : scan_.folded_in(at, {"fin"})          ? 2
                                                              : -1;
    if (third < 0) return std::nullopt;
    std::uint32_t next = at + 1;
    if (scan_.is_hyphen(next)) ++next;
    if (scan_.folded_is(next, "de") && scan_.folded_is(next + 1, "l")) ++next;
    if (const int month = month_of(scan_.folded(next)); month != 0) {
      std::uint32_t last = next + 1;
      const auto said = year_after_links(last, last);
      const int year = said ? *said : year_.value_or(0);
      const int first_day = third * 10 + 1;
      const int last_day = third == 2 ? month_days(year, month) : first_day + 9;
      DateRange date{at, last, {year, month, first_day}, {year, month, last_day}};
      date.year_said = said.has_value();
      return date;
    }
    std::uint32_t last = next;
    const auto year = year_after_links(next, last);
    if (!year) return std::nullopt;
    static constexpr int starts[] = {1, 6, 10}, ends[] = {3, 7, 12};
    return DateRange{
        at, last, {*year, starts[third], 1}, {*year, ends[third], month_days(*year, ends[third])}};
  }

  std::optional<DateRange> season(std::uint32_t at) const {
    const std::string_view word = scan_.folded(at);
    const bool rentree = word == "rentree";
    const int start = word == "printemps" ? 3
                      : word == "ete"     ? 6
                      : word == "automne" ? 9
                      : word == "hiver"   ? 12
                      : rentree           ? 9
                                          : 0;
    if (start == 0) return std::nullopt;
    std::uint32_t last = at + 1;
    if (rentree && scan_.folded_is(last, "scolaire")) ++last;
    const auto year = year_after_links(last, last);
    if (!year) return std::nullopt;
    const bool two =
        (scan_.is_hyphen(last) || scan_.is(last, "/")) && year_at(last + 1) == *year + 1;
    if (two) last += 2;
    if (rentree) return DateRange{at, last, {*year, 9, 1}, {*year, 9, 30}};
    if (start != 12) return DateRange{at, last, {*year, start, 21}, {*year, start + 3, 20}};
    const int begin = two ? *year : *year - 1;
    return DateRange{at, last, {begin, 12, 21}, {begin + 1, 3, 20}};
  }

  /// « 2016 », « 2014-2020 », « 2015/2016 », « de 2010 à 2015 ».
  std::optional<DateRange> years(std::uint32_t at) const {
    const auto year = year_at(at);
    if (!year) return std::nullopt;
    const bool opens = scan_.folded_in(at - (at > 0), {"entre", "de"});
    const bool link = scan_.is_dash(at + 1) || scan_.is(at + 1, "/") ||
                      (opens && scan_.folded_in(at + 1, {"a", "et"}));
    const auto second = link ? year_at(at + 2) : std::nullopt;
    if (second && *second > *year && *second < *year + 100) {
      const bool school = *second == *year + 1 && is_school_year(at);
      DateRange date{
          at, at + 3, {*year, school ? 9 : 1, 1}, {*second, school ? 8 : 12, 31}, DateUse::period};
      return date;
    }
    if (!reads_as_year(at)) return std::nullopt;
    return DateRange{at, at + 1, {*year, 1, 1}, {*year, 12, 31}};
  }

  bool is_school_year(std::uint32_t at) const {
    if (scan_.folded_in(at + 3, {"scolaire", "universitaire"})) return true;
    return at > 0 && scan_.folded_in(at - 1, {"annee", "scolaire", "universitaire", "rentree",
                                              "saison", "campagne", "promotion"});
  }

  /// Not « 2000 habitants »: a plural noun after four digits is what they count.
  bool reads_as_year(std::uint32_t at) const {
    if (at > 0 && scan_.near(at) &&
        scan_.folded_in(
            at - 1,
            {"en",      "annee",    "annees",  "depuis",  "fin",       "debut",   "mi",    "des",
             "avant",   "apres",    "horizon", "ici",     "exercice",  "edition", "bilan", "vers",
             "rentree", "campagne", "loi",     "session", "promotion", "courant"}))
      return true;
    if (!scan_.is_word(at + 1) || !scan_.near(at + 1)) return true;
    return !counts_plural(at + 1);
  }

  bool counts_plural(std::uint32_t at) const {
    const std::string_view word = scan_.folded(at);
    if (is_unit_letter(scan_.slice(at))) return true;
    const bool plural = word.size() > 3 && (word.back() == 's' || word.back() == 'x');
    return plural && !is_grammatical(word) && !french::starts_upper(scan_.slice(at));
  }

  std::optional<DateRange> same_year(std::uint32_t at) const {
    const bool that = scan_.matches(at, {"cette", "annee"}) || scan_.matches(at, {"meme", "annee"});
    if (!that || !year_) return std::nullopt;
    std::uint32_t last = at + 2;
    if (scan_.is_hyphen(last) && scan_.folded_is(last + 1, "la")) last += 2;
    DateRange date{at, last, {*year_, 1, 1}, {*year_, 12, 31}};
    date.year_said = false;
    return date;
  }

  /// What the words before make of a date: « depuis le lancement de la mission en mai 2013 ».
  void set_use(DateRange& date) const {
    if (date.first > 0 && scan_.folded_in(date.first - 1, {"avant"})) date.use = DateUse::until;
    if (date.first > 0 && scan_.folded_in(date.first - 1, {"apres"})) date.use = DateUse::since;
    for (std::uint32_t at = date.first, steps = 0; at > 0 && steps < 12; --at, ++steps) {
      const std::uint32_t before = at - 1;
      if (scan_.is_digits(before) || scan_.is(before, ",") || scan_.is(before, ".") ||
          scan_.is(before, ";") || scan_.is(before, ":") || scan_.is(before, "("))
        return;
      if (scan_.folded_in(before, {"depuis", "compter"}) ||
          (steps < 4 && scan_.folded_is(before, "partir")))
        return void(date.use = DateUse::since);
      if (steps < 9 &&
          scan_.folded_in(before, {"commence", "commencee", "demarre", "demarree", "debute",
                                   "debutee", "instaure", "instauree"}) &&
          !scan_.is(before, "commence") && !scan_.is(before, "démarre") &&
          !scan_.is(before, "débute"))
        return void(date.use = DateUse::since);
      if (steps < 4 && scan_.folded_is(before, "jusqu")) return void(date.use = DateUse::until);
    }
  }

  const Scan& scan_;
  std::optional<int> year_;
};

std::string iso(const Day& day) {
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", day.year % 10000, day.month % 100,
                day.day % 100);
  return out;
}

}  // namespace

std::vector<DateRange> find_date_ranges(const Scan& scan, std::optional<int> default_year) {
  return DateFinder(scan, default_year).find();
}

std::vector<DateSpan> to_spans(const Scan& scan, const std::vector<DateRange>& dates) {
  std::vector<DateSpan> out;
  out.reserve(dates.size());
  for (const DateRange& date : dates)
    out.push_back({scan.span(date.first, date.last), iso(date.from), iso(date.to)});
  return out;
}

std::vector<DateSpan> find_dates(std::string_view text, std::optional<int> default_year) {
  const Scan scan(text);
  return to_spans(scan, find_date_ranges(scan, default_year));
}

}  // namespace repere::corpus
