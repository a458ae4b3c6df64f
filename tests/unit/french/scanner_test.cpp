// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "french/word_scanner.h"

using repere::corpus::char_class;
using repere::corpus::character_at;
using repere::corpus::CharClass;

namespace {

/// The runs of word characters as the scanner cuts them.
std::vector<std::string> runs(std::string_view text) {
  std::vector<std::string> out;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = character_at(text, at);
    const bool word = c.kind == CharClass::letter || c.kind == CharClass::digit;
    if (word && !inside) out.emplace_back();
    inside = word || (inside && c.kind == CharClass::extend);
    if (inside) out.back() += text.substr(at, c.size);
    at += c.size;
  }
  return out;
}

/// ICU's words, cut at the marks that UAX #29 keeps inside a word and a search must not.
std::vector<std::string> icu_words(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getFrench(), status));
  REQUIRE(U_SUCCESS(status));
  const auto wide = icu::UnicodeString::fromUTF8(text);
  breaks->setText(wide);
  std::vector<std::string> out;
  for (int from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE;
       from = to, to = breaks->next()) {
    if (breaks->getRuleStatus() == UBRK_WORD_NONE) continue;
    std::string word;
    wide.tempSubStringBetween(from, to).toUTF8String(word);
    for (auto& piece : runs(word)) out.push_back(piece);
  }
  return out;
}

}  // namespace

TEST_SUITE("french/word_scanner") {
  TEST_CASE("words are ICU's on random text of French characters") {
    // Marks come after a letter: ICU 72 gives no word status to « a_ » and a mark.
    const std::vector<std::string> alphabet = {
        "a",      "e",  "É", "œ",  "ç", "ï", "e\u0301", "Z", "0",       "7",       "1",
        "'",      "’",  "-", ".",  ",", ";", ":",       " ", " ",       " ",       "\u00a0",
        "\u202f", "«",  "»", "(",  ")", "/", "€",       "%", "_",       "a\u00ad", "…",
        "–",      "n°", "&", "\n", "ﬁ", "α", "Ж",       "ª", "e\u200d", "!"};
    std::mt19937 random(2016);
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      for (int i = 0; i < 24; ++i) text += alphabet[random() % alphabet.size()];
      CAPTURE(text);
      CHECK(runs(text) == icu_words(text));
    }
  }

  TEST_CASE("every character of the alphabets of Europe is a letter where ICU sees a word") {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale::getFrench(), status));
    REQUIRE(U_SUCCESS(status));
    for (UChar32 code = 0x21; code < 0x0590; ++code) {
      const CharClass mine = char_class(static_cast<std::uint32_t>(code));
      if (mine == CharClass::extend || code == '_' || code == '@') continue;  // ICU's own letters
      const icu::UnicodeString one(code);
      breaks->setText(one);
      breaks->first();
      breaks->next();
      const bool word = breaks->getRuleStatus() != UBRK_WORD_NONE;
      CAPTURE(code);
      CHECK((mine == CharClass::letter || mine == CharClass::digit) == word);
    }
  }

  TEST_CASE("ill-formed bytes are one character each and part words") {
    for (const std::string_view bytes :
         {"\xff", "\xc3", "\xe2\x82", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xc0\xaf"}) {
      std::size_t at = 0;
      while (at < bytes.size()) {
        const auto c = character_at(bytes, at);
        CHECK(c.size == 1);
        CHECK(c.kind == CharClass::other);
        ++at;
      }
    }
  }
}
