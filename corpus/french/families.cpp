// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

#include "french/embedded.h"
#include "french/lemma_table.h"
#include "french/table.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

/// Which terms are of one family, both ways.
class Families {
 public:
  Families() {
    index_.reserve(60000);
    table::for_each_part(embedded::families(), '\n', [&](std::string_view line) {
      if (line.front() != '#') add(line, [](std::string_view word) { return std::string(word); });
    });
    table::for_each_part(embedded::families_by_hand(), '\n', [&](std::string_view line) {
      if (line.front() != '#') add(line, [](std::string_view word) { return stem(word); });
    });
    index_.finish();
  }

  template <typename Visit>
  void each(std::string_view term, Visit visit) const {
    index_.each(term, [&](std::uint32_t number) { visit(std::string_view(words_[number])); });
  }

 private:
  template <typename Term>
  void add(std::string_view line, Term term) {
    const std::size_t first = words_.size();
    table::for_each_part(line, ' ', [&](std::string_view word) {
      words_.push_back(term(word));
      if (words_.size() - 1 == first) return;
      index_.add(words_[first], static_cast<std::uint32_t>(words_.size() - 1));
      index_.add(words_.back(), static_cast<std::uint32_t>(first));
    });
  }

  std::deque<std::string> words_;
  StringIndex index_;
};

}  // namespace

std::vector<std::string_view> related_terms(std::string_view term) {
  static const Families families;
  std::vector<std::string_view> out;
  families.each(term, [&](std::string_view other) {
    if (other != term && std::ranges::find(out, other) == out.end()) out.push_back(other);
  });
  for (const auto other : LemmaTable::instance().accented(term)) out.push_back(other);
  return out;
}

}  // namespace repere::corpus
