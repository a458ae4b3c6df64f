// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace repere::corpus {

/// The French words of Debian's wfrench, when the package is installed; else no word is known and
/// repairs that need a word list are left undone.
/// source: /usr/share/dict/french (wfrench, from the Français-GUTenberg word list), read once.
/// Safe from any thread.
class Lexicon {
 public:
  static const Lexicon& french();

  bool available() const { return !table_.empty(); }
  /// word: UTF-8 in any case, NFC; accents count.
  bool has(std::string_view word) const;

 private:
  void add(std::string_view word);
  void reserve(std::size_t words);

  std::vector<std::uint64_t> table_;  ///< open addressing over hashes; 0 is free
};

/// The words of one report as printed inside its lines: what it spells itself outranks any list.
class Vocabulary {
 public:
  /// Counts the words of a line (letters, and hyphens between letters).
  void add(std::string_view line);
  /// How often this very word stands inside a line, any case.
  int count(std::string_view word) const;

 private:
  std::unordered_map<std::string, int> counts_;
};

/// Lower case of UTF-8 with accents kept (Latin letters).
std::string lower_case(std::string_view text);

}  // namespace repere::corpus
