// SPDX-License-Identifier: GPL-2.0-or-later
#include "pages/reading.h"

#include <algorithm>

namespace repere::web {
namespace {

using corpus::BlockKind;
using query::ByteRange;

std::size_t index_of(int section) { return static_cast<std::size_t>(section); }

bool in_view(const query::DocumentView& view, int section) {
  return section > 0 && index_of(section) < view.sections.size();
}

/// Open <hN> and its close; levels 2 to 6.
Markup open_heading(int level) {
  switch (level) {
    case 2:
      return "<h2 id=\"s-"_html;
    case 3:
      return "<h3 id=\"s-"_html;
    case 4:
      return "<h4 id=\"s-"_html;
    case 5:
      return "<h5 id=\"s-"_html;
    default:
      return "<h6 id=\"s-"_html;
  }
}
Markup close_heading(int level) {
  switch (level) {
    case 2:
      return "</h2>"_html;
    case 3:
      return "</h3>"_html;
    case 4:
      return "</h4>"_html;
    case 5:
      return "</h5>"_html;
    default:
      return "</h6>"_html;
  }
}

/// The marks that touch a block, counted from its first byte.
std::vector<ByteRange> marks_in(const std::vector<ByteRange>& marks, ByteRange block) {
  std::vector<ByteRange> inside;
  for (const auto& mark : marks) {
    const auto begin = std::max(mark.begin, block.begin);
    const auto end = std::min(mark.end, block.end);
    if (begin < end) inside.push_back({begin - block.begin, end - block.begin});
  }
  return inside;
}

enum class Wrap { none, list, rows };

Wrap wrap_of(BlockKind kind) {
  if (kind == BlockKind::list_item) return Wrap::list;
  return kind == BlockKind::table_row ? Wrap::rows : Wrap::none;
}

Markup open_wrap(Wrap wrap) {
  return wrap == Wrap::list   ? "<ul>"_html
         : wrap == Wrap::rows ? "<div class=\"rows\">"_html
                              : ""_html;
}
Markup close_wrap(Wrap wrap) {
  return wrap == Wrap::list ? "</ul>"_html : wrap == Wrap::rows ? "</div>"_html : ""_html;
}

Html block_html(BlockKind kind, std::string_view text, const std::vector<ByteRange>& marks) {
  Html html;
  switch (kind) {
    case BlockKind::list_item:
      html << "<li>"_html;
      break;
    case BlockKind::table_row:
      html << "<p class=\"row\">"_html;
      break;
    case BlockKind::box:
      html << "<p class=\"boxed\">"_html;
      break;
    case BlockKind::caption:
      html << "<p class=\"caption\">"_html;
      break;
    case BlockKind::heading:
      html << "<p class=\"minor\">"_html;
      break;
    default:
      html << "<p>"_html;
  }
  html.marked(text, marks);
  return html << (kind == BlockKind::list_item ? "</li>"_html : "</p>"_html);
}

std::string_view slice(std::string_view text, ByteRange range) {
  const auto begin = std::min<std::size_t>(range.begin, text.size());
  return text.substr(begin, std::min<std::size_t>(range.end, text.size()) - begin);
}

Html blocks_html(const query::PassageView& passage, const std::vector<ByteRange>& marks,
                 std::string_view heading) {
  Html html;
  auto blocks = passage.blocks;
  if (blocks.empty())
    blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(passage.text.size())}});
  Wrap open = Wrap::none;
  for (const auto& [kind, range] : blocks) {
    if (range.empty()) continue;
    const auto text = slice(passage.text, range);
    if (kind == BlockKind::heading && text == heading) continue;
    const Wrap wanted = wrap_of(kind);
    if (wanted != open) html << close_wrap(open) << open_wrap(wanted);
    open = wanted;
    html << block_html(kind, text, marks_in(marks, range));
  }
  return html << close_wrap(open);
}

Html figures_html(const query::PassageView& passage) {
  Html html;
  if (passage.figures.empty()) return html;
  html << "<details class=\"margin\"><summary>"_html
       << counted(passage.figures.size(), "chiffre", "chiffres") << "</summary><ul>"_html;
  for (const auto& row : passage.figures) {
    html << "<li><strong>"_html
         << (row.text.empty() ? french_quantity(row.figure.value, row.figure.unit) : row.text)
         << "</strong> "_html << shortened(row.figure.label, 80);
    if (row.figure.year) html << " <span class=\"n\">"_html << *row.figure.year << "</span>"_html;
    html << "</li>"_html;
  }
  return html << "</ul></details>"_html;
}

}  // namespace

Headings::Headings(const query::DocumentView& view)
    : view_(view), shown_(view.sections.size(), false), rendered_level_(view.sections.size(), 1) {}

std::string_view Headings::title_of(int section) const {
  return in_view(view_, section) ? std::string_view(view_.sections[index_of(section)].title)
                                 : std::string_view();
}

Html Headings::before(const query::PassageView& passage) {
  std::vector<int> chain;
  // A parent always comes before its child; the bound keeps a damaged tree from looping.
  for (int at = passage.section; in_view(view_, at) && chain.size() < 32;
       at = view_.sections[index_of(at)].parent)
    chain.push_back(at);
  Html html;
  int level = 1;
  for (auto section = chain.rbegin(); section != chain.rend(); ++section) {
    const auto& node = view_.sections[index_of(*section)];
    if (!node.title.empty()) {
      level = std::min(level + 1, 6);
      rendered_level_[index_of(*section)] = level;
    }
    if (shown_[index_of(*section)] || node.title.empty()) continue;
    shown_[index_of(*section)] = true;
    html << open_heading(level) << *section << "\">"_html << node.title << close_heading(level);
  }
  return html;
}

Html passage_html(const query::PassageView& passage, const std::vector<ByteRange>& marks,
                  const PassageLook& look, std::string_view heading) {
  Html html;
  html << "<div class=\"passage"_html;
  if (look.found) html << " match"_html;
  if (look.current) html << " current"_html;
  if (look.cited) html << " cited"_html;
  html << "\" id=\"p-"_html << passage.id << "\"><div class=\"words\">"_html
       << blocks_html(passage, marks, heading) << "</div>"_html << figures_html(passage)
       << "<a class=\"anchor\" href=\"#p-"_html << passage.id
       << "\" aria-label=\"Adresse de ce passage"_html;
  if (passage.page > 0) html << ", page "_html << passage.page;
  return html << "\">#</a></div>"_html;
}

Html outline_html(const query::DocumentView& view) {
  std::vector<bool> used(view.sections.size(), false);
  for (const auto& passage : view.passages)
    for (int at = passage.section; in_view(view, at) && !used[index_of(at)];
         at = view.sections[index_of(at)].parent)
      used[index_of(at)] = true;
  Html items;
  for (std::size_t i = 1; i < view.sections.size(); ++i) {
    const auto& section = view.sections[i];
    const bool listed = used[i] && !section.title.empty() && section.level <= 3 &&
                        section.kind != corpus::SectionKind::toc;
    if (!listed) continue;
    items << "<li class=\"l"_html << std::max(section.level, 1) << "\"><a href=\"#s-"_html << i
          << "\">"_html << shortened(section.title, 110) << "</a></li>"_html;
  }
  Html html;
  if (items.empty()) return html;
  return html
         << "<nav class=\"outline\" aria-labelledby=\"plan\"><details class=\"fold\"><summary id=\"plan\">Plan du rapport</summary><ul>"_html
         << items << "</ul></details></nav>"_html;
}

}  // namespace repere::web
