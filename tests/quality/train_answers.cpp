// SPDX-License-Identifier: GPL-2.0-or-later
// Trains the model of query/answer on questions whose answers are known, and measures it by
// cross-validation: accuracy by type, risk and coverage, ablations. See README.md beside.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

#include "answer/ask.h"
#include "gold.h"
#include "learner.h"
#include "repere/storage/index_folder.h"

namespace {

using namespace repere;
namespace qa = repere::query::answers;
using namespace repere::quality;

constexpr int folds = 5;
constexpr std::size_t passages_looked_at = 20;

/// A question with its evidence and candidates, ready to learn from.
struct Example {
  const Gold* gold = nullptr;
  repere::query::Question question;
  std::vector<qa::Evidence> evidence;
  qa::Judgement judgement;
  std::vector<bool> right;  ///< per candidate: the scorer accepts it
  RankExample rank;         ///< empty worth: nothing to learn from
  int fold = 0;
  bool report = false;   ///< of the real report
  bool shipped = false;  ///< of the shipped digests; neither: PIAF
  bool refuse = false;   ///< the evidence holds no answer: it must be declined
};

struct Options {
  std::string piaf_questions, piaf, report_questions, report, shipped_questions, shipped, out, show;
  std::vector<std::string> drop;
  bool baseline = false;
  int piaf_limit = 100000;
  double report_weight = 4;
  LearnOptions learn;
};

std::string article_of(std::string_view passage) {
  return std::string(passage.substr(0, passage.rfind('-')));
}

int fold_of(std::string_view key) {
  std::uint32_t hash = 2166136261U;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return static_cast<int>(hash % folds);
}

std::string_view slice(const std::string& text, corpus::ByteRange range) {
  return std::string_view(text).substr(range.begin, range.size());
}

/// Marks the right candidates and shares the worth among those of the gold passage.
void label(Example& example) {
  const auto& judgement = example.judgement;
  example.rank.group = qa::group_of(example.question);
  float total = 0;
  for (std::size_t i = 0; i < judgement.candidates.size(); ++i) {
    const auto& candidate = judgement.candidates[i];
    const auto& passage = judgement.passages[candidate.passage];
    const auto text = slice(passage.source->text, qa::answer_range(candidate, passage));
    const bool ok =
        !example.refuse &&
        right_answer(*example.gold, text,
                     candidate.figure ? std::optional(candidate.figure->value) : std::nullopt,
                     candidate.figure ? candidate.figure->unit : "");
    example.right.push_back(ok);
    // Of the wrong ones a third is enough to learn from.
    const bool learnt = ok || i % 3 == 0 || candidate.kind == qa::CandidateKind::figure ||
                        candidate.kind == qa::CandidateKind::date;
    Sparse sparse;
    for (std::size_t f = 0; f < qa::feature_count; ++f)
      if (judgement.features[i][f] != 0)
        sparse.emplace_back(static_cast<std::uint8_t>(f), judgement.features[i][f]);
    if (learnt) example.rank.candidates.push_back(std::move(sparse));
    const auto sentence = slice(passage.source->text, passage.sentences[candidate.sentence]);
    const bool home = !example.gold->passage.empty() ? passage.source->id == example.gold->passage
                      : !example.gold->document.empty()
                          ? passage.source->document == example.gold->document
                          : evidence_share(*example.gold, sentence) >= 0.4;
    const double close = closeness(*example.gold, text);
    const float worth = ok && home ? static_cast<float>(0.2 + 0.8 * close * close) : 0.0F;
    if (learnt) example.rank.worth.push_back(worth);
    total += worth;
  }
  if (total > 0)
    for (float& worth : example.rank.worth) worth /= total;
  else
    example.rank.worth.clear();
}

/// Zeroes the features whose name begins by one of `names`.
void drop_features(const std::vector<std::string>& names, Example& example) {
  const auto dropped = [&](std::size_t f) {
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& name) { return qa::feature_names[f].starts_with(name); });
  };
  for (std::size_t f = 0; !names.empty() && f < qa::feature_count; ++f)
    if (dropped(f))
      for (auto& features : example.judgement.features) features[f] = 0;
  if (!names.empty())
    for (Sparse& candidate : example.rank.candidates)
      std::erase_if(candidate, [&](const auto& item) { return dropped(item.first); });
}

