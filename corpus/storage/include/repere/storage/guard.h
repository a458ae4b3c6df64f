// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "repere/corpus/result.h"

namespace repere::storage {

/// Runs body and turns what the world throws at it (Xapian, file system, memory) into an Error:
/// the one place of the libraries that catches. Xapian throws late, while results are read, so
/// reading them belongs inside too.
Result<void> guarded(const std::function<Result<void>()>& body);

/// The same for a body that returns a value.
template <typename T>
Result<T> guarded(const std::function<Result<T>()>& body) {
  Result<T> result = Error{};
  if (auto done = guarded([&]() -> Result<void> {
        result = body();
        return {};
      });
      !done)
    return done.error();
  return result;
}

}  // namespace repere::storage
