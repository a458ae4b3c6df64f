// SPDX-License-Identifier: GPL-2.0-or-later
#include "descriptors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "tree.h"

namespace repere::corpus {
namespace {

constexpr std::size_t longest_phrase = 5;  // words that count, grammatical ones left out
constexpr std::size_t longest_word = 40;   // bytes that tell two words apart

// U+00C0 to U+00FF, folded; a space (× ÷) parts words.
constexpr std::string_view latin1_folded =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";

// Words that neither side counts.
constexpr std::string_view grammatical =
    "a au aux d de des du en et l la le les un une pour par sur dans ce ces cette son sa ses leur "
    "leurs qui que avec est sont ou s se n qu y";

// A word under way: folded bytes, of which only the first longest_word are kept.
struct Word {
  std::array<char, longest_word> bytes{};
  std::size_t size = 0;
  void push(char c) {
    if (size < longest_word) bytes[size++] = c;
  }
  std::string_view view() const { return {bytes.data(), size}; }
};

std::string_view without_ending(Word& word) {
  std::string_view w = word.view();
  if (w.size() > 4 && w.ends_with("aux") && !w.ends_with("eaux")) {
    word.bytes[w.size() - 2] = 'l';
    return w.substr(0, w.size() - 1);
  }
  if (w.size() > 3 && (w.back() == 's' || w.back() == 'x')) w.remove_suffix(1);
  if (w.size() > 5 && w.back() == 'e') w.remove_suffix(1);
  return w;
}

std::uint64_t hash_word(std::string_view word) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h;
}

// The key of a phrase one word longer. Keys grow from the last word back, so that every ending of
// a phrase has a key of its own and a search can stop at the first ending that nobody uses.
std::uint64_t follow(std::uint64_t phrase, std::uint64_t word) {
  const std::uint64_t mixed = (phrase ^ (phrase >> 29U)) * 0x9e3779b97f4a7c15ULL + word;
  return mixed == 0 ? 1 : mixed;
}

// Cuts a text into words; calls sink.word(hash) for each, sink.full_stop() where phrases end.
template <typename Sink>
class WordReader {
 public:
  explicit WordReader(Sink& sink) : sink_(sink) {}

  void read(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) i += take(text, i);
    close_word();
  }

 private:
  // Reads one character at i; returns its bytes.
  std::size_t take(std::string_view text, std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      take_ascii(static_cast<char>(c));
      return 1;
    }
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (c == 0xC3 && next >= 0x80 && next <= 0xBF) {
      const char folded = latin1_folded[next - 0x80U];
      if (folded == ' ') {
        close_word();
      } else {
        word_.push(folded);
      }
    } else if (c == 0xC5 && (next == 0x92 || next == 0x93)) {
      word_.push('o');
      word_.push('e');
    } else if (c == 0xCC || (c == 0xCD && next < 0xB0)) {
      // A combining accent leaves its letter as it is.
    } else {
      close_word();
      return 1;
    }
    return next == 0 ? 1 : 2;
  }

  void take_ascii(char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word_.push(c);
      return;
    }
    close_word();
    if (c == '.' || c == ';' || c == '|') sink_.full_stop();
  }

  void close_word() {
    if (word_.size == 0) return;
    sink_.word(hash_word(without_ending(word_)));
    word_.size = 0;
  }

  Sink& sink_;
  Word word_;
};

std::vector<std::uint64_t> grammatical_hashes() {
  struct Collector {
    std::vector<std::uint64_t> hashes;
    void word(std::uint64_t hash) { hashes.push_back(hash); }
    void full_stop() {}
  } collector;
  WordReader<Collector> reader(collector);
  reader.read(grammatical);
  return collector.hashes;
}

// The words of a descriptor that count, in order.
struct PhraseWords {
  const std::vector<std::uint64_t>& left_out;
  std::vector<std::uint64_t> words;
  void word(std::uint64_t hash) {
    if (std::find(left_out.begin(), left_out.end(), hash) == left_out.end()) words.push_back(hash);
  }
  void full_stop() {}
};

