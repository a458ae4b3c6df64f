// SPDX-License-Identifier: GPL-2.0-or-later
#include "descriptors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "tree.h"

namespace repere::corpus {
namespace {

constexpr std::size_t longest_phrase = 5;   // words that count, grammatical ones left out
constexpr std::size_t longest_word = 40;    // bytes that tell two words apart

// U+00C0 to U+00FF, folded; a space (× ÷) parts words.
constexpr std::string_view latin1_folded =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";

constexpr std::string_view grammatical[] = {
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une",
    "pour", "par", "sur", "dans", "ce", "ces", "cette", "son", "sa", "ses", "leur", "leurs", "qui",
    "que", "avec", "est", "sont", "ou", "s", "se", "n", "qu", "y"};

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

std::uint64_t follow(std::uint64_t phrase, std::uint64_t word) {
  const std::uint64_t mixed = (phrase ^ (phrase >> 29U)) * 0x9e3779b97f4a7c15ULL + word;
  return mixed == 0 ? 1 : mixed;
}

bool is_grammatical(std::string_view word) {
  return word.size() <= 5 &&
         std::find(std::begin(grammatical), std::end(grammatical), word) != std::end(grammatical);
}

// Calls sink(key) for each group of one to longest_phrase words that ends at each word.
template <typename Sink>
class PhraseReader {
 public:
  explicit PhraseReader(Sink sink) : sink_(std::move(sink)) {}

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
    if (c == '.' || c == ';' || c == '|') held_ = 0;  // a phrase does not run over a full stop
  }

  void close_word() {
    if (word_.size == 0) return;
    if (!is_grammatical(word_.view())) {
      const std::uint64_t h = hash_word(without_ending(word_));
      std::copy_backward(words_.begin(), words_.end() - 1, words_.end());
      words_[0] = h;
      held_ = std::min(held_ + 1, longest_phrase);
      emit();
    }
    word_.size = 0;
  }

  // Keys are built from the last word back, so that a phrase's key extends its ending's.
  void emit() {
    std::uint64_t key = 0;
    for (std::size_t n = 0; n < held_; ++n) {
      key = follow(key, words_[n]);
      sink_(key, n + 1);
    }
  }

  Sink sink_;
  Word word_;
  std::array<std::uint64_t, longest_phrase> words_{};  // the last words, latest first
  std::size_t held_ = 0;
};

// The key of a whole descriptor and how many words count in it.
std::pair<std::uint64_t, std::size_t> phrase_key(std::string_view phrase) {
  std::pair<std::uint64_t, std::size_t> last{0, 0};
  auto keep = [&last](std::uint64_t key, std::size_t words) { last = {key, words}; };
  PhraseReader<decltype(keep)> reader(keep);
  reader.read(phrase);
  return last;
}

float default_weight(std::size_t words) { return words < 2 ? 1.0F : words < 3 ? 2.0F : 2.5F; }

}  // namespace

DescriptorTable::DescriptorTable() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
  std::uint32_t theme = 0;
  for (const ThemeEntry& entry : theme_entries()) {
    std::string_view rest = entry.descriptors;
    while (!rest.empty()) {
      std::string_view phrase = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
      const std::size_t caret = phrase.find('^');
      const auto [key, words] = phrase_key(phrase.substr(0, caret));
      Descriptor descriptor{theme, default_weight(words)};
      if (caret != std::string_view::npos) {
        std::from_chars(phrase.data() + caret + 1, phrase.data() + phrase.size(),
                        descriptor.weight);
      }
      keyed.emplace_back(key, static_cast<std::uint32_t>(descriptors_.size()));
      descriptors_.push_back(descriptor);
    }
    ++theme;
  }
  fill(std::move(keyed));
}

void DescriptorTable::fill(std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed) {
  std::sort(keyed.begin(), keyed.end());
  std::size_t size = 1;
  while (size < keyed.size() * 4) size *= 2;
  slots_.assign(size, Slot{});
  for (const auto& [key, descriptor] : keyed) {
    std::size_t at = key & (size - 1);
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (size - 1);
    if (slots_[at].key == 0) slots_[at] = {key, static_cast<std::uint32_t>(members_.size()), 0};
    ++slots_[at].size;
    members_.push_back(descriptor);
  }
}

const DescriptorTable::Slot* DescriptorTable::find(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key & mask; slots_[at].key != 0; at = (at + 1) & mask) {
    if (slots_[at].key == key) return &slots_[at];
  }
  return nullptr;
}

void DescriptorTable::count(std::string_view text, float amount, std::span<float> counts) const {
  auto add = [&](std::uint64_t key, std::size_t) {
    const Slot* slot = find(key);
    if (slot == nullptr) return;
    for (std::uint32_t i = 0; i < slot->size; ++i) counts[members_[slot->first + i]] += amount;
  };
  PhraseReader<decltype(add)> reader(add);
  reader.read(text);
}

const DescriptorTable& descriptor_table() {
  static const DescriptorTable table;
  return table;
}

}  // namespace repere::corpus
