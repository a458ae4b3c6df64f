// SPDX-License-Identifier: GPL-2.0-or-later
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <deque>
#include <string>
#include <utility>

#include "french/number_tokens.h"
#include "french/word_scanner.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_exact = 240;  // bytes; longer words are cut

/// What all tokens of one spelling share.
struct Entry {
  std::string_view surface;
  std::string exact, term;
  TokenKind kind = TokenKind::word;
  bool stop = false;
};

std::string exact_form(std::string_view surface) {
  const bool ascii = std::ranges::all_of(surface, [](char c) { return (c & 0x80) == 0; });
  if (ascii) return fold(surface);
  utf8proc_uint8_t* out = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(surface.data()),
                   static_cast<utf8proc_ssize_t>(surface.size()), &out,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                  UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
  if (length < 0) return std::string(surface);
  std::string exact(reinterpret_cast<char*>(out), static_cast<std::size_t>(length));
  std::free(out);  // NOLINT: utf8proc allocates with malloc
  if (const std::size_t at = exact.find("’"); at != std::string::npos) {
    exact[at] = '\'';
    exact.erase(at + 1, 2);
  }
  return exact;
}

Entry word_entry(std::string_view surface) {
  Entry entry;
  entry.surface = surface;
  if (const std::string century = roman_ordinal(surface); !century.empty()) {
    entry.exact = entry.term = century;
    entry.kind = TokenKind::number;
    return entry;
  }
  std::size_t limit = std::min(surface.size(), longest_exact);
  while (limit < surface.size() && limit > 0 && (surface[limit] & 0xC0) == 0x80) --limit;
  entry.exact = exact_form(surface.substr(0, limit));
  std::erase(entry.exact, '.');  // É.P.C.I.
  entry.term = stem(entry.exact);
  entry.stop = is_stop_word(fold(entry.exact));
  return entry;
}

/// Entries by spelling: open addressing, never shrinks. Entries keep their place.
class EntryCache {
 public:
  template <typename Make>
  const Entry& get(std::string_view surface, Make make) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    std::size_t slot = std::hash<std::string_view>{}(surface) & (slots_.size() - 1);
    for (; slots_[slot] != nullptr; slot = (slot + 1) & (slots_.size() - 1))
      if (slots_[slot]->surface == surface) return *slots_[slot];
    const std::string& kept = surfaces_.emplace_back(surface);
    slots_[slot] = &entries_.emplace_back(make(std::string_view(kept)));
    return *slots_[slot];
  }

 private:
  void grow() {
    std::vector<const Entry*> bigger(std::max<std::size_t>(1024, slots_.size() * 2), nullptr);
    for (const Entry& entry : entries_) {
      std::size_t slot = std::hash<std::string_view>{}(entry.surface) & (bigger.size() - 1);
      while (bigger[slot] != nullptr) slot = (slot + 1) & (bigger.size() - 1);
      bigger[slot] = &entry;
    }
    slots_ = std::move(bigger);
  }

  std::deque<std::string> surfaces_;
  std::deque<Entry> entries_;
  std::vector<const Entry*> slots_;
};

constexpr auto elided = std::to_array<std::string_view>(
    {"c"sv, "d"sv, "j"sv, "jusqu"sv, "l"sv, "lorsqu"sv, "m"sv, "n"sv, "puisqu"sv, "qu"sv,
     "quelqu"sv, "quoiqu"sv, "s"sv, "t"sv});

bool equals_folded_ascii(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() &&
         std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

bool is_elided(std::string_view word) {
  return word.size() <= 6 && std::ranges::any_of(elided, [&](std::string_view article) {
           return equals_folded_ascii(word, article);
         });
}

/// Length of an apostrophe at this place, 0 for anything else.
std::size_t apostrophe(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'') return 1;
  const std::string_view rest = text.substr(at, 3);
  if (rest == "’" || rest == "‘") return 3;
  return rest.starts_with("ʼ") ? 2 : 0;
}

}  // namespace

struct Analyzer::Impl {
  EntryCache cache;
  std::vector<Token> tokens;
  std::unique_ptr<icu::BreakIterator> breaks;
  std::string_view text;

  std::size_t run_end(std::size_t at, bool with_digits) const;
  std::size_t dotted_end(std::size_t begin, std::size_t end) const;
  bool is_euphonic(std::size_t at) const;
  std::size_t read_word(std::size_t begin, bool after_number);
  std::size_t read_number(std::size_t begin);
  std::size_t read_by_icu(std::size_t begin);
  void push(std::size_t begin, std::size_t end, const Entry& entry, bool stop);
};

