// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "app/site.h"
#include "http/parse.h"
#include "web_fixture.h"

using namespace repere::web;

namespace {

/// Answers a GET as the server would.
Response get(const std::string& target, std::vector<Pair> headers = {}) {
  static const auto backend = repere::test::make_fixture_backend();
  static Site site;
  Request request;
  request.method = "GET";
  request.headers = std::move(headers);
  request.headers.emplace_back("host", "localhost:8080");
  REQUIRE(read_target(target, request));
  return handle(request, *backend, site);
}

bool holds(const Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

std::string_view header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

}  // namespace

TEST_SUITE("web/pages") {
  TEST_CASE("each page answers in French, without script in it and with its guard headers") {
    for (const auto* target : {"/", "/?q=emploi", "/rapport/valmont-2016", "/chiffres", "/aide",
                               "/accessibilite", "/nulle-part"}) {
      CAPTURE(target);
      const auto page = get(target);
      CHECK(holds(page, "<html lang=\"fr\">"));
      CHECK(holds(page, "<h1"));
      CHECK_FALSE(holds(page, "<script>"));
      CHECK_FALSE(holds(page, " style="));
      CHECK_FALSE(holds(page, " onclick"));
      CHECK(header(page, "Content-Security-Policy").starts_with("default-src 'none'"));
      CHECK(header(page, "X-Content-Type-Options") == "nosniff");
      CHECK(header(page, "Set-Cookie").empty());
    }
  }
  TEST_CASE("a question is answered with its quote, its mark and its address") {
    const auto page = get("/?q=Combien%20de%20jeunes%20en%20service%20civique%20%3F");
    CHECK(holds(page, "<p class=\"short\">Près de 1 240 jeunes</p>"));
    CHECK(holds(page, "<mark>Près de 1 240 jeunes</mark> ont effectué"));
    CHECK(holds(page, "/rapport/valmont-2016?q=Combien"));
    CHECK(holds(page, "#p-valmont-2016-1"));
    CHECK(holds(page, "905 jeunes"));
  }
  TEST_CASE("a question without an answer is declined in words") {
    const auto page = get("/?q=Combien%20de%20licornes%20%3F");
    CHECK(holds(page, "Je ne trouve pas de réponse"));
    CHECK(holds(page, "dans ces rapports\u00A0: aucune phrase ne donne ce nombre.</p>"));
  }
  TEST_CASE("plain words bring passages and no answer card") {
    const auto page = get("/?q=contrats");
    CHECK_FALSE(holds(page, "titre-reponse"));
    CHECK(holds(page, "<mark>contrats</mark>"));
    CHECK(holds(page, "role=\"status\""));
  }
  TEST_CASE("nothing found helps, and a better spelling is a link") {
    CHECK(holds(get("/?q=licorne"), "Rien dans ces rapports"));
    CHECK(holds(get("/?q=emplio"), "<a href=\"/?q=emploi\">emploi</a>"));
  }
  TEST_CASE("an active filter shows as a chip that takes it away, and stays in the form") {
    const auto page = get("/?q=routes&year=2022&territory=DEP-80");
    CHECK(holds(page, "class=\"chip\" href=\"/?q=routes&amp;territory=DEP-80\""));
    CHECK(holds(page, "name=\"year\" value=\"2022\" checked"));
  }
  TEST_CASE("a digest says so wherever it is shown") {
    for (const auto* target :
         {"/?q=accidents", "/rapport/routes-2022", "/chiffres?q=routes", "/"}) {
      CAPTURE(target);
      CHECK(holds(get(target),
                  "résumé par Repères, d'après <a href=\"https://exemple.invalid/bilan\""));
    }
  }
  TEST_CASE("what a report's metadata holds never becomes markup or a script address") {
    for (const auto* target :
         {"/", "/?q=emploi", "/rapport/a%26b%3Cc%3E?q=emploi", "/chiffres", "/atom.xml?q=emploi"}) {
      CAPTURE(target);
      const auto page = get(target);
      CHECK(page.status == 200);
      CHECK_FALSE(holds(page, "<script>alert"));
      CHECK_FALSE(holds(page, "<img src=x"));
      CHECK_FALSE(holds(page, "href=\"javascript:"));
      CHECK_FALSE(holds(page, "<b>Partie"));
    }
  }
  TEST_CASE("a search text never becomes markup") {
    for (const auto* path :
         {"/?q=", "/chiffres?q=", "/rapport/valmont-2016?q=", "/?theme=", "/chiffres?unit="}) {
      CAPTURE(path);
      const auto page = get(std::string(path) + "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
      CHECK_FALSE(holds(page, "<script>alert"));
      CHECK_FALSE(holds(page, "\"><script>"));
    }
  }
  TEST_CASE("the reading view has outline, pages, marks and stable addresses") {
    const auto page = get("/rapport/valmont-2016?q=contrats&p=valmont-2016-2");
    CHECK(holds(page, "<h2 id=\"s-1\">Emploi et jeunesse</h2>"));
    CHECK(holds(page, "<h3 id=\"s-2\">Le service civique</h3>"));
    CHECK(holds(page, "href=\"#s-3\">Les contrats aidés</a>"));
    CHECK(holds(page, "id=\"p-valmont-2016-2\""));
    CHECK(holds(page, "class=\"passage match current\""));
    CHECK(holds(page, "id=\"page-3\""));
    CHECK(holds(page, "lue par reconnaissance de caractères"));
    CHECK(holds(page, "valmont-2016.pdf#page=3"));
    CHECK(holds(page, "<li>310 jeunes dans les clubs de sport ;</li>"));
    CHECK(holds(page, "(déduit du texte)"));
    CHECK_FALSE(holds(page, "<p class=\"minor\">Le service civique</p>"));
  }
  TEST_CASE("the passage an answer stands in is shown with the sentence marked") {
    const auto page = get("/rapport/valmont-2016?q=Combien%20en%20service%20civique%3F&reponse=1");
    CHECK(holds(page, "passage match cited"));
    CHECK(holds(page,
                "<mark>Près de 1 240 jeunes ont effectué un service civique dans le département en "
                "2016.</mark>"));
  }
  TEST_CASE("figures of one label over years are drawn as a line, others as bars") {
    CHECK(holds(get("/chiffres?q=contrats"), "<polyline"));
    const auto bars = get("/chiffres?unit=jeunes");
    CHECK(holds(bars, "class=\"chart\""));
    CHECK_FALSE(holds(bars, "<polyline"));
    CHECK(holds(get("/chiffres"), "class=\"map\""));
  }
  TEST_CASE("bad parameters and unknown addresses are told apart") {
    CHECK(get("/?year=hier").status == 400);
    CHECK(get("/?limit=2000").status == 400);
    CHECK(get("/rapport/inconnu").status == 404);
    CHECK(get("/fichiers/style.css").status == 404);
    CHECK(get("/rapport/").status == 404);
  }
  TEST_CASE("a page is not sent again when nothing changed") {
    const auto first = get("/?q=emploi");
    REQUIRE_FALSE(first.etag.empty());
    const auto second = get("/?q=emploi", {{"if-none-match", first.etag}});
    CHECK(second.status == 304);
    CHECK(second.body.empty());
    CHECK(get("/?q=autre", {{"if-none-match", first.etag}}).status == 200);
  }
  TEST_CASE("assets are kept for ever under an address of their own bytes") {
    const auto page = get("/");
    const auto at = page.body.find("/fichiers/style.");
    REQUIRE(at != std::string::npos);
    const auto path = page.body.substr(at, page.body.find('"', at) - at);
    const auto asset = get(path);
    CHECK(asset.status == 200);
    CHECK(asset.type.starts_with("text/css"));
    CHECK(header(asset, "Cache-Control") == "public, max-age=31536000, immutable");
  }
}
