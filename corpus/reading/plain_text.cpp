// SPDX-License-Identifier: GPL-2.0-or-later
#include "characters.h"
#include "readers.h"
#include "report_builder.h"
#include "text_blocks.h"

namespace repere::corpus {
namespace {

bool looks_like_title(const TextBlock& block) {
  const std::string& text = block.string();
  return text.size() <= 200 && block.lines <= 6 && !is_terminal(text) && !is_hanging(text) &&
         is_upper(first_sign(text)) && block.bullet != Bullet::dash;
}

}  // namespace

Report read_plain_text(std::string_view bytes, const Description& description) {
  Vocabulary vocabulary;
  const auto lines = read_lines(bytes, vocabulary);
  const RepairContext context{Lexicon::french(), vocabulary};
  const BlockedText text = group_lines(lines, context);
  ReportBuilder builder;
  int section = 0, head = -1;
  for (const TextBlock& block : text.blocks) {
    if (looks_like_title(block)) {
      const int level = block.airy ? 1 : block.bullet == Bullet::none ? 2 : 3;
      int parent = section;
      while (builder.section(parent).level >= level) parent = builder.section(parent).parent;
      section = builder.open(level, SectionKind::body, parent, block.text, block.page);
      head = -1;
      continue;
    }
    const bool item = block.bullet != Bullet::none;
    const int index = builder.block(item ? BlockKind::list_item : BlockKind::paragraph, block.text,
                                    section, block.page, item ? head : -1);
    if (!item) head = index;
  }
  return builder.finish(description);
}

}  // namespace repere::corpus
