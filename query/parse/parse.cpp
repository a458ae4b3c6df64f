// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "answer/question.h"
#include "parse/clauses.h"
#include "parse/fields.h"
#include "parse/parsed_query.h"
#include "repere/corpus/thesaurus.h"

namespace repere::query {
namespace {

using corpus::Token;

/// Longer queries are cut: every word costs a posting list.
constexpr std::size_t most_terms = 64, most_added = 32, most_bytes = 8192;
constexpr int near_window = 10;

// source: PIAF's dev half, see tests/quality/README.md.
constexpr double asked_noun = 0.5;  ///< « quelle année »: names the answer, seldom stands by it
constexpr double empty_word = 0.7;  ///< words of any question
constexpr double family_discount = 0.5;

// Sorted terms that say little in a question.
constexpr auto empty_words = std::to_array<std::string_view>(
    {"annee",  "appeler", "but",      "cause",    "chose",     "date",     "endroit", "epoque",
     "facon",  "faire",   "fois",     "fonction", "lieu",      "maniere",  "moment",  "nom",
     "nombre", "nommer",  "objectif", "passer",   "permettre", "personne", "pouvoir", "quantite",
     "raison", "role",    "situer",   "sorte",    "trouver",   "type",     "utiliser"});

Wanted wanted_of(AnswerType type) {
  if (is_figure(type)) return Wanted::number;
  switch (type) {
    case AnswerType::date:
    case AnswerType::period:
      return Wanted::date;
    case AnswerType::person:
    case AnswerType::place:
    case AnswerType::organisation:
    case AnswerType::programme:
      return Wanted::name;
    default:
      return Wanted::anything;
  }
}

bool asks_which(std::string_view exact) {
  return exact == "quel" || exact == "quelle" || exact == "quels" || exact == "quelles";
}

class Reader {
 public:
  Reader(std::string_view text, corpus::Analyzer& analyzer, const ParseOptions& options)
      : text_(text), analyzer_(analyzer), options_(options) {}

  ParsedQuery read() {
    const auto question = understand(text_, analyzer_);
    out_.wanted = wanted_of(question.type);
    auto clauses = cut_clauses(text_, out_.hints);
    for (std::size_t i = 0; i + 1 < clauses.size(); ++i)  // « a ET b »: a too
      if (clauses[i + 1].joint == Joint::both && !clauses[i].excluded) clauses[i].required = true;
    for (const auto& clause : clauses) take(clause);
    if (options_.families) add_families();
    return std::move(out_);
  }

 private:
  void take(const Clause& clause) {
    const auto text = text_.substr(clause.span.begin, clause.span.size());
    if (clause.kind == ClauseKind::field) return read_field(clause.field, text, clause.span, out_);
    if (clause.kind == ClauseKind::prefix) {
      const auto folded = corpus::fold(text);
      if (clause.excluded)
        out_.hints.push_back("« -" + std::string(text) + "* » n'exclut que des mots entiers.");
      else
        out_.constraints.prefixes.push_back(folded);
      return;
    }
    const auto found = analyzer_.analyze(text);
    const std::vector<Token> tokens(found.begin(), found.end());
    std::vector<std::string> terms;
    for (const auto& token : tokens)
      if (!token.stop && !token.term.empty()) terms.emplace_back(token.term);
    if (terms.empty()) return;
    if (clause.excluded) return exclude(clause, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i)
      add_word(tokens[i], clause.span.begin, i > 0 && asks_which(tokens[i - 1].exact));
    if (clause.kind == ClauseKind::phrase && terms.size() > 1)
      out_.constraints.phrases.push_back(phrase_of(tokens));
    else
      constrain(clause, terms);
    if (clause.kind == ClauseKind::words && options_.thesaurus)
      add_synonyms(text, tokens, clause.span.begin);
    last_terms_ = terms;
  }

  void constrain(const Clause& clause, const std::vector<std::string>& terms) {
    auto& required = out_.constraints.required;
    if (clause.joint == Joint::near && !last_terms_.empty())
      out_.constraints.phrases.push_back(
          {{{last_terms_.back(), 0}, {terms.front(), 1}}, near_window});
    if (clause.joint == Joint::any && last_was_required_ && !required.empty()) {
      required.back().push_back(terms.front());
      return;
    }
    const bool must =
        clause.required || clause.joint == Joint::both || clause.kind == ClauseKind::phrase;
    last_was_required_ = must;
    // of « emploi des jeunes ET logement », « jeunes » and « logement »: what stands by the
    // operator
    if (must && clause.joint == Joint::both)
      required.push_back({terms.front()});
    else if (must)
      required.push_back({terms.back()});
  }

