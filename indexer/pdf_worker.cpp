// SPDX-License-Identifier: GPL-2.0-or-later
#include "pdf_worker.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

namespace repere::indexer {
namespace {

constexpr rlim_t most_seconds = 120;
constexpr rlim_t most_memory = rlim_t{1536} << 20;
constexpr rlim_t most_files = 32;
constexpr int most_pages = 5000;
constexpr std::size_t most_output = std::size_t{256} << 20;  ///< bytes
constexpr double image_dpi = 300;

void limit(int resource, rlim_t value) {
  const rlimit bound{value, value};
  setrlimit(static_cast<__rlimit_resource>(resource), &bound);
}

void bound_myself() {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, most_seconds);
  limit(RLIMIT_AS, most_memory);
  limit(RLIMIT_NOFILE, most_files);
  limit(RLIMIT_FSIZE, 0);
}

/// Signs that part the protocol's fields are made spaces.
std::string field(const poppler::ustring& text) {
  const auto bytes = text.to_utf8();
  std::string out(bytes.data(), bytes.size());
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return out;
}

bool is_bold(const std::string& font) {
  for (const char* mark : {"Bold", "bold", "Black", "Heavy", "Semibold", "SemiBold", "Demi"})
    if (font.find(mark) != std::string::npos) return true;
  return false;
}

class Output {
 public:
  bool line(const std::string& text) {
    written_ += text.size();
    if (written_ > most_output) return false;
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  }

 private:
  std::size_t written_ = 0;
};

bool write_words(const poppler::page& page, Output& out) {
  char place[160];
  for (const auto& word : page.text_list(poppler::page::text_list_include_font)) {
    const auto box = word.bbox();
    const bool font = word.has_font_info();
    const std::string name = font ? word.get_font_name(0) : std::string();
    std::snprintf(place, sizeof place, "W\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%d\t%d\t%d\t", box.x(),
                  box.y(), box.x() + box.width(), box.y() + box.height(),
                  font ? word.get_font_size() : 0.0, is_bold(name) ? 1 : 0,
                  word.has_space_after() ? 1 : 0, word.rotation());
    if (!out.line(place + field(word.text()) + "\t" + field(poppler::ustring::from_latin1(name)) +
                  "\n"))
      return false;
  }
  return true;
}

int write_document(const std::string& file) {
  Output out;
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file));
  if (!document) return out.line("E\tbroken\n"), 0;
  if (document->is_locked()) return out.line("E\tencrypted\n"), 0;
  if (document->pages() <= 0) return out.line("E\tempty\n"), 0;
  out.line("D\t" + field(document->get_title()) + "\t" + field(document->get_author()) + "\t" +
           std::to_string(document->pages()) + "\n");
  for (int at = 0; at < document->pages() && at < most_pages; ++at) {
    const std::unique_ptr<poppler::page> page(document->create_page(at));
    if (!page) continue;
    const auto box = page->page_rect();
    char head[96];
    std::snprintf(head, sizeof head, "P\t%d\t%.2f\t%.2f\n", at + 1, box.width(), box.height());
    if (!out.line(head) || !write_words(*page, out)) return 1;
    std::fflush(stdout);
  }
  return out.line("Z\n") ? 0 : 1;
}

/// A page as PGM, the format that every text recogniser reads.
int write_image(const std::string& file, int number) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file));
  if (!document || document->is_locked() || number < 1 || number > document->pages()) return 1;
  const std::unique_ptr<poppler::page> page(document->create_page(number - 1));
  if (!page) return 1;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  const poppler::image image = renderer.render_page(page.get(), image_dpi, image_dpi);
  if (!image.is_valid()) return 1;
  std::printf("P5\n%d %d\n255\n", image.width(), image.height());
  for (int row = 0; row < image.height(); ++row)
    std::fwrite(image.const_data() + static_cast<std::ptrdiff_t>(row) * image.bytes_per_row(), 1,
                static_cast<std::size_t>(image.width()), stdout);
  return std::fflush(stdout) == 0 ? 0 : 1;
}

void ignore(const std::string&, void*) {}

}  // namespace

int run_pdf_worker(int argc, char** argv) {
  bound_myself();
  poppler::set_debug_error_function(ignore, nullptr);
  if (argc == 3 && std::strcmp(argv[1], "--worker-pdf") == 0) return write_document(argv[2]);
  if (argc == 4 && std::strcmp(argv[1], "--worker-image") == 0)
    return write_image(argv[2], std::atoi(argv[3]));
  return 2;
}

}  // namespace repere::indexer
