// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>

#include "commands.h"

int main(int argc, char** argv) {
  CLI::App app{"repere-query : cherche et répond dans un index de rapports"};
  app.set_version_flag("--version", REPERE_VERSION);
  app.require_subcommand(1);
  repere::query::Commands commands(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return commands.exit_code();
}