  static Phrase phrase_of(const std::vector<Token>& tokens) {
    Phrase phrase;
    int first = -1;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].stop) continue;
      if (first < 0) first = static_cast<int>(i);
      phrase.words.emplace_back(tokens[i].term, static_cast<int>(i) - first);
    }
    return phrase;
  }

  void exclude(const Clause& clause, const std::vector<Token>& tokens) {
    auto phrase = phrase_of(tokens);
    if (clause.kind == ClauseKind::phrase && phrase.words.size() > 1)
      out_.constraints.excluded_phrases.push_back(std::move(phrase));
    else
      out_.constraints.excluded.push_back(phrase.words.front().first);
  }

  std::size_t find(std::string_view term) const {
    const auto at = std::ranges::find(out_.terms, term, &QueryTerm::term);
    return static_cast<std::size_t>(at - out_.terms.begin());
  }

  void add_word(const Token& token, std::uint32_t shift, bool asked) {
    if (token.stop || token.term.empty()) return;
    const std::size_t known = find(token.term);
    if (known < out_.terms.size()) {
      out_.terms[known].weight = 1;
      out_.terms[known].added = false;
      out_.order.push_back(known);
      return;
    }
    if (out_.terms.size() == most_terms) {
      if (out_.hints.empty() || !out_.hints.back().starts_with("La question est longue"))
        out_.hints.push_back("La question est longue : seuls ses premiers mots sont cherchés.");
      return;
    }
    QueryTerm term{std::string(token.term),
                   std::string(token.exact),
                   {shift + token.begin, shift + token.end}};
    if (asked) term.weight *= asked_noun;
    if (std::ranges::binary_search(empty_words, std::string_view(term.term)))
      term.weight *= empty_word;
    out_.order.push_back(out_.terms.size());
    out_.terms.push_back(std::move(term));
  }

  void add_term(std::string_view term, std::size_t base, double weight, std::size_t group = 0) {
    if (added_ == most_added || find(term) < out_.terms.size()) return;
    ++added_;
    QueryTerm more{std::string(term), "", out_.terms[base].span, weight, true, base, group};
    out_.terms.push_back(std::move(more));
  }

  void add_families() {
    const std::size_t typed = out_.terms.size();
    for (std::size_t i = 0; i < typed; ++i)
      if (!out_.terms[i].added)
        for (const auto other : corpus::related_terms(out_.terms[i].term))
          add_term(other, i, family_discount * out_.terms[i].weight);
  }

  void add_synonyms(std::string_view text, const std::vector<Token>& tokens, std::uint32_t shift) {
    for (const auto& synonym : corpus::Thesaurus::instance().find(text, tokens)) {
      const auto words = std::span(tokens).subspan(synonym.first, synonym.count);
      const auto head = std::ranges::find_if(words, [](const Token& t) { return !t.stop; });
      const std::size_t base = head == words.end() ? out_.terms.size() : find(head->term);
      if (base >= out_.terms.size()) continue;
      const auto many = static_cast<double>(synonym.terms.size());
      const std::size_t group = synonym.terms.size() > 1 ? ++groups_ : 0;
      for (const auto& term : synonym.terms)
        add_term(term, base, synonym.discount / std::sqrt(many), group);
      const ByteRange span{shift + words.front().begin, shift + words.back().end};
      out_.recognised.push_back(
          {"synonym", std::string(synonym.text), std::string(synonym.text), span});
    }
  }

  std::string_view text_;
  corpus::Analyzer& analyzer_;
  ParseOptions options_;
  ParsedQuery out_;
  std::vector<std::string> last_terms_;
  bool last_was_required_ = false;
  std::size_t added_ = 0, groups_ = 0;
};

}  // namespace

ParsedQuery parse(std::string_view text, corpus::Analyzer& analyzer, const ParseOptions& options) {
  return Reader(text.substr(0, most_bytes), analyzer, options).read();
}

}  // namespace repere::query