Example make_example(const Gold& gold, const repere::query::OpenIndex& index,
                     corpus::Analyzer& analyzer,
                     const std::function<bool(const qa::Evidence&)>& skip,
                     const std::string& text) {
  Example out;
  out.gold = &gold;
  out.question = repere::query::understand(text, analyzer);
  out.evidence = qa::retrieve(index, out.question, {},
                              skip ? 3 * passages_looked_at : passages_looked_at, analyzer)
                     .evidence;
  if (skip) std::erase_if(out.evidence, skip);
  if (out.evidence.size() > passages_looked_at) out.evidence.resize(passages_looked_at);
  out.judgement = qa::gather(out.question, qa::collection_of(index), out.evidence, analyzer);
  return out;
}

std::vector<Example> load_piaf(const Options& options, const std::vector<Gold>& golds,
                               const repere::query::OpenIndex& index) {
  std::vector<Example> out;
  corpus::Analyzer analyzer;
  for (std::size_t i = 0; i < golds.size() && i < static_cast<std::size_t>(options.piaf_limit);
       ++i) {
    const Gold& gold = golds[i];
    out.push_back(make_example(gold, index, analyzer, {}, gold.question));
    out.back().fold = fold_of(article_of(gold.passage));
    label(out.back());
    if (i % 10 != 0) continue;  // the same question where its article is not indexed
    const auto same_article = [&](const qa::Evidence& e) {
      return article_of(e.id) == article_of(gold.passage);
    };
    out.push_back(make_example(gold, index, analyzer, same_article, gold.question));
    out.back().fold = fold_of(article_of(gold.passage));
    out.back().refuse = true;
    label(out.back());
  }
  return out;
}

std::vector<Example> load_report(const std::vector<Gold>& golds,
                                 const repere::query::OpenIndex& index, bool report) {
  std::vector<Example> out;
  corpus::Analyzer analyzer;
  const auto add = [&](const Gold& gold, const std::function<bool(const qa::Evidence&)>& skip,
                       const std::string& text, bool refuse) {
    out.push_back(make_example(gold, index, analyzer, skip, text));
    out.back().report = report;
    out.back().shipped = !report;
    out.back().refuse = refuse || !gold.answerable();
    out.back().fold = fold_of(gold.id + "x");
    label(out.back());
  };
  for (const Gold& gold : golds) {
    add(gold, {}, gold.question, false);
    if (!gold.answerable()) continue;
    const auto home = [&](const qa::Evidence& e) {
      return gold.evidence.empty() ? holds_answer(gold, e.text)
                                   : evidence_share(gold, e.text) >= 0.6;
    };
    add(gold, home, gold.question, true);
    std::string other = gold.question;
    if (const auto at = other.find("2016"); at != std::string::npos)
      add(gold, {}, other.replace(at, 4, fold_of(gold.id) % 2 ? "2013" : "2015"), true);
  }
  return out;
}

qa::Model train(const std::vector<Example>& examples, int held_out, const Options& options) {
  std::vector<const RankExample*> used;
  qa::Model model;
  for (const Example& example : examples) {
    if (example.fold == held_out || example.rank.worth.empty()) continue;
    const_cast<Example&>(example).rank.weight =
        example.report || example.shipped ? static_cast<float>(options.report_weight) : 1.0F;
    used.push_back(&example.rank);
  }
  learn_ranking(used, options.learn, model);
  return model;
}

struct Outcome {
  double chance = 0;
  bool right = false;
  std::uint32_t best = 0;
  bool none = true;
};

