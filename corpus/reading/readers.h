// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "repere/corpus/reading.h"

namespace repere::corpus {

/// The readers of single formats. bytes: valid UTF-8, at least one sign.
Report read_plain_text(std::string_view bytes, const Description& description);
Result<Report> read_html(std::string_view bytes, const Description& description);
Report read_markdown(std::string_view bytes, const Description& description);

/// Fills title, publisher, year and territory where they are empty, and says so in
/// Report::inferred.
void infer_descriptions(Report& report);

/// The records of a .jsonl file, one report a line.
Result<std::size_t> read_records(const std::filesystem::path& file, const ReadOptions& options,
                                 const std::function<void(Report)>& sink);

/// What keeps bytes from being text: empty, not text, ill-formed UTF-8 (the byte's offset).
Result<void> check_text(std::string_view bytes, std::string_view name);

}  // namespace repere::corpus
