// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

namespace repere::cli {

/// Says on standard error, in one line of French, what is wrong with a command line and where help
/// is; prints help or the version on standard output when that is what was asked.
/// returns: the program's exit code, 0 or 2.
inline int report_usage(const CLI::App& app, const CLI::ParseError& error,
                        const std::string& program) {
  if (error.get_exit_code() == 0) return app.exit(error);
  std::string what = error.what();
  const auto because = [&](const char* french) { return std::string(french) + " (" + what + ")"; };
  if (error.get_name() == "ExtrasError") {
    const auto colon = what.find(": ");
    what = "argument inconnu : " + (colon == std::string::npos ? what : what.substr(colon + 2));
  } else if (error.get_name() == "RequiredError") {
    const auto is = what.find(" is required");
    if (what.starts_with("A subcommand"))
      what = "il manque une commande";
    else
      what = is == std::string::npos ? because("il manque un argument")
                                     : "il manque " + what.substr(0, is);
  } else if (error.get_name() == "ValidationError" || error.get_name() == "ConversionError") {
    what = because("valeur refusée");
  } else if (error.get_name() == "ArgumentMismatch") {
    what = because("il manque une valeur");
  } else {
    what = because("ligne de commande illisible");
  }
  std::cerr << program << " : " << what << " ; voyez " << program << " --help\n";
  return 2;
}

}  // namespace repere::cli
