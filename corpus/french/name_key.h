// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace repere::corpus {

/// The form under which names meet: lower case, no accents, œ as oe; hyphens, apostrophes, dots,
/// spaces of any kind as one space between words; « St », « Ste » as « saint », « sainte ».
/// "Saint-Étienne-du-Rouvray", "St Etienne du Rouvray" give "saint etienne du rouvray".
/// cost: linear in bytes, no allocation but the result's; a tenth of fold()'s.
std::string name_key(std::string_view name);

/// The same, appended to out (which keeps its capacity).
void append_name_key(std::string_view name, std::string& out);

/// A key without its leading article: "le havre" gives "havre", "l oise" gives "oise".
std::string_view without_article(std::string_view key);

}  // namespace repere::corpus