float default_weight(std::size_t words) { return words < 2 ? 1.0F : words < 3 ? 2.0F : 2.5F; }

}  // namespace

DescriptorTable::DescriptorTable() {
  const std::vector<std::uint64_t> left_out = grammatical_hashes();
  std::vector<Keyed> keyed;
  for (const std::uint64_t hash : left_out) keyed.push_back({follow(0, hash), grammatical_word});
  std::uint32_t theme = 0;
  for (const ThemeEntry& entry : theme_entries()) {
    std::string_view rest = entry.descriptors;
    while (!rest.empty()) {
      std::string_view phrase = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
      const std::size_t caret = phrase.find('^');
      PhraseWords found{left_out, {}};
      WordReader<PhraseWords> reader(found);
      reader.read(phrase.substr(0, caret));
      Descriptor descriptor{theme, default_weight(found.words.size())};
      if (caret != std::string_view::npos) {
        std::from_chars(phrase.data() + caret + 1, phrase.data() + phrase.size(),
                        descriptor.weight);
      }
      std::uint64_t key = 0;
      for (std::size_t i = found.words.size(); i-- > 0;) {
        key = follow(key, found.words[i]);
        const auto number = static_cast<std::uint32_t>(descriptors_.size());
        keyed.push_back({key, i == 0 ? number : only_an_ending});
      }
      descriptors_.push_back(descriptor);
    }
    ++theme;
  }
  fill(std::move(keyed));
}

void DescriptorTable::fill(std::vector<Keyed> keyed) {
  std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : a.descriptor < b.descriptor;
  });
  std::size_t size = 1;
  while (size < keyed.size() * 4) size *= 2;
  slots_.assign(size, Slot{});
  maybe_.assign(maybe_bits / 64, 0);
  for (const auto& [key, descriptor] : keyed) {
    maybe_[(key >> 48U) / 64] |= std::uint64_t{1} << ((key >> 48U) % 64);
    std::size_t at = key & (size - 1);
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (size - 1);
    if (slots_[at].key == 0) slots_[at] = {key, static_cast<std::uint32_t>(members_.size()), 0};
    if (descriptor == only_an_ending) continue;
    if (descriptor == grammatical_word) {
      slots_[at].size = grammatical_word;
      continue;
    }
    ++slots_[at].size;
    members_.push_back(descriptor);
  }
}

const DescriptorTable::Slot* DescriptorTable::find(std::uint64_t key) const {
  if ((maybe_[(key >> 48U) / 64] >> ((key >> 48U) % 64) & 1U) == 0) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key & mask; slots_[at].key != 0; at = (at + 1) & mask) {
    if (slots_[at].key == key) return &slots_[at];
  }
  return nullptr;
}

/// Counts the descriptors that end at each word.
struct DescriptorTable::Counter {
  const DescriptorTable& table;
  float amount;
  DescriptorCounts& counts;
  std::array<std::uint64_t, 8> words{};  // the last words that count, at their number modulo 8
  std::size_t held = 0;                  // of them since the last full stop
  std::size_t number = 0;

  void full_stop() { held = 0; }

  void word(std::uint64_t hash) {
    const Slot* slot = table.find(follow(0, hash));
    if (slot != nullptr && slot->size == grammatical_word) return;
    words[number++ % words.size()] = hash;
    held = std::min(held + 1, longest_phrase);
    for (std::size_t n = 1; slot != nullptr; ++n) {
      for (std::uint32_t i = 0; i < slot->size; ++i) {
        counts.add(table.members_[slot->first + i], amount);
      }
      if (n == held) return;
      slot = table.find(follow(slot->key, words[(number - 1 - n) % words.size()]));
    }
  }
};

void DescriptorTable::count(std::string_view text, float amount, DescriptorCounts& counts) const {
  Counter counter{*this, amount, counts};
  WordReader<Counter> reader(counter);
  reader.read(text);
}

const DescriptorTable& descriptor_table() {
  static const DescriptorTable table;
  return table;
}

}  // namespace repere::corpus
