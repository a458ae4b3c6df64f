// SPDX-License-Identifier: GPL-2.0-or-later
#include "lexicon.h"

#include <utf8proc.h>

#include <fstream>
#include <iterator>

#include "characters.h"

namespace repere::corpus {
namespace {

constexpr const char* word_list = "/usr/share/dict/french";

std::uint64_t hash(std::string_view word) {
  std::uint64_t h = 1469598103934665603ULL;  // FNV-1a
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h == 0 ? 1 : h;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      ++at;
      continue;
    }
    const Codepoint code = decode(text, at);
    append_utf8(out,
                static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code.value))));
    at += code.size;
  }
  return out;
}

const Lexicon& Lexicon::french() {
  static const Lexicon lexicon = [] {
    Lexicon read;
    std::ifstream in(word_list, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.empty()) return read;
    read.reserve(400'000);
    for (std::size_t at = 0; at < bytes.size();) {
      const auto end = std::min(bytes.find('\n', at), bytes.size());
      if (end > at) read.add(lower_case(std::string_view(bytes).substr(at, end - at)));
      at = end + 1;
    }
    return read;
  }();
  return lexicon;
}

void Lexicon::reserve(std::size_t words) {
  std::size_t size = 1;
  while (size < words * 2) size *= 2;
  table_.assign(size, 0);
}

void Lexicon::add(std::string_view word) {
  const auto h = hash(word);
  for (auto at = h & (table_.size() - 1);; at = (at + 1) & (table_.size() - 1)) {
    if (table_[at] == h) return;
    if (table_[at] == 0) {
      table_[at] = h;
      return;
    }
  }
}

bool Lexicon::has(std::string_view word) const {
  if (table_.empty() || word.empty()) return false;
  const auto h = hash(lower_case(word));
  for (auto at = h & (table_.size() - 1); table_[at] != 0; at = (at + 1) & (table_.size() - 1))
    if (table_[at] == h) return true;
  return false;
}

void Vocabulary::add(std::string_view line) {
  std::size_t begin = 0;
  const auto flush = [&](std::size_t end) {
    while (end > begin && line[end - 1] == '-') --end;
    if (end > begin + 1) ++counts_[lower_case(line.substr(begin, end - begin))];
  };
  for (std::size_t at = 0; at < line.size();) {
    const Codepoint code = decode(line, at);
    const bool inside = is_letter(code.value) || (code.value == '-' && at > begin);
    if (!inside) {
      flush(at);
      begin = at + code.size;
    }
    at += code.size;
  }
  // A word that a hyphen cuts at the line's end is no evidence.
  if (!line.empty() && line.back() != '-') flush(line.size());
}

int Vocabulary::count(std::string_view word) const {
  const auto found = counts_.find(lower_case(word));
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace repere::corpus
