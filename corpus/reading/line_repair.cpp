// SPDX-License-Identifier: GPL-2.0-or-later
#include "line_repair.h"

#include <utf8proc.h>

#include <array>

#include "characters.h"
#include "repere/corpus/analysis.h"
#include "rewriter.h"

namespace repere::corpus {
namespace {

constexpr char32_t soft_hyphen = 0xAD;
constexpr int longest_word = 40;  ///< letters looked at around a repair: bounds hostile input

bool is_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

bool is_zero_width(char32_t code) {
  return code == 0x200B || code == 0x200C || code == 0x200D || code == 0xFEFF || code == 0x2060;
}

bool is_vowel(char32_t code) {
  static constexpr std::u32string_view vowels = U"aeiouyAEIOUY";
  return vowels.find(code) != std::u32string_view::npos;
}

/// The letters of a typographic ligature, or nothing.
std::string_view ligature_letters(char32_t code) {
  static constexpr std::array<std::string_view, 7> letters = {"ff",  "fi", "fl", "ffi",
                                                              "ffl", "st", "st"};
  if (code < 0xFB00 || code > 0xFB06) return {};
  return letters[code - 0xFB00];
}

/// A printed accent standing alone before its letter, as the mark that composes with it.
char32_t spacing_accent(char32_t code) {
  switch (code) {
    case 0xB4:
      return 0x301;
    case 0x2CB:
      return 0x300;
    case 0x2C6:
      return 0x302;
    case 0xA8:
      return 0x308;
    case 0xB8:
      return 0x327;
    default:
      return 0;
  }
}

std::string compose(char32_t letter, char32_t mark) {
  std::string pair;
  append_utf8(pair, letter);
  append_utf8(pair, mark);
  return normalize(pair);
}

/// A letter that French never accents, with its accent taken off; mark 0 when it is none.
struct Misplaced {
  char32_t base = 0, mark = 0;
};

Misplaced misplaced(char32_t code) {
  if (code < 0x100 || (code > 0x17F && (code < 0x1E00 || code > 0x1EFF))) return {};
  utf8proc_int32_t parts[4];
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts, 4,
                                             UTF8PROC_DECOMPOSE, nullptr);
  if (count != 2) return {};
  const auto base = static_cast<char32_t>(parts[0]), mark = static_cast<char32_t>(parts[1]);
  const bool accent = mark == 0x301 || mark == 0x300 || mark == 0x302;
  return accent && !is_vowel(base) ? Misplaced{base, mark} : Misplaced{};
}

std::size_t word_begin(std::string_view text, std::size_t at) {
  for (int letters = 0; at > 0 && letters < longest_word; ++letters) {
    const Codepoint code = decode_before(text, at);
    if (!is_letter(code.value) && !is_mark(code.value)) break;
    at -= code.size;
  }
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  for (int letters = 0; at < text.size() && letters < longest_word; ++letters) {
    const Codepoint code = decode(text, at);
    if (!is_letter(code.value) && !is_mark(code.value)) break;
    at += code.size;
  }
  return at;
}

/// Whether a word spelled as given is French, or may be when there is no list to ask.
bool plausible(const std::string& word, const RepairContext& context) {
  return !context.lexicon.available() || context.knows(word);
}

class SignRepair {
 public:
  SignRepair(const MappedText& line, const RepairContext& context)
      : text_(line.text()), context_(context), out_(line) {}

  MappedText run() {
    for (at_ = 0; at_ < text_.size();) step();
    return out_.finish();
  }

 private:
  void step() {
    const auto first = static_cast<unsigned char>(text_[at_]);
    if (first < 0x80) {
      if (first < 0x20 || first == 0x7F) out_.replace(at_, at_ + 1, " ");
      letter_ = at_++;
      return;
    }
    const Codepoint code = decode(text_, at_);
    const std::size_t end = at_ + code.size;
    if (is_mark(code.value)) return mark(code);
    if (code.value == soft_hyphen && end == text_.size()) {
      // The line's end decides when the next line is joined.
    } else if (code.value == soft_hyphen || is_zero_width(code.value)) {
      out_.replace(at_, end, "");
    } else if (const auto letters = ligature_letters(code.value); !letters.empty()) {
      out_.replace(at_, end, letters);
    } else if (!accent_before(code) && !accent_after(code)) {
      letter_ = at_;
      at_ = end;
      return;
    }
    at_ = std::max(at_, end);
  }

