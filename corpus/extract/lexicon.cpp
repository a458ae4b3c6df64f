// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/lexicon.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "french/embedded.h"
#include "french/phrase_hash.h"
#include "french/prefix_filter.h"
#include "french/table.h"

namespace repere::corpus::names {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFu;
constexpr std::uint8_t no_word = 0xFF;

/// One spelling of an entry.
struct Form {
  std::uint64_t stem = 0;   ///< phrase of plural hashes: what it is looked up by
  std::uint64_t exact = 0;  ///< phrase of word hashes
  std::uint32_t entry = 0;
  std::uint32_t next = none;
  std::uint8_t size = 0;           ///< words
  std::uint8_t capital = no_word;  ///< the word that has to begin with a capital
  bool acronym = false;            ///< one word in capitals
  bool strict = false;             ///< plurals do not meet: a proper name of one word
};

std::optional<EntityClass> class_named(std::string_view name) {
  for (int cls = 0; cls <= static_cast<int>(EntityClass::infrastructure); ++cls)
    if (to_string(static_cast<EntityClass>(cls)) == name) return static_cast<EntityClass>(cls);
  return std::nullopt;
}

using WordSet = std::unordered_set<std::uint64_t>;

WordSet read_words(std::string_view list) {
  WordSet set;
  set.reserve(list.size() / 7);
  table::for_each_part(list, '\n', [&](std::string_view line) {
    const Words words = cut_words(line);
    if (words.size() == 1) set.insert(words.tokens[0].hash);
  });
  return set;
}

class Lexicon {
 public:
  Lexicon()
      : given(read_words(embedded::given_names())), common(read_words(embedded::common_words())) {
    buckets_.assign(slots, none);
    entries_.reserve(8'000);
    for (const auto table : {embedded::state_bodies(), embedded::programmes(),
                             embedded::named_things(), embedded::world_places()})
      table::for_each_row(table, [&](const auto& cells) { add_row(cells); });
  }

  Found longest(const Words& words, std::size_t begin) const {
    Found best;
    std::uint64_t stem = 0, exact = 0;
    for (std::size_t i = begin; i < words.size() && i < begin + longest_; ++i) {
      if (i > begin &&
          (words.tokens[i].gap & ~(inner_gaps | gap_comma | gap_open_quote | gap_close_quote)) != 0)
        break;
      stem = extend_phrase(stem, words.tokens[i].stem);
      exact = extend_phrase(exact, words.tokens[i].hash);
      if (!prefixes_.may_hold(stem)) break;
      for (std::uint32_t at = buckets_[stem & (slots - 1)]; at != none; at = forms_[at].next) {
        const Form& form = forms_[at];
        if (form.stem != stem || !agrees(form, words, begin, exact)) continue;
        best = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i + 1),
                &entries_[form.entry]};
        break;
      }
    }
    return best;
  }

  WordSet given, common;

 private:
  static constexpr std::size_t slots = std::size_t{1} << 15;

  void add_row(const std::vector<std::string_view>& cells) {
    if (cells.size() < 2) return;
    const auto cls = class_named(cells[0]);
    entries_.push_back({cls.value_or(EntityClass::organisation), !cls.has_value(), cells[1]});
    const bool is_place = cls == EntityClass::place;
    add_form(cells[1], is_place);
    if (cells.size() > 2)
      table::for_each_part(cells[2], ';',
                           [&](std::string_view alias) { add_form(alias, is_place); });
  }

  void add_form(std::string_view name, bool is_place) {
    const Words words = cut_words(name);
    if (words.size() == 0 || words.size() > 40) return;
    Form form;
    for (std::size_t i = 0; i < words.size(); ++i) {
      form.stem = extend_phrase(form.stem, words.tokens[i].stem);
      form.exact = extend_phrase(form.exact, words.tokens[i].hash);
      prefixes_.add(form.stem);
      if (form.capital == no_word && words.is_capital(i))
        form.capital = static_cast<std::uint8_t>(i);
    }
    // « Cour des comptes » is also written in small letters; « Conseil régional » then names none.
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < words.size(); ++i) capitals += words.is_capital(i) ? 1 : 0;
    if (form.capital == 0 && capitals == 1 && words.size() >= 3 && !is_place)
      form.capital = no_word;
    form.entry = static_cast<std::uint32_t>(entries_.size() - 1);
    form.size = static_cast<std::uint8_t>(words.size());
    form.acronym = words.size() == 1 && words.tokens[0].shape == Shape::upper;
    form.strict = form.acronym || is_place || (words.size() == 1 && form.capital == 0);
    std::uint32_t& head = buckets_[form.stem & (slots - 1)];
    form.next = head;
    head = static_cast<std::uint32_t>(forms_.size());
    forms_.push_back(form);
    longest_ = std::max(longest_, words.size());
  }

  bool agrees(const Form& form, const Words& words, std::size_t begin, std::uint64_t exact) const {
    if (form.strict && form.exact != exact) return false;
    if (form.capital == no_word) return true;
    const Token& word = words.tokens[begin + form.capital];
    if (!form.acronym) return words.is_capital(begin + form.capital);
    const bool readable =
        word.key_size >= 5 && word.shape == Shape::capital && !common.contains(word.hash);
    return word.shape == Shape::upper || word.shape == Shape::mixed || readable;
  }

  std::vector<Entry> entries_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> buckets_;
  PrefixFilter prefixes_;
  std::size_t longest_ = 1;
};

const Lexicon& lexicon() {
  static const Lexicon loaded;
  return loaded;
}

}  // namespace

Found find_known(const Words& words, std::size_t i) { return lexicon().longest(words, i); }
bool is_given_name(std::uint64_t word) { return lexicon().given.contains(word); }
bool is_common_word(std::uint64_t word) { return lexicon().common.contains(word); }

}  // namespace repere::corpus::names
