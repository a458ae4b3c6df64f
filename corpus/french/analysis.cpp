// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/analysis.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <string>
#include <unordered_map>

namespace repere::corpus {
namespace {

std::string map_utf8(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &out,
                                   static_cast<utf8proc_option_t>(options));
  if (length < 0) return std::string(text);
  std::string result(reinterpret_cast<char*>(out), static_cast<std::size_t>(length));
  std::free(out);  // NOLINT: utf8proc allocates with malloc
  return result;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

}  // namespace

std::string normalize(std::string_view text) {
  return map_utf8(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold(std::string_view text) {
  std::string out = map_utf8(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                       UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  replace_all(out, "œ", "oe");
  replace_all(out, "æ", "ae");
  replace_all(out, "’", "'");
  return out;
}

std::string stem(std::string_view exact) {
  std::string out = fold(exact);
  if (out.size() > 4 && (out.back() == 's' || out.back() == 'x')) out.pop_back();
  return out;
}

bool is_stop_word(std::string_view folded) {
  static constexpr std::string_view words[] = {"au", "aux", "ce", "d", "de", "des", "du", "en", "est", "et", "l", "la", "le", "les", "par", "pour", "que", "qui", "s", "sur", "un", "une"};
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

struct Analyzer::Impl {
  struct Entry {
    std::string exact, term;
    bool stop;
  };
  std::unordered_map<std::string, Entry> cache;
  std::vector<Token> tokens;
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::span<const Token> Analyzer::analyze(std::string_view text) {
  auto& tokens = impl_->tokens;
  tokens.clear();
  const auto is_word = [](unsigned char c) { return c >= 0x80 || std::isalnum(c); };
  std::uint32_t position = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word(static_cast<unsigned char>(text[at])) || text.substr(at, 3) == "’" || text.substr(at, 2) == "\u00a0") {
      at += text.substr(at, 3) == "’" ? 3 : text.substr(at, 2) == "\u00a0" ? 2 : 1;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_word(static_cast<unsigned char>(text[end])) && text.substr(end, 3) != "’" && text.substr(end, 2) != "\u00a0") ++end;
    const std::string word(text.substr(at, end - at));
    auto [it, fresh] = impl_->cache.try_emplace(word);
    if (fresh) it->second = {map_utf8(word, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD), stem(word), is_stop_word(fold(word))};
    tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), position++, TokenKind::word, it->second.stop, it->second.exact, it->second.term});
    at = end;
  }
  return tokens;
}

std::vector<ByteRange> sentences(std::string_view text) {
  std::vector<ByteRange> out;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const bool stop = (text[at] == '.' || text[at] == '!' || text[at] == '?') && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
    if (!stop && at + 1 != text.size() && text.substr(at, 2) != "\n\n") continue;
    if (at + 1 > begin) out.push_back({begin, at + 1});
    begin = at + 1;
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
    at = std::max(at, begin == 0 ? 0 : begin - 1);
  }
  return out;
}

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data() + at), static_cast<utf8proc_ssize_t>(bytes.size() - at), &code);
    if (length <= 0) return at;
    at += static_cast<std::size_t>(length);
  }
  return at;
}

}  // namespace repere::corpus
