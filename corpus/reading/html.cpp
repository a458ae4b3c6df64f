// SPDX-License-Identifier: GPL-2.0-or-later
// HTML through gumbo, which keeps where each text stood in the source.
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "characters.h"
#include "line_repair.h"
#include "readers.h"
#include "repere/corpus/analysis.h"
#include "report_builder.h"

namespace repere::corpus {
namespace {

constexpr std::size_t deepest = 400;  ///< open elements looked into; beyond, text is left out
constexpr std::size_t longest_tag = 1 << 16;
constexpr std::size_t most_open = 4000;  ///< gumbo frees its tree by recursion

/// What gumbo would spend too much on: tags without end, elements without bottom.
bool is_hostile(std::string_view bytes) {
  std::size_t open = 0;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos;
       at = bytes.find('<', at + 1)) {
    const auto end = std::min(bytes.find('>', at), bytes.size());
    if (end - at > longest_tag && at + 1 < bytes.size() &&
        is_letter(static_cast<unsigned char>(bytes[at + 1])))
      return true;
    if (at + 1 >= bytes.size()) break;
    if (bytes[at + 1] == '/')
      open -= open > 0;
    else if (is_letter(static_cast<unsigned char>(bytes[at + 1])) && ++open > most_open)
      return true;
    static constexpr std::array<std::string_view, 12> closed = {
        "<br", "<hr", "<img", "<input", "<meta", "<link",
        "<p",  "<li", "<td",  "<th",    "<tr",   "<source"};
    for (const std::string_view tag : closed)
      if (bytes.substr(at, tag.size()) == tag && open > 0) {
        --open;
        break;
      }
  }
  return false;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT; }

/// Menus, share buttons, footers: what stands around the content.
bool is_surroundings(const GumboNode* node) {
  switch (node->v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_TEXTAREA:
      return true;
    default:
      break;
  }
  const std::string names =
      fold(std::string(attribute(node, "class")) + " " + std::string(attribute(node, "id")) + " " +
           std::string(attribute(node, "role")));
  for (const std::string_view mark : {"breadcrumb", "fil-ariane", "menu", "navigation", "partage",
                                      "share", "cookie", "footer", "skiplink", "pagination"})
    if (names.find(mark) != std::string::npos) return true;
  return attribute(node, "aria-hidden") == "true" || !attribute(node, "hidden").empty();
}

const GumboNode* find_main(const GumboNode* node, GumboTag tag, std::size_t depth) {
  if (!is_element(node) || depth > deepest) return nullptr;
  const bool role = tag == GUMBO_TAG_MAIN && attribute(node, "role") == "main";
  if (node->v.element.tag == tag || role) return node;
  const GumboVector& children = node->v.element.children;
  for (unsigned at = 0; at < children.length; ++at)
    if (const auto* found =
            find_main(static_cast<const GumboNode*>(children.data[at]), tag, depth + 1))
      return found;
  return nullptr;
}

int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? static_cast<int>(tag - GUMBO_TAG_H1) + 1 : 0;
}

bool is_block(GumboTag tag) {
  static constexpr std::array<GumboTag, 27> blocks = {
      GUMBO_TAG_P,          GUMBO_TAG_DIV,     GUMBO_TAG_SECTION,    GUMBO_TAG_ARTICLE,
      GUMBO_TAG_UL,         GUMBO_TAG_OL,      GUMBO_TAG_LI,         GUMBO_TAG_TABLE,
      GUMBO_TAG_TR,         GUMBO_TAG_DL,      GUMBO_TAG_DT,         GUMBO_TAG_DD,
      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION,
      GUMBO_TAG_MAIN,       GUMBO_TAG_ASIDE,   GUMBO_TAG_PRE,        GUMBO_TAG_BR,
      GUMBO_TAG_HR,         GUMBO_TAG_ADDRESS, GUMBO_TAG_DETAILS,    GUMBO_TAG_SUMMARY,
      GUMBO_TAG_THEAD,      GUMBO_TAG_TBODY,   GUMBO_TAG_BODY};
  return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
}

class HtmlReader {
 public:
  HtmlReader(std::string_view bytes, const RepairContext& context)
      : bytes_(bytes), context_(context) {}

  Report run(const GumboNode* root, const Description& description) {
    const GumboNode* main = find_main(root, GUMBO_TAG_MAIN, 0);
    if (main == nullptr) main = find_main(root, GUMBO_TAG_ARTICLE, 0);
    if (main == nullptr) main = find_main(root, GUMBO_TAG_BODY, 0);
    if (main != nullptr) children(main, 0);
    flush();
    Report report = builder_.finish(description);
    if (report.title.empty()) report.title = first_title_;
    report.inferred.title = description.title.empty() && !report.title.empty();
    return report;
  }

 private:
  void children(const GumboNode* node, std::size_t depth) {
    if (depth > deepest) return;
    const GumboVector& nodes = node->v.element.children;
    for (unsigned at = 0; at < nodes.length; ++at)
      visit(static_cast<const GumboNode*>(nodes.data[at]), depth);
  }

