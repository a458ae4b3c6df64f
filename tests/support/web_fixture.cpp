// SPDX-License-Identifier: GPL-2.0-or-later
#include "web_fixture.h"

#include <algorithm>
#include <map>

#include "repere/corpus/analysis.h"

namespace repere::test {
namespace {

using namespace repere::query;
using corpus::BlockKind;
using corpus::Nature;
using corpus::SectionKind;

DocumentSummary describe(std::string id, std::string title, std::string publisher, std::string url,
                         std::string territory, std::string territory_name) {
  DocumentSummary summary;
  summary.id = std::move(id);
  summary.title = std::move(title);
  summary.publisher = std::move(publisher);
  summary.url = std::move(url);
  summary.licence = "Licence Ouverte 2.0";
  summary.territory = std::move(territory);
  summary.territory_name = std::move(territory_name);
  return summary;
}

ByteRange whole(const std::string& text) { return {0, static_cast<std::uint32_t>(text.size())}; }

corpus::Section section(std::string title, int level, int parent,
                        SectionKind kind = SectionKind::body) {
  corpus::Section node;
  node.title = std::move(title);
  node.level = level;
  node.parent = parent;
  node.kind = kind;
  return node;
}

PassageView passage(const DocumentView& view, int number, int in_section, int page,
                    std::vector<std::pair<BlockKind, std::string>> blocks) {
  PassageView made;
  made.id = view.summary.id + "-" + std::to_string(number);
  made.document = view.summary.id;
  made.section = in_section;
  made.page = page;
  for (const auto& [kind, text] : blocks) {
    if (!made.text.empty()) made.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(made.text.size());
    made.text += text;
    made.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(made.text.size())}});
  }
  made.start = static_cast<std::uint32_t>(number * 1000);
  made.end = made.start + static_cast<std::uint32_t>(made.text.size());
  return made;
}

void add_figure(const DocumentView& view, PassageView& in, double value, std::string unit,
                std::string label, std::string text, std::optional<int> year) {
  FigureHit hit;
  hit.figure.value = value;
  hit.figure.unit = std::move(unit);
  hit.figure.label = std::move(label);
  hit.figure.kind =
      hit.figure.unit == "EUR" ? corpus::FigureKind::money : corpus::FigureKind::count;
  hit.figure.year = year ? year : view.summary.year;
  hit.figure.year_from = year ? corpus::Origin::sentence : corpus::Origin::report;
  hit.figure.territory = view.summary.territory;
  hit.figure.territory_name = view.summary.territory_name;
  hit.figure.territory_from = corpus::Origin::report;
  hit.text = std::move(text);
  hit.sentence = in.text.substr(0, in.text.find('.') + 1);
  hit.document = view.summary.id;
  hit.title = view.summary.title;
  hit.publisher = view.summary.publisher;
  hit.url = view.summary.url;
  hit.nature = view.summary.nature;
  hit.passage = in.id;
  hit.page = in.page;
  in.figures.push_back(std::move(hit));
}

