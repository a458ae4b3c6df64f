// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "child_process.h"
#include "pdf.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

constexpr double points_a_pixel = 72.0 / 300.0;
constexpr double least_confidence = 30;

/// A file that is gone when the object is.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes) {
    std::error_code none;
    std::string name = (std::filesystem::temp_directory_path(none) / "repere-page-XXXXXX").string();
    const int file = mkstemp(name.data());
    if (file < 0) return;
    close(file);
    path_ = name;
    std::ofstream(path_, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  ~TemporaryFile() {
    std::error_code none;
    std::filesystem::remove(path_, none);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::vector<std::string> columns_of(std::string_view line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

/// Words of tesseract's table (level 5): left top width height in pixels, confidence, text.
std::vector<PdfWord> parse_table(std::string_view table) {
  std::vector<PdfWord> words;
  for (std::size_t at = 0; at < table.size();) {
    const auto end = std::min(table.find('\n', at), table.size());
    const auto fields = columns_of(table.substr(at, end - at));
    at = end + 1;
    if (fields.size() < 12 || fields[0] != "5" ||
        std::strtod(fields[10].c_str(), nullptr) < least_confidence)
      continue;
    if (fields[11].empty() || valid_utf8_prefix(fields[11]) != fields[11].size()) continue;
    PdfWord word;
    word.left = std::strtod(fields[6].c_str(), nullptr) * points_a_pixel;
    word.top = std::strtod(fields[7].c_str(), nullptr) * points_a_pixel;
    word.right = word.left + std::strtod(fields[8].c_str(), nullptr) * points_a_pixel;
    word.bottom = word.top + std::strtod(fields[9].c_str(), nullptr) * points_a_pixel;
    word.size = 10;  // a word's height is that of its letters, not of its font
    word.text = fields[11];
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

std::vector<int> recognise_pages(const std::filesystem::path& file, PdfDocument& document,
                                 const ReadOptions& options) {
  std::vector<int> read;
  for (PdfPage& page : document.pages) {
    if (!page.words.empty()) continue;
    const ChildResult image = run_child(
        {options.pdf_worker.string(), "--worker-image", file.string(), std::to_string(page.number)},
        {});
    if (image.end != ChildResult::End::exited || image.code != 0 || image.output.empty()) continue;
    const TemporaryFile picture(image.output);
    if (picture.path().empty()) continue;
    const ChildResult table =
        run_child({"tesseract", picture.path().string(), "stdout", "-l", "fra", "tsv"}, {});
    if (table.end != ChildResult::End::exited || table.code != 0) continue;
    page.words = parse_table(table.output);
    if (!page.words.empty()) read.push_back(page.number);
  }
  return read;
}

}  // namespace repere::corpus
