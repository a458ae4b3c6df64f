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

/// Finds the descriptors of all themes in a text, by the hashes of its word groups.
/// Words are folded (case, accents, œ), plural and feminine endings dropped, grammatical words
/// left out; the rule is coarse on purpose: both sides go through it, and it costs no allocation.
class DescriptorTable {
 public:
  DescriptorTable();

  std::span<const Descriptor> descriptors() const { return descriptors_; }

  /// Adds `amount` to counts[d] for each occurrence of descriptor d.
  /// counts: one a descriptor. cost: linear in bytes. Safe from any thread.
  void count(std::string_view text, float amount, std::span<float> counts) const;

 private:
  struct Slot {
    std::uint64_t key = 0;     // 0: empty
    std::uint32_t first = 0;   // range in members_
    std::uint32_t size = 0;
  };
  const Slot* find(std::uint64_t key) const;
  void fill(std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed);

  std::vector<Descriptor> descriptors_;
  std::vector<std::uint32_t> members_;  // descriptor numbers, grouped by key
  std::vector<Slot> slots_;             // open addressing, a power of two long
};

/// The table of the theme tree, built at first use.
const DescriptorTable& descriptor_table();

}  // namespace repere::corpus
