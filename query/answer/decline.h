// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "answer/answerer.h"

namespace repere::query::answers {

/// Why the best candidate is not said, in one French sentence for the user: another year, another
/// place, words that nothing near it speaks of, or too little to be sure.
std::string explain(const Question& question, const Judgement& judgement, std::uint32_t best);

/// The same when there is no candidate at all. found: whether passages were.
std::string explain_nothing(const Question& question, bool found);

}  // namespace repere::query::answers