DocumentView valmont() {
  DocumentView view;
  auto& summary = view.summary;
  summary = describe("valmont-2016", "Les services de l'État dans le Valmont en 2016",
                     "préfecture du Valmont", "https://exemple.invalid/valmont-2016.pdf", "DEP-60",
                     "Oise");
  summary.year = 2016;
  summary.inferred.year = true;
  summary.pages = 4;
  view.sections = {
      section(summary.title, 0, -1),           section("Emploi et jeunesse", 1, 0),
      section("Le service civique", 2, 1),     section("Les contrats aidés", 2, 1),
      section("Sécurité des habitants", 1, 0), section("En bref", 2, 4, SectionKind::box)};
  for (int page = 1; page <= 4; ++page)
    view.pages.push_back(
        {page, {}, page == 3 ? corpus::PageQuality::ocr : corpus::PageQuality::digital});
  auto first =
      passage(view, 1, 2, 1,
              {{BlockKind::heading, "Le service civique"},
               {BlockKind::paragraph,
                "Près de 1 240 jeunes ont effectué un service civique dans le département en 2016. "
                "Les associations sportives en ont accueilli le quart, les écoles le tiers."},
               {BlockKind::list_item, "310 jeunes dans les clubs de sport ;"},
               {BlockKind::list_item, "410 jeunes dans les écoles."}});
  add_figure(view, first, 1240, "jeunes", "jeunes en service civique", "Près de 1 240 jeunes",
             2016);
  add_figure(view, first, 310, "jeunes", "jeunes dans les clubs de sport", "310 jeunes",
             std::nullopt);
  auto second = passage(
      view, 2, 3, 2,
      {{BlockKind::paragraph,
        "L'État a consacré 3,4 M€ aux contrats aidés, soit 860 contrats signés, dont 62 % pour "
        "des demandeurs d'emploi de longue durée."},
       {BlockKind::table_row, "Contrats signés    2014 : 790    2015 : 815    2016 : 860"},
       {BlockKind::table_row, "Dont associations    2014 : 402    2015 : 398    2016 : 411"}});
  add_figure(view, second, 3400000, "EUR", "crédits des contrats aidés", "3,4 M€", std::nullopt);
  for (const auto& [year, value] : {std::pair{2014, 790.0}, {2015, 815.0}, {2016, 860.0}})
    add_figure(view, second, value, "contrats", "contrats aidés signés",
               std::to_string(static_cast<int>(value)) + " contrats", year);
  auto third = passage(
      view, 3, 4, 3,
      {{BlockKind::paragraph,
        "Les forces de l'ordre ont mené 1 120 contrôles routiers, et 17 personnes ont perdu la vie "
        "sur les routes, soit trois de moins qu'en 2015."}});
  add_figure(view, third, 17, "personnes", "personnes tuées sur les routes", "17 personnes", 2016);
  auto boxed = passage(view, 4, 5, 4,
                       {{BlockKind::box, "En bref : 42 caméras installées, 8 communes équipées."}});
  view.passages = {first, second, third, boxed};
  return view;
}

DocumentView digest() {
  DocumentView view;
  view.summary = describe("routes-2022", "Sécurité routière : bilan 2022", "préfecture du Haut-Pré",
                          "https://exemple.invalid/bilan", "DEP-80", "Somme");
  view.summary.year = 2022;
  view.summary.nature = Nature::digest;
  view.sections = {section(view.summary.title, 0, -1), section("Le bilan de l'année", 1, 0)};
  auto only = passage(
      view, 1, 1, 0,
      {{BlockKind::paragraph,
        "En 2022, 25 personnes sont mortes sur les routes du département. Les accidents ont coûté "
        "1,2 M€ aux communes."}});
  add_figure(view, only, 25, "personnes", "personnes tuées sur les routes", "25 personnes", 2022);
  add_figure(view, only, 1200000, "EUR", "coût des accidents", "1,2 M€", 2022);
  view.passages = {only};
  return view;
}

/// Metadata as an ill-willed or careless corpus.toml could bring it.
DocumentView hostile() {
  DocumentView view;
  view.summary = describe("a&b<c>", "<script>alert(1)</script> & « titre »",
                          "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "", "");
  view.sections = {section(view.summary.title, 0, -1), section("</h2><b>Partie", 3, 0)};
  auto only = passage(view, 1, 1, 0,
                      {{BlockKind::paragraph, "=1+1 <b>emploi</b> 'quote' \"guillemet\" emploi."}});
  add_figure(view, only, 1, "", "=HYPERLINK(\"x\")", "=1+1", std::nullopt);
  view.passages = {only};
  return view;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : corpus::fold(text)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
    if (word)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  std::erase_if(words, [](const auto& word) { return word.size() < 4; });
  return words;
}

/// Where the words stand, if all do; matching on plain lower-case bytes is enough here.
bool find_all(const std::string& text, const std::vector<std::string>& words,
              std::vector<ByteRange>& marks) {
  for (const auto& word : words) {
    std::size_t at = std::string::npos;
    for (std::size_t i = 0; i + word.size() <= text.size() && at == std::string::npos; ++i)
      if (corpus::fold(std::string_view(text).substr(i, word.size())) == word) at = i;
    if (at == std::string::npos) return false;
    marks.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())});
  }
  std::sort(marks.begin(), marks.end(), [](auto a, auto b) { return a.begin < b.begin; });
  return true;
}

