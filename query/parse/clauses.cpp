// SPDX-License-Identifier: GPL-2.0-or-later
#include "parse/clauses.h"

#include <algorithm>
#include <array>

#include "repere/corpus/analysis.h"

namespace repere::query {
namespace {

constexpr auto fields = std::to_array<std::string_view>(
    {"theme", "territoire", "lieu", "annee", "an", "montant", "document", "rapport"});

struct Quotes {
  std::string_view open, close;
};
// « » are left to the words: in a French question they quote a name, and demand nothing.
constexpr auto quotes = std::to_array<Quotes>({{"\"", "\""}, {"“", "”"}, {"„", "“"}});

const Quotes* quote_at(std::string_view text) {
  for (const auto& q : quotes)
    if (text.starts_with(q.open)) return &q;
  return nullptr;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '(' || c == ')';
}

/// Someone who types in capitals means no operator.
bool shouts(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<std::string>& hints)
      : text_(text), hints_(hints), operators_(!shouts(text)) {}

  std::vector<Clause> cut() {
    while (at_ < text_.size()) step();
    if (next_.joint != Joint::none || next_.excluded)
      hint("Un opérateur n'est suivi de rien : il n'a pas été pris en compte.");
    return std::move(out_);
  }

 private:
  void step() {
    if (is_space(text_[at_])) {
      ++at_;
      return;
    }
    const bool starts = at_ == 0 || is_space(text_[at_ - 1]);
    const char sign = text_[at_];
    const bool glued =
        at_ + 1 < text_.size() && !is_space(text_[at_ + 1]) && text_[at_ + 1] != sign;
    if (starts && glued && (sign == '-' || sign == '+')) {
      (sign == '-' ? next_.excluded : next_.required) = true;
      ++at_;
      if (const auto* q = quote_at(text_.substr(at_)); q == nullptr)
        word();
      else
        phrase(*q);
      return;
    }
    if (const auto* q = quote_at(text_.substr(at_)))
      phrase(*q);
    else
      word();
  }

  void phrase(const Quotes& q) {
    const std::size_t begin = at_ + q.open.size();
    const std::size_t end = text_.find(q.close, begin);
    if (end == std::string_view::npos) {
      hint("Un guillemet n'est pas fermé : les mots qui le suivent sont cherchés un à un.");
      at_ = begin;
      return;
    }
    push(ClauseKind::phrase, begin, end);
    at_ = end + q.close.size();
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && quote_at(text_.substr(at_)) == nullptr)
      ++at_;
    const auto chunk = text_.substr(begin, at_ - begin);
    if (operators_ && take_operator(chunk)) return;
    if (take_field(chunk, begin)) return;
    if (chunk.size() > 3 && chunk.ends_with('*')) {
      push(ClauseKind::prefix, begin, at_ - 1);
      return;
    }
    push(ClauseKind::words, begin, at_);
  }

  bool take_operator(std::string_view chunk) {
    if (chunk == "OU" || chunk == "OR") return join(Joint::any);
    if (chunk == "ET" || chunk == "AND") return join(Joint::both);
    if (chunk == "PROCHE" || chunk == "NEAR") return join(Joint::near);
    if (chunk != "SAUF" && chunk != "NOT" && chunk != "NON") return false;
    next_.excluded = true;
    return true;
  }

  bool join(Joint joint) {
    if (out_.empty())
      hint("Un opérateur ne suit aucun mot : il n'a pas été pris en compte.");
    else
      next_.joint = joint;
    return true;
  }

  /// « territoire:Oise », « territoire:"Hauts-de-France" ».
  bool take_field(std::string_view chunk, std::size_t begin) {
    const auto colon = chunk.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const auto name = corpus::fold(chunk.substr(0, colon));
    if (std::ranges::find(fields, name) == fields.end()) return false;
    next_.field = name;
    const std::size_t value = begin + colon + 1;
    if (value < at_) {
      push(ClauseKind::field, value, at_);
      return true;
    }
    const auto* q = at_ < text_.size() ? quote_at(text_.substr(at_)) : nullptr;
    const std::size_t open = q == nullptr ? at_ : at_ + q->open.size();
    const std::size_t close = q == nullptr ? std::string_view::npos : text_.find(q->close, open);
    if (close == std::string_view::npos) {
      hint("« " + std::string(chunk) +
           " » n'a pas de valeur : ce filtre n'a pas été pris en compte.");
      next_ = {};
      return true;
    }
    push(ClauseKind::field, open, close);
    at_ = close + q->close.size();
    return true;
  }

  /// Words that only spaces part stay one clause: « 10 000 » is one number.
  void push(ClauseKind kind, std::size_t begin, std::size_t end) {
    const bool plain = kind == ClauseKind::words && next_.joint == Joint::none && !next_.required &&
                       !next_.excluded;
    if (plain && !out_.empty() && plain_ &&
        text_.substr(out_.back().span.end, begin - out_.back().span.end).find_first_not_of(' ') ==
            std::string_view::npos) {
      out_.back().span.end = static_cast<std::uint32_t>(end);
      return;
    }
    next_.kind = kind;
    next_.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    out_.push_back(std::move(next_));
    plain_ = plain;
    next_ = {};
  }

  void hint(std::string line) {
    if (std::ranges::find(hints_, line) == hints_.end()) hints_.push_back(std::move(line));
  }

  std::string_view text_;
  std::vector<std::string>& hints_;
  std::vector<Clause> out_;
  Clause next_;
  std::size_t at_ = 0;
  bool operators_ = true, plain_ = false;
};

}  // namespace

std::vector<Clause> cut_clauses(std::string_view text, std::vector<std::string>& hints) {
  return Cutter(text, hints).cut();
}

}  // namespace repere::query
