// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>

#include "http/parse.h"
#include "pages/layout.h"
#include "pages/pages.h"
#include "pages/reading.h"

namespace repere::web {
namespace {

using Marks = std::vector<query::ByteRange>;

/// What the reader came for: passages that match, in reading order, with the words to mark.
struct Found {
  std::vector<std::string> order;
  std::map<std::string, Marks, std::less<>> marks;
  std::string cited;  ///< the passage an answer stands in
};

/// Where the pieces of a quote stand in a passage's text.
Marks quote_ranges(std::string_view text, std::string_view quote) {
  Marks ranges;
  std::size_t from = 0;
  constexpr std::string_view gap = " […] ";
  while (!quote.empty()) {
    const auto piece = quote.substr(0, quote.find(gap));
    quote.remove_prefix(std::min(quote.size(), piece.size() + gap.size()));
    const auto at = text.find(piece, from);
    if (piece.empty() || at == std::string_view::npos) continue;
    from = at + piece.size();
    ranges.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)});
  }
  return ranges;
}

Result<Found> look_for(const Context& context, const query::DocumentView& view) {
  Found found;
  if (context.params.q.empty()) return found;
  query::SearchRequest request;
  request.text = context.params.q;
  request.filters.documents = {view.summary.id};
  request.limit = 500;
  request.with_facets = false;
  auto result = context.backend.search(request);
  if (!result) return result.error();
  for (const auto& hit : result->hits) {
    auto& marks = found.marks[hit.id];
    for (const auto& snippet : hit.snippets)
      for (const auto& mark : snippet.marks)
        marks.push_back({mark.begin + snippet.range.begin, mark.end + snippet.range.begin});
    std::sort(marks.begin(), marks.end(),
              [](const auto& a, const auto& b) { return a.begin < b.begin; });
  }
  if (context.request.param("reponse") == "1") {
    auto answer = context.backend.ask(context.params.q, request.filters);
    if (!answer) return answer.error();
    for (const auto& passage : view.passages)
      if (answer->answered && passage.id == answer->passage) {
        found.cited = passage.id;
        found.marks[passage.id] = quote_ranges(passage.text, answer->quote);
      }
  }
  for (const auto& passage : view.passages)
    if (found.marks.contains(passage.id)) found.order.push_back(passage.id);
  return found;
}

Html metadata(const query::DocumentSummary& summary) {
  Html html;
  html << "<dl class=\"facts\">"_html;
  const auto row = [&html](Markup name, std::string_view value, bool inferred) {
    if (value.empty()) return;
    html << "<div><dt>"_html << name << "</dt><dd>"_html << value;
    if (inferred) html << " <small>(déduit du texte)</small>"_html;
    html << "</dd></div>"_html;
  };
  row("Éditeur"_html, summary.publisher, summary.inferred.publisher);
  row("Année"_html, summary.year ? std::to_string(*summary.year) : "", summary.inferred.year);
  row("Territoire"_html, territory_label(summary.territory, summary.territory_name),
      summary.inferred.territory);
  row("Pages"_html, summary.pages > 0 ? french_count(summary.pages) : "", false);
  row("Licence"_html, summary.licence, false);
  html << "</dl>"_html;
  return html;
}

Html actions(const query::DocumentSummary& summary) {
  Html html;
  Url figures("/chiffres");
  figures.add("document", summary.id);
  html << "<p class=\"actions\">"_html;
  if (const auto url = web_address(summary.url); !url.empty())
    html << "<a href=\""_html << url << "\" rel=\"noreferrer external\">"_html
         << (summary.nature == corpus::Nature::digest ? "La page d'origine"_html
                                                      : "Le document d'origine"_html)
         << "</a> "_html;
  return html << "<a href=\""_html << figures.str()
              << "\">Ses chiffres</a> <a href=\"/api/v1/documents/"_html
              << percent_encode(summary.id) << "\">JSON</a></p>"_html;
}

Html search_inside(const Context& context, const query::DocumentSummary& summary) {
  Html html;
  return html
         << "<form class=\"inside\" action=\"/rapport/"_html << percent_encode(summary.id)
         << "\" method=\"get\"><label for=\"dedans\">Chercher dans ce rapport</label>"
            "<div class=\"field\"><input id=\"dedans\" name=\"q\" type=\"search\" maxlength=\"500\" value=\""_html
         << context.params.q << "\"><button type=\"submit\">Chercher</button></div></form>"_html;
}

