// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "mapped_text.h"

namespace repere::corpus {

/// Rewrites a text from left to right, keeping its map; linear whatever the number of repairs.
class Rewriter {
 public:
  explicit Rewriter(const MappedText& in) : in_(in) {}

  bool changed() const { return changed_; }
  /// Puts bytes in place of [begin, end), begin >= the last end; empty bytes drop it. The bytes
  /// stand for that range as a whole, or for nothing when it is empty.
  void replace(std::size_t begin, std::size_t end, std::string_view bytes);
  /// The text with what remains.
  MappedText finish();

 private:
  const MappedText& in_;
  MappedText out_;
  std::size_t done_ = 0;
  bool changed_ = false;
};

}  // namespace repere::corpus
