// SPDX-License-Identifier: GPL-2.0-or-later
#include "pdf.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "characters.h"
#include "child_process.h"
#include "pdf_layout.h"
#include "repere/corpus/analysis.h"
#include "report_builder.h"
#include "text_structure.h"

namespace repere::corpus {
namespace {

/// Size in half points and weight: what tells one print from another.
using PrintKey = std::pair<int, bool>;

PrintKey print_key(const PdfLine& line) {
  return {static_cast<int>(std::lround(line.size * 2)), line.bold};
}

struct PageLines {
  int number = 0;
  double height = 0;
  std::vector<PdfLine> lines;
};

/// Digits alike, no space: what a running head is recognised by.
std::string furniture_key(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    if (c == ' ') continue;
    const char sign = c >= '0' && c <= '9' ? '#' : c;
    if (sign != '#' || out.empty() || out.back() != '#') out += sign;
  }
  return out;
}

bool in_margin(const PdfLine& line, double height) {
  return !line.row && (line.bottom < height * 0.085 || line.top > height * 0.915);
}

/// Drops page numbers, and lines that stand in the margin of many pages.
void drop_furniture(std::vector<PageLines>& pages) {
  std::map<std::string, std::set<int>> seen;
  for (const PageLines& page : pages)
    for (const PdfLine& line : page.lines)
      if (in_margin(line, page.height)) seen[furniture_key(line.text)].insert(page.number);
  for (PageLines& page : pages)
    std::erase_if(page.lines, [&](const PdfLine& line) {
      if (!in_margin(line, page.height)) return false;
      const std::string key = furniture_key(line.text);
      const bool number =
          key == "#" || key == "-#-" || key == "page#" || key == "p.#" || key == "#/#";
      return number || (seen[key].size() >= 3 && seen[key].size() * 4 >= pages.size());
    });
}

/// The gutter of most pages that have one.
double usual_gutter(const PdfDocument& document) {
  std::map<long, std::size_t> places;
  for (const PdfPage& page : document.pages)
    if (const double at = gutter_of(page); at > 0) ++places[std::lround(at)];
  const auto best =
      std::max_element(places.begin(), places.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == places.end() ? 0 : static_cast<double>(best->first);
}

/// Which prints are titles (larger than the body, or bold where the body is not), largest first.
class Prints {
 public:
  explicit Prints(const std::vector<PageLines>& pages) {
    std::map<PrintKey, std::size_t> signs;
    for (const PageLines& page : pages)
      for (const PdfLine& line : page.lines) signs[print_key(line)] += line.text.size();
    std::size_t most = 0;
    for (const auto& [key, count] : signs)
      if (count > most) most = count, body_ = key;
    std::vector<PrintKey> titles;
    for (const auto& [key, count] : signs)
      if (is_larger(key)) titles.push_back(key);
    std::sort(titles.begin(), titles.end(),
              [](const PrintKey& a, const PrintKey& b) { return a > b; });
    for (std::size_t at = 0; at < titles.size(); ++at)
      ranks_[titles[at]] = static_cast<int>(at) + 1;
  }

  int style_of(const PdfLine& line) const {
    const auto found = ranks_.find(print_key(line));
    if (found != ranks_.end()) return line.row ? 0 : found->second;
    return std::abs(print_key(line).first - body_.first) <= 1 ? 0 : -1;
  }

 private:
  bool is_larger(const PrintKey& key) const {
    return key.first > body_.first + 1 ||
           (key.second && !body_.second && key.first >= body_.first - 4);
  }

  PrintKey body_;
  std::map<PrintKey, int> ranks_;
};

/// A share of words that no list knows, or of signs that no text has: the font lied.
PageQuality quality_of(const std::vector<PdfLine>& lines) {
  std::size_t words = 0, known = 0, signs = 0, strange = 0;
  const Lexicon& lexicon = Lexicon::french();
  for (const PdfLine& line : lines) {
    std::string word;
    for (std::size_t at = 0; at < line.text.size();) {
      const Codepoint code = decode(line.text, at);
      ++signs;
      strange += code.value == 0xFFFD || (code.value >= 0xE000 && code.value <= 0xF8FF) ||
                 code.value < 0x20;
      at += code.size;
      if (is_letter(code.value)) append_utf8(word, code.value);
      if (is_letter(code.value) && at < line.text.size()) continue;
      if (word.size() > 2) ++words, known += lexicon.has(word);
      word.clear();
    }
  }
  if (signs == 0) return PageQuality::empty;
  if (strange * 5 > signs) return PageQuality::garbled;
  return lexicon.available() && words >= 30 && known * 4 < words ? PageQuality::garbled
                                                                 : PageQuality::digital;
}

/// Printed lines as the text reader takes them. Source offsets count through all pages; finish()
/// makes them count from each page's start.
struct Printed {
  std::vector<TextLine> lines;
  std::vector<Region> regions;             ///< clean holds source offsets until finish()
  std::vector<std::uint32_t> page_begins;  ///< source offset of each page's first line
};

Printed to_text_lines(const std::vector<PageLines>& pages, const RepairContext& context) {
  const Prints prints(pages);
  Printed out;
  std::uint32_t offset = 0;
  bool cut_word = false;
  for (const PageLines& page : pages) {
    out.page_begins.push_back(offset);
    const PdfLine* before = nullptr;
    for (const PdfLine& printed : page.lines) {
      TextLine line;
      line.text.copy(trim(printed.text), offset);
      line.text = repair_line(line.text, context, cut_word);
      cut_word = printed.text.ends_with("-") || printed.text.ends_with("\u00AD") ||
                 printed.text.ends_with("\u2010");
      const auto end = offset + static_cast<std::uint32_t>(printed.text.size());
      out.regions.push_back(
          {{offset, end}, page.number, printed.left, printed.top, printed.right, printed.bottom});
      offset = end + 1;
      if (before == nullptr)
        line.start = FlowStart::page;
      else if (before->column != printed.column)
        line.start = FlowStart::gap;
      line.blanks = before != nullptr && before->group != printed.group;
      line.page = page.number;
      line.style = prints.style_of(printed);
      line.row = printed.row;
      line.number = static_cast<int>(out.lines.size()) + 1;
      line.bullet = bullet_of(line.text.text(), line.bullet_size);
      if (!line.text.empty()) out.lines.push_back(std::move(line));
      before = &printed;
    }
  }
  return out;
}

std::size_t page_of(const std::vector<std::uint32_t>& begins, std::uint32_t source) {
  const auto after = std::upper_bound(begins.begin(), begins.end(), source);
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, after - begins.begin())) - 1;
}

