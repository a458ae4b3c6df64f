// SPDX-License-Identifier: GPL-2.0-or-later
// Measures classify() on hand-labelled passages of the shipped digests.
// usage: quality_themes LABELS REPORTS [--show]; exit 1 below the floors, 2 without its files.
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

std::string root_of(std::string_view code) {
  return std::string(code.substr(0, code.find('/')));
}

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
  std::printf("%s: %d passages; first theme right %d (%.1f %%), its root %d (%.1f %%); main theme "
              "among those given %d (%.1f %%); given themes right %d of %d (%.1f %%)\n",
              what, s.passages, s.first_right, share(s.first_right, s.passages),
              s.first_root_right, share(s.first_root_right, s.passages), s.main_found,
              share(s.main_found, s.passages), s.given_right, s.given,
              share(s.given_right, s.given));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string reports = argv[2];
  const bool show = argc > 3;
  std::ifstream labels(argv[1]);
  std::map<std::string, std::map<Key, Passage>> digests;
  Score tuned, unseen;
  std::string line;
  int row = 0, lost = 0;
  while (std::getline(labels, line)) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string file, heading, rank, label;
    std::getline(fields, file, '\t');
    std::getline(fields, heading, '\t');
    std::getline(fields, rank, '\t');
    std::vector<std::string> accepted;
    while (fields >> label) accepted.push_back(label);
    if (!digests.contains(file)) digests[file] = passages_of(read_whole(reports + "/" + file));
    const auto found = digests[file].find(heading + "\t" + rank);
    // The rows of even rank were never looked at while descriptors were chosen.
    const bool is_tuned = ++row % 2 == 1;
    if (found == digests[file].end()) {
      std::printf("no such passage: %s\n", line.c_str());
      ++lost;
    } else {
      judge(found->second, accepted, show && is_tuned, is_tuned ? tuned : unseen);
    }
  }
  print("tuned on", tuned);
  print("unseen", unseen);
  if (row == 0) return 2;
  const bool good = unseen.first_right * 100 >= 70 * unseen.passages;
  return lost == 0 && good ? 0 : 1;
}
