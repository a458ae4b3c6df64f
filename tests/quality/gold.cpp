// SPDX-License-Identifier: GPL-2.0-or-later
#include "gold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "repere/corpus/analysis.h"

namespace repere::quality {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::vector<std::string> words(std::string_view text) { return split(fold_words(text)); }

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::map<std::string, int> count;
  for (const auto& word : a) ++count[word];
  std::size_t common = 0;
  for (const auto& word : b) common += count[word]-- > 0 ? 1 : 0;
  return common;
}

/// Both folded; whole words only.
bool contains(const std::string& text, const std::string& words_wanted) {
  for (auto at = text.find(words_wanted); at != std::string::npos;
       at = text.find(words_wanted, at + 1)) {
    const auto end = at + words_wanted.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

double token_f1(std::string_view left, std::string_view right) {
  const auto a = words(left), b = words(right);
  const auto common = static_cast<double>(shared(a, b));
  if (common == 0) return 0;
  const double p = common / static_cast<double>(a.size()),
               r = common / static_cast<double>(b.size());
  return 2 * p * r / (p + r);
}

std::string unit_key(std::string_view unit) {
  static const std::map<std::string, std::string> aliases = {
      {"eur", "EUR"},      {"euro", "EUR"},    {"euros", "EUR"},    {"€", "EUR"},
      {"pour cent", "%"},  {"hectares", "ha"}, {"hectare", "ha"},   {"kilometres", "km"},
      {"kilometre", "km"}, {"metres", "m"},    {"tonnes", "t"},     {"ans", "an"},
      {"annees", "an"},    {"jours", "jour"},  {"heures", "heure"}, {"point", "points"}};
  const std::string folded = fold_words(unit);
  const auto it = aliases.find(folded);
  return it == aliases.end() ? folded : it->second;
}

std::string stem(std::string word) {
  for (const std::string_view end : {"s", "x"})
    if (word.ends_with(end)) {
      word.pop_back();
      break;
    }
  if (word.ends_with("au")) word.pop_back();
  if (word.ends_with("al")) word.pop_back();
  return word;
}

bool same_unit(std::string_view gold, std::string_view got) {
  const std::string g = unit_key(gold), u = unit_key(got);
  if (g == u) return true;
  std::vector<std::string> a, b;
  for (const auto& word : split(g))
    if (word.size() > 2) a.push_back(stem(word));
  for (const auto& word : split(u))
    if (word.size() > 2) b.push_back(stem(word));
  if (a.empty() || b.empty() || split(u).size() > 6) return false;
  const auto holds = [](const auto& big, const auto& small) {
    return std::all_of(small.begin(), small.end(), [&](const auto& w) {
      return std::find(big.begin(), big.end(), w) != big.end();
    });
  };
  return a[0] == b[0] || holds(a, b) || holds(b, a);
}

}  // namespace

std::string fold_words(std::string_view text) {
  const std::string folded = corpus::fold(text);
  std::string out;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto c = static_cast<unsigned char>(folded[i]);
    const bool no_break =
        folded.compare(i, 2, "\u00a0") == 0 || folded.compare(i, 3, "\u202f") == 0;
    const bool keep = std::isalnum(c) || c == '_' || c == '%' || c == '+' ||
                      folded.compare(i, 3, "€") == 0 ||
                      (c >= 0x80 && out.size() && !no_break && folded.compare(i, 2, "«") != 0 &&
                       folded.compare(i, 2, "»") != 0 && c != 0xE2);
    if (folded.compare(i, 3, "€") == 0)
      out += "€", i += 2;
    else if (no_break)
      out += ' ', i += folded.compare(i, 2, "\u00a0") == 0 ? 1U : 2U;
    else
      out += keep ? folded[i] : ' ';
  }
  // Thousands: a digit, one space, three digits and no fourth.
  for (std::size_t i = 1; i + 3 < out.size(); ++i)
    if (out[i] == ' ' && std::isdigit(static_cast<unsigned char>(out[i - 1])) &&
        std::isdigit(static_cast<unsigned char>(out[i + 1])) &&
        std::isdigit(static_cast<unsigned char>(out[i + 2])) &&
        std::isdigit(static_cast<unsigned char>(out[i + 3])) &&
        (i + 4 == out.size() || out[i + 4] == ' '))
      out.erase(i, 1);
  std::string joined;
  for (const auto& word : split(out)) joined.append(joined.empty() ? "" : " ").append(word);
  return joined;
}

std::vector<Gold> read_gold(const std::filesystem::path& file) {
  std::vector<Gold> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    Gold gold;
    gold.id = row.value("id", "");
    gold.type = row.value("type", "");
    gold.question = row.value("question", "");
    gold.evidence = row.value("evidence", "");
    gold.section = row.value("section", "");
    gold.document = row.value("document", "");
    gold.passage = row.value("passage", "");
    gold.answers = row.value("answers", std::vector<std::string>{});
    if (row.contains("value") && row["value"].is_number()) gold.value = row["value"].get<double>();
    if (row.contains("unit") && row["unit"].is_string()) gold.unit = row["unit"].get<std::string>();
    out.push_back(std::move(gold));
  }
  return out;
}

bool right_answer(const Gold& gold, std::string_view text, std::optional<double> value,
                  std::string_view unit) {
  const std::size_t size = words(text).size();
  if (gold.type == "figure" && gold.value && value &&
      std::abs(*gold.value - *value) <= 1e-6 * std::max(1.0, std::abs(*value)) &&
      same_unit(gold.unit, unit) && size <= 14)
    return true;
  const std::string folded = fold_words(text);
  for (const std::string& accepted : gold.answers) {
    const std::string wanted = fold_words(accepted);
    if (folded == wanted) return true;
    if (size > words(accepted).size() + 3) continue;
    if (!wanted.empty() && contains(folded, wanted)) return true;
    if (gold.type != "figure" && token_f1(text, accepted) >= 0.6) return true;
  }
  return false;
}

double closeness(const Gold& gold, std::string_view text) {
  double best = 0;
  for (const std::string& accepted : gold.answers) best = std::max(best, token_f1(text, accepted));
  return best;
}

bool holds_answer(const Gold& gold, std::string_view text) {
  const std::string folded = fold_words(text);
  return std::any_of(gold.answers.begin(), gold.answers.end(), [&](const std::string& answer) {
    return contains(folded, fold_words(answer));
  });
}

double evidence_share(const Gold& gold, std::string_view text) {
  const auto wanted = words(gold.evidence);
  if (wanted.empty()) return 0;
  return static_cast<double>(shared(words(text), wanted)) / static_cast<double>(wanted.size());
}

}  // namespace repere::quality
