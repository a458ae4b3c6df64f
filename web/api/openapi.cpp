// SPDX-License-Identifier: GPL-2.0-or-later
#include "api/api.h"
#include "assets/assets.h"

namespace repere::web {

Result<Response> openapi(const Context& context) {
  (void)context;
  Response response;
  response.type = "application/json";
  for (const auto& asset : asset_data())
    if (asset.name == "openapi.json") response.body = std::string(asset.bytes);
  return response;
}

}  // namespace repere::web
