// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "app/backend.h"

namespace repere::test {

/// A small made-up library behind web::Backend: three reports (one a digest, one with hostile
/// metadata), some figures, answers to two questions. Search finds passages that hold each word.
std::unique_ptr<web::Backend> make_fixture_backend();

}  // namespace repere::test