class FixtureBackend : public web::Backend {
 public:
  FixtureBackend() : documents_{valmont(), digest(), hostile()} {
    for (auto& document : documents_) {
      document.summary.passages = document.passages.size();
      for (const auto& passage : document.passages)
        document.summary.figures += passage.figures.size();
    }
  }

  Result<void> refresh() override { return {}; }
  std::string revision() const override { return "fixture-1"; }
  long long built_at() const override { return 1700000000; }

  Result<SearchResult> search(const SearchRequest& request) override {
    SearchResult result;
    result.query = request.text;
    result.offset = request.offset;
    result.limit = request.limit;
    result.revision = revision();
    if (request.text.find("Oise") != std::string::npos)
      result.understood.recognised.push_back({"territory", "DEP-60", "Oise", {}});
    const auto words = folded_words(request.text);
    std::vector<Hit> hits;
    for (const auto& document : documents_)
      for (const auto& passage : document.passages)
        if (auto hit = match(document, passage, words, request.filters)) hits.push_back(*hit);
    result.total = hits.size();
    const auto from = std::min(request.offset, hits.size());
    const auto to = from + std::min(request.limit, hits.size() - from);
    result.hits.assign(hits.begin() + static_cast<std::ptrdiff_t>(from),
                       hits.begin() + static_cast<std::ptrdiff_t>(to));
    if (request.with_facets) result.facets = count(request.filters);
    if (request.text == "emplio") result.did_you_mean = "emploi";
    return result;
  }

  Result<Answer> ask(std::string_view question, const Filters&) override {
    Answer answer;
    answer.question = std::string(question);
    answer.understood.type = question.find("ombien") != std::string_view::npos ? "figure" : "";
    if (question.find("service civique") == std::string_view::npos) {
      answer.declined_because = "aucune phrase ne donne ce nombre";
      return answer;
    }
    const auto& document = documents_[0];
    const auto& passage = document.passages[0];
    answer.answered = true;
    answer.answer = "Près de 1 240 jeunes";
    answer.value = 1240;
    answer.unit = "jeunes";
    answer.quote =
        "Près de 1 240 jeunes ont effectué un service civique dans le département en 2016.";
    answer.marks = {whole(answer.answer)};
    answer.confidence = 0.93;
    answer.document = document.summary.id;
    answer.title = document.summary.title;
    answer.publisher = document.summary.publisher;
    answer.year = 2016;
    answer.territory = "DEP-60";
    answer.territory_name = "Oise";
    answer.page = 1;
    answer.section = {"Emploi et jeunesse", "Le service civique"};
    answer.passage = passage.id;
    answer.understood.focus = "jeunes en service civique";
    answer.understood.year = 2016;
    for (const auto& [year, value] : {std::pair{2014, 640.0}, {2015, 905.0}}) {
      Alternative other;
      other.answer = std::to_string(static_cast<int>(value)) + " jeunes";
      other.quote = "En " + std::to_string(year) + ", ils étaient " + other.answer + ".";
      other.document = document.summary.id;
      other.title = document.summary.title;
      other.passage = passage.id;
      other.year = year;
      other.territory_name = "Oise";
      other.value = value;
      other.unit = "jeunes";
      answer.alternatives.push_back(other);
    }
    return answer;
  }

