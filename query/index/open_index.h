// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "repere/storage/index_folder.h"
#include "repere/storage/segment.h"

namespace repere::query {

/// Where a passage or figure stands: segment, and number in it.
struct Place {
  std::size_t segment = 0;
  std::uint32_t number = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// One generation opened for reading: its segments, and all of them as one Xapian database.
/// An object belongs to one thread. Members throw what storage::guarded() catches.
class OpenIndex {
 public:
  OpenIndex(std::filesystem::path folder, storage::Generation generation);

  const std::filesystem::path& folder() const { return folder_; }
  const storage::Generation& generation() const { return generation_; }
  const std::vector<storage::Segment>& segments() const { return segments_; }
  const storage::Segment& segment(Place place) const { return segments_[place.segment]; }
  const Xapian::Database& passages() const { return passages_; }
  const Xapian::Database& figures() const { return figures_; }

  /// Xapian deals the documents of n databases out in turn: document d of database s is
  /// (d - 1) * n + s + 1 of them all.
  Place place(Xapian::docid id) const;
  Xapian::docid id(Place place) const;

  storage::StoredPassage passage(Place place) const { return segment(place).passage(place.number); }
  storage::StoredReport report(std::size_t segment, std::uint32_t number) const {
    return segments_[segment].report(number);
  }
  std::size_t passage_count() const;

 private:
  std::filesystem::path folder_;
  storage::Generation generation_;
  std::vector<storage::Segment> segments_;
  Xapian::Database passages_, figures_;
};

}  // namespace repere::query
