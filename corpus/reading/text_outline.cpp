// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_outline.h"

#include <algorithm>
#include <unordered_map>

#include "characters.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

constexpr std::size_t fewest_entries = 5;
constexpr std::size_t most_entries = 400;
constexpr int most_tries = 40;  ///< places looked at: bounds texts made of page breaks
constexpr double same_title = 0.66;

bool is_contents_title(std::string_view text) {
  const std::string folded = fold(trim(text));
  return folded == "sommaire" || folded == "table des matieres" || folded == "contenu" ||
         folded == "plan";
}

/// The title of a contents line: « Emploi ........ 12 » gives « Emploi ».
std::size_t without_page_number(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_digit(static_cast<unsigned char>(text[end - 1]))) --end;
  const bool number = end < text.size() && text.size() - end <= 3;
  if (!number) end = text.size();
  std::size_t dots = end;
  while (dots > 0 && (text[dots - 1] == '.' || text[dots - 1] == ' ' || text[dots - 1] == '_'))
    --dots;
  if (text.substr(dots, end - dots).find("..") != std::string_view::npos ||
      text.substr(0, dots).ends_with("…"))
    return dots;
  return number && dots < end ? end : text.size();
}

/// Whether a block may be a line of a contents page.
bool is_entry(const TextBlock& block) {
  const std::string& text = block.string();
  if (text.size() > 300) return false;
  const auto end = without_page_number(text);
  if (end < text.size()) return true;
  return !is_terminal(text) || block.bullet == Bullet::number;
}

class OutlineFinder {
 public:
  OutlineFinder(const BlockedText& text, const std::vector<bool>& titles)
      : text_(text), titles_(titles) {
    for (const TextBlock& block : text.blocks)
      words_.push_back(block.string().size() <= 300 ? title_words(block.string()) : TitleWords());
  }

  Outline run() {
    const std::size_t zone = std::max<std::size_t>(60, text_.blocks.size() / 4);
    for (std::size_t at = 0; at < std::min(zone, text_.blocks.size()); ++at) {
      if (!begins(at)) continue;
      if (++tries_ > most_tries) break;
      Outline outline = read_from(at);
      if (!outline.empty()) return outline;
    }
    return {};
  }

 private:
  /// A contents page begins a flow, or stands under its name.
  bool begins(std::size_t at) const {
    if (is_contents_title(text_.blocks[at].string())) return true;
    return at == text_.flows[static_cast<std::size_t>(text_.blocks[at].flow)].first;
  }

  Outline read_from(std::size_t begin) {
    Outline outline;
    outline.first = begin;
    std::size_t at = begin;
    const bool named = is_contents_title(text_.blocks[begin].string());
    if (named) ++at;
    for (; at < text_.blocks.size() && outline.entries.size() < most_entries; ++at) {
      if (!is_entry(text_.blocks[at]) || repeats(outline, at)) break;
      add(outline, at);
    }
    outline.last = at;
    if (outline.entries.size() < fewest_entries) return {};
    pair(outline);
    const auto matched =
        static_cast<std::size_t>(std::count_if(outline.entries.begin(), outline.entries.end(),
                                               [](const OutlineEntry& e) { return e.match >= 0; }));
    if (matched * 100 < outline.entries.size() * (named ? 20 : 45)) return {};
    set_levels(outline);
    return outline;
  }

  /// The body's first title prints an entry again: the contents page has ended.
  bool repeats(const Outline& outline, std::size_t at) const {
    if (text_.blocks[at].bullet != Bullet::none || words_[at].size() < 2) return false;
    return std::any_of(outline.entries.begin(), outline.entries.end(), [&](const OutlineEntry& e) {
      return similarity(e.words, words_[at]) >= 0.9;
    });
  }

  void add(Outline& outline, std::size_t at) {
    const TextBlock& block = text_.blocks[at];
    OutlineEntry entry;
    entry.title = block.text.slice(0, without_page_number(block.string()));
    const auto core = trim(entry.title.text());
    entry.title = entry.title.slice(
        0, static_cast<std::size_t>(core.data() + core.size() - entry.title.text().data()));
    entry.words = title_words(entry.title.text());
    entry.bullet = block.bullet;
    entry.block = at;
    if (!entry.words.empty()) outline.entries.push_back(std::move(entry));
  }

  /// Pairs entries and printed titles: the titles that share a word with an entry are compared.
  void pair(Outline& outline) {
    std::unordered_map<std::string, std::vector<std::size_t>> by_word;
    for (std::size_t at = 0; at < outline.entries.size(); ++at)
      for (const std::string& word : outline.entries[at].words) by_word[word].push_back(at);
    for (std::size_t at = outline.last; at < text_.blocks.size(); ++at) {
      if (!titles_[at]) continue;
      std::vector<std::size_t> candidates;
      for (const std::string& word : words_[at]) {
        const auto found = by_word.find(word);
        if (found != by_word.end() && found->second.size() * 2 <= outline.entries.size() + 8)
          candidates.insert(candidates.end(), found->second.begin(), found->second.end());
      }
      std::sort(candidates.begin(), candidates.end());
      candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
      int best = -1;
      double best_score = same_title;
      for (const std::size_t entry : candidates) {
        if (outline.entries[entry].match >= 0) continue;
        const double score = similarity(outline.entries[entry].words, words_[at]);
        if (score > best_score) {
          best = static_cast<int>(entry);
          best_score = score;
        }
      }
      if (best >= 0) outline.entries[static_cast<std::size_t>(best)].match = static_cast<int>(at);
    }
  }

  bool text_between(int from, int to) const {
    for (int at = from + 1; at < to; ++at)
      if (is_prose(text_.blocks[static_cast<std::size_t>(at)])) return true;
    return false;
  }

  /// A plain line above another plain line names a part, unless the body prints text right under
  /// it.
  bool is_part(const Outline& outline, std::size_t at) const {
    const auto& entries = outline.entries;
    if (at + 1 >= entries.size() || entries[at + 1].bullet != Bullet::none) return false;
    if (entries[at].match < 0) return true;
    return entries[at + 1].match > entries[at].match &&
           !text_between(entries[at].match, entries[at + 1].match);
  }

  void set_levels(Outline& outline) const {
    auto& entries = outline.entries;
    const bool bullets = std::any_of(entries.begin(), entries.end(), [](const OutlineEntry& e) {
      return e.bullet != Bullet::none;
    });
    std::vector<bool> part(entries.size(), false);
    bool parts = false;
    for (std::size_t at = 0; bullets && at < entries.size(); ++at) {
      part[at] = entries[at].bullet == Bullet::none && is_part(outline, at);
      parts = parts || part[at];
    }
    const int plain = parts ? 2 : 1;
    std::vector<Bullet> order;
    for (std::size_t at = 0; at < entries.size(); ++at) {
      OutlineEntry& entry = entries[at];
      if (entry.bullet == Bullet::none) {
        entry.level = part[at] ? 1 : plain;
        continue;
      }
      auto rank = std::find(order.begin(), order.end(), entry.bullet);
      if (rank == order.end()) rank = order.insert(order.end(), entry.bullet);
      entry.level = (bullets && entries[0].bullet != Bullet::none ? 0 : plain) + 1 +
                    static_cast<int>(rank - order.begin());
    }
  }

  const BlockedText& text_;
  const std::vector<bool>& titles_;
  std::vector<TitleWords> words_;
  int tries_ = 0;
};

}  // namespace

Outline find_outline(const BlockedText& text, const std::vector<bool>& titles) {
  return OutlineFinder(text, titles).run();
}

}  // namespace repere::corpus
