// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/question.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_set>

#include "answer/lexicon.h"
#include "answer/question_words.h"
#include "repere/corpus/territories.h"

namespace repere::query {
namespace {

constexpr std::size_t max_words = 400;
constexpr std::size_t max_terms = 60;

bool in(std::string_view word, std::initializer_list<std::string_view> set) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

class Reader {
 public:
  Reader(std::string_view text, corpus::Analyzer& analyzer)
      : words_(cut_question(text, analyzer, max_words)) {
    out_.text = std::string(text);
  }

  Question read() {
    drop_fillers();
    find_asker();
    switch (out_.asker) {
      case Asker::combien:
        read_combien();
        break;
      case Asker::quel:
        read_quel();
        break;
      case Asker::qui:
        read_qui();
        break;
      case Asker::que:
      case Asker::quoi:
        read_que();
        break;
      case Asker::quand:
        out_.type = AnswerType::date;
        break;
      case Asker::ou:
        out_.type = AnswerType::place;
        break;
      case Asker::comment:
        read_comment();
        break;
      case Asker::pourquoi:
        out_.type = AnswerType::why;
        break;
      case Asker::yes_no:
        out_.type = AnswerType::yes_no;
        break;
      case Asker::none:
        read_keywords();
        break;
    }
    if (out_.focus.empty()) take_focus(asker_end_);
    find_years();
    find_territory();
    find_acronym();
    mark_verbs();
    collect_terms();
    return std::move(out_);
  }

 private:
  std::string_view at(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].folded) : std::string_view{};
  }
  bool match(std::size_t i, std::string_view phrase, std::size_t& length) const {
    length = 0;
    while (!phrase.empty()) {
      const auto space = phrase.find(' ');
      if (at(i + length) != phrase.substr(0, space)) return false;
      ++length;
      phrase = space == std::string_view::npos ? std::string_view{} : phrase.substr(space + 1);
    }
    return true;
  }
  bool is(std::size_t i, std::string_view phrase) const {
    std::size_t length = 0;
    return match(i, phrase, length);
  }
  void use(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && i < words_.size(); ++i) words_[i].used = true;
  }

  void drop_fillers();
  void find_asker();
  std::size_t counted_from() const;
  void read_combien();
  void read_quel();
  void read_qui();
  void read_que();
  void read_comment();
  void read_keywords();
  void type_by_noun(std::size_t i);
  bool take_meaning(std::size_t i);
  std::size_t noun_from(std::size_t i) const;
  void take_focus(std::size_t i);
  void find_years();
  void find_territory();
  void find_acronym();
  void mark_verbs();
  void collect_terms();

  std::vector<Word> words_;
  std::vector<bool> verbs_;
  Question out_;
  std::size_t asker_ = 0, asker_end_ = 0;  ///< words of the interrogative
  std::size_t focus_ = 0, focus_end_ = 0;
  bool est_ce_ = false, y_a_t_il_ = false;
};

void Reader::drop_fillers() {
  for (std::size_t i = 0; i < words_.size();) {
    std::size_t length = 0;
    const auto found = std::find_if(asking_phrases().begin(), asking_phrases().end(),
                                    [&](auto phrase) { return match(i, phrase, length); });
    if (found == asking_phrases().end() || (i > 0 && length == 1 && i + 3 < words_.size())) {
      ++i;
      continue;
    }
    // « qu'est-ce que » is the interrogative itself, read by find_asker.
    if (found->starts_with("est ce")) est_ce_ = est_ce_ || i == 0 || at(i - 1) != "qu";
    if (found->find("y a") != std::string_view::npos) y_a_t_il_ = y_a_t_il_ || i == 0;
    use(i, i + length);
    i += length;
  }
}

