// SPDX-License-Identifier: GPL-2.0-or-later
#include "write/segment_writer.h"

#include <algorithm>
#include <fstream>

#include "repere/corpus/territories.h"
#include "repere/corpus/themes.h"
#include "repere/storage/schema.h"

namespace repere::indexer {
namespace {

using corpus::EntityClass;
using storage::LabelKind;
using storage::StoredPassage;
using storage::StoredReport;

constexpr std::size_t run_documents = 2500;
constexpr int new_database =
    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST;

std::filesystem::path made(std::filesystem::path folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

void add_territory(std::vector<std::string>& labels, std::string_view code) {
  if (code.empty()) return;
  const auto closed = corpus::territory_ancestors(code);
  if (closed.empty()) labels.push_back(storage::label(LabelKind::territory, code));
  for (const auto& above : closed)
    if (above != "FR" || code == "FR")
      labels.push_back(storage::label(LabelKind::territory, above));
}

void add_theme(std::vector<std::string>& labels, std::string_view code) {
  labels.push_back(storage::label(LabelKind::theme, code));
  const auto* theme = corpus::theme_by_code(code);
  for (; theme != nullptr && !theme->parent.empty(); theme = corpus::theme_by_code(theme->parent))
    labels.push_back(storage::label(LabelKind::theme, theme->parent));
}

std::string year_label(int year) { return storage::label(LabelKind::year, std::to_string(year)); }

std::vector<std::string> figure_labels(const StoredReport& report, const corpus::Figure& figure,
                                       std::span<const std::string> passage_labels) {
  std::vector<std::string> out;
  const bool own_place = !figure.territory.empty();
  for (const auto& label : passage_labels) {
    const auto kind = static_cast<LabelKind>(label[0]);
    if (kind == LabelKind::theme || (kind == LabelKind::territory && !own_place))
      out.push_back(label);
  }
  if (own_place) add_territory(out, figure.territory);
  if (figure.year)
    out.push_back(year_label(*figure.year));
  else if (report.head.year)
    out.push_back(year_label(*report.head.year));
  out.push_back(storage::label(LabelKind::unit, figure.unit));
  out.push_back(storage::label(LabelKind::figure_kind, corpus::to_string(figure.kind)));
  return out;
}

/// The passages of a record are one hit, so each bears the labels of all.
std::vector<std::vector<std::string>> shared_by_all(std::vector<std::vector<std::string>> labels) {
  std::vector<std::string> all;
  for (const auto& some : labels) all.insert(all.end(), some.begin(), some.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return std::vector(labels.size(), all);
}

}  // namespace

std::vector<std::string> passage_labels(const StoredReport& report, const StoredPassage& passage) {
  std::vector<std::string> out;
  if (report.head.year) out.push_back(year_label(*report.head.year));
  add_territory(out, report.head.territory);
  for (const auto& theme : passage.themes) add_theme(out, theme);
  for (const auto& entity : passage.entities) {
    if (entity.cls == EntityClass::place) add_territory(out, entity.code);
    if (entity.cls == EntityClass::organisation)
      out.push_back(storage::label(LabelKind::organisation, entity.name));
    if (entity.cls == EntityClass::programme)
      out.push_back(storage::label(LabelKind::programme, entity.name));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void TermWriter::add(const Xapian::Document& document) {
  if (run_ && in_run_ == run_documents) finish();
  if (!run_) {
    run_.emplace(stem_.string() + "-" + std::to_string(1000 + runs_++), new_database);
    in_run_ = 0;
  }
  run_->add_document(document);
  ++in_run_;
}

void TermWriter::finish() {
  if (!run_) return;
  run_->commit();
  run_->close();
  run_.reset();
}

SegmentWriter::SegmentWriter(std::filesystem::path folder)
    : folder_(made(std::move(folder))),
      passage_terms_(folder_ / "passages"),
      figure_terms_(folder_ / "figures"),
      passages_(folder_ / "passages"),
      figures_(folder_ / "figures"),
      reports_(folder_ / "reports") {}

void SegmentWriter::count_terms(std::string_view text, std::uint32_t weight) {
  for (const auto& token : analyzer_.analyze(text))
    if (!token.stop) counted_.emplace_back(token.term, weight);
}

/// Sorted, each term once: what Xapian writes fastest (see corpus/storage/NOTES.md).
void SegmentWriter::take_counted(Xapian::Document& document) {
  std::sort(counted_.begin(), counted_.end());
  for (std::size_t i = 0; i < counted_.size();) {
    std::uint32_t wdf = 0;
    const auto term = counted_[i].first;
    std::size_t next = i;
    for (; next < counted_.size() && counted_[next].first == term; ++next)
      wdf += counted_[next].second;
    document.add_term(storage::term("", term), wdf);
    i = next;
  }
  counted_.clear();
}

void SegmentWriter::add_passage(const StoredReport& report, const StoredPassage& passage,
                                std::span<const std::string> labels) {
  Xapian::Document document;
  count_terms(passage.text, 1);
  count_terms(report.head.title, storage::title_wdf);
  for (const auto& title : corpus::section_path(report.head, static_cast<int>(passage.section)))
    count_terms(title, storage::heading_wdf);
  take_counted(document);
  document.add_boolean_term(storage::term(storage::document_prefix, report.head.id));
  for (const auto& label : labels)
    document.add_boolean_term(storage::term(storage::label_prefix, label));
  if (!report.head.is_record)
    document.add_boolean_term(storage::term(storage::passage_prefix, passage.id));
  passage_terms_.add(document);
}

void SegmentWriter::add_figure(const StoredReport& report, std::uint32_t passage_number,
                               const corpus::Figure& figure,
                               std::span<const std::string> labels_of_passage) {
  Xapian::Document document;
  count_terms(figure.label, 3);
  count_terms(figure.unit, 2);
  take_counted(document);
  const auto labels = figure_labels(report, figure, labels_of_passage);
  figure_terms_.add(document);
  figure_columns_.append(passage_number, false, labels);
  values_.push_back(figure.value);
  figures_.append(storage::encode({passage_number, figure}));
}

void SegmentWriter::add(PreparedReport prepared) {
  prepared.report.first_passage = passages_.size();
  const auto number = reports_.size();
  const bool is_record = prepared.report.head.is_record;
  std::vector<std::vector<std::string>> labels;
  for (const auto& passage : prepared.passages)
    labels.push_back(passage_labels(prepared.report, passage));
  if (is_record) labels = shared_by_all(std::move(labels));
  for (std::size_t i = 0; i < prepared.passages.size(); ++i) {
    auto& passage = prepared.passages[i];
    passage.report = number;
    passage.first_figure = figures_.size();
    const auto passage_number = passages_.size();
    for (const auto& figure : prepared.figures[i])
      add_figure(prepared.report, passage_number, figure, labels[i]);
    add_passage(prepared.report, passage, labels[i]);
    passage_columns_.append(number, is_record, labels[i]);
    passages_.append(storage::encode(passage));
  }
  reports_.append(storage::encode(prepared.report));
}

void SegmentWriter::finish() {
  passage_terms_.finish();
  figure_terms_.finish();
  passages_.finish();
  figures_.finish();
  reports_.finish();
  passage_columns_.write(folder_ / "passages.columns");
  figure_columns_.write(folder_ / "figures.columns");
  std::ofstream out;
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.open(folder_ / "figures.values", std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(values_.data()),
            static_cast<std::streamsize>(values_.size() * sizeof(double)));
  out.close();
}

}  // namespace repere::indexer
