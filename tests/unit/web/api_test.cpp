// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/site.h"
#include "http/parse.h"
#include "web_fixture.h"

using namespace repere::web;
using Json = nlohmann::json;

namespace {

Response call(const std::string& method, const std::string& target, std::string body = {}) {
  static const auto backend = repere::test::make_fixture_backend();
  static Site site;
  Request request;
  request.method = method;
  request.headers.emplace_back("host", "localhost:8080");
  REQUIRE(read_target(target, request));
  request.body = std::move(body);
  return handle(request, *backend, site);
}

std::string_view header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

}  // namespace

TEST_SUITE("web/api") {
  TEST_CASE("search gives the fields of the contract, counts and links") {
    const auto response = call("GET", "/api/v1/search?q=personnes&limit=1");
    REQUIRE(response.status == 200);
    CHECK(response.type == "application/json");
    CHECK(header(response, "Access-Control-Allow-Origin") == "*");
    const auto body = Json::parse(response.body);
    CHECK(body["total"] == 2);
    CHECK(body["limit"] == 1);
    CHECK(body["revision"] == "fixture-1");
    for (const auto* field :
         {"id", "document", "title", "section", "start", "end", "text", "snippets"})
      CHECK(body["hits"][0].contains(field));
    CHECK(header(response, "Link") ==
          "</api/v1/search?q=personnes&limit=1>; rel=\"first\", "
          "</api/v1/search?q=personnes&limit=1&offset=1>; rel=\"next\", "
          "</api/v1/search?q=personnes&limit=1&offset=1>; rel=\"last\"");
  }
  TEST_CASE("ask answers or declines, and wants a question") {
    const auto yes = Json::parse(call("GET", "/api/v1/ask?q=service%20civique").body);
    CHECK(yes["answered"] == true);
    CHECK(yes["quote"].get<std::string>().starts_with("Près de 1 240 jeunes"));
    CHECK(Json::parse(call("GET", "/api/v1/ask?q=licornes").body)["answered"] == false);
    CHECK(call("GET", "/api/v1/ask").status == 400);
  }
  TEST_CASE("errors are problem details") {
    struct Row {
      std::string method, target;
      int status;
    };
    const Row rows[] = {{"GET", "/api/v1/inconnu", 404},
                        {"GET", "/api/v1/documents/inconnu", 404},
                        {"GET", "/api/v1/passages/inconnu", 404},
                        {"GET", "/api/v1/search?limit=-1", 400},
                        {"GET", "/api/v1/search?offset=un", 400},
                        {"GET", "/api/v1/search?year=2016..2014", 400},
                        {"GET", "/api/v1/search?sort=hasard", 400},
                        {"GET", "/api/v1/figures?min=beaucoup", 400},
                        {"GET", "/api/v1/search?q=" + std::string(3000, 'a'), 400},
                        {"GET", "/api/v1/extract", 400},
                        {"POST", "/api/v1/search", 405},
                        {"DELETE", "/api/v1/documents", 405}};
    for (const auto& row : rows) {
      CAPTURE(row.target.substr(0, 80));
      const auto response = call(row.method, row.target);
      CHECK(response.status == row.status);
      CHECK(response.type == "application/problem+json");
      const auto body = Json::parse(response.body);
      CHECK(body["status"] == row.status);
      CHECK(body["title"].is_string());
      CHECK_FALSE(body["detail"].get<std::string>().empty());
    }
  }
  TEST_CASE("documents and passages are listed and opened") {
    const auto list = Json::parse(call("GET", "/api/v1/documents?limit=2").body);
    CHECK(list["total"] == 3);
    CHECK(list["documents"].size() == 2);
    CHECK(call("GET", "/api/v1/documents/valmont-2016").status == 200);
    CHECK(call("GET", "/api/v1/passages/valmont-2016-1").status == 200);
    CHECK(call("GET", "/api/v1/documents/a%26b%3Cc%3E").status == 200);
  }
  TEST_CASE("suggestions, in our form and as OpenSearch wants them") {
    const auto ours = Json::parse(call("GET", "/api/v1/suggest?q=service").body);
    CHECK(ours["suggestions"][0]["text"] == "service civique");
    const auto theirs =
        Json::parse(call("GET", "/api/v1/suggest?q=service&format=opensearch").body);
    CHECK(theirs == Json::parse(R"(["service",["service civique","service public"]])"));
  }
  TEST_CASE("figures export as CSV with numbers as numbers and no formula") {
    const auto csv = call("GET", "/chiffres.csv?unit=EUR");
    CHECK(csv.type.starts_with("text/csv"));
    CHECK(csv.body.starts_with("valeur,"));
    CHECK(csv.body.find("\r\n3400000,") != std::string::npos);
    CHECK(header(csv, "Content-Disposition") == "attachment; filename=\"chiffres.csv\"");
    CHECK(csv.body.find("résumé par Repères, d'après préfecture du Haut-Pré") != std::string::npos);
    const auto excel = call("GET", "/chiffres-excel.csv");
    CHECK(excel.body.starts_with("\xEF\xBB\xBFvaleur;bas;"));
    CHECK(excel.body.find("\"'=HYPERLINK(\"\"x\"\")\"") != std::string::npos);
    CHECK(excel.body.find(";=") == std::string::npos);
  }
  TEST_CASE("extract reads a text that is sent, offsets being bytes of it") {
    const std::string text = "L'État a versé 12 000 euros à l'été 2016.\n";
    const auto body = Json::parse(call("POST", "/api/v1/extract", text).body);
    REQUIRE(body["found"].is_array());
    for (const auto& found : body["found"]) {
      if (found["type"] == "section") continue;
      const auto start = found["start"].get<std::size_t>();
      CHECK(text.substr(start, found["end"].get<std::size_t>() - start) == found["text"]);
    }
  }
  TEST_CASE("a text that can not be read is refused with its reason") {
    CHECK(call("POST", "/api/v1/extract", "\xff\xfe").status == 400);
  }
  TEST_CASE("OpenAPI describes each route of the API") {
    const auto body = Json::parse(call("GET", "/openapi.json").body);
    CHECK(body["openapi"].get<std::string>().starts_with("3.1"));
    for (const auto* route : {"/api/v1/search", "/api/v1/ask", "/api/v1/figures", "/api/v1/suggest",
                              "/api/v1/facets", "/api/v1/documents", "/api/v1/documents/{id}",
                              "/api/v1/passages/{id}", "/api/v1/extract"})
      CHECK(body["paths"].contains(route));
  }
  TEST_CASE("feeds and descriptions carry absolute addresses") {
    const auto feed = call("GET", "/atom.xml?q=emploi");
    CHECK(feed.body.find("<updated>2023-11-14T22:13:20Z</updated>") != std::string::npos);
    CHECK(feed.body.find("<link href=\"http://localhost:8080/rapport/") != std::string::npos);
    CHECK(call("GET", "/opensearch.xml").body.find("{searchTerms}") != std::string::npos);
  }
  TEST_CASE("metrics count and hold no query") {
    call("GET", "/api/v1/search?q=motsecret");
    const auto page = call("GET", "/metrics");
    CHECK(page.body.find("repere_requests_total{kind=\"api\",status=\"2xx\"}") !=
          std::string::npos);
    CHECK(page.body.find("motsecret") == std::string::npos);
    CHECK(Json::parse(call("GET", "/healthz").body)["status"] == "ok");
  }
}