  /// A combining mark: composed with its letter, or moved to the vowel before it.
  void mark(const Codepoint& code) {
    const std::size_t end = at_ + code.size;
    const Codepoint base = decode(text_, letter_);
    const bool follows = letter_ + base.size == at_ && is_letter(base.value);
    if (follows && !is_vowel(base.value) && move_mark(base.value, code.value, letter_, end)) return;
    if (follows && letter_ >= done_) {
      std::string pair(text_.substr(letter_, end - letter_));
      const std::string composed = normalize(pair);
      if (composed != pair) {
        out_.replace(letter_, end, composed);
        done_ = end;
      }
    }
    at_ = end;
  }

  /// « eŕ »: the mark of a consonant goes to the vowel before it when that makes a word.
  bool move_mark(char32_t base, char32_t mark, std::size_t base_at, std::size_t end) {
    if (base_at == 0 || base_at < done_) return false;
    const Codepoint vowel = decode_before(text_, base_at);
    const std::size_t vowel_at = base_at - vowel.size;
    if (!is_vowel(vowel.value) || vowel_at < done_) return false;
    const std::string accented = compose(vowel.value, mark);
    std::string consonant;
    append_utf8(consonant, base);
    const auto begin = word_begin(text_, vowel_at), stop = word_end(text_, end);
    const std::string word = std::string(text_.substr(begin, vowel_at - begin)) + accented +
                             consonant + std::string(text_.substr(end, stop - end));
    if (!plausible(word, context_)) return false;
    out_.replace(vowel_at, end, accented + consonant);
    done_ = at_ = end;
    letter_ = end;
    return true;
  }

  bool accent_after(const Codepoint& code) {
    const Misplaced found = misplaced(code.value);
    return found.mark != 0 && move_mark(found.base, found.mark, at_, at_ + code.size);
  }

  /// « ´e »: an accent printed before its letter.
  bool accent_before(const Codepoint& code) {
    const char32_t mark = spacing_accent(code.value);
    const std::size_t next = at_ + code.size;
    if (mark == 0 || next >= text_.size()) return false;
    const Codepoint letter = decode(text_, next);
    const std::string composed = compose(letter.value, mark);
    if (!is_letter(letter.value) || composed.size() > 2) return false;
    const auto begin = word_begin(text_, at_), stop = word_end(text_, next);
    const std::string word =
        std::string(text_.substr(begin, at_ - begin)) + composed +
        std::string(text_.substr(next + letter.size, stop - next - letter.size));
    if (!plausible(word, context_)) return false;
    out_.replace(at_, next + letter.size, composed);
    done_ = at_ = next + letter.size;
    return true;
  }

  std::string_view text_;
  const RepairContext& context_;
  Rewriter out_;
  std::size_t at_ = 0, letter_ = 0;
  std::size_t done_ = 0;  ///< bytes before it are already rewritten
};

bool needs_signs(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || byte == 0xCC || byte == 0xCD || byte == 0xEF ||
        byte == 0xC5 || byte == 0xC4 || byte == 0xE1 || byte == 0xCB || byte == 0xC2 ||
        byte == 0xE2)
      return true;
  }
  return false;
}

}  // namespace

MappedText repair_signs(const MappedText& line, const RepairContext& context) {
  return needs_signs(line.text()) ? SignRepair(line, context).run() : line;
}

MappedText repair_line(const MappedText& line, const RepairContext& context, bool inside_word) {
  MappedText out = repair_signs(line, context);
  out = repair_spacing(out, context);
  out = repair_spaces(out, context);
  return repair_words(out, context, inside_word);
}

}  // namespace repere::corpus