void Analyzer::Impl::push(std::size_t begin, std::size_t end, const Entry& entry, bool stop) {
  tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                    static_cast<std::uint32_t>(tokens.size()), entry.kind, entry.stop || stop,
                    entry.exact, entry.term});
}

std::size_t Analyzer::Impl::run_end(std::size_t at, bool with_digits) const {
  while (at < text.size()) {
    const Character c = character_at(text, at);
    const bool inside = c.kind == CharClass::letter || c.kind == CharClass::extend ||
                        (with_digits && c.kind == CharClass::digit);
    if (!inside) break;
    at += c.size;
  }
  return at;
}

/// « E.P.C.I. »: the end of a run of single letters, each with its stop; else the given end.
std::size_t Analyzer::Impl::dotted_end(std::size_t begin, std::size_t end) const {
  if (character_at(text, begin).size != end - begin) return end;
  std::size_t letters = 1, at = end;
  while (at + 1 < text.size() && text[at] == '.') {
    const Character c = character_at(text, at + 1);
    const std::size_t after = at + 1 + c.size;
    if (c.kind != CharClass::letter || (after < text.size() && run_end(after, true) != after))
      break;
    ++letters;
    at = after;
  }
  return letters > 1 && at < text.size() && text[at] == '.' ? at : end;
}

/// The t of « y a-t-il » and « ou habite t il »; « 3 t » is a unit.
bool Analyzer::Impl::is_euphonic(std::size_t at) const {
  return text[at] == 't' && (tokens.empty() || tokens.back().kind != TokenKind::number);
}

std::size_t Analyzer::Impl::read_word(std::size_t begin, bool after_number) {
  std::size_t end = run_end(begin, !after_number);
  bool stop = end - begin == 1 && is_euphonic(begin);
  if (const std::size_t quote = apostrophe(text, end); quote > 0) {
    const std::string_view word = text.substr(begin, end - begin);
    stop = stop || is_elided(word);
    const bool whole = equals_folded_ascii(word, "aujourd") || equals_folded_ascii(word, "prud");
    if (whole) end = run_end(end + quote, true);
  } else if (end < text.size() && text[end] == '.' && end - begin <= 4) {
    end = dotted_end(begin, end);
  }
  push(begin, end, cache.get(text.substr(begin, end - begin), word_entry), stop);
  return end;
}

std::size_t Analyzer::Impl::read_number(std::size_t begin) {
  const std::size_t end = number_end(text, begin);
  push(begin, end,
       cache.get(text.substr(begin, end - begin),
                 [](std::string_view surface) {
                   Entry entry;
                   entry.surface = surface;
                   entry.exact = entry.term = canonical_number(surface);
                   entry.kind = TokenKind::number;
                   return entry;
                 }),
       false);
  return end;
}

std::size_t Analyzer::Impl::read_by_icu(std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    const Character c = character_at(text, end);
    if (c.kind != CharClass::by_icu && c.kind != CharClass::extend) break;
    end += c.size;
  }
  if (!breaks) {
    UErrorCode status = U_ZERO_ERROR;
    breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getFrench(), status));
    if (U_FAILURE(status)) breaks.reset();
  }
  const std::string_view run = text.substr(begin, end - begin);
  if (!breaks) {
    push(begin, end, cache.get(run, word_entry), false);
    return end;
  }
  const auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(run.data(), static_cast<std::int32_t>(run.size())));
  breaks->setText(wide);
  std::size_t at = begin;
  std::int32_t from = breaks->first();
  for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE;
       from = to, to = breaks->next()) {
    std::string piece;
    wide.tempSubStringBetween(from, to).toUTF8String(piece);
    if (breaks->getRuleStatus() != UBRK_WORD_NONE)
      push(at, at + piece.size(), cache.get(text.substr(at, piece.size()), word_entry), false);
    at += piece.size();
  }
  return end;
}

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::span<const Token> Analyzer::analyze(std::string_view text) {
  Impl& impl = *impl_;
  impl.tokens.clear();
  impl.text = text;
  bool after_number = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    switch (c.kind) {
      case CharClass::letter:
        at = impl.read_word(at, after_number);
        after_number = false;
        break;
      case CharClass::digit:
        at = impl.read_number(at);
        after_number = true;
        break;
      case CharClass::by_icu:
        at = impl.read_by_icu(at);
        after_number = false;
        break;
      default:
        if (c.code == '%' || c.code == 0x20AC) {  // €
          const std::string_view symbol = text.substr(at, c.size);
          impl.push(at, at + c.size, impl.cache.get(symbol, word_entry), false);
        }
        after_number = false;
        at += c.size;
    }
  }
  return impl.tokens;
}

}  // namespace repere::corpus
