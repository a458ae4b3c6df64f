// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/lemma_table.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "french/embedded.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

constexpr std::size_t longest_ending = 16;  // bytes; « issassions » has 11 letters

/// The next word of a line, up to a space; "-" is the empty string.
std::string_view next_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word == "-" ? std::string_view() : word;
}

}  // namespace

void StringIndex::reserve(std::size_t count) { entries_.reserve(count); }

void StringIndex::add(std::string_view key, std::uint32_t value) {
  entries_.push_back({key, value, 0});
}

void StringIndex::finish() {
  heads_.assign(std::bit_ceil(entries_.size() * 2 + 1), 0);
  for (std::size_t i = entries_.size(); i-- > 0;) {  // backwards: first added, first visited
    std::uint32_t& head = heads_[slot(entries_[i].key)];
    entries_[i].next = head;
    head = static_cast<std::uint32_t>(i + 1);
  }
}

const LemmaTable& LemmaTable::instance() {
  static const LemmaTable table;
  return table;
}

LemmaTable::LemmaTable() {
  exact_.stems.reserve(24000);
  folded_.stems.reserve(24000);
  std::string_view text = embedded::lemmas();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with("E ")) read_exceptions(line.substr(2));
    if (line.starts_with("N ") || line.starts_with("V ")) read_paradigm(line);
  }
  for (View* view : {&exact_, &folded_}) {
    view->stems.finish();
    view->exceptions.finish();
  }
  accented_.finish();
}

void LemmaTable::read_paradigm(std::string_view line) {
  const auto number = static_cast<std::uint32_t>(exact_.paradigms.size());
  Paradigm exact, folded;
  exact.verb = folded.verb = line.front() == 'V';
  line.remove_prefix(2);
  exact.lemma_ending = folded.lemma_ending = next_word(line);
  while (!line.starts_with("| ") && !line.empty()) {
    exact.endings.emplace_back(next_word(line));
    folded.endings.push_back(fold(exact.endings.back()));
  }
  line.remove_prefix(std::min<std::size_t>(2, line.size()));
  while (!line.empty()) {
    const std::string_view stem = next_word(line);
    exact_.stems.add(stem, number);
    folded_.stems.add(spellings_.emplace_back(fold(stem)), number);
  }
  exact_.paradigms.push_back(std::move(exact));
  folded_.paradigms.push_back(std::move(folded));
}

void LemmaTable::read_exceptions(std::string_view line) {
  const auto number = static_cast<std::uint32_t>(terms_.size());
  terms_.emplace_back(next_word(line));
  const std::string& plain = spellings_.emplace_back(fold(terms_.back()));
  if (plain != terms_.back()) accented_.add(plain, number);
  while (!line.empty()) {
    const std::string_view form = next_word(line);
    exact_.exceptions.add(form, number);
    folded_.exceptions.add(spellings_.emplace_back(fold(form)), number);
  }
}

std::string LemmaTable::search(const View& view, const std::deque<std::string>& terms,
                               std::string_view form) {
  const std::string* exception = nullptr;
  view.exceptions.each(form, [&](std::uint32_t number) {
    if (exception == nullptr) exception = &terms[number];
  });
  if (exception != nullptr) return *exception;

  // nouns before verbs, then the longest stem, then the first paradigm
  using Rank = std::tuple<bool, std::size_t, std::uint32_t>;
  Rank best{true, form.size() + 1, 0};
  bool found = false;
  for (std::size_t ending = 0; ending <= std::min(form.size(), longest_ending); ++ending) {
    const std::string_view stem = form.substr(0, form.size() - ending);
    view.stems.each(stem, [&](std::uint32_t number) {
      const Paradigm& paradigm = view.paradigms[number];
      const Rank rank{paradigm.verb, ending, number};
      if (found && best <= rank) return;
      if (std::ranges::find(paradigm.endings, form.substr(stem.size())) == paradigm.endings.end())
        return;
      best = rank;
      found = true;
    });
  }
  if (!found) return {};
  const std::string_view stem = form.substr(0, form.size() - std::get<1>(best));
  std::string lemma(stem);
  lemma += view.paradigms[std::get<2>(best)].lemma_ending;
  return fold(lemma);
}

std::string LemmaTable::find(std::string_view exact, std::string_view folded) const {
  std::string term = search(exact_, terms_, exact);
  if (term.empty()) term = search(folded_, terms_, folded);
  return term;
}

std::vector<std::string_view> LemmaTable::accented(std::string_view folded) const {
  std::vector<std::string_view> found;
  accented_.each(folded, [&](std::uint32_t number) { found.push_back(terms_[number]); });
  return found;
}

}  // namespace repere::corpus
