// SPDX-License-Identifier: GPL-2.0-or-later
#include "commands.h"

#include <charconv>
#include <fstream>
#include <iostream>
#include <memory>

#include "repere/query/csv.h"
#include "repere/query/json.h"

namespace repere::query {
namespace {

int exit_code_of(ErrorCode code) {
  return code == ErrorCode::invalid_argument || code == ErrorCode::not_found ? 2 : 3;
}

std::string place_of(const Hit& hit) {
  std::string out = hit.title;
  if (hit.year) out += " (" + std::to_string(*hit.year) + ")";
  if (hit.page > 0) out += ", p. " + std::to_string(hit.page);
  for (const auto& title : hit.section) out += " › " + title;
  return out;
}

/// Marks as a terminal shows them: « [mot] ».
std::string marked(const Snippet& snippet) {
  std::string out;
  std::uint32_t at = 0;
  for (const auto& mark : snippet.marks) {
    out += snippet.text.substr(at, mark.begin - at) + "[" +
           snippet.text.substr(mark.begin, mark.size()) + "]";
    at = mark.end;
  }
  out += snippet.text.substr(at);
  for (auto& c : out)
    if (c == '\n') c = ' ';
  return out;
}

void print(const SearchResult& result) {
  std::cout << (result.exact ? "" : "au moins ") << result.total << " passages\n";
  std::size_t rank = result.offset;
  for (const auto& hit : result.hits) {
    std::cout << "\n" << ++rank << ". " << place_of(hit) << "\n   " << hit.id << "\n";
    for (const auto& snippet : hit.snippets) std::cout << "   … " << marked(snippet) << "\n";
  }
  for (const auto& hint : result.understood.hints) std::cout << "note : " << hint << "\n";
}

void print(const Answer& answer) {
  if (!answer.answered) {
    std::cout << "Je ne trouve pas de réponse dans ces rapports.\n";
    if (!answer.declined_because.empty()) std::cout << answer.declined_because << "\n";
    for (const auto& hit : answer.nearest) std::cout << "  voir : " << place_of(hit) << "\n";
    return;
  }
  std::cout << answer.answer << "\n« " << answer.quote << " »\n" << answer.title;
  if (answer.nature == corpus::Nature::digest)
    std::cout << " (résumé par Repères, d'après " << answer.url << ")";
  if (answer.page > 0) std::cout << ", p. " << answer.page;
  std::cout << "\n";
}

Result<YearRange> year_range(const std::string& text) {
  const auto dots = text.find("..");
  const auto first = text.substr(0, dots);
  const auto last = dots == std::string::npos ? first : text.substr(dots + 2);
  YearRange out;
  const auto read = [](const std::string& part, int& value) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc{} && end == part.data() + part.size();
  };
  if (!read(first, out.from) || !read(last, out.to) || out.from > out.to)
    return Error{ErrorCode::invalid_argument, "« " + text + " » n'est pas une année",
                 "écrivez 2016 ou 2014..2016"};
  return out;
}

}  // namespace

Commands::Commands(CLI::App& app) {
  app.add_option("--index", index_, "dossier de l'index")->required();
  add_search(app);
  add_ask(app);
  add_figures(app);
  add_others(app);
}

CLI::App* Commands::add(CLI::App& app, const char* name, const char* help,
                        void (Commands::*run)(Searcher&)) {
  auto* command = app.add_subcommand(name, help);
  command->add_flag("--json", json_, "un objet JSON");
  command->callback([this, run] {
    auto searcher = Searcher::open(index_);
    if (!searcher)
      fail(searcher.error());
    else
      (this->*run)(*searcher);
  });
  return command;
}

void Commands::add_filters(CLI::App* command) {
  command->add_option("--theme", themes_, "thème (plusieurs : l'un ou l'autre)");
  command->add_option("--territory", territories_, "code (DEP-60) ou nom (Oise)");
  command->add_option("--year", years_, "année ou intervalle (2014..2016)");
  command->add_option("--document", documents_, "identifiant d'un rapport");
  command->add_option("--organisation", organisations_, "organisme cité");
  command->add_option("--programme", programmes_, "dispositif cité");
  command->add_option("--limit", limit_, "nombre de résultats")->check(CLI::Range(0, 1000));
  command->add_option("--offset", offset_, "résultats à passer")->check(CLI::Range(0, 1000000));
}

