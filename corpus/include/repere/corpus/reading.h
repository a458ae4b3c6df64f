// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/report.h"
#include "repere/corpus/result.h"

namespace repere::corpus {

struct ReadOptions {
  bool ocr = false;  ///< read scanned pages with tesseract when it is installed
  /// Program that parses a PDF in a child process (argv: path, "--worker-pdf"); empty: PDF refused.
  std::filesystem::path pdf_worker;
  /// Told of each record of a .jsonl file that is refused (line from 1), and reading goes on;
  /// empty: the first one ends the reading with its error.
  std::function<void(std::size_t line, const Error& why)> on_refused;
};

/// What corpus.toml says of one file; empty fields are to be inferred.
struct Description {
  std::string file, title, publisher, territory, url, licence, theme;
  std::optional<int> year;
  Nature nature = Nature::original;
};

/// Reads the corpus.toml of a folder; none there gives an empty list.
/// Errors: refused_input, with the line of the fault.
Result<std::vector<Description>> read_descriptions(const std::filesystem::path& folder);

/// Reads one file into the reports it holds (one, or one a line for .jsonl) and gives each to sink.
/// file:    .txt .md .html .pdf .jsonl; the extension decides the reader.
/// sink:    called in file order, from the calling thread.
/// returns: how many were given. Errors: refused_input (empty, not text, ill-formed UTF-8 with
///          the byte's offset, …); reports already given stay given.
/// cost:    linear in bytes. Safe from any thread.
Result<std::size_t> read_file(const std::filesystem::path& file, const Description& description,
                              const ReadOptions& options, const std::function<void(Report)>& sink);

/// The same for one text in memory. extension: ".txt", ".md" or ".html".
Result<Report> read_text(std::string_view bytes, std::string_view extension,
                         const Description& description);

/// A text taken as it is: one section, one paragraph a line, an identity map. Never fails;
/// ill-formed bytes are kept and separate words.
Report plain_report(std::string_view text);

}  // namespace repere::corpus
