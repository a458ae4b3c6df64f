// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/passage.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <unordered_map>
#include <utility>

#include "answer/lexicon.h"
#include "answer/question_words.h"
#include "answer/synonyms.h"
#include "repere/corpus/reading.h"

namespace repere::query::answers {
namespace {

WordClass class_of(std::string_view folded, bool number) {
  if (number) return WordClass::number;
  if (is_article(folded)) return WordClass::article;
  if (is_preposition(folded)) return WordClass::preposition;
  if (is_auxiliary(folded)) return WordClass::auxiliary;
  if (is_conjunction(folded)) return WordClass::conjunction;
  if (is_pronoun(folded)) return WordClass::pronoun;
  return is_function_word(folded) ? WordClass::other : WordClass::content;
}

Gap gap_of(std::string_view between, bool first) {
  if (first) return Gap::stop;
  Gap gap = between.empty() ? Gap::none : Gap::space;
  for (std::size_t at = 0; at < between.size(); ++at) {
    const char c = between[at];
    const std::string_view rest = between.substr(at);
    if (c == '.' || c == '!' || c == '?' || rest.starts_with("\n\n")) return Gap::stop;
    if (c == ';' || c == ':' || rest.starts_with("•"))
      gap = Gap::colon;
    else if (c == '(' || c == '[')
      gap = Gap::opening;
    else if ((c == ')' || c == ']') && gap != Gap::opening)
      gap = Gap::closing;
    else if (c == '"' || rest.starts_with("«") || rest.starts_with("»") || rest.starts_with("“") ||
             rest.starts_with("”"))
      gap = Gap::quote;
    else if (c == ',' && gap <= Gap::space)
      gap = Gap::comma;
    else if ((rest.starts_with("–") || rest.starts_with("—")) && gap <= Gap::space)
      gap = Gap::dash;
    else if (c == '-' && between.size() == 1)
      gap = Gap::none;
  }
  return gap;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](auto end) { return word.ends_with(end); });
}

/// What a word's lemma and form tell of it as a verb: « finance » stays a noun after an article.
void read_verb(Tok& tok, std::string_view exact, std::string_view term, const Tok* before) {
  if (tok.capital || tok.cls != WordClass::content ||
      !ends_with_any(term, {"er", "ir", "re", "oir"}))
    return;
  const bool after_noun_mark =
      before && (before->cls == WordClass::article || before->cls == WordClass::preposition ||
                 before->cls == WordClass::number);
  if (tok.folded == term) {
    tok.infinitive = tok.folded.size() > 4 && !ends_with_any(term, {"ier", "re"}) &&
                     (!before || before->cls != WordClass::article);
    return;
  }
  tok.participle = ends_with_any(
      exact, {"é", "ée", "és", "ées", "ant", "i", "ie", "is", "ies", "u", "ue", "us", "ues"});
  tok.verb_like = !tok.participle && !after_noun_mark;
}

/// Equal but for one letter changed, added, lost, or two swapped.
bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > 1) return false;
  std::size_t i = 0;
  while (i < b.size() && a[i] == b[i]) ++i;
  if (a.size() > b.size()) return a.substr(i + 1) == b.substr(i);
  if (i == b.size()) return true;
  if (a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < b.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.substr(i + 2) == b.substr(i + 2);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(end - a.begin());
}

/// Sentences that begin with a figure after a figure: « … de 32 %. 42,6 % de la population … ».
std::vector<corpus::ByteRange> split_after_units(std::string_view text,
                                                 const std::vector<corpus::ByteRange>& whole) {
  std::vector<corpus::ByteRange> out;
  for (corpus::ByteRange range : whole) {
    for (std::uint32_t at = range.begin + 1; at + 2 < range.end; ++at) {
      const bool unit = text[at - 1] == '%' || text.substr(0, at).ends_with("€");
      if (!unit || text[at] != '.' || text[at + 1] != ' ' || text[at + 2] < '0' ||
          text[at + 2] > '9')
        continue;
      out.push_back({range.begin, at + 1});
      range.begin = at + 2;
    }
    out.push_back(range);
  }
  return out;
}

/// A report of one passage, so that figures inherit year and place as they do in the index.
corpus::Report as_report(const Evidence& evidence) {
  corpus::Report report = corpus::plain_report(evidence.text);
  report.title = evidence.title;
  report.year = evidence.year;
  report.territory = evidence.territory;
  if (report.sections.empty()) report.sections.emplace_back();
  report.sections.front().title = evidence.title;
  report.sections.front().level = 0;
  const auto whole = report.sections.front().clean;
  int parent = 0;
  for (const std::string& title : evidence.section) {
    report.sections.push_back({title, parent + 1, corpus::SectionKind::body, parent, whole, whole});
    parent = static_cast<int>(report.sections.size()) - 1;
  }
  for (corpus::Block& block : report.blocks) block.section = parent;
  return report;
}

}  // namespace