void Reader::find_asker() {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Asker asker = asker_of(at(i));
    if (asker == Asker::none || words_[i].used || words_[i].acronym) continue;
    const bool leads = i == 0 || words_[i - 1].used || is_preposition(at(i - 1));
    // « qui » and « que » after a noun are relatives, « ou » between words is "or".
    if (in(at(i), {"qui", "que", "qu"}) && !leads && !is(i, "qui est ce")) {
      const bool apart =
          words_[i].span.begin >= 2 &&
          out_.text.find_first_of(",:;?.", words_[i - 1].span.end) < words_[i].span.begin;
      if (!apart) continue;
    }
    if (asker == Asker::ou && i > 0 && !words_[i - 1].used &&
        !in(at(i + 1), {"se", "est", "sont", "trouve", "trouver", "a", "ont", "situe"}))
      continue;
    if (at(i) == "que" && i > 0 && words_[i - 1].used && est_ce_) continue;
    out_.asker = asker;
    asker_ = i;
    asker_end_ = i + 1;
    break;
  }
  if (out_.asker == Asker::none) {
    const auto inverted = std::find_if(words_.begin(), words_.end(), [](const Word& word) {
      return word.hyphen && in(word.folded, {"il", "elle", "ils", "elles", "on", "t"});
    });
    if (est_ce_ || y_a_t_il_ || inverted != words_.end()) out_.asker = Asker::yes_no;
    return;
  }
  if (asker_ > 0 && is_preposition(at(asker_ - 1))) {
    out_.preposition = at(asker_ - 1);
    use(asker_ - 1, asker_);
  }
  for (std::size_t length = 0;
       std::string_view phrase : {"est ce que c est que", "est ce que c est", "est ce qui",
                                  "est ce que", "est ce qu", "est ce"})
    if (match(asker_end_, phrase, length)) {
      asker_end_ += length;
      break;
    }
  use(asker_, asker_end_);
}

/// The first word from i on that can be a noun's head.
std::size_t Reader::noun_from(std::size_t i) const {
  while (i < words_.size() && (is_before_noun(at(i)) || words_[i].used) && !words_[i].acronym) ++i;
  return i;
}

/// « aux contrats aidés signés en 2016 »: the words from i up to a verb, a pronoun or a change of
/// clause, at most five of content.
void Reader::take_focus(std::size_t i) {
  i = noun_from(i);
  std::size_t end = i, content = 0;
  for (std::size_t k = i; k < words_.size() && content < 5; ++k) {
    const std::string_view word = at(k);
    if (words_[k].used || is_auxiliary(word) || (is_pronoun(word) && !words_[k].acronym)) break;
    if (k > i && out_.text.find_first_of(",:;?!(", words_[k - 1].span.end) < words_[k].span.begin)
      break;
    const bool binds = in(word, {"de", "d", "du", "des", "l", "la", "le", "les", "au", "aux", "a",
                                 "en", "et", "un", "une"});
    if (is_function_word(word) && !binds && !words_[k].acronym) break;
    if (!binds) {
      end = k + 1;
      ++content;
    }
  }
  if (end <= i) return;
  focus_ = i;
  focus_end_ = end;
  out_.head = at(i);
  out_.focus =
      out_.text.substr(words_[i].span.begin, words_[end - 1].span.end - words_[i].span.begin);
}

/// Sets the type that the noun at i implies; « nombre de X », « taux de X » go on to X.
void Reader::type_by_noun(std::size_t i) {
  i = noun_from(i);
  const TypeNoun* row = type_noun(at(i));
  if (at(i) == "chiffre" && at(i + 2) == "affaires") row = type_noun("chiffre d'affaires");
  out_.type = row ? row->type : AnswerType::thing;
  if (row) out_.unit = row->unit;
  const auto& next = at(i + 1);
  const bool of = in(next, {"de", "d", "du", "des"});
  if (in(at(i), {"nom", "noms"}) && of) {
    const std::size_t noun = noun_from(i + 2);
    if (const TypeNoun* owner = type_noun(at(noun))) out_.type = owner->type;
    words_[i].used = true;
    take_focus(noun);
    return;
  }
  out_.plural = out_.plural ||
                (i < words_.size() && at(i).ends_with('s') && row && !row->noun.ends_with('s'));
  const bool counts = row && row->type == AnswerType::count && row->strength == 3;
  if (counts || (row && in(row->noun, {"montant", "pourcentage", "date", "quantite", "sigle",
                                       "acronyme", "definition", "signification", "moment"}))) {
    words_[i].used = true;
    take_focus(of ? i + 2 : i + 1);
    if (counts) out_.unit = out_.head;
  } else {
    take_focus(i);
  }
}

