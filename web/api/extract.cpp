// SPDX-License-Identifier: GPL-2.0-or-later
#include <nlohmann/json.hpp>

#include "api/api.h"
#include "repere/corpus/extraction.h"
#include "repere/corpus/reading.h"

namespace repere::web {
namespace {

using Json = nlohmann::ordered_json;
using corpus::ByteRange;

/// Puts ranges of the clean text where they stand in the text that was sent.
class Placer {
 public:
  explicit Placer(const corpus::Report& report) : report_(report) {}

  ByteRange source(ByteRange clean) const {
    const auto pieces = report_.map.to_source(clean);
    return pieces.empty() ? ByteRange{} : ByteRange{pieces.front().begin, pieces.back().end};
  }
  Json object(std::string_view type, ByteRange clean) const {
    const auto range = source(clean);
    return Json{{"type", std::string(type)},
                {"start", range.begin},
                {"end", range.end},
                {"text", std::string(report_.slice(clean))}};
  }

 private:
  const corpus::Report& report_;
};

Json figure_json(const corpus::Figure& figure, const corpus::Report& report, const Placer& place) {
  Json object = place.object("figure", figure.span);
  const auto sentence = place.source(figure.sentence);
  object["value"] = figure.value;
  if (figure.low) object["low"] = *figure.low;
  if (figure.high) object["high"] = *figure.high;
  object["unit"] = figure.unit;
  object["kind"] = std::string(to_string(figure.kind));
  object["approx"] = figure.approx;
  object["label"] = figure.label;
  object["year"] = figure.year ? Json(*figure.year) : Json(nullptr);
  object["year_from"] = std::string(to_string(figure.year_from));
  object["territory"] = figure.territory;
  object["territory_name"] = figure.territory_name;
  object["territory_from"] = std::string(to_string(figure.territory_from));
  if (figure.change) object["change"] = *figure.change;
  if (!figure.base.empty()) object["base"] = figure.base;
  if (figure.of) object["of"] = *figure.of;
  object["sentence"] = {sentence.begin, sentence.end};
  object["section"] = corpus::section_path(report, figure.section);
  return object;
}

Json section_json(const corpus::Section& section) {
  return {{"type", "section"},         {"start", section.source.begin},
          {"end", section.source.end}, {"level", section.level},
          {"title", section.title},    {"kind", std::string(to_string(section.kind))}};
}

/// The lines of `repere-index extract`, in its order and with its names.
Json found_in(const corpus::Report& report) {
  const auto extraction = corpus::extract(report);
  const Placer place(report);
  Json found = Json::array();
  for (const auto& section : report.sections)
    if (section.parent >= 0) found.push_back(section_json(section));
  for (const auto& number : extraction.numbers) {
    Json object = place.object("number", number.span);
    object["value"] = number.value;
    if (number.ordinal) object["ordinal"] = true;
    found.push_back(std::move(object));
  }
  for (const auto& figure : extraction.figures) found.push_back(figure_json(figure, report, place));
  for (const auto& entity : extraction.entities) {
    Json object = place.object("entity", entity.span);
    object["class"] = std::string(to_string(entity.cls));
    object["name"] = entity.name;
    object["code"] = entity.code;
    found.push_back(std::move(object));
  }
  for (const auto& date : extraction.dates) {
    Json object = place.object("date", date.span);
    object["from"] = date.from;
    object["to"] = date.to;
    found.push_back(std::move(object));
  }
  return found;
}

}  // namespace

Result<Response> api_extract(const Context& context) {
  const bool posted = context.request.method == "POST";
  const std::string sent =
      posted ? context.request.body : std::string(context.request.param("text"));
  if (sent.empty())
    return Error{ErrorCode::invalid_argument, "aucun texte à lire",
                 "envoyez-le en corps de requête (text/plain) ou dans ?text="};
  auto report = corpus::read_text(sent, ".txt", {});
  if (!report)
    return Error{ErrorCode::invalid_argument, report.error().message, report.error().hint};
  Response response;
  response.type = "application/json";
  response.body =
      Json{{"found", found_in(*report)}}.dump(-1, ' ', false, Json::error_handler_t::replace) +
      "\n";
  return response;
}

}  // namespace repere::web
