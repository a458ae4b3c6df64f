// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace repere::corpus {

/// Strings to numbers, several numbers a string; built once, then only read.
class StringIndex {
 public:
  void reserve(std::size_t count);
  void add(std::string_view key, std::uint32_t value);
  void finish();

  template <typename Visit>
  void each(std::string_view key, Visit visit) const {
    if (heads_.empty()) return;
    for (std::uint32_t at = heads_[slot(key)]; at != 0; at = entries_[at - 1].next)
      if (entries_[at - 1].key == key) visit(entries_[at - 1].value);
  }

 private:
  struct Entry {
    std::string_view key;
    std::uint32_t value = 0;
    std::uint32_t next = 0;  ///< number of the next entry of the slot, from 1; 0 ends
  };
  std::size_t slot(std::string_view key) const {
    return std::hash<std::string_view>{}(key) & (heads_.size() - 1);
  }
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> heads_;
};

/// The Lefff's forms and lemmas, read from the embedded lemmas.txt (see lemmas/README.md).
/// Built once on first use, some milliseconds; safe from any thread.
class LemmaTable {
 public:
  static const LemmaTable& instance();

  /// The term of a form: its lemma, folded, or with its accents where only they part it from
  /// another word. Empty for an unknown form. exact: lower case, NFC; folded: its fold().
  std::string find(std::string_view exact, std::string_view folded) const;

  /// The terms whose folded spelling is this one and that keep their accents (« marché » of
  /// « marche »).
  std::vector<std::string_view> accented(std::string_view folded) const;

 private:
  struct Paradigm {
    bool verb = false;
    std::string_view lemma_ending;
    std::vector<std::string> endings;
  };
  struct View {              ///< the table as spelled, or with everything folded
    StringIndex stems;       ///< to paradigms
    StringIndex exceptions;  ///< to terms
    std::vector<Paradigm> paradigms;
  };

  LemmaTable();
  void read_paradigm(std::string_view line);
  void read_exceptions(std::string_view line);
  static std::string search(const View& view, const std::deque<std::string>& terms,
                            std::string_view form);

  View exact_, folded_;
  StringIndex accented_;
  std::deque<std::string> terms_, spellings_;  ///< what the indexes point to
};

}  // namespace repere::corpus