/// Where the counted noun stands: « combien de X », « combien y a-t-il de X », « combien Y
/// compte-t-il de X »; else the end of the interrogative.
std::size_t Reader::counted_from() const {
  if (in(at(asker_end_), {"de", "d"})) return asker_end_ + 1;
  std::size_t pronoun = asker_end_;
  while (pronoun < words_.size() && !in(at(pronoun), {"il", "elle", "ils", "elles", "on"}))
    ++pronoun;
  for (std::size_t k = pronoun + 1; k < words_.size() && k <= pronoun + 4; ++k)
    if (in(at(k), {"de", "d"}) && !is_article(at(k + 1))) return k + 1;
  return asker_end_;
}

void Reader::read_combien() {
  out_.type = AnswerType::figure;
  const std::size_t i = counted_from();
  const bool counted = i > asker_end_ || (at(i).ends_with('s') && !is_function_word(at(i)));
  const std::size_t noun = noun_from(i);
  const auto has_verb = [&](bool (*kind)(std::string_view)) {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(std::min(noun, words_.size())),
                       words_.end(),
                       [&](const Word& word) { return !word.used && kind(word.folded); });
  };
  const TypeNoun* row = type_noun(at(noun));
  if (counted && in(at(noun), {"temps"})) {
    out_.type = AnswerType::duration;
    words_[noun].used = true;
  } else if (counted && !time_unit(at(noun)).empty()) {
    out_.type = AnswerType::duration;
    out_.unit = time_unit(at(noun));
  } else if (counted && row && row->unit == "EUR" && in(row->noun, {"argent", "euro"})) {
    out_.type = AnswerType::amount;
    out_.unit = "EUR";
  } else if (counted && !metric_unit(at(noun)).empty()) {
    out_.type = AnswerType::measure;
    take_focus(noun);
    out_.unit = metric_unit(at(noun));
  } else if (counted && row && row->unit == "EUR" && row->strength < 3) {
    out_.type = AnswerType::figure;  // « combien d'aides »: how many, or how much
    take_focus(noun);
  } else if (counted && noun < words_.size()) {
    out_.type = AnswerType::count;
    take_focus(noun);
    out_.unit = out_.head;
  } else if (out_.preposition == "a" || out_.preposition == "pour") {
    // « à combien s'élève l'enveloppe »: the noun after the verb says what it is.
    for (std::size_t k = i; k < words_.size(); ++k)
      if (const TypeNoun* noun_row = type_noun(at(k)); noun_row && is_figure(noun_row->type)) {
        type_by_noun(k);
        break;
      }
    if (out_.type == AnswerType::figure) out_.type = AnswerType::amount, out_.unit = "EUR";
  } else if (out_.preposition == "de" && has_verb(is_change_verb)) {
    out_.type = AnswerType::change;
  } else if (has_verb(is_money_verb)) {
    out_.type = AnswerType::amount;
    out_.unit = "EUR";
  }
}

void Reader::read_quel() {
  out_.plural = at(asker_).ends_with('s');
  std::size_t i = asker_end_;
  const bool split = is_auxiliary(at(i));
  while (is_auxiliary(at(i)) || in(at(i), {"ete", "t", "il", "elle"})) ++i;
  if (in(at(asker_), {"lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel"}) &&
      in(at(i), {"de", "des", "du", "d"}))
    ++i;
  use(asker_end_, split ? i : asker_end_);
  type_by_noun(i);
  if (out_.type == AnswerType::thing || out_.type == AnswerType::programme) out_.subject = !split;
}

void Reader::read_qui() {
  out_.type = AnswerType::person;
  if (out_.preposition.empty()) out_.subject = true;
  std::size_t i = asker_end_;
  if (in(at(i), {"est", "etait", "sont", "etaient", "fut"})) {
    const bool named = i + 1 < words_.size() && words_[i + 1].capital && !is_article(at(i + 1));
    use(i, i + 1);
    if (named && out_.preposition.empty()) out_.type = AnswerType::definition;
    take_focus(i + 1);
  }
}

/// « que veut dire X », « que signifie X », « c'est quoi X »: true when a meaning is asked.
bool Reader::take_meaning(std::size_t i) {
  for (std::size_t length = 0;
       std::string_view phrase : {"veut dire", "veulent dire", "signifie", "signifient", "designe",
                                  "designent", "veut elle dire", "represente le sigle",
                                  "entend t on par", "entend on par", "appelle t on", "recouvre"})
    if (match(i, phrase, length)) {
      use(i, i + length);
      out_.type = AnswerType::definition;
      take_focus(i + length);
      return true;
    }
  return false;
}

