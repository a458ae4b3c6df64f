// SPDX-License-Identifier: GPL-2.0-or-later
#include "assets/assets.h"

#include <vector>

#include "http/message.h"

namespace repere::web {
namespace {

std::string path_of(const AssetData& data) {
  const auto dot = data.name.rfind('.');
  std::string path = "/fichiers/" + std::string(data.name.substr(0, dot)) + ".";
  return path.append(data.hash).append(data.name.substr(dot));
}

std::vector<Asset> zip_all() {
  std::vector<Asset> assets;
  for (const auto& data : asset_data())
    assets.push_back({data, path_of(data), gzip(data.bytes, 9)});
  return assets;
}

const std::vector<Asset>& all_assets() {
  static const std::vector<Asset> assets = zip_all();
  return assets;
}

}  // namespace

std::string asset_path(std::string_view name) {
  for (const auto& asset : all_assets())
    if (asset.data.name == name) return asset.path;
  return {};
}

const Asset* find_asset(std::string_view path) {
  for (const auto& asset : all_assets())
    if (asset.path == path) return &asset;
  return nullptr;
}

}  // namespace repere::web
