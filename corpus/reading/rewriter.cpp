// SPDX-License-Identifier: GPL-2.0-or-later
#include "rewriter.h"

namespace repere::corpus {

void Rewriter::replace(std::size_t begin, std::size_t end, std::string_view bytes) {
  changed_ = true;
  if (begin > done_) out_.append(in_.slice(done_, begin));
  done_ = end;
  if (bytes.empty()) return;
  const ByteRange source = in_.slice(begin, end).source();
  if (source.empty()) {
    out_.insert(bytes);
  } else {
    out_.rewrite(bytes, source);
  }
}

MappedText Rewriter::finish() {
  if (!changed_) return in_;
  if (done_ < in_.text().size()) out_.append(in_.slice(done_, in_.text().size()));
  return std::move(out_);
}

}  // namespace repere::corpus