void Reader::read_que() {
  out_.type = AnswerType::thing;
  if (asker_ >= 2 && is(asker_ - 2, "c est")) {  // « c'est quoi X »
    use(asker_ - 2, asker_);
    const TypeNoun* row = type_noun(at(noun_from(asker_end_)));
    if (row && row->strength > 1 && (is_figure(row->type) || row->type == AnswerType::date))
      return type_by_noun(asker_end_);
    out_.type = AnswerType::definition;
    take_focus(asker_end_);
    return;
  }
  if (take_meaning(asker_end_)) return;
  for (std::size_t k = 0; k < asker_; ++k)  // « POEI veut dire quoi », « ça signifie quoi »
    if (in(at(k), {"dire", "signifie", "designe"})) {
      use(k > 0 && at(k - 1) == "veut" ? k - 1 : k, k + 1);
      out_.type = AnswerType::definition;
      take_focus(0);
      return;
    }
  const bool meaning = asker_end_ - asker_ >= 4 && in(at(asker_end_ - 1), {"que", "qu", "ce"});
  if (meaning || in(at(asker_end_ - 1), {"ce"})) {
    // « qu'est-ce que le PLAI » against « qu'est-ce que l'État finance ».
    take_focus(asker_end_);
    const bool ends = focus_end_ >= words_.size();
    out_.type = ends ? AnswerType::definition : AnswerType::thing;
    return;
  }
  out_.subject = asker_end_ - asker_ >= 4 && at(asker_end_ - 1) == "qui";
  if (in(at(asker_end_), {"sert", "servent", "consiste", "correspond"}))
    out_.type = AnswerType::definition;
  if (in(at(asker_end_), {"est", "sont"}) && at(asker_end_ + 1) != "devenu")
    use(asker_end_, asker_end_ + 1);
}

void Reader::read_comment() {
  out_.type = AnswerType::how;
  std::size_t i = asker_end_;
  if (in(at(i), {"s", "se", "est", "sont", "a"})) ++i;
  if (in(at(i), {"t", "on"})) ++i;
  const std::string_view verb = at(i);
  if (verb.starts_with("appel") || verb.starts_with("nomm") || verb.starts_with("surnomm") ||
      verb.starts_with("intitul") || verb.starts_with("denomm")) {
    use(asker_end_, i + 1);
    while (in(at(i + 1), {"t", "on", "il", "elle"})) ++i;
    type_by_noun(i + 1);
    if (is_figure(out_.type)) out_.type = AnswerType::thing;
  }
}

/// Keywords alone: the noun that names a type most outright, the first of equals.
void Reader::read_keywords() {
  std::size_t best = words_.size();
  int strength = 1;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].used || words_[i].acronym) continue;
    if (take_meaning(i)) return;
    const TypeNoun* row = type_noun(at(i));
    if (!row || row->strength < 2) continue;
    const bool number =
        is_figure(row->type) || in(to_string(row->type), {"date", "period", "person"});
    if (row->strength < 3 && !number) continue;
    int rank = row->strength * 2;
    if (number && (i == 0 || i + 1 == words_.size() || row->strength == 3)) ++rank;
    if (rank > strength) strength = rank, best = i;
  }
  if (best == words_.size()) {
    out_.type = AnswerType::passage;
    return;
  }
  type_by_noun(best);
  // « Bpifrance nombre missions »: without « de » the counted noun still comes next.
  if (out_.focus.empty()) take_focus(0);
}

void Reader::find_years() {
  static const std::unordered_set<std::string_view> leads = {
      "en",      "annee",     "annees",  "pour",     "durant",   "fin", "debut", "courant",
      "depuis",  "janvier",   "fevrier", "mars",     "avril",    "mai", "juin",  "juillet",
      "aout",    "septembre", "octobre", "novembre", "decembre", "de",  "entre", "et",
      "l'annee", "avant",     "apres",   "a",        "mi",       "des"};
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Word& word = words_[i];
    if (!word.number || word.folded.size() != 4) continue;
    if (!std::all_of(word.folded.begin(), word.folded.end(),
                     [](char c) { return c >= '0' && c <= '9'; }))
      continue;
    const int year = std::stoi(word.folded);
    if (year < 1000 || year > 2099) continue;
    out_.years.push_back(year);
    if (i > 0 &&
        (leads.contains(at(i - 1)) || (out_.asker == Asker::none && !words_[i - 1].capital)))
      out_.strict_year = true;
  }
  std::sort(out_.years.begin(), out_.years.end());
  out_.years.erase(std::unique(out_.years.begin(), out_.years.end()), out_.years.end());
}