/// Ranks every held-out question by the model that did not see it; then the same for its chance.
std::vector<Outcome> cross_validate(std::vector<Example>& examples, const Options& settings,
                                    std::vector<ChanceExample>& chances) {
  std::vector<Outcome> outcomes(examples.size());
  chances.assign(examples.size(), {});
  for (int fold = 0; fold < folds; ++fold) {
    const qa::Model model = train(examples, fold, settings);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      Example& example = examples[i];
      if (example.fold != fold) continue;
      std::vector<double> scores;
      const auto group = qa::group_of(example.question);
      const auto order = qa::rank(model, group, example.judgement, scores);
      Outcome& out = outcomes[i];
      if (!order.empty()) out = {0, example.right[order[0]], order[0], false};
      chances[i] = {group, qa::signs_of(example.question, example.judgement, scores, order),
                    out.right, example.report || example.shipped ? 4.0F : 1.0F};
    }
  }
  const LearnOptions options{
      .epochs = 60, .rate = 0.05, .shared_decay = 1e-4, .own_decay = 2e-3, .seed = 1};
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<const ChanceExample*> used;
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (examples[i].fold != fold) used.push_back(&chances[i]);
    qa::Model model;
    learn_chance(used, options, model);
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (examples[i].fold == fold && !outcomes[i].none)
        outcomes[i].chance = model.chance(chances[i].group, chances[i].signs);
  }
  return outcomes;
}

/// The plain baseline: the best sentence, the first number in it for a figure, else the first name.
Outcome baseline(const Example& example) {
  Outcome out;
  const auto& judgement = example.judgement;
  if (judgement.sentences.empty()) return out;
  const auto best =
      std::max_element(judgement.sentences.begin(), judgement.sentences.end(),
                       [](const auto& a, const auto& b) { return a.cover < b.cover; });
  const bool number = qa::group_of(example.question) == qa::Group::number ||
                      qa::group_of(example.question) == qa::Group::date;
  for (std::size_t i = 0; i < judgement.candidates.size(); ++i) {
    const auto& candidate = judgement.candidates[i];
    if (candidate.passage != best->passage || candidate.sentence != best->sentence) continue;
    const auto& first = judgement.passages[candidate.passage].toks[candidate.first];
    const bool fits =
        number ? first.cls == qa::WordClass::number
               : first.capital && first.gap != qa::Gap::stop &&
                     !judgement.features[i][static_cast<std::size_t>(qa::Feature::ends_mid)] &&
                     judgement.features[i][static_cast<std::size_t>(qa::Feature::capital_all)] > 0;
    if (!fits || (!out.none && candidate.first > judgement.candidates[out.best].first)) continue;
    const bool earlier = out.none || candidate.first < judgement.candidates[out.best].first;
    if (earlier || (example.right[i] && !out.right))
      out = {0, example.right[i], static_cast<std::uint32_t>(i), false};
  }
  return out;
}

using Filter = std::function<bool(const Example&)>;

void print_accuracy(const std::string& title, const std::vector<Example>& examples,
                    const std::vector<Outcome>& outcomes, const Filter& filter,
                    const std::function<std::string(const Example&)>& key) {
  std::map<std::string, std::array<int, 5>> cells;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (!filter(examples[i]) || examples[i].refuse) continue;
    const bool reachable = std::find(examples[i].right.begin(), examples[i].right.end(), true) !=
                           examples[i].right.end();
    for (const std::string& name : {key(examples[i]), std::string("all")}) {
      auto& cell = cells[name];
      ++cell[0];
      cell[1] += outcomes[i].right;
      cell[2] += reachable;
      if (outcomes[i].none) continue;
      const auto& candidate = examples[i].judgement.candidates[outcomes[i].best];
      const auto& passage = examples[i].judgement.passages[candidate.passage];
      const auto sentence = slice(passage.source->text, passage.sentences[candidate.sentence]);
      const bool home = evidence_share(*examples[i].gold, sentence) >= 0.6;
      cell[3] += examples[i].gold->passage.empty()
                     ? home
                     : passage.source->id == examples[i].gold->passage;
      cell[4] += home;
    }
  }
  std::cout << title
            << " (right / questions, share; among candidates; right passage; right sentence)\n";
  for (const auto& [name, cell] : cells)
    std::cout << "  " << std::left << std::setw(14) << name << std::right << std::setw(5) << cell[1]
              << " / " << std::setw(5) << cell[0] << "  " << std::fixed << std::setprecision(3)
              << static_cast<double>(cell[1]) / cell[0] << "  "
              << static_cast<double>(cell[2]) / cell[0] << "  "
              << static_cast<double>(cell[3]) / cell[0] << "  "
              << static_cast<double>(cell[4]) / cell[0] << "\n";
}