Matcher::Matcher(const Question& question, const Collection& collection) : question_(question) {
  double total = 0;
  for (const QuestionTerm& term : question.terms) {
    const double df = collection.frequency ? collection.frequency(term.term) : 1.0;
    double weight = std::log(1.0 + collection.passages / (0.5 + df));
    // A word of none of the passages is as likely a slip or a synonym as a rare thing.
    if (df == 0 && !term.proper && !term.number) weight *= 0.6;
    weights_.push_back(weight);
    total += weight;
    synonyms_.push_back(synonyms_of(term.folded));
  }
  if (total > 0)
    for (double& weight : weights_) weight /= total;
}

std::pair<int, float> Matcher::match(std::string_view term, std::string_view folded) const {
  std::pair<int, float> best{-1, 0.0F};
  const std::string key = synonym_key(folded);
  for (std::size_t i = 0; i < question_.terms.size(); ++i) {
    const QuestionTerm& wanted = question_.terms[i];
    float sure = 0;
    if (wanted.term == term || wanted.folded == folded) return {static_cast<int>(i), 1.0F};
    if (wanted.number) continue;
    const std::size_t shared = common_prefix(wanted.folded, folded);
    const std::size_t shorter = std::min(wanted.folded.size(), folded.size());
    if (std::find(synonyms_[i].begin(), synonyms_[i].end(), key) != synonyms_[i].end())
      sure = 0.7F;
    else if (shorter >= 6 && one_slip(wanted.folded, folded))
      sure = 0.8F;
    else if (shared >= 5 && shared * 10 >= shorter * 7)
      sure = 0.6F;
    else if (shared >= 4 && shorter <= 6 && shared + 1 >= shorter)
      sure = 0.5F;
    if (sure > best.second) best = {static_cast<int>(i), sure};
  }
  return best;
}

Passage prepare(const Evidence& evidence, const Matcher& matcher, corpus::Analyzer& analyzer) {
  Passage out;
  out.source = &evidence;
  out.context.assign(matcher.weights().size(), 0.0F);
  const auto context = [&](std::string_view text) {
    for (const corpus::Token& token : analyzer.analyze(text))
      if (const auto [term, sure] = matcher.match(token.term, corpus::fold(token.exact)); term >= 0)
        out.context[static_cast<std::size_t>(term)] =
            std::max(out.context[static_cast<std::size_t>(term)], sure);
  };
  context(evidence.title);
  for (const std::string& title : evidence.section) context(title);

  const std::string_view text = evidence.text;
  out.sentences = split_after_units(text, corpus::sentences(text));
  if (out.sentences.empty() && !text.empty())
    out.sentences.push_back({0, static_cast<std::uint32_t>(text.size())});
  std::unordered_map<std::string_view, std::pair<int, float>> seen;
  std::uint32_t sentence = 0;
  std::uint32_t previous = 0;
  for (const corpus::Token& token : analyzer.analyze(text)) {
    Tok tok;
    tok.begin = token.begin;
    tok.end = token.end;
    tok.folded = corpus::fold(token.exact);
    while (!tok.folded.empty() && tok.folded.back() == '\'') tok.folded.pop_back();
    while (sentence + 1 < out.sentences.size() && token.begin >= out.sentences[sentence].end)
      ++sentence;
    const bool first = out.toks.empty() || out.toks.back().sentence != sentence;
    tok.sentence = sentence;
    const std::string_view raw = text.substr(token.begin, token.end - token.begin);
    const bool number = token.kind == corpus::TokenKind::number ||
                        (!raw.empty() && raw.front() >= '0' && raw.front() <= '9');
    tok.cls = class_of(tok.folded, number);
    tok.gap = gap_of(text.substr(previous, token.begin - previous), first);
    tok.capital = is_upper_at(text, token.begin);
    tok.acronym = tok.capital && raw.size() >= 2 && raw.size() <= 12 &&
                  std::none_of(raw.begin(), raw.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    read_verb(tok, token.exact, token.term, first ? nullptr : &out.toks.back());
    if (tok.is_content() || tok.acronym) {
      auto [it, fresh] = seen.try_emplace(token.term);
      if (fresh) it->second = matcher.match(token.term, tok.folded);
      tok.term = static_cast<std::int16_t>(it->second.first);
      tok.match = it->second.second;
    }
    previous = token.end;
    out.toks.push_back(std::move(tok));
  }
  out.sentence_toks.assign(out.sentences.size(), {0, 0});
  for (std::uint32_t i = 0; i < out.toks.size(); ++i) {
    auto& range = out.sentence_toks[out.toks[i].sentence];
    if (range.second == 0) range.first = i;
    range.second = i + 1;
  }
  if (evidence.extraction) {
    out.extraction = *evidence.extraction;
    out.extraction.numbers = corpus::find_numbers(text);
    out.extraction.dates = corpus::find_dates(text);
  } else {
    out.extraction = corpus::extract(as_report(evidence));
  }
  return out;
}

}  // namespace repere::query::answers
