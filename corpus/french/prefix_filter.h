// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace repere::corpus {

/// Says of a phrase hash whether a known name may begin with that phrase: a bitmap that errs to
/// yes. A matcher stops at the first no, so that it reads few words past the names there are.
class PrefixFilter {
 public:
  explicit PrefixFilter(unsigned bits_log2 = 20)
      : mask_((std::uint64_t{1} << bits_log2) - 1), bits_((std::size_t{1} << bits_log2) / 64) {}

  void add(std::uint64_t phrase) {
    bits_[(phrase & mask_) / 64] |= std::uint64_t{1} << (phrase % 64);
  }
  bool may_hold(std::uint64_t phrase) const {
    return (bits_[(phrase & mask_) / 64] >> (phrase % 64) & 1) != 0;
  }

 private:
  std::uint64_t mask_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace repere::corpus