/// The longest name of a territory; single communes only where they are written as names.
void Reader::find_territory() {
  for (std::size_t length = 5; length > 0 && out_.territory.empty(); --length)
    for (std::size_t i = 0; i + length <= std::min(words_.size(), max_terms); ++i) {
      const Word &first = words_[i], &last = words_[i + length - 1];
      if (first.used || first.number || is_function_word(first.folded) ||
          is_function_word(last.folded) || (type_noun(first.folded) && !first.capital) ||
          first.folded.size() < 3)
        continue;
      const std::string name = out_.text.substr(first.span.begin, last.span.end - first.span.begin);
      const auto found = corpus::territories_by_name(name);
      if (found.empty()) continue;
      const bool wide =
          found.front()->code.starts_with("REG") || found.front()->code.starts_with("DEP");
      const bool placed =
          i > 0 && in(at(i - 1), {"a", "dans", "l", "en", "la", "le", "les", "du", "de", "d"});
      if (!(first.capital && i > 0) && !(wide && (length > 1 || placed)) &&
          !(placed && at(i - 1) == "a"))
        continue;
      if (found.front()->code == "FR") continue;
      out_.territory = found.front()->code;
      out_.territory_name = name;
      break;
    }
}

void Reader::find_acronym() {
  if (out_.type != AnswerType::definition && out_.type != AnswerType::acronym) return;
  const auto content = [](const Word& word) {
    return !word.used && !is_function_word(word.folded);
  };
  const auto found = std::find_if(words_.begin(), words_.end(),
                                  [&](const Word& word) { return !word.used && word.acronym; });
  if (found != words_.end()) {
    out_.acronym = out_.text.substr(found->span.begin, found->span.size());
    out_.type = AnswerType::acronym;
    return;
  }
  // « c'est quoi le plai »: one short word may be an acronym typed small.
  if (std::count_if(words_.begin(), words_.end(), content) != 1) return;
  const auto only = std::find_if(words_.begin(), words_.end(), content);
  if (only->folded.size() > 7 || only->number) return;
  for (const char c : only->folded)
    out_.acronym += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
}

/// The verb stands after an auxiliary, before an inverted pronoun, or right after « qui ».
void Reader::mark_verbs() {
  verbs_.assign(words_.size(), false);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].used || is_function_word(at(i)) || words_[i].capital) continue;
    const bool inverted = i + 1 < words_.size() && words_[i + 1].hyphen &&
                          in(at(i + 1), {"il", "elle", "ils", "elles", "on", "t"});
    std::size_t before = i;
    while (before > 0 && in(at(before - 1), {"ete", "t", "il", "elle", "ils", "elles", "on", "se",
                                             "s", "ne", "y", "pas", "bien", "officiellement"}))
      --before;
    const bool after_aux = before > 0 && is_auxiliary(at(before - 1));
    const bool after_qui = out_.asker == Asker::qui && i == asker_end_;
    const std::string& term = words_[i].term;
    const bool conjugated = term != words_[i].folded && !is_article(i > 0 ? at(i - 1) : "") &&
                            (term.ends_with("er") || term.ends_with("ir") || term.ends_with("oir"));
    verbs_[i] = inverted || after_aux || after_qui || conjugated;
  }
}

void Reader::collect_terms() {
  for (std::size_t i = 0; i < words_.size() && out_.terms.size() < max_terms; ++i) {
    const Word& word = words_[i];
    if (word.used || (is_function_word(word.folded) && !word.acronym)) continue;
    if (word.folded.size() < 2 && !word.number) continue;
    QuestionTerm term;
    term.term = word.term;
    term.folded = word.folded;
    term.span = word.span;
    term.proper = (word.capital && i > 0) || word.acronym;
    term.number = word.number;
    term.focus = i >= focus_ && i < focus_end_;
    term.verb = verbs_[i];
    out_.terms.push_back(std::move(term));
  }
}

}  // namespace

Question understand(std::string_view text, corpus::Analyzer& analyzer) {
  return Reader(text, analyzer).read();
}

}  // namespace repere::query
