// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace repere::indexer {

/// The child process that parses one PDF: repere-index --worker-pdf FILE. Bounds its own time,
/// memory, files and output before it opens the file, then writes words with their places on
/// standard output, one a line (the protocol is in corpus/reading/pdf_words.h). With
/// --worker-image FILE PAGE it writes that page as a grey image (PGM) for the text recogniser.
/// returns: the exit code.
int run_pdf_worker(int argc, char** argv);

}  // namespace repere::indexer