void Commands::add_search(CLI::App& app) {
  auto* command = add(app, "search", "cherche des passages", &Commands::search);
  command->add_option("TEXT", text_, "mots à chercher");
  command->add_option("--batch", batch_, "fichier .jsonl de requêtes (id, query)");
  command->add_flag("--texts", texts_, "avec --batch : le texte des passages");
  add_filters(command);
}

void Commands::add_ask(CLI::App& app) {
  auto* command = add(app, "ask", "répond à une question", &Commands::ask);
  command->add_option("TEXT", text_, "la question");
  command->add_option("--batch", batch_, "fichier .jsonl de questions (id, question)");
  add_filters(command);
}

void Commands::add_figures(CLI::App& app) {
  auto* command = add(app, "figures", "liste des chiffres", &Commands::figures);
  command->add_option("TEXT", text_, "ce qui est compté");
  min_option_ = command->add_option("--min", min_, "valeur minimale");
  max_option_ = command->add_option("--max", max_, "valeur maximale");
  command->add_option("--unit", unit_, "unité (EUR, %, ha…)");
  command->add_option("--kind", kinds_, "money percent count measure duration range");
  command->add_option("--sort", sort_, "value -value year -year label");
  command->add_flag("--csv", csv_, "CSV (RFC 4180)");
  command->add_flag("--excel-fr", excel_, "CSV pour Excel en français");
  add_filters(command);
}

void Commands::add_others(CLI::App& app) {
  add(app, "suggest", "complète un début de mot", &Commands::suggest)
      ->add_option("TEXT", text_, "début")
      ->required();
  add(app, "show", "montre un passage ou un rapport", &Commands::show)
      ->add_option("ID", text_, "identifiant")
      ->required();
  add_filters(add(app, "facets", "compte les passages par facette", &Commands::facets));
}

bool Commands::fail(const Error& error) {
  std::cerr << "repere-query : " << error.line() << "\n";
  code_ = exit_code_of(error.code);
  return false;
}

Result<Filters> Commands::filters() const {
  Filters out;
  out.themes = themes_;
  out.territories = territories_;
  out.documents = documents_;
  out.organisations = organisations_;
  out.programmes = programmes_;
  for (const auto& text : years_) {
    auto range = year_range(text);
    if (!range) return range.error();
    out.years.push_back(*range);
  }
  return out;
}

void Commands::search(Searcher& searcher) {
  if (!batch_.empty()) return run_batch(searcher, false);
  const auto narrowing = filters();
  if (!narrowing) return void(fail(narrowing.error()));
  SearchRequest request;
  request.text = text_;
  request.filters = *narrowing;
  request.limit = limit_;
  request.offset = offset_;
  const auto result = searcher.search(request);
  if (!result) return void(fail(result.error()));
  if (json_)
    std::cout << to_json(*result).dump() << "\n";
  else
    print(*result);
}

void Commands::ask(Searcher& searcher) {
  if (!batch_.empty()) return run_batch(searcher, true);
  const auto narrowing = filters();
  if (!narrowing) return void(fail(narrowing.error()));
  const auto answer = searcher.ask(text_, *narrowing);
  if (!answer) return void(fail(answer.error()));
  if (json_)
    std::cout << to_json(*answer).dump() << "\n";
  else
    print(*answer);
}

