// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>

#include "commands.h"
#include "repere/cli/usage.h"

int main(int argc, char** argv) {
  CLI::App app{"repere-query : cherche et répond dans un index de rapports"};
  app.set_version_flag("--version", REPERE_VERSION);
  app.require_subcommand(1);
  repere::query::Commands commands(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return repere::cli::report_usage(app, error, "repere-query");
  }
  return commands.exit_code();
}
