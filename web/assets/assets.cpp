// SPDX-License-Identifier: GPL-2.0-or-later
#include "assets/assets.h"

#include <vector>

#include "http/message.h"

namespace repere::web {
namespace {

std::string_view short_hash(const AssetData& data) { return data.sha256.substr(0, 12); }

/// Hexadecimal to base 64; 32 bytes in, 44 characters out.
std::string base64_of_hex(std::string_view hex) {
  static constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto digit = [&](std::size_t i) {
    const char c = i < hex.size() ? hex[i] : '0';
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
  };
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 6) {
    const unsigned high = digit(i) << 8 | digit(i + 1) << 4 | digit(i + 2);
    const unsigned low = digit(i + 3) << 8 | digit(i + 4) << 4 | digit(i + 5);
    for (const unsigned six : {high >> 6, high & 63, low >> 6, low & 63}) out += alphabet[six];
  }
  for (std::size_t i = hex.size(), at = out.size(); i % 6 != 0; i += 2) out[--at] = '=';
  return out;
}

std::string path_of(const AssetData& data) {
  const auto dot = data.name.rfind('.');
  std::string path = "/fichiers/" + std::string(data.name.substr(0, dot)) + ".";
  return path.append(short_hash(data)).append(data.name.substr(dot));
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

std::string asset_integrity(std::string_view name) {
  for (const auto& data : asset_data())
    if (data.name == name) return "sha256-" + base64_of_hex(data.sha256);
  return {};
}

const Asset* find_asset(std::string_view path) {
  for (const auto& asset : all_assets())
    if (asset.path == path) return &asset;
  return nullptr;
}

}  // namespace repere::web
