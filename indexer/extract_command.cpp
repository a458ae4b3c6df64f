// SPDX-License-Identifier: GPL-2.0-or-later
#include "commands.h"

namespace repere::indexer {

void add_extract_command(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("extract");
  command->callback([&code] { code = 2; });
}

}  // namespace repere::indexer