  Result<FiguresResult> figures(const FiguresRequest& request) override {
    FiguresResult result;
    result.query = request.text;
    result.offset = request.offset;
    result.limit = request.limit;
    result.revision = revision();
    result.facets = count(request.filters);
    std::vector<FigureHit> rows;
    const auto words = folded_words(request.text);
    for (const auto& document : documents_)
      for (const auto& passage : document.passages)
        for (const auto& row : passage.figures) {
          std::vector<ByteRange> marks;
          const bool fits = (request.unit.empty() || row.figure.unit == request.unit) &&
                            (!request.min || row.figure.value >= *request.min) &&
                            (!request.max || row.figure.value <= *request.max) &&
                            find_all(row.figure.label, words, marks) &&
                            admits(document.summary, request.filters);
          if (fits) rows.push_back(row);
        }
    if (request.sort == "-value")
      std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return a.figure.value > b.figure.value;
      });
    result.total = rows.size();
    const auto from = std::min(request.offset, rows.size());
    const auto to = from + std::min(request.limit, rows.size() - from);
    result.figures.assign(rows.begin() + static_cast<std::ptrdiff_t>(from),
                          rows.begin() + static_cast<std::ptrdiff_t>(to));
    return result;
  }

  Result<std::vector<Suggestion>> suggest(std::string_view prefix, std::size_t limit) override {
    std::vector<Suggestion> found;
    for (const auto* text : {"service civique", "service public", "contrats aidés"})
      if (found.size() < limit && std::string_view(text).starts_with(prefix))
        found.push_back({text, "section", 3});
    return found;
  }
  Result<Facets> facets(const Filters& filters) override { return count(filters); }
  Result<std::vector<DocumentSummary>> documents() override {
    std::vector<DocumentSummary> all;
    for (const auto& document : documents_) all.push_back(document.summary);
    return all;
  }
  Result<DocumentView> document(std::string_view id) override {
    for (const auto& document : documents_)
      if (document.summary.id == id) return document;
    return Error{ErrorCode::not_found, "aucun rapport ne porte ce nom", ""};
  }
  Result<PassageView> passage(std::string_view id) override {
    for (const auto& document : documents_)
      for (const auto& passage : document.passages)
        if (passage.id == id) return passage;
    return Error{ErrorCode::not_found, "aucun passage ne porte ce nom", ""};
  }

 private:
  static bool admits(const DocumentSummary& summary, const Filters& filters) {
    const auto in = [](const auto& list, const auto& value) {
      return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    const bool year =
        filters.years.empty() ||
        std::any_of(filters.years.begin(), filters.years.end(), [&](const auto& range) {
          return summary.year && *summary.year >= range.from && *summary.year <= range.to;
        });
    return year && in(filters.territories, summary.territory) && in(filters.documents, summary.id);
  }

  static std::optional<Hit> match(const DocumentView& document, const PassageView& passage,
                                  const std::vector<std::string>& words, const Filters& filters) {
    std::vector<ByteRange> marks;
    if (!admits(document.summary, filters) || !find_all(passage.text, words, marks))
      return std::nullopt;
    Hit hit;
    hit.id = passage.id;
    hit.document = document.summary.id;
    hit.title = document.summary.title;
    hit.publisher = document.summary.publisher;
    hit.url = document.summary.url;
    hit.nature = document.summary.nature;
    hit.year = document.summary.year;
    hit.territory = document.summary.territory;
    hit.territory_name = document.summary.territory_name;
    hit.page = passage.page;
    hit.section = {document.sections[static_cast<std::size_t>(passage.section)].title};
    hit.text = passage.text;
    hit.snippets.push_back({whole(passage.text), passage.text, marks});
    return hit;
  }

  Facets count(const Filters& filters) const {
    Facets facets;
    std::map<std::string, FacetValue> years, places;
    for (const auto& document : documents_) {
      const auto& summary = document.summary;
      if (summary.year) {
        auto& value = years[std::to_string(*summary.year)];
        value.value = value.label = std::to_string(*summary.year);
        value.count += summary.passages;
        for (const auto& range : filters.years) value.selected |= range.from == *summary.year;
      }
      if (!summary.territory.empty()) {
        auto& value = places[summary.territory];
        value.value = summary.territory;
        value.label = summary.territory_name;
        value.count += summary.passages;
        for (const auto& code : filters.territories) value.selected |= code == summary.territory;
      }
    }
    for (const auto& [key, value] : years) facets["year"].push_back(value);
    for (const auto& [key, value] : places) facets["territory"].push_back(value);
    facets["theme"] = {{"emploi", "Travail et emploi", "", 2, false},
                       {"securite", "Sécurité", "", 3, false}};
    return facets;
  }

  std::vector<DocumentView> documents_;
};

}  // namespace

std::unique_ptr<web::Backend> make_fixture_backend() { return std::make_unique<FixtureBackend>(); }

}  // namespace repere::test