  void visit(const GumboNode* node, std::size_t depth) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
      return add(node->v.text);
    if (!is_element(node) || is_surroundings(node)) return;
    const GumboTag tag = node->v.element.tag;
    if (const int level = heading_level(tag); level > 0) return heading(node, level, depth);
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) return cell(node, depth);
    if (!is_block(tag)) return children(node, depth + 1);
    flush();
    const BlockKind outer = kind_;
    if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD) kind_ = BlockKind::list_item;
    if (tag == GUMBO_TAG_TR) kind_ = BlockKind::table_row;
    if (tag == GUMBO_TAG_TABLE) table_head_ = -1;
    if (tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_ASIDE) kind_ = BlockKind::box;
    if (tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION) kind_ = BlockKind::caption;
    children(node, depth + 1);
    flush();
    kind_ = outer;
  }

  void cell(const GumboNode* node, std::size_t depth) {
    if (!trim(text_.text()).empty()) text_.insert(" | ");
    const BlockKind outer = kind_;
    children(node, depth + 1);
    kind_ = outer;
  }

  void heading(const GumboNode* node, int level, std::size_t depth) {
    flush();
    children(node, depth + 1);
    const MappedText title = take();
    if (title.empty()) return;
    if (first_title_.empty() && builder_.report().blocks.empty() && level == 1) {
      first_title_ = title.text();
      shift_ = 1;
      builder_.block(BlockKind::heading, title, 0, 0);
      return;
    }
    if (level == 1) shift_ = 0;
    level = std::max(1, level - shift_);
    int parent = section_;
    while (builder_.section(parent).level >= level) parent = builder_.section(parent).parent;
    section_ = builder_.open(level, SectionKind::body, parent, title, 0);
    head_ = -1;
  }

  /// Adds a text with white space made single, entities mapped as a whole.
  void add(const GumboText& node) {
    const std::string_view raw(node.original_text.data, node.original_text.length);
    if (raw.data() < bytes_.data() || raw.data() + raw.size() > bytes_.data() + bytes_.size())
      return;
    const std::string_view text(node.text);
    const auto begin = static_cast<std::uint32_t>(raw.data() - bytes_.data());
    for (std::size_t from = 0, to = 0; from < raw.size() && to < text.size();) {
      const Codepoint code = decode(text, to);
      std::size_t size = code.size;
      if (raw[from] == '&') {
        const auto end = raw.substr(0, std::min(raw.size(), from + 40)).find(';', from);
        if (end != std::string_view::npos && text[to] != '&')
          size = end + 1 - from;
        else if (end != std::string_view::npos && raw.substr(from, 5) == "&amp;")
          size = 5;
      }
      const auto piece = text.substr(to, code.size);
      const auto source = begin + static_cast<std::uint32_t>(from);
      if (is_blank(code.value) || code.value == '\n') {
        space_ = true;
      } else {
        if (space_ && !text_.empty()) text_.insert(" ");
        space_ = false;
        if (size == code.size)
          text_.copy(piece, source);
        else
          text_.rewrite(piece, {source, source + static_cast<std::uint32_t>(size)});
      }
      from += size;
      to += code.size;
    }
  }

  MappedText take() {
    const MappedText text = repair_line(text_, context_);
    text_ = {};
    space_ = false;
    const auto core = trim(text.text());
    const auto begin = static_cast<std::size_t>(core.data() - text.text().data());
    return text.slice(begin, begin + core.size());
  }

  void flush() {
    const MappedText text = take();
    if (text.empty()) return;
    const bool item = kind_ == BlockKind::list_item, row = kind_ == BlockKind::table_row;
    const int index = builder_.block(kind_, text, section_, 0,
                                     item  ? head_
                                     : row ? table_head_
                                           : -1);
    if (row && table_head_ < 0) table_head_ = index;
    if (kind_ == BlockKind::paragraph) head_ = index;
  }

  std::string_view bytes_;
  const RepairContext& context_;
  ReportBuilder builder_;
  MappedText text_;
  BlockKind kind_ = BlockKind::paragraph;
  std::string first_title_;
  int section_ = 0, head_ = -1, table_head_ = -1, shift_ = 0;
  bool space_ = false;
};

struct FreeOutput {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

}  // namespace

Result<Report> read_html(std::string_view bytes, const Description& description) {
  if (is_hostile(bytes))
    return Error{ErrorCode::refused_input, description.file + " : HTML trop imbriqué pour être lu",
                 ""};
  const std::unique_ptr<GumboOutput, FreeOutput> parsed(
      gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size()));
  Vocabulary vocabulary;
  Report report = HtmlReader(bytes, {Lexicon::french(), vocabulary}).run(parsed->root, description);
  if (report.blocks.empty())
    return Error{ErrorCode::refused_input, description.file + " : page HTML sans texte", ""};
  return report;
}

}  // namespace repere::corpus
