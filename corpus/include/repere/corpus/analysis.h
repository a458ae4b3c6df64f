// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/report.h"

namespace repere::corpus {

/// Version of the analysis: terms of two versions do not meet, so an index records the one that
/// made it and the programs refuse another. Raise it with every change that moves a term.
inline constexpr int analysis_version = 3;

enum class TokenKind : std::uint8_t { word, number };

/// One search token of a text. Views stay valid as long as the Analyzer that gave them.
struct Token {
  std::uint32_t begin = 0;  ///< byte offsets into the text; elided articles are tokens apart
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< counts tokens from 0
  TokenKind kind = TokenKind::word;
  bool stop = false;       ///< a grammatical word: never indexed, never required
  std::string_view exact;  ///< lower case, NFC, accents kept, straight apostrophe
  std::string_view term;   ///< what is indexed: folded stem; canonical digits for a number
};

/// Cuts French text into search tokens, in reading order; stems are cached per distinct word.
/// text:    UTF-8 in any normal form; ill-formed bytes only separate words.
/// cost:    linear in bytes. An object belongs to one thread.
/// source:  Unicode UAX #29 word boundaries (ICU, French), then our elision rule: "l'État" gives
///          "l" and "état"; "aujourd'hui" and "prud'homme" stay whole.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The tokens stay valid until the next call.
  std::span<const Token> analyze(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Lower case without accents, œ as oe, straight apostrophe: "Préfecture" gives "prefecture".
std::string fold(std::string_view text);

/// The term a single word is indexed under. exact: as Token::exact.
std::string stem(std::string_view exact);

/// Terms of words of the same family (« construction » of « construire »), and those that accents
/// alone part from it (« marché » of « marche »). For queries, at a discount; static data.
std::vector<std::string_view> related_terms(std::string_view term);

bool is_stop_word(std::string_view folded);

/// NFC, with ill-formed bytes kept as they are.
std::string normalize(std::string_view text);

/// Sentences of a text, in order, white space around them left out.
/// source: ICU sentence breaks in the French locale, mended for French abbreviations
///         (« M. », « art. », « n° »), decimal points and list marks.
std::vector<ByteRange> sentences(std::string_view text);

/// Length of the valid UTF-8 at the start of bytes; equal to bytes.size() when all is well.
std::size_t valid_utf8_prefix(std::string_view bytes);

}  // namespace repere::corpus
