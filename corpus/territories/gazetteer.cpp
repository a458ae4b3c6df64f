// SPDX-License-Identifier: GPL-2.0-or-later
#include "territories/gazetteer.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <string>
#include <unordered_map>

#include "french/embedded.h"
#include "french/name_key.h"
#include "french/phrase_hash.h"
#include "french/prefix_filter.h"
#include "french/table.h"

namespace repere::corpus::gazetteer {
namespace {

std::uint64_t hash_of(std::string_view key) { return phrase_hash(key); }

/// Text that lives as long as the program: codes with their prefix, names that the table shortens.
class Arena {
 public:
  std::string_view keep(std::string_view a, std::string_view b = {}, std::string_view c = {}) {
    const std::size_t need = a.size() + b.size() + c.size();
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < need) {
      blocks_.emplace_back();
      blocks_.back().reserve(std::max<std::size_t>(need, 1 << 16));
    }
    std::string& block = blocks_.back();
    const std::size_t at = block.size();
    block.append(a).append(b).append(c);
    return std::string_view(block).substr(at, need);
  }

 private:
  std::deque<std::string> blocks_;
};

/// Slots of the two hash tables: a power of two, some three times the number of records.
constexpr std::size_t code_slots = std::size_t{1} << 17;

struct Spelling {
  std::uint32_t record;
  std::string_view name;
  NameRank rank;
};

class Data {
 public:
  Data();

  std::vector<Record> records;
  std::vector<Spelling> spellings;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> postcodes;  ///< (code, record), sorted
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> extra_holders;
  std::vector<std::uint32_t> by_code;  ///< open addressing: the record of a code's hash, or none
  std::vector<std::uint32_t> buckets;
  std::vector<Name> names;
  PrefixFilter prefixes{21};

  std::uint32_t find(std::string_view code) const;

 private:
  std::uint32_t add(Kind kind, std::string_view prefix, std::string_view code,
                    std::string_view name, std::uint32_t parent);
  std::uint32_t find_new(std::string_view prefix, std::string_view code) const;
  void add_official(const std::vector<std::string_view>& cells);
  void add_commune(const std::vector<std::string_view>& cells);
  void add_old(const std::vector<std::string_view>& cells);
  void add_used(const std::vector<std::string_view>& cells);
  void add_postcodes(std::string_view list, std::uint32_t record);
  void add_spellings(std::uint32_t record, std::string_view name);
  void index_names();

