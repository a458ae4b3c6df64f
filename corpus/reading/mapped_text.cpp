// SPDX-License-Identifier: GPL-2.0-or-later
#include "mapped_text.h"

#include <algorithm>

namespace repere::corpus {
namespace {

bool verbatim(const MapRun& run) { return run.clean.size() == run.source.size(); }

std::uint32_t to_offset(std::size_t size) { return static_cast<std::uint32_t>(size); }

}  // namespace

void MappedText::add(MapRun run) {
  run.after_skip = run.after_skip || (skip_ && !runs_.empty());
  skip_ = false;
  if (!runs_.empty() && !run.after_skip) {
    MapRun& last = runs_.back();
    if (verbatim(last) && verbatim(run) && last.clean.end == run.clean.begin &&
        last.source.end == run.source.begin) {
      last.clean.end = run.clean.end;
      last.source.end = run.source.end;
      return;
    }
  }
  runs_.push_back(run);
}

void MappedText::copy(std::string_view bytes, std::uint32_t source_begin) {
  if (bytes.empty()) return;
  const auto begin = to_offset(text_.size());
  text_ += bytes;
  const auto size = to_offset(bytes.size());
  add({{begin, begin + size}, {source_begin, source_begin + size}});
}

void MappedText::rewrite(std::string_view bytes, ByteRange source) {
  if (bytes.empty()) return;
  const auto begin = to_offset(text_.size());
  text_ += bytes;
  add({{begin, to_offset(text_.size())}, source});
}

void MappedText::append(const MappedText& other) {
  const auto shift = to_offset(text_.size());
  text_ += other.text_;
  for (MapRun run : other.runs_) {
    run.clean = {run.clean.begin + shift, run.clean.end + shift};
    add(run);
  }
}

void MappedText::drop_back(std::size_t count) {
  const auto size = to_offset(text_.size() - std::min(count, text_.size()));
  text_.resize(size);
  while (!runs_.empty() && runs_.back().clean.begin >= size) runs_.pop_back();
  if (runs_.empty() || runs_.back().clean.end <= size) return;
  MapRun& last = runs_.back();
  if (verbatim(last)) last.source.end = last.source.begin + (size - last.clean.begin);
  last.clean.end = size;
}

MappedText MappedText::slice(std::size_t begin, std::size_t end) const {
  MappedText out;
  end = std::min(end, text_.size());
  if (begin >= end) return out;
  out.text_ = text_.substr(begin, end - begin);
  auto run = std::partition_point(runs_.begin(), runs_.end(),
                                  [&](const MapRun& r) { return r.clean.end <= begin; });
  for (; run != runs_.end() && run->clean.begin < end; ++run) {
    MapRun cut = *run;
    const auto from = std::max(cut.clean.begin, to_offset(begin));
    const auto to = std::min(cut.clean.end, to_offset(end));
    if (verbatim(cut)) {
      cut.source = {cut.source.begin + (from - cut.clean.begin),
                    cut.source.begin + (to - cut.clean.begin)};
    }
    cut.clean = {from - to_offset(begin), to - to_offset(begin)};
    out.runs_.push_back(cut);
  }
  if (!out.runs_.empty()) out.runs_.front().after_skip = false;
  return out;
}

void MappedText::replace(std::size_t begin, std::size_t end, std::string_view bytes) {
  const MappedText tail = slice(end, text_.size());
  const ByteRange source = slice(begin, end).source();
  drop_back(text_.size() - begin);
  if (source.empty()) {
    insert(bytes);
  } else {
    rewrite(bytes, source);
  }
  append(tail);
}

ByteRange MappedText::source() const {
  if (runs_.empty()) return {};
  ByteRange all = runs_.front().source;
  for (const MapRun& run : runs_) {
    all.begin = std::min(all.begin, run.source.begin);
    all.end = std::max(all.end, run.source.end);
  }
  return all;
}

}  // namespace repere::corpus
