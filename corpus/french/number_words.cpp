// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/number_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace repere::corpus::french {
namespace {

struct Row {
  std::string_view word;
  WordRole role;
  double value;
};

constexpr Row cardinals[] = {
    {"zero", WordRole::unit, 0},        {"un", WordRole::unit, 1},
    {"une", WordRole::unit, 1},         {"deux", WordRole::unit, 2},
    {"trois", WordRole::unit, 3},       {"quatre", WordRole::unit, 4},
    {"cinq", WordRole::unit, 5},        {"six", WordRole::unit, 6},
    {"sept", WordRole::unit, 7},        {"huit", WordRole::unit, 8},
    {"neuf", WordRole::unit, 9},        {"dix", WordRole::teen, 10},
    {"onze", WordRole::teen, 11},       {"douze", WordRole::teen, 12},
    {"treize", WordRole::teen, 13},     {"quatorze", WordRole::teen, 14},
    {"quinze", WordRole::teen, 15},     {"seize", WordRole::teen, 16},
    {"vingt", WordRole::ten, 20},       {"trente", WordRole::ten, 30},
    {"quarante", WordRole::ten, 40},    {"cinquante", WordRole::ten, 50},
    {"soixante", WordRole::ten, 60},    {"septante", WordRole::ten, 70},
    {"octante", WordRole::ten, 80},     {"huitante", WordRole::ten, 80},
    {"nonante", WordRole::ten, 90},     {"cent", WordRole::hundred, 100},
    {"mille", WordRole::thousand, 1e3}, {"million", WordRole::scale, 1e6},
    {"milliard", WordRole::scale, 1e9}, {"billion", WordRole::scale, 1e12},
};

constexpr Row others[] = {
    {"huitaine", WordRole::collective, 8},
    {"dizaine", WordRole::collective, 10},
    {"douzaine", WordRole::collective, 12},
    {"quinzaine", WordRole::collective, 15},
    {"vingtaine", WordRole::collective, 20},
    {"trentaine", WordRole::collective, 30},
    {"quarantaine", WordRole::collective, 40},
    {"cinquantaine", WordRole::collective, 50},
    {"soixantaine", WordRole::collective, 60},
    {"centaine", WordRole::collective, 100},
    {"millier", WordRole::collective, 1000},
    {"demi", WordRole::half, 0.5},
    {"demie", WordRole::half, 0.5},
    {"tiers", WordRole::part, 1.0 / 3},
    {"quart", WordRole::part, 0.25},
    {"moitie", WordRole::part, 0.5},
    {"virgule", WordRole::point, 0},
    {"moins", WordRole::negative, -1},
    {"negatif", WordRole::negative, -1},
};

/// « quatre » gives « quatrième », « cinq » « cinquième », « neuf » « neuvième ».
std::string ordinal_of(std::string_view cardinal) {
  std::string out(cardinal);
  if (out.back() == 'e') out.pop_back();
  if (out.back() == 'q') out += 'u';
  if (out.back() == 'f') out.back() = 'v';
  return out + "ieme";
}

using Table = std::unordered_map<std::string_view, NumberWord>;

struct Words {
  std::array<std::string, 160> storage;
  std::size_t used = 0;
  Table table;
  std::array<bool, 26 * 26> starts{};

  void add(std::string word, NumberWord entry) {
    storage[used] = std::move(word);
    const std::string& kept = storage[used++];
    table.emplace(kept, entry);
    starts[static_cast<std::size_t>((kept[0] - 'a') * 26 + (kept[1] - 'a'))] = true;
  }

  Words() {
    for (const Row& row : cardinals) {
      const bool takes_s = row.value == 20 || row.value == 100 || row.role == WordRole::scale;
      add(std::string(row.word), {row.role, false, false, row.value});
      if (takes_s) add(std::string(row.word) + "s", {row.role, false, true, row.value});
      if (row.value == 0 || row.word == "une") continue;
      const std::string ordinal = ordinal_of(row.word);
      add(ordinal, {row.role, true, false, row.value});
      add(ordinal + "s", {row.role, true, true, row.value});
    }
    for (const Row& row : others) {
      add(std::string(row.word), {row.role, false, row.word.back() == 's', row.value});
      const bool countable = row.role == WordRole::collective || row.word == "quart";
      if (countable) add(std::string(row.word) + "s", {row.role, false, true, row.value});
    }
    add("premier", {WordRole::unit, true, false, 1});
    add("premiere", {WordRole::unit, true, false, 1});
    add("second", {WordRole::unit, true, false, 2});
    add("seconde", {WordRole::unit, true, false, 2});
  }
};

const Words& words() {
  static const Words instance;
  return instance;
}

}  // namespace

const NumberWord* number_word(std::string_view folded) {
  const auto found = words().table.find(folded);
  return found == words().table.end() ? nullptr : &found->second;
}

bool may_be_number_word(std::string_view word) {
  if (word.size() < 2 || word.size() > 16) return false;
  const auto first = static_cast<unsigned char>(word[0] | 0x20);
  const auto second = static_cast<unsigned char>(word[1] | 0x20);
  if (first < 'a' || first > 'z') return false;
  if (second < 'a' || second > 'z') return second >= 0x80;  // zéro, négatif
  return words().starts[static_cast<std::size_t>((first - 'a') * 26 + (second - 'a'))];
}

}  // namespace repere::corpus::french
