// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "app/site.h"
#include "pages/html.h"

namespace repere::web {

/// A page without its frame.
struct Page {
  std::string title;    ///< before « – Repères »
  std::string current;  ///< path of the menu entry to mark
  Html main;
  Html head;                  ///< extra elements of <head>
  bool box_in_header = true;  ///< false where the page brings its own search box
  bool searchable = true;     ///< false: asks robots to stay away
  int status = 200;
};

/// The whole document: head, menu, search box, footer.
Response render(const Context& context, Page page);

/// An error as a page for people. hint may be empty.
Response error_page(const Context& context, int status, std::string_view message,
                    std::string_view hint);

/// The box for words and questions, with the active filters kept. large: the one of the home page.
Html search_box(const Context& context, bool large);

/// <input type="hidden"> for each filter of the parameters.
Html hidden_filters(const Parameters& params);

/// The address of a report, opened at a passage when one is given.
std::string report_url(std::string_view document, std::string_view q, std::string_view passage,
                       bool marks_answer = false);

/// « résumé par Repères, d'après … », with a link to the source; empty for originals.
Html digest_note(corpus::Nature nature, std::string_view publisher, std::string_view title,
                 std::string_view url);

/// The title, or the id of a report that has none.
std::string_view title_or_id(std::string_view title, std::string_view id);

/// « Oise » for "DEP-60": the given name, else the official one, else the code.
std::string territory_label(std::string_view code, std::string_view name);

/// « région », « commune »… by the code's prefix; empty when it says nothing.
std::string_view territory_kind(std::string_view code);

}  // namespace repere::web
