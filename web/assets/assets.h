// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace repere::web {

/// A file compiled into the program (the build writes assets_data.cpp from this folder).
struct AssetData {
  std::string_view name;    ///< "style.css"
  std::string_view type;    ///< media type
  std::string_view sha256;  ///< of its bytes, in hexadecimal; the start of it is in its address
  std::string_view bytes;
};

std::span<const AssetData> asset_data();

/// The address of an asset: changes with its bytes, so browsers keep it for ever.
std::string asset_path(std::string_view name);

/// "sha256-…" in base 64, for an integrity attribute and for the policy that names the script.
std::string asset_integrity(std::string_view name);

struct Asset {
  AssetData data;
  std::string path;
  std::string zipped;  ///< gzip, level 9
};

/// The asset at an address, or nullptr. Safe from any thread.
const Asset* find_asset(std::string_view path);

}  // namespace repere::web