void print_risk(const std::string& title, const std::vector<Example>& examples,
                const std::vector<Outcome>& outcomes, const Filter& filter) {
  std::cout << title << "\n   point  answered  precision  accuracy  declined-when-none\n";
  for (const double point : {0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8}) {
    int asked = 0, said = 0, right = 0, none = 0, silent = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (!filter(examples[i])) continue;
      const bool says = outcomes[i].chance >= point;
      if (examples[i].refuse)
        ++none, silent += !says;
      else
        ++asked, said += says, right += says && outcomes[i].right;
    }
    std::cout << std::fixed << std::setprecision(3) << "  " << point << "     "
              << static_cast<double>(said) / std::max(1, asked) << "      "
              << static_cast<double>(right) / std::max(1, said) << "     "
              << static_cast<double>(right) / std::max(1, asked) << "     "
              << static_cast<double>(silent) / std::max(1, none) << " of " << none << "\n";
  }
}

template <std::size_t rows>
void write_rows(const std::filesystem::path& file, const std::array<std::string_view, rows>& names,
                const std::array<std::array<float, qa::group_count + 1>, rows>& weights) {
  std::ofstream out(file);
  out << "// Written by tests/quality/train_answers. Columns: all";
  for (const auto name : qa::group_names) out << ", " << name;
  out << "\n" << std::fixed << std::setprecision(3);
  for (std::size_t i = 0; i < rows; ++i) {
    out << "{\"" << names[i] << "\", {";
    for (std::size_t k = 0; k <= qa::group_count; ++k)
      out << (k ? ", " : "") << (weights[i][k] == 0 ? 0.0F : weights[i][k]) << "F";
    out << "}},\n";
  }
}

