// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pages/html.h"
#include "repere/query/search.h"

namespace repere::web {

/// Gives each section's heading once, when its first passage comes. Levels never jump by more
/// than one, so that the outline stays one for a screen reader.
class Headings {
 public:
  explicit Headings(const query::DocumentView& view);
  Html before(const query::PassageView& passage);
  std::string_view title_of(int section) const;

 private:
  const query::DocumentView& view_;
  std::vector<bool> shown_;
  std::vector<int> rendered_level_;
};

struct PassageLook {
  bool current = false;  ///< the one the address names
  bool found = false;    ///< it matches the search
  bool cited = false;    ///< an answer stands in it
};

/// A passage with its blocks, its figures and its own address. marks: bytes of passage.text.
/// heading: the title shown above; a block that repeats it is left out.
Html passage_html(const query::PassageView& passage, const std::vector<query::ByteRange>& marks,
                  const PassageLook& look, std::string_view heading);

/// The table of contents; empty for a report without sections.
Html outline_html(const query::DocumentView& view);

}  // namespace repere::web
