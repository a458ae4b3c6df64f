// SPDX-License-Identifier: GPL-2.0-or-later
#include "rewriter.h"

#include "characters.h"

namespace repere::corpus {

void Rewriter::replace(std::size_t begin, std::size_t end, std::string_view bytes) {
  changed_ = true;
  if (begin > done_) out_.append(in_.slice(done_, begin));
  done_ = end;
  if (bytes.empty()) return;
  const ByteRange source = in_.slice(begin, end).source();
  if (source.empty()) {
    out_.insert(bytes);
  } else if (source.size() != bytes.size()) {
    out_.rewrite(bytes, source);
  } else {
    // A run of equal lengths says « the same bytes »: the last sign is left without a source.
    const auto last = decode_before(bytes, bytes.size()).size;
    out_.rewrite(bytes.substr(0, bytes.size() - last), source);
    out_.insert(bytes.substr(bytes.size() - last));
  }
}

MappedText Rewriter::finish() {
  if (!changed_) return in_;
  if (done_ < in_.text().size()) out_.append(in_.slice(done_, in_.text().size()));
  return std::move(out_);
}

}  // namespace repere::corpus