void Commands::figures(Searcher& searcher) {
  const auto narrowing = filters();
  if (!narrowing) return void(fail(narrowing.error()));
  FiguresRequest request;
  request.text = text_;
  request.filters = *narrowing;
  if (min_option_->count() != 0) request.min = min_;
  if (max_option_->count() != 0) request.max = max_;
  request.unit = unit_;
  request.kinds = kinds_;
  request.sort = sort_;
  request.limit = limit_;
  request.offset = offset_;
  const auto result = searcher.figures(request);
  if (!result) return void(fail(result.error()));
  if (json_) {
    std::cout << to_json(*result).dump() << "\n";
  } else if (csv_ || excel_) {
    std::cout << to_csv(result->figures, excel_ ? CsvForm::excel_fr : CsvForm::rfc4180);
  } else {
    std::cout << result->total << " chiffres\n";
    for (const auto& f : result->figures)
      std::cout << f.text << " : " << f.figure.label << " (" << f.figure.territory_name
                << (f.figure.year ? ", " + std::to_string(*f.figure.year) : "") << ")\n   « "
                << f.sentence << " »\n";
  }
}

void Commands::suggest(Searcher& searcher) {
  const auto found = searcher.suggest(text_, limit_);
  if (!found) return void(fail(found.error()));
  Json items = Json::array();
  for (const auto& suggestion : *found) {
    if (json_)
      items.push_back(to_json(suggestion));
    else
      std::cout << suggestion.text << "\n";
  }
  if (json_) std::cout << items.dump() << "\n";
}

void Commands::show(Searcher& searcher) {
  if (const auto document = searcher.document(text_)) {
    if (json_) {
      std::cout << to_json(*document).dump() << "\n";
      return;
    }
    std::cout << document->summary.title << "\n";
    for (const auto& passage : document->passages) std::cout << "\n" << passage.text << "\n";
    return;
  }
  const auto passage = searcher.passage(text_);
  if (!passage) return void(fail(passage.error()));
  if (json_)
    std::cout << to_json(*passage).dump() << "\n";
  else
    std::cout << passage->text << "\n";
}

void Commands::facets(Searcher& searcher) {
  const auto narrowing = filters();
  if (!narrowing) return void(fail(narrowing.error()));
  const auto counted = searcher.facets(*narrowing);
  if (!counted) return void(fail(counted.error()));
  if (json_) {
    std::cout << to_json(*counted).dump() << "\n";
    return;
  }
  for (const auto& [name, values] : *counted)
    for (const auto& value : values)
      std::cout << name << "\t" << value.value << "\t" << value.label << "\t" << value.count
                << "\n";
}

void Commands::run_batch(Searcher& searcher, bool asks) {
  std::ifstream in(batch_);
  if (!in)
    return void(fail({ErrorCode::invalid_argument, "« " + batch_ + " » ne s'ouvre pas",
                      "donnez un fichier .jsonl"}));
  const auto narrowing = filters();
  if (!narrowing) return void(fail(narrowing.error()));
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto object = Json::parse(line, nullptr, false);
    const char* field = asks ? "question" : "query";
    const char* other = asks ? "query" : "question";
    const bool named = object.is_object() && object.contains(field);
    if (!object.is_object() || !(named || object.contains(other)) ||
        !object[named ? field : other].is_string()) {
      fail({ErrorCode::invalid_argument,
            batch_ + ":" + std::to_string(number) + " : pas d'objet JSON avec « " + field + " »",
            "une ligne par question : {\"id\":…,\"" + std::string(field) + "\":…}"});
      return;
    }
    const Json id = object.contains("id") ? object["id"] : Json(nullptr);
    const std::string text = object[named ? field : other];
    Json out = {{"id", id}};
    if (asks) {
      const auto answer = searcher.ask(text, *narrowing);
      if (!answer) return void(fail(answer.error()));
      out.update(to_json(*answer));
    } else {
      SearchRequest request;
      request.text = text;
      request.filters = *narrowing;
      request.limit = limit_;
      request.offset = offset_;
      request.with_facets = request.with_snippets = false;
      const auto result = searcher.search(request);
      if (!result) return void(fail(result.error()));
      out["hits"] = out["scores"] = Json::array();
      if (texts_) out["texts"] = Json::array();
      for (const auto& hit : result->hits) {
        out["hits"].push_back(hit.id);
        out["scores"].push_back(hit.score);
        if (texts_) out["texts"].push_back(hit.text);
      }
    }
    std::cout << out.dump() << "\n";
  }
}

}  // namespace repere::query
