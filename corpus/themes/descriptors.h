// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace repere::corpus {

/// A word or phrase that speaks for a theme.
struct Descriptor {
  std::uint32_t theme = 0;  ///< index into all_themes()
  float weight = 1;
};

/// How often each descriptor was met; costs what was met, not what there is.
class DescriptorCounts {
 public:
  explicit DescriptorCounts(std::size_t descriptors) : counts_(descriptors, 0.0F) {}

  void add(std::uint32_t descriptor, float amount) {
    if (counts_[descriptor] == 0.0F) met_.push_back(descriptor);
    counts_[descriptor] += amount;
  }
  std::span<const std::uint32_t> met() const { return met_; }
  float of(std::uint32_t descriptor) const { return counts_[descriptor]; }

 private:
  std::vector<float> counts_;
  std::vector<std::uint32_t> met_;
};

/// Finds the descriptors of all themes in a text, by the hashes of its word groups.
/// Words are folded (case, accents, œ), plural and feminine endings dropped, grammatical words
/// left out; the rule is coarse on purpose: both sides go through it, and it costs no allocation.
class DescriptorTable {
 public:
  DescriptorTable();

  std::span<const Descriptor> descriptors() const { return descriptors_; }

  /// Adds `amount` to the count of each descriptor, at each of its occurrences.
  /// cost: linear in bytes. Safe from any thread.
  void count(std::string_view text, float amount, DescriptorCounts& counts) const;

 private:
  // Values of Keyed::descriptor and Slot::size that number nothing.
  static constexpr std::uint32_t only_an_ending = 0xFFFFFFFF;
  static constexpr std::uint32_t grammatical_word = 0xFFFFFFFE;

  struct Keyed {
    std::uint64_t key;
    std::uint32_t descriptor;
  };
  struct Slot {
    std::uint64_t key = 0;    // 0: empty
    std::uint32_t first = 0;  // range in members_; size 0 for the ending of a longer phrase
    std::uint32_t size = 0;
  };
  struct Counter;
  const Slot* find(std::uint64_t key) const;
  void fill(std::vector<Keyed> keyed);

  std::vector<Descriptor> descriptors_;
  std::vector<std::uint32_t> members_;  // descriptor numbers, grouped by key
  std::vector<Slot> slots_;             // open addressing, a power of two long
  // A bit for the high bits of each key, small enough to stay in the nearest cache: most words of a
  // text end no descriptor.
  static constexpr std::size_t maybe_bits = 65536;
  std::vector<std::uint64_t> maybe_;
};

/// The table of the theme tree, built at first use.
const DescriptorTable& descriptor_table();

}  // namespace repere::corpus
