// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>

namespace repere::indexer {

/// Each adds its subcommand to the program; its exit code is left in `code` when it has run.
/// program: this executable, which reads PDFs in a child process of itself.
void add_build_commands(CLI::App& app, int& code, const std::filesystem::path& program);
void add_extract_command(CLI::App& app, int& code);
void add_read_command(CLI::App& app, int& code);

}  // namespace repere::indexer
