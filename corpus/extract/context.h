// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/dates.h"
#include "extract/drafts.h"
#include "extract/scan.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus {

/// When and where the figures of a report are so: said in the sentence, else by the head of the
/// list, a heading above, the report.
class Context {
 public:
  Context(const Report& report, const Scan& scan, const std::vector<DateRange>& dates,
          const std::vector<Entity>& entities);

  /// sentence: its lexemes [begin, end); block: its index in the report.
  void place(const Draft& draft, std::uint32_t begin, std::uint32_t end, int block, Figure& figure);

 private:
  struct Place {
    std::uint32_t first = 0, last = 0;  ///< lexemes
    std::string code, name;
  };
  struct Said {
    std::optional<int> year;
    int place = -1;
    bool read = false;
  };

  void set_year(const Draft& draft, std::uint32_t begin, std::uint32_t end, int block,
                Figure& figure);
  void set_place(const Draft& draft, std::uint32_t begin, std::uint32_t end, int block,
                 Figure& figure);
  std::optional<int> year_in(std::uint32_t first, std::uint32_t last, std::uint32_t begin,
                             std::uint32_t end) const;
  int respective_place(const Draft& draft, std::uint32_t begin) const;
  int place_in(std::uint32_t first, std::uint32_t last, std::uint32_t begin,
               std::uint32_t end) const;
  bool is_aside(const DateRange& date, std::uint32_t first, std::uint32_t last,
                std::uint32_t begin) const;
  bool national(std::uint32_t first, std::uint32_t last, std::uint32_t begin,
                std::uint32_t end) const;
  bool introduces(int head) const;
  const Said& said_by_block(int block);
  const Said& said_by_section(int section);
  std::optional<int> heading_year(ByteRange heading) const;

  const Report& report_;
  const Scan& scan_;
  std::vector<DateRange> dates_;
  std::vector<Place> places_;
  std::vector<Said> blocks_, sections_;
  std::vector<int> headings_;  ///< per section, its heading's block or -1
  std::string report_code_, report_name_;
};

}  // namespace repere::corpus
