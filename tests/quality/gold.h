// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace repere::quality {

/// A question with what is accepted as its answer.
struct Gold {
  std::string id, type, question, evidence, section, passage, document;
  std::vector<std::string> answers;
  std::optional<double> value;
  std::string unit;
  bool answerable() const { return type != "unanswerable"; }
};

/// One object a line; a missing file gives an empty list.
std::vector<Gold> read_gold(const std::filesystem::path& file);

/// The rules of the scoring program, kept equal to it: folding, three words of slack, token F1.
std::string fold_words(std::string_view text);
bool right_answer(const Gold& gold, std::string_view text, std::optional<double> value,
                  std::string_view unit);
/// How well a text meets the closest accepted answer, 0 to 1 (token F1).
double closeness(const Gold& gold, std::string_view text);
/// True when one of the accepted answers stands in a text.
bool holds_answer(const Gold& gold, std::string_view text);
/// Share of the evidence's words that a text holds.
double evidence_share(const Gold& gold, std::string_view text);

}  // namespace repere::quality
