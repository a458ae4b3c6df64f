// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace repere::corpus {

struct ChildLimits {
  std::chrono::seconds wall{300};
  std::size_t output_bytes = std::size_t{256} << 20;
};

struct ChildResult {
  enum class End { exited, killed, timed_out, too_much, not_started };
  End end = End::not_started;
  int code = 0;        ///< exit code, or the signal that ended it
  std::string output;  ///< what came before the end, whole or not
};

/// Runs a program with standard output taken, standard input and error empty. argv: the program
/// (a path, or a name looked up in PATH), then its arguments. Ended by force past its limits.
/// Safe from any thread.
ChildResult run_child(const std::vector<std::string>& argv, const ChildLimits& limits);

}  // namespace repere::corpus
