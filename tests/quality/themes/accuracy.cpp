// SPDX-License-Identifier: GPL-2.0-or-later
// Measures classify() on hand-labelled passages of the shipped digests and, where it is at hand, of
// the report that the largest of them digests.
// usage: quality_themes LABELS REPORTS [REPORT_LABELS REPORT_TEXT] [--show]
// exit 1 below the floor, 2 without its files.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "repere/corpus/themes.h"

using namespace repere::corpus;

namespace {

struct Passage {
  std::vector<std::string> headings;
  std::string text;
};
using Key = std::string;  // heading and ordinal

std::string read_whole(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

bool is_passage(const std::string& block) {
  return !block.empty() && block.front() != '|' && block.rfind("(l. ", 0) != 0;
}

// The paragraphs of a digest by nearest heading and rank under it, as labels.tsv counts them.
std::map<Key, Passage> passages_of(const std::string& markdown) {
  std::map<Key, Passage> passages;
  std::vector<std::string> path;
  int rank = 0;
  std::size_t at = 0;
  while (at < markdown.size()) {
    const std::size_t end = std::min(markdown.find("\n\n", at), markdown.size());
    std::string block = markdown.substr(at, end - at);
    at = end + 2;
    while (!block.empty() && block.back() == '\n') block.pop_back();
    if (!block.empty() && block.front() == '#') {
      const std::size_t level = block.find(' ');
      path.resize(std::min(path.size(), level - 1));
      path.push_back(block.substr(level + 1));
      rank = 0;
    } else if (is_passage(block)) {
      ++rank;
      passages[path.back() + "\t" + std::to_string(rank)] = {path, block};
    }
  }
  return passages;
}

struct Score {
  int passages = 0, first_right = 0, first_root_right = 0, main_found = 0;
  int given = 0, given_right = 0;
};

std::string root_of(std::string_view code) { return std::string(code.substr(0, code.find('/'))); }

void judge(const Passage& passage, const std::vector<std::string>& labels, bool show,
           Score& score) {
  const auto themes = classify(passage.text, passage.headings);
  const auto accepted = [&](std::string_view code) {
    return std::find(labels.begin(), labels.end(), code) != labels.end();
  };
  ++score.passages;
  const std::string first = themes.empty() ? "" : std::string(themes.front().theme->code);
  const bool right = accepted(first);
  score.first_right += right;
  score.first_root_right += std::any_of(labels.begin(), labels.end(), [&](const std::string& l) {
    return root_of(l) == root_of(first);
  });
  bool main_found = false;
  for (const ThemeScore& given : themes) {
    ++score.given;
    score.given_right += accepted(given.theme->code);
    main_found = main_found || given.theme->code == labels.front();
  }
  score.main_found += main_found;
  if (show && !right) {
    std::printf("%s | %s | got", passage.headings.back().c_str(), labels.front().c_str());
    for (const ThemeScore& given : themes) {
      std::printf(" %s (%.2f)", std::string(given.theme->code).c_str(), given.score);
    }
    std::printf("\n");
  }
}

void print(const char* what, const Score& s) {
  const auto share = [](int part, int whole) { return whole == 0 ? 0.0 : 100.0 * part / whole; };
  std::printf(
      "%s: %d passages; first theme right %d (%.1f %%), its root %d (%.1f %%); main theme "
      "among those given %d (%.1f %%); given themes right %d of %d (%.1f %%)\n",
      what, s.passages, s.first_right, share(s.first_right, s.passages), s.first_root_right,
      share(s.first_root_right, s.passages), s.main_found, share(s.main_found, s.passages),
      s.given_right, s.given, share(s.given_right, s.given));
}

struct Row {
  std::vector<std::string> fields;  // all but the last
  std::vector<std::string> accepted;
};

std::vector<Row> read_labels(const std::string& path) {
  std::ifstream file(path);
  std::vector<Row> rows;
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line.front() == '#') continue;
    Row row;
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, '\t');) row.fields.push_back(field);
    std::istringstream labels(row.fields.back());
    row.fields.pop_back();
    for (std::string label; labels >> label;) row.accepted.push_back(label);
    rows.push_back(std::move(row));
  }
  return rows;
}

// Judges the shipped digests; false when a row names no passage. The rows of even rank were never
// looked at while descriptors were chosen.
bool judge_digests(const std::vector<Row>& rows, const std::string& folder, bool show, Score& tuned,
                   Score& unseen) {
  std::map<std::string, std::map<Key, Passage>> digests;
  bool complete = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::vector<std::string>& at = rows[i].fields;
    if (!digests.contains(at[0])) digests[at[0]] = passages_of(read_whole(folder + "/" + at[0]));
    const auto found = digests[at[0]].find(at[1] + "\t" + at[2]);
    if (found == digests[at[0]].end()) {
      std::printf("no such passage: %s, %s, %s\n", at[0].c_str(), at[1].c_str(), at[2].c_str());
      complete = false;
    } else if (i % 2 == 0) {
      judge(found->second, rows[i].accepted, show, tuned);
    } else {
      judge(found->second, rows[i].accepted, false, unseen);
    }
  }
  return complete;
}

// The lines of the report with the words that line ends cut made whole, no heading given.
Score judge_report(const std::vector<Row>& rows, const std::string& text, bool show) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  Score score;
  for (const Row& row : rows) {
    Passage passage{{row.fields[0] + "-" + row.fields[1]}, ""};
    const std::size_t last = std::min<std::size_t>(std::stoul(row.fields[1]), lines.size());
    for (std::size_t i = std::stoul(row.fields[0]) - 1; i < last; ++i) {
      const bool cut = !passage.text.empty() && passage.text.back() == '-';
      if (cut) passage.text.pop_back();
      passage.text += (cut ? "" : " ") + lines[i];
    }
    judge(passage, row.accepted, show, score);
  }
  return score;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  const bool show = !args.empty() && args.back() == "--show";
  if (show) args.pop_back();
  if (args.size() != 2 && args.size() != 4) return 2;
  const std::vector<Row> rows = read_labels(args[0]);
  if (rows.empty()) return 2;
  Score tuned, unseen;
  const bool complete = judge_digests(rows, args[1], show, tuned, unseen);
  print("digests, tuned on", tuned);
  print("digests, unseen", unseen);
  const std::string report = args.size() == 4 ? read_whole(args[3]) : "";
  if (report.empty()) {
    std::printf("SKIPPED: the report itself is not at hand\n");
  } else {
    print("the report, unseen", judge_report(read_labels(args[2]), report, show));
  }
  return complete && unseen.first_right * 100 >= 80 * unseen.passages ? 0 : 1;
}