void print_wrong(const std::string& which, const std::vector<Example>& examples,
                 const std::vector<Outcome>& outcomes, const Filter& filter) {
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const Example& example = examples[i];
    const bool bad = example.refuse ? outcomes[i].chance > 0.4 : !outcomes[i].right;
    if (!filter(example) || (which == "wrong" && !bad)) continue;
    const bool reachable =
        std::find(example.right.begin(), example.right.end(), true) != example.right.end();
    std::cout << (example.refuse ? "REFUSE "
                  : reachable    ? "WRONG "
                                 : "UNREACHABLE ")
              << example.gold->id << " [" << repere::query::to_string(example.question.type) << "] "
              << std::setprecision(2) << outcomes[i].chance << " " << example.question.text
              << " => ";
    for (const auto& answer : example.gold->answers) std::cout << answer << " | ";
    if (!outcomes[i].none) {
      const auto& candidate = example.judgement.candidates[outcomes[i].best];
      const auto& passage = example.judgement.passages[candidate.passage];
      std::cout << "\n      got « "
                << slice(passage.source->text, qa::answer_range(candidate, passage)) << " » ";
      if (candidate.figure)
        std::cout << candidate.figure->value << " " << candidate.figure->unit << " ["
                  << candidate.figure->label << "]";
      std::cout
          << " in " << candidate.passage << ": "
          << slice(passage.source->text, passage.sentences[candidate.sentence]).substr(0, 300);
    }
    std::cout << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Trains and measures the model of answers");
  Options options;
  app.add_option("--piaf-questions", options.piaf_questions);
  app.add_option("--piaf", options.piaf, "index of PIAF's passages");
  app.add_option("--report-questions", options.report_questions);
  app.add_option("--report", options.report, "index of the real report");
  app.add_option("--shipped-questions", options.shipped_questions);
  app.add_option("--shipped", options.shipped, "index of the shipped digests");
  app.add_option("--drop", options.drop,
                 "features left out, by name or beginning of name: an ablation");
  app.add_option("--out", options.out, "folder of query/answer, where the weights are written");
  app.add_option("--show", options.show, "wrong or all: prints the questions of the report");
  app.add_option("--piaf-limit", options.piaf_limit);
  app.add_option("--report-weight", options.report_weight);
  app.add_option("--epochs", options.learn.epochs);
  app.add_option("--rate", options.learn.rate);
  app.add_option("--shared-decay", options.learn.shared_decay);
  app.add_option("--own-decay", options.learn.own_decay);
  CLI11_PARSE(app, argc, argv);

  const auto piaf_golds = read_gold(options.piaf_questions),
             report_golds = read_gold(options.report_questions),
             shipped_golds = read_gold(options.shipped_questions);
  std::vector<Example> examples;
  const auto load = [&](const std::string& folder, const auto& read) {
    if (folder.empty()) return;
    auto live = storage::load_generation(folder);
    if (!live) return void(std::cerr << live.error().line() << "\n");
    const repere::query::OpenIndex index(folder, *std::move(live));
    for (Example& example : read(index)) examples.push_back(std::move(example));
  };
  load(options.piaf, [&](const auto& index) { return load_piaf(options, piaf_golds, index); });
  load(options.report, [&](const auto& index) { return load_report(report_golds, index, true); });
  load(options.shipped,
       [&](const auto& index) { return load_report(shipped_golds, index, false); });
  for (Example& example : examples) drop_features(options.drop, example);
  std::cout << examples.size() << " examples\n";

  std::vector<ChanceExample> chances;
  const auto outcomes = cross_validate(examples, options, chances);
  const Filter of_report = [](const Example&e) { return e.report; },
               of_shipped = [](const Example&e) { return e.shipped; },
               of_piaf = [](const Example&e) { return !e.report && !e.shipped; };
  const auto by_gold = [](const Example& e) { return e.gold->type; };
  print_accuracy("report, best candidate, cross-validated", examples, outcomes, of_report, by_gold);
  print_accuracy("shipped, best candidate, cross-validated", examples, outcomes, of_shipped,
                 by_gold);
  print_accuracy("PIAF, best candidate, cross-validated", examples, outcomes, of_piaf, by_gold);
  std::vector<Outcome> plain;
  for (const Example& example : examples) plain.push_back(baseline(example));
  print_accuracy("report, plain baseline", examples, plain, of_report, by_gold);
  print_accuracy("PIAF, plain baseline", examples, plain, of_piaf, by_gold);
  print_accuracy(
      "PIAF by type read in the question", examples, outcomes, of_piaf, [](const Example& e) {
        return std::string(qa::group_names[static_cast<std::size_t>(qa::group_of(e.question))]);
      });
  print_risk("report, risk and coverage", examples, outcomes, of_report);
  print_risk("shipped, risk and coverage", examples, outcomes, of_shipped);
  print_risk("PIAF, risk and coverage", examples, outcomes, of_piaf);
  if (!options.show.empty())
    print_wrong(options.show, examples, outcomes,
                !options.report.empty()    ? of_report
                : !options.shipped.empty() ? of_shipped
                                           : of_piaf);
  if (options.out.empty()) return 0;
  qa::Model model = train(examples, -1, options);
  std::vector<const ChanceExample*> all;
  for (const auto& chance : chances) all.push_back(&chance);
  learn_chance(
      all, {.epochs = 60, .rate = 0.05, .shared_decay = 1e-4, .own_decay = 2e-3, .seed = 1}, model);
  write_rows(std::filesystem::path(options.out) / "weights_features.inc", qa::feature_names,
             model.weights);
  write_rows(std::filesystem::path(options.out) / "weights_confidence.inc", qa::sign_names,
             model.confidence);
  return 0;
}
