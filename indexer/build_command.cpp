// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "repere/indexer/build.h"

namespace repere::indexer {
namespace {

using Json = nlohmann::ordered_json;

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_argument:
    case ErrorCode::not_found:
      return 2;
    case ErrorCode::refused_input:
      return 1;
    default:
      return 3;
  }
}

int fail(const Error& error) {
  std::cerr << "repere-index : " << error.line() << "\n";
  return exit_code(error.code);
}

void print(const BuildSummary& s, bool as_json) {
  Json refused = Json::array();
  for (const auto& r : s.refused) {
    std::cerr << "repere-index : refusé : " << r.input << " : " << r.why << "\n";
    refused.push_back({{"input", r.input}, {"why", r.why}});
  }
  if (as_json) {
    std::cout << Json{{"reports", s.reports},
                      {"passages", s.passages},
                      {"figures", s.figures},
                      {"entities", s.entities},
                      {"bytes", s.bytes},
                      {"seconds", s.seconds},
                      {"carried_over", s.carried_over},
                      {"dropped", s.dropped},
                      {"refused", refused},
                      {"notes", s.notes}}
                     .dump()
              << "\n";
    return;
  }
  for (const auto& note : s.notes) std::cout << "note : " << note << "\n";
  std::printf("%zu rapports, %zu passages, %zu chiffres, %zu noms ; %.1f Mo en %.1f s", s.reports,
              s.passages, s.figures, s.entities, static_cast<double>(s.bytes) / 1e6, s.seconds);
  if (s.carried_over != 0) std::printf(" ; %zu fichiers repris sans relecture", s.carried_over);
  if (s.dropped != 0) std::printf(" ; %zu fichiers retirés", s.dropped);
  if (!s.refused.empty()) std::printf(" ; %zu refusés", s.refused.size());
  std::printf("\n");
}

void draw_progress(std::uint64_t done, std::uint64_t total) {
  const auto percent = total == 0 ? 100 : done * 100 / total;
  std::fprintf(stderr, "\r[%-25s] %3llu %%", std::string(percent / 4, '#').c_str(),
               static_cast<unsigned long long>(percent));
  if (done >= total) std::fprintf(stderr, "\n");
}

void print(const IndexInfo& info, bool as_json, const char* state) {
  if (as_json) {
    std::cout << Json{{"state", state},
                      {"revision", info.revision},
                      {"schema", info.schema_version},
                      {"analysis", info.analysis_version},
                      {"segments", info.segments},
                      {"reports", info.reports},
                      {"passages", info.passages},
                      {"figures", info.figures},
                      {"bytes", info.disk_bytes}}
                     .dump()
              << "\n";
    return;
  }
  std::printf(
      "index %s : révision %s, schéma %d, analyse %d ; %zu segments, %zu rapports, "
      "%zu passages, %zu chiffres ; %.1f Mo\n",
      state, info.revision.c_str(), info.schema_version, info.analysis_version, info.segments,
      info.reports, info.passages, info.figures, static_cast<double>(info.disk_bytes) / 1e6);
}

struct Arguments {
  BuildOptions build;
  std::filesystem::path corpus;
  bool json = false;
};

void add_info(CLI::App& app, int& code, const char* name, const char* help, const char* state,
              Result<IndexInfo> (*ask)(const std::filesystem::path&)) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = app.add_subcommand(name, help);
  command->add_option("--index", arguments->build.index, "dossier de l'index")->required();
  command->add_flag("--json", arguments->json, "un objet JSON");
  command->callback([=, &code] {
    const auto info = ask(arguments->build.index);
    code = info ? 0 : fail(info.error());
    if (info) print(*info, arguments->json, state);
  });
}

}  // namespace

void add_build_commands(CLI::App& app, int& code, const std::filesystem::path& program) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = app.add_subcommand("build", "indexe des fichiers et des dossiers de rapports");
  command->add_option("--index", arguments->build.index, "dossier de l'index")->required();
  command->add_option("--corpus", arguments->corpus, "dossier de rapports à indexer aussi");
  command
      ->add_option("--jobs", arguments->build.jobs,
                   "fils d'exécution (0 : autant que de processeurs)")
      ->check(CLI::Range(0, 256));
  command->add_option("--shards", arguments->build.shards, "segments à laisser (0 : au choix)")
      ->check(CLI::Range(0, 64));
  command->add_flag("--ocr", arguments->build.read.ocr, "lit les pages numérisées avec tesseract");
  command->add_flag("--json", arguments->json, "résumé en un objet JSON");
  command->add_option("PATH", arguments->build.inputs, "fichiers et dossiers");
  command->callback([=, &code] {
    auto& options = arguments->build;
    if (!arguments->corpus.empty()) options.inputs.push_back(arguments->corpus);
    options.read.pdf_worker = program;
    if (::isatty(STDERR_FILENO) != 0) options.progress = draw_progress;
    const auto summary = build(options);
    code = summary ? (summary->refused.empty() ? 0 : 1) : fail(summary.error());
    if (summary) print(*summary, arguments->json);
  });
  add_info(app, code, "check", "vérifie un index et dit ce qu'il contient", "sain", check);
  add_info(app, code, "info", "dit ce qu'un index contient", "lu", info);

  auto unused = std::make_shared<Arguments>();
  auto* pruning = app.add_subcommand("prune", "efface ce que l'index n'utilise plus");
  pruning->add_option("--index", unused->build.index, "dossier de l'index")->required();
  pruning->callback([=, &code] {
    const auto freed = prune(unused->build.index);
    code = freed ? 0 : fail(freed.error());
    if (freed) std::printf("%.1f Mo libérés\n", static_cast<double>(*freed) / 1e6);
  });
}

}  // namespace repere::indexer
