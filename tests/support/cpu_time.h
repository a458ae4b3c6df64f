// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ctime>

namespace repere::tests {

/// Seconds of processor time that this process has used: unlike the clock on the wall, it does not
/// run while other programs have the processor.
inline double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace repere::tests