/// Source bytes of a PDF are those of its page's clean text: runs are cut by page, pages get their
/// clean range, and each printed line's region its clean range.
void place_on_pages(Report& report, const Printed& printed, const std::vector<PageLines>& pages) {
  SourceMap map;
  std::vector<bool> seen(pages.size(), false);
  const std::vector<MapRun>& runs = report.map.runs();
  std::size_t last_page = 0;
  for (const MapRun& run : runs) {
    const std::size_t at = page_of(printed.page_begins, run.source.begin);
    Page& page = report.pages[at];
    if (!seen[at]) page.clean = run.clean;
    seen[at] = true;
    page.clean = {std::min(page.clean.begin, run.clean.begin),
                  std::max(page.clean.end, run.clean.end)};
  }
  for (const MapRun& run : runs) {
    const std::size_t at = page_of(printed.page_begins, run.source.begin);
    const auto base = report.pages[at].clean.begin;
    const bool jumps = run.after_skip || at != last_page;
    map.append(
        {run.clean, {run.clean.begin - base, run.clean.end - base}, jumps && !map.runs().empty()});
    last_page = at;
    auto region =
        std::partition_point(printed.regions.begin(), printed.regions.end(),
                             [&](const Region& r) { return r.clean.end <= run.source.begin; });
    for (; region != printed.regions.end() && region->clean.begin < run.source.end; ++region) {
      Region placed = *region;
      const bool whole = run.clean.size() != run.source.size();
      const auto from = std::max(region->clean.begin, run.source.begin) - run.source.begin;
      const auto to = std::min(region->clean.end, run.source.end) - run.source.begin;
      placed.clean = whole ? run.clean : ByteRange{run.clean.begin + from, run.clean.begin + to};
      auto& regions = report.regions;
      const bool same = !regions.empty() && regions.back().page == placed.page &&
                        regions.back().top == placed.top && regions.back().left == placed.left;
      if (same)
        regions.back().clean.end = placed.clean.end;
      else
        regions.push_back(placed);
    }
  }
  report.map = std::move(map);
}