/// How many passages were found, with the one before and the one after the current.
Html found_bar(const Context& context, const query::DocumentSummary& summary, const Found& found) {
  Html html;
  const auto& q = context.params.q;
  if (q.empty()) return html;
  html << "<div class=\"foundbar\"><p role=\"status\">"_html;
  if (found.order.empty())
    return html << "Rien dans ce rapport pour « "_html << q << " ».</p></div>"_html;
  html << counted(found.order.size(), "passage", "passages") << " pour « "_html << q
       << " »</p><p>"_html;
  const auto current =
      std::find(found.order.begin(), found.order.end(), context.request.param("p"));
  const auto link = [&](Markup label, const std::string& passage) {
    html << "<a href=\""_html << report_url(summary.id, q, passage) << "\">"_html << label
         << "</a> "_html;
  };
  if (current == found.order.end()) {
    link("Aller au premier"_html, found.order.front());
  } else {
    if (current != found.order.begin()) link("Passage précédent"_html, *(current - 1));
    if (current + 1 != found.order.end()) link("Passage suivant"_html, *(current + 1));
  }
  html << "<a href=\""_html << Url("/").add("q", q).str()
       << "\">Tous les rapports</a></p></div>"_html;
  return html;
}

Html quality_note(corpus::PageQuality quality) {
  Html html;
  if (quality == corpus::PageQuality::ocr) html << " : lue par reconnaissance de caractères"_html;
  if (quality == corpus::PageQuality::garbled) html << " : texte abîmé dans le fichier"_html;
  if (quality == corpus::PageQuality::empty) html << " : sans texte"_html;
  return html;
}

Html page_mark(const query::DocumentView& view, int page) {
  Html html;
  auto quality = corpus::PageQuality::digital;
  for (const auto& known : view.pages)
    if (known.number == page) quality = known.quality;
  html << "<p class=\"pagemark\" id=\"page-"_html << page << "\"><span>Page&nbsp;"_html << page
       << quality_note(quality) << "</span>"_html;
  const auto url = web_address(view.summary.url);
  if (url.ends_with(".pdf"))
    html
        << " <a href=\""_html << url << "#page="_html << page
        << "\" rel=\"noreferrer external\">voir l'original<span class=\"visually-hidden\">, page "_html
        << page << "</span></a>"_html;
  return html << "</p>"_html;
}

Html body_text(const Context& context, const query::DocumentView& view, const Found& found) {
  Html html;
  Headings headings(view);
  const auto current = context.request.param("p");
  int page = 0;
  for (const auto& passage : view.passages) {
    if (passage.page != page && passage.page > 0) html << page_mark(view, page = passage.page);
    html << headings.before(passage);
    const auto marks = found.marks.find(passage.id);
    PassageLook look;
    look.current = passage.id == current;
    look.cited = passage.id == found.cited;
    look.found = marks != found.marks.end();
    html << passage_html(passage, look.found ? marks->second : Marks(), look,
                         headings.title_of(passage.section));
  }
  return html;
}

}  // namespace

Result<Response> report_page(const Context& context, std::string_view document) {
  auto view = context.backend.document(document);
  if (!view) return view.error();
  auto found = look_for(context, *view);
  if (!found) return found.error();
  const auto& summary = view->summary;
  const std::string title = summary.title.empty() ? summary.id : summary.title;
  Page page;
  page.title = shortened(title, 90);
  if (!context.params.q.empty()) page.title += " : " + shortened(context.params.q, 60);
  page.searchable = context.params.q.empty();
  page.main << "<div class=\"report\"><div class=\"report-head\"><h1>"_html << title << "</h1>"_html
            << digest_note(summary.nature, summary.publisher, summary.title, summary.url)
            << metadata(summary) << actions(summary) << search_inside(context, summary)
            << "</div>"_html << outline_html(*view) << "<div class=\"text\">"_html
            << found_bar(context, summary, *found) << body_text(context, *view, *found)
            << "</div></div>"_html;
  return render(context, std::move(page));
}

}  // namespace repere::web