  Arena arena_;
};

std::uint32_t Data::find(std::string_view code) const {
  for (std::size_t at = hash_of(code);; ++at) {
    const std::uint32_t record = by_code[at & (code_slots - 1)];
    if (record == none || records[record].territory.code == code) return record;
  }
}

std::uint32_t Data::find_new(std::string_view prefix, std::string_view code) const {
  char whole[24];
  if (prefix.size() + code.size() > sizeof whole) return none;
  std::copy(prefix.begin(), prefix.end(), whole);
  std::copy(code.begin(), code.end(), whole + prefix.size());
  return find({whole, prefix.size() + code.size()});
}

std::uint32_t Data::add(Kind kind, std::string_view prefix, std::string_view code,
                        std::string_view name, std::uint32_t parent) {
  const auto index = static_cast<std::uint32_t>(records.size());
  Record record;
  record.kind = kind;
  record.parent = parent;
  record.territory.code = arena_.keep(prefix, code);
  record.territory.name = name;
  if (parent != none) record.territory.parent = records[parent].territory.code;
  records.push_back(record);
  std::size_t slot = hash_of(record.territory.code);
  while (by_code[slot & (code_slots - 1)] != none) ++slot;
  by_code[slot & (code_slots - 1)] = index;
  return index;
}

/// « communauté de communes du Val de Somme » is also « Val de Somme ».
std::string_view after_kind(std::string_view name) {
  for (const std::string_view kind : {"communauté de communes ", "communauté d'agglomération ",
                                      "communauté urbaine ", "arrondissement ", "académie "})
    if (name.starts_with(kind)) {
      name.remove_prefix(kind.size());
      for (const std::string_view of : {"de la ", "de l'", "des ", "du ", "de ", "d'"})
        if (name.starts_with(of)) return name.substr(of.size());
      return name;
    }
  return {};
}

void Data::add_spellings(std::uint32_t record, std::string_view name) {
  spellings.push_back({record, name, NameRank::full});
  const auto open = name.find(" (");
  if (open != std::string_view::npos)
    spellings.push_back({record, name.substr(0, open), NameRank::full});
  const std::string_view rest = after_kind(name);
  if (rest.empty()) return;
  spellings.push_back({record, rest, NameRank::derived});
  for (const std::string_view tail : {" Agglomération", " Agglo", " - Agglomération"})
    if (rest.ends_with(tail))
      spellings.push_back({record, rest.substr(0, rest.size() - tail.size()), NameRank::derived});
}

void Data::add_postcodes(std::string_view list, std::uint32_t record) {
  table::for_each_part(list, ' ', [&](std::string_view code) {
    std::uint32_t number = 0;
    std::from_chars(code.data(), code.data() + code.size(), number);
    if (number != 0) postcodes.emplace_back(number, record);
  });
}

void Data::add_official(const std::vector<std::string_view>& cells) {
  const std::string_view kind = cells[0];
  if (kind == "REG") {
    add_spellings(add(Kind::region, "REG-", cells[1], cells[2], 0), cells[2]);
  } else if (kind == "DEP") {
    add_spellings(add(Kind::department, "DEP-", cells[1], cells[3], find_new("REG-", cells[2])),
                  cells[3]);
  } else if (kind == "ARR") {
    static constexpr std::string_view vowels = "AEIOUYÉH";
    const bool elides =
        vowels.find(cells[3].front()) != std::string_view::npos && !cells[3].starts_with("Ha");
    const std::string_view name =
        cells[3].starts_with("Le ")
            ? arena_.keep("arrondissement du ", cells[3].substr(3))
            : arena_.keep("arrondissement ", elides ? "d'" : "de ", cells[3]);
    add_spellings(add(Kind::arrondissement, "ARR-", cells[1], name, find_new("DEP-", cells[2])),
                  name);
  } else if (kind == "EPCI") {
    add_spellings(add(Kind::epci, "EPCI-", cells[1], cells[3], find_new("DEP-", cells[2])),
                  cells[3]);
  } else if (kind == "COM") {
    add_commune(cells);
  } else if (kind == "OLD") {
    add_old(cells);
  }
}

void Data::add_commune(const std::vector<std::string_view>& cells) {
  if (cells.size() < 8) return;
  std::string arrondissement(cells[2]);
  arrondissement += cells[3];
  std::uint32_t parent = cells[3].empty() ? none : find_new("ARR-", arrondissement);
  if (parent == none) parent = find_new("DEP-", cells[2]);
  const std::uint32_t index = add(Kind::commune, "COM-", cells[1], cells[7], parent);
  Record& record = records[index];
  if (!cells[4].empty()) record.epci = find_new("EPCI-", cells[4]);
  std::from_chars(cells[5].data(), cells[5].data() + cells[5].size(), record.population);
  add_postcodes(cells[6], index);
  add_spellings(index, cells[7]);
}

void Data::add_old(const std::vector<std::string_view>& cells) {
  if (cells.size() < 5) return;
  const std::uint32_t parent = find_new("COM-", cells[2]);
  std::uint32_t index = find_new("COM-", cells[1]);
  if (index == none) index = add(Kind::old_commune, "COM-", cells[1], cells[4], parent);
  add_postcodes(cells[3], index);
  add_spellings(index, cells[4]);
}

void Data::add_used(const std::vector<std::string_view>& cells) {
  if (cells.size() < 5) return;
  const std::string_view code = cells[0];
  std::uint32_t index = find_new("", code);
  if (index == none) {
    const Kind kind = code.starts_with("AREG-")  ? Kind::former_region
                      : code.starts_with("ACA-") ? Kind::academy
                                                 : Kind::zone;
    index = add(kind, "", code, cells[1], find_new("", cells[2]));
    add_spellings(index, cells[1]);
    table::for_each_part(cells[3], ' ', [&](std::string_view member) {
      const std::uint32_t held = find_new("", member);
      if (held != none) extra_holders[held].push_back(index);
    });
  }
  table::for_each_part(cells[4], ';', [&](std::string_view alias) {
    spellings.push_back({index, alias, NameRank::full});
  });
}

/// The phrase hash of a key; every beginning of it, itself included, goes into the filter.
std::uint64_t enter_prefixes(std::string_view key, PrefixFilter& filter) {
  std::uint64_t phrase = 0;
  table::for_each_part(key, ' ', [&](std::string_view word) {
    phrase = extend_phrase(phrase, word_hash(word));
    filter.add(phrase);
  });
  return phrase;
}

void Data::index_names() {
  buckets.assign(code_slots, none);
  names.reserve(spellings.size() + spellings.size() / 4);
  std::string key;
  const auto enter = [&](std::string_view name, std::uint32_t record, NameRank rank) {
    const std::uint64_t hash = enter_prefixes(name, prefixes);
    std::uint32_t& head = buckets[hash & (buckets.size() - 1)];
    names.push_back({hash, record, head, rank});
    head = static_cast<std::uint32_t>(names.size() - 1);
  };
  for (const Spelling& spelling : spellings) {
    key.clear();
    append_name_key(spelling.name, key);
    enter(key, spelling.record, spelling.rank);
    const std::string_view bare = without_article(key);
    if (bare.size() != key.size())
      enter(bare, spelling.record, std::max(spelling.rank, NameRank::bare));
  }
}

Data::Data() {
  records.reserve(42'000);
  spellings.reserve(48'000);
  by_code.assign(code_slots, none);
  add(Kind::country, "", "FR", "France", none);
  add_spellings(0, "France");
  table::for_each_row(embedded::official_territories(), [&](const auto& cells) {
    if (cells.size() >= 3) add_official(cells);
  });
  table::for_each_row(embedded::used_names(), [&](const auto& cells) { add_used(cells); });
  std::sort(postcodes.begin(), postcodes.end());
  index_names();
}

const Data& data() {
  static const Data loaded;
  return loaded;
}

}  // namespace

std::span<const Record> records() { return data().records; }

std::uint32_t index_of(std::string_view code) { return data().find(code); }

bool may_begin_name(std::uint64_t phrase) { return data().prefixes.may_hold(phrase); }

std::vector<std::pair<std::uint32_t, NameRank>> named(std::string_view key) {
  return named(phrase_hash(key));
}

std::vector<std::pair<std::uint32_t, NameRank>> named(std::uint64_t hash) {
  std::vector<std::pair<std::uint32_t, NameRank>> out;
  const Data& all = data();
  for (std::uint32_t at = all.buckets[hash & (all.buckets.size() - 1)]; at != none;
       at = all.names[at].next) {
    const Name& name = all.names[at];
    if (name.hash != hash) continue;
    const auto same =
        std::find_if(out.begin(), out.end(), [&](const auto& o) { return o.first == name.record; });
    if (same == out.end())
      out.emplace_back(name.record, name.rank);
    else
      same->second = std::min(same->second, name.rank);
  }
  return out;
}

std::vector<std::uint32_t> with_postcode(std::string_view postcode) {
  std::uint32_t number = 0;
  if (postcode.size() != 5) return {};
  const auto [end, error] = std::from_chars(postcode.data(), postcode.data() + 5, number);
  if (error != std::errc{} || end != postcode.data() + 5) return {};
  std::vector<std::uint32_t> out;
  const auto& list = data().postcodes;
  for (auto at = std::lower_bound(list.begin(), list.end(), std::pair{number, 0u});
       at != list.end() && at->first == number; ++at)
    out.push_back(at->second);
  return out;
}

std::vector<std::uint32_t> holders(std::uint32_t record) {
  std::vector<std::uint32_t> out;
  const Data& all = data();
  const auto reach = [&](std::uint32_t index) {
    if (index != none && std::find(out.begin(), out.end(), index) == out.end())
      out.push_back(index);
  };
  reach(record);
  for (std::size_t at = 0; at < out.size(); ++at) {
    const Record& here = all.records[out[at]];
    reach(here.epci);
    // What an EPCI or a zone lies in says nothing of a commune: its own département does.
    const bool climbs = at == 0 || (here.kind != Kind::epci && here.kind != Kind::zone);
    if (climbs) reach(here.parent);
    if (const auto extra = all.extra_holders.find(out[at]); extra != all.extra_holders.end())
      for (const std::uint32_t holder : extra->second) reach(holder);
  }
  std::stable_sort(out.begin() + 1, out.end(), [&](std::uint32_t a, std::uint32_t b) {
    return all.records[a].kind > all.records[b].kind;
  });
  return out;
}

bool lies_in(std::uint32_t record, std::uint32_t holder) {
  const auto all = holders(record);
  return std::find(all.begin(), all.end(), holder) != all.end();
}

}  // namespace repere::corpus::gazetteer
