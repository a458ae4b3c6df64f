// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>

#include <cstring>

#include "commands.h"
#include "pdf_worker.h"
#include "repere/cli/usage.h"

int main(int argc, char** argv) {
  if (argc > 1 && std::strncmp(argv[1], "--worker-", 9) == 0)
    return repere::indexer::run_pdf_worker(argc, argv);
  CLI::App app{"repere-index : construit et vérifie un index de rapports"};
  app.set_version_flag("--version", REPERE_VERSION);
  app.require_subcommand(1);
  int code = 0;
  repere::indexer::add_build_commands(app, code, "/proc/self/exe");
  repere::indexer::add_extract_command(app, code);
  repere::indexer::add_read_command(app, code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return repere::cli::report_usage(app, error, "repere-index");
  }
  return code;
}
