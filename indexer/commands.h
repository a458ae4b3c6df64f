// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace repere::indexer {

/// Each adds its subcommand to the program; its exit code is left in `code` when it has run.
void add_extract_command(CLI::App& app, int& code);
void add_read_command(CLI::App& app, int& code);

}  // namespace repere::indexer
