// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/problem.h"

#include <nlohmann/json.hpp>

namespace repere::web {

int http_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_argument:
    case ErrorCode::refused_input:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::locked:
    case ErrorCode::foreign_index:
    case ErrorCode::unavailable:
      return 503;
  }
  return 500;
}

Response problem(int status, std::string_view detail, std::string_view hint,
                 std::string_view instance) {
  nlohmann::ordered_json body{{"type", "about:blank"},
                              {"title", std::string(reason_phrase(status))},
                              {"status", status},
                              {"detail", std::string(detail)}};
  if (!hint.empty()) body["hint"] = std::string(hint);
  if (!instance.empty()) body["instance"] = std::string(instance);
  Response response;
  response.status = status;
  response.type = "application/problem+json";
  response.body =
      body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  return response.with("Cache-Control", "no-store");
}

}  // namespace repere::web
