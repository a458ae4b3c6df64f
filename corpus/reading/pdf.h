// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "pdf_words.h"
#include "repere/corpus/reading.h"

namespace repere::corpus {

/// Reads a PDF: its words come from a child process, what they make up is found here.
/// Errors: refused_input (broken, encrypted, without a page, without text, past the worker's
/// limits).
Result<Report> read_pdf(const std::filesystem::path& file, const Description& description,
                        const ReadOptions& options);

/// The same from words already read. Pages without words are named unread in the notes.
Report read_pdf_words(PdfDocument document, const std::vector<int>& ocr_pages,
                      const Description& description);

/// Reads pages that have no words with tesseract, in place. returns: the pages that got some.
std::vector<int> recognise_pages(const std::filesystem::path& file, PdfDocument& document,
                                 const ReadOptions& options);

}  // namespace repere::corpus
