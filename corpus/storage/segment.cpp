// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/segment.h"

#include "repere/storage/codec.h"

namespace repere::storage {

Segment::Segment(const std::filesystem::path& folder)
    : passage_terms_((folder / "passages").string()),
      figure_terms_((folder / "figures").string()),
      passage_columns_(folder / "passages.columns"),
      figure_columns_(folder / "figures.columns"),
      passages_(folder / "passages"),
      figures_(folder / "figures"),
      reports_(folder / "reports"),
      values_file_(folder / "figures.values") {
  const auto bytes = values_file_.bytes();
  values_ = {reinterpret_cast<const double*>(bytes.data()), bytes.size() / sizeof(double)};
  if (passages_.size() != passage_columns_.size() || figures_.size() != figure_columns_.size() ||
      values_.size() != figures_.size() || passage_terms_.get_doccount() != passages_.size() ||
      figure_terms_.get_doccount() != figures_.size())
    throw CorruptRecord("les fichiers du segment ne comptent pas les mêmes passages");
}

StoredPassage Segment::passage(std::uint32_t number) const {
  auto out = decode_passage(passages_.read(number));
  out.report = passage_columns_.report(number);
  out.first_figure = figure_columns_.first_of(number);
  return out;
}

StoredFigure Segment::figure(std::uint32_t number) const {
  auto out = decode_figure(figures_.read(number));
  out.passage = figure_columns_.report(number);
  return out;
}

StoredReport Segment::report(std::uint32_t number) const {
  auto out = decode_report(reports_.read(number));
  out.first_passage = passage_columns_.first_of(number);
  return out;
}

}  // namespace repere::storage
