// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/open_index.h"

namespace repere::query {

OpenIndex::OpenIndex(std::filesystem::path folder, storage::Generation generation)
    : folder_(std::move(folder)), generation_(std::move(generation)) {
  for (const auto& entry : generation_.segments) {
    segments_.emplace_back(storage::segment_folder(folder_, entry.name));
    passages_.add_database(segments_.back().passage_terms());
    figures_.add_database(segments_.back().figure_terms());
  }
}

Place OpenIndex::place(Xapian::docid id) const {
  const auto n = static_cast<Xapian::docid>(segments_.size());
  return {(id - 1) % n, (id - 1) / n};
}

Xapian::docid OpenIndex::id(Place place) const {
  const auto n = static_cast<Xapian::docid>(segments_.size());
  return place.number * n + static_cast<Xapian::docid>(place.segment) + 1;
}

std::size_t OpenIndex::passage_count() const {
  std::size_t count = 0;
  for (const auto& segment : segments_) count += segment.passage_count();
  return count;
}

}  // namespace repere::query