std::string list_pages(const std::vector<int>& pages) {
  std::string out;
  for (std::size_t at = 0; at < pages.size() && at < 12; ++at)
    out += (at == 0 ? "" : ", ") + std::to_string(pages[at]);
  return pages.size() > 12 ? out + "…" : out;
}

void note_pages(Report& report, const PdfDocument& document) {
  std::vector<int> empty, garbled, ocr;
  for (const Page& page : report.pages) {
    if (page.quality == PageQuality::empty) empty.push_back(page.number);
    if (page.quality == PageQuality::garbled) garbled.push_back(page.number);
    if (page.quality == PageQuality::ocr) ocr.push_back(page.number);
  }
  const auto note = [&](const std::vector<int>& pages, const char* what) {
    if (!pages.empty())
      report.notes.push_back((pages.size() == 1 ? "page " : "pages ") + list_pages(pages) + " : " +
                             what);
  };
  note(empty, "sans texte, non lues (--ocr les lit si tesseract est installé)");
  note(garbled, "texte illisible (police sans table de caractères)");
  note(ocr, "lues par reconnaissance de caractères");
  if (!document.whole)
    report.notes.push_back("lecture interrompue à la page " +
                           std::to_string(document.pages.back().number) + " sur " +
                           std::to_string(document.page_count));
}

}  // namespace

Report read_pdf_words(PdfDocument document, const std::vector<int>& ocr_pages,
                      const Description& description) {
  std::vector<PageLines> pages;
  const double gutter = usual_gutter(document);
  for (const PdfPage& page : document.pages)
    pages.push_back({page.number, page.height, lay_out(page, gutter)});
  drop_furniture(pages);
  Vocabulary vocabulary;
  for (const PageLines& page : pages)
    for (const PdfLine& line : page.lines) vocabulary.add(line.text);
  const RepairContext context{Lexicon::french(), vocabulary};
  const Printed printed = to_text_lines(pages, context);

  ReportBuilder builder;
  builder.report().is_pdf = true;
  structure_lines(printed.lines, context, builder);
  Report report = builder.finish(description);
  report.pages.clear();
  for (const PageLines& page : pages) {
    const bool ocr = std::find(ocr_pages.begin(), ocr_pages.end(), page.number) != ocr_pages.end();
    report.pages.push_back({page.number, {}, ocr ? PageQuality::ocr : quality_of(page.lines)});
  }
  place_on_pages(report, printed, pages);
  note_pages(report, document);
  if (report.title.empty() && document.title.find(' ') != std::string::npos) {
    report.title = std::string(trim(document.title));
    report.inferred.title = true;
  }
  return report;
}

Result<Report> read_pdf(const std::filesystem::path& file, const Description& description,
                        const ReadOptions& options) {
  const auto refused = [&](const std::string& what, const std::string& hint = {}) {
    return Error{ErrorCode::refused_input, file.string() + " : " + what, hint};
  };
  if (options.pdf_worker.empty())
    return refused("aucun programme pour lire les PDF", "lisez-le avec repere-index");
  const ChildResult child =
      run_child({options.pdf_worker.string(), "--worker-pdf", file.string()}, {});
  if (child.end == ChildResult::End::not_started)
    return refused("le lecteur de PDF ne démarre pas (" + options.pdf_worker.string() + ")");
  PdfDocument document = parse_words(child.output);
  if (document.fault == "encrypted")
    return refused("PDF chiffré par un mot de passe", "retirez le mot de passe");
  if (document.fault == "empty") return refused("PDF sans page");
  if (document.fault == "broken") return refused("ce n'est pas un PDF lisible (tronqué ou abîmé)");
  if (document.pages.empty()) {
    if (child.end == ChildResult::End::timed_out)
      return refused("lecture du PDF trop longue, abandonnée");
    return refused("PDF hostile ou abîmé : la lecture a dépassé ses limites");
  }
  std::vector<int> ocr_pages;
  if (options.ocr) ocr_pages = recognise_pages(file, document, options);
  const bool text = std::any_of(document.pages.begin(), document.pages.end(),
                                [](const PdfPage& p) { return !p.words.empty(); });
  if (!text) return refused("PDF numérisé, sans texte", "ajoutez --ocr (tesseract-ocr-fra)");
  return read_pdf_words(std::move(document), ocr_pages, description);
}

}  // namespace repere::corpus
