// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/columns.h"

#include <algorithm>
#include <fstream>

#include "repere/storage/codec.h"

namespace repere::storage {
namespace {

constexpr std::string_view magic = "RPC1";

void write_numbers(std::ofstream& out, std::span<const std::uint32_t> numbers) {
  out.write(reinterpret_cast<const char*>(numbers.data()),
            static_cast<std::streamsize>(numbers.size_bytes()));
}

bool is_increasing_to(std::span<const std::uint32_t> ends, std::size_t last) {
  return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() ? 0 : ends.back()) == last;
}

}  // namespace

std::uint32_t ColumnsWriter::number_of(const std::string& label) {
  const auto [at, fresh] = numbers_.try_emplace(label, static_cast<std::uint32_t>(names_.size()));
  if (fresh) names_.push_back(label);
  return at->second;
}

void ColumnsWriter::append(std::uint32_t report, bool is_record,
                           std::span<const std::string> labels) {
  const auto begin = static_cast<std::ptrdiff_t>(labels_.size());
  for (const auto& label : labels) labels_.push_back(number_of(label));
  std::sort(labels_.begin() + begin, labels_.end());
  labels_.erase(std::unique(labels_.begin() + begin, labels_.end()), labels_.end());
  reports_.push_back(is_record ? report | record_bit : report);
  ends_.push_back(static_cast<std::uint32_t>(labels_.size()));
}

void ColumnsWriter::append(const Columns& from, std::uint32_t report_base) {
  std::vector<std::uint32_t> renumbered;
  for (std::uint32_t i = 0; i < from.label_count(); ++i)
    renumbered.push_back(number_of(std::string(from.label_name(i))));
  for (std::uint32_t i = 0; i < from.size(); ++i) {
    const auto begin = static_cast<std::ptrdiff_t>(labels_.size());
    for (const auto label : from.labels(i)) labels_.push_back(renumbered[label]);
    std::sort(labels_.begin() + begin, labels_.end());
    const auto report = from.report(i) + report_base;
    reports_.push_back(from.is_record(i) ? report | record_bit : report);
    ends_.push_back(static_cast<std::uint32_t>(labels_.size()));
  }
}

void ColumnsWriter::write(const std::filesystem::path& file) const {
  std::vector<std::uint32_t> name_ends;
  std::string names;
  for (const auto& name : names_) {
    names += name;
    name_ends.push_back(static_cast<std::uint32_t>(names.size()));
  }
  std::ofstream out;
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.open(file, std::ios::binary | std::ios::trunc);
  out.write(magic.data(), static_cast<std::streamsize>(magic.size()));
  const std::uint32_t head[] = {size(), static_cast<std::uint32_t>(labels_.size()),
                                static_cast<std::uint32_t>(names_.size()),
                                static_cast<std::uint32_t>(names.size())};
  write_numbers(out, head);
  write_numbers(out, reports_);
  write_numbers(out, ends_);
  write_numbers(out, labels_);
  write_numbers(out, name_ends);
  out.write(names.data(), static_cast<std::streamsize>(names.size()));
  out.close();
}

Columns::Columns(const std::filesystem::path& file) : file_(file) {
  const auto bytes = file_.bytes();
  constexpr std::size_t head_bytes = 4 + 4 * sizeof(std::uint32_t);
  if (bytes.size() < head_bytes || !bytes.starts_with(magic))
    throw CorruptRecord("columns.dat n'est pas un fichier d'index");
  const auto* numbers = reinterpret_cast<const std::uint32_t*>(bytes.data() + magic.size());
  const std::size_t passages = numbers[0], labels = numbers[1], names = numbers[2];
  const std::size_t name_bytes = numbers[3];
  const std::size_t words = 2 * passages + labels + names;
  if (bytes.size() != head_bytes + words * sizeof(std::uint32_t) + name_bytes)
    throw CorruptRecord("columns.dat n'a pas la longueur qu'il annonce");
  const auto* at = numbers + 4;
  reports_ = {at, passages};
  ends_ = {at + passages, passages};
  labels_ = {at + 2 * passages, labels};
  name_ends_ = {at + 2 * passages + labels, names};
  names_ = bytes.substr(bytes.size() - name_bytes);
  if (!is_increasing_to(ends_, labels) || !is_increasing_to(name_ends_, name_bytes) ||
      std::any_of(labels_.begin(), labels_.end(), [&](auto label) { return label >= names; }))
    throw CorruptRecord("columns.dat se contredit");
}

std::uint32_t Columns::first_of(std::uint32_t report) const {
  const auto at = std::partition_point(reports_.begin(), reports_.end(),
                                       [&](std::uint32_t r) { return (r & ~record_bit) < report; });
  return static_cast<std::uint32_t>(at - reports_.begin());
}

}  // namespace repere::storage
