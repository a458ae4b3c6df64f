// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/records.h"

#include "repere/storage/codec.h"

namespace repere::storage {
namespace {

using corpus::Entity;
using corpus::Figure;

template <typename Enum>
Enum checked(std::uint64_t value, Enum last) {
  if (value > static_cast<std::uint64_t>(last)) throw CorruptRecord("énumération inconnue");
  return static_cast<Enum>(value);
}

void put(Encoder& out, ByteRange range) {
  out.number(range.begin);
  out.number(range.end - range.begin);
}
ByteRange get_range(Decoder& in) {
  const auto begin = in.number32();
  return {begin, begin + in.number32()};
}

void put(Encoder& out, const std::optional<double>& value) {
  out.number(value ? 1 : 0);
  if (value) out.real(*value);
}
std::optional<double> get_optional_real(Decoder& in) {
  if (in.number() == 0) return std::nullopt;
  return in.real();
}

void put(Encoder& out, const std::optional<int>& value) {
  out.number(value ? static_cast<std::uint64_t>(*value) + 1 : 0);
}
std::optional<int> get_optional_int(Decoder& in) {
  const auto value = in.number();
  if (value == 0) return std::nullopt;
  return static_cast<int>(value - 1);
}

void put(Encoder& out, const Figure& f) {
  put(out, f.span);
  put(out, f.sentence);
  out.real(f.value);
  put(out, f.low);
  put(out, f.high);
  put(out, f.change);
  put(out, f.of);
  out.text(f.unit);
  out.number(static_cast<std::uint64_t>(f.kind));
  out.text(f.approx);
  out.text(f.label);
  put(out, f.year);
  out.number(static_cast<std::uint64_t>(f.year_from));
  out.text(f.territory);
  out.text(f.territory_name);
  out.number(static_cast<std::uint64_t>(f.territory_from));
  out.text(f.base);
  out.number(static_cast<std::uint64_t>(f.section));
}

Figure get_figure(Decoder& in) {
  Figure f;
  f.span = get_range(in);
  f.sentence = get_range(in);
  f.value = in.real();
  f.low = get_optional_real(in);
  f.high = get_optional_real(in);
  f.change = get_optional_real(in);
  f.of = get_optional_real(in);
  f.unit = in.text();
  f.kind = checked(in.number(), corpus::FigureKind::range);
  f.approx = in.text();
  f.label = in.text();
  f.year = get_optional_int(in);
  f.year_from = checked(in.number(), corpus::Origin::report);
  f.territory = in.text();
  f.territory_name = in.text();
  f.territory_from = checked(in.number(), corpus::Origin::report);
  f.base = in.text();
  f.section = static_cast<int>(in.number());
  return f;
}

void put(Encoder& out, const Entity& e) {
  put(out, e.span);
  out.number(static_cast<std::uint64_t>(e.cls));
  out.text(e.name);
  out.text(e.code);
}

Entity get_entity(Decoder& in) {
  Entity e;
  e.span = get_range(in);
  e.cls = checked(in.number(), corpus::EntityClass::infrastructure);
  e.name = in.text();
  e.code = in.text();
  return e;
}

void put(Encoder& out, const corpus::Section& s) {
  out.text(s.title);
  out.number(static_cast<std::uint64_t>(s.level));
  out.number(static_cast<std::uint64_t>(s.kind));
  out.number(static_cast<std::uint64_t>(s.parent + 1));
  put(out, s.clean);
  put(out, s.source);
}

corpus::Section get_section(Decoder& in) {
  corpus::Section s;
  s.title = in.text();
  s.level = static_cast<int>(in.number());
  s.kind = checked(in.number(), corpus::SectionKind::toc);
  s.parent = static_cast<int>(in.number()) - 1;
  s.clean = get_range(in);
  s.source = get_range(in);
  return s;
}

}  // namespace

std::string encode(const StoredPassage& p) {
  Encoder out;
  out.text(p.id);
  out.number(p.section);
  out.number(p.page);
  out.number(static_cast<std::uint64_t>(p.quality));
  out.number(p.clean_begin);
  out.text(p.text);
  out.number(p.runs.size());
  for (const auto& run : p.runs) {
    put(out, run.clean);
    put(out, run.source);
    out.number(run.after_skip ? 1 : 0);
  }
  out.number(p.blocks.size());
  for (const auto& [kind, range] : p.blocks) {
    out.number(static_cast<std::uint64_t>(kind));
    put(out, range);
  }
  out.number(p.entities.size());
  for (const auto& entity : p.entities) put(out, entity);
  out.number(p.themes.size());
  for (const auto& theme : p.themes) out.text(theme);
  out.number(p.figure_count);
  return out.take();
}

StoredPassage decode_passage(std::string_view bytes) {
  Decoder in(bytes);
  StoredPassage p;
  p.id = in.text();
  p.section = in.number32();
  p.page = in.number32();
  p.quality = checked(in.number(), corpus::PageQuality::empty);
  p.clean_begin = in.number32();
  p.text = in.text();
  p.runs.resize(in.count());
  for (auto& run : p.runs) {
    run.clean = get_range(in);
    run.source = get_range(in);
    run.after_skip = in.number() != 0;
  }
  p.blocks.resize(in.count());
  for (auto& [kind, range] : p.blocks) {
    kind = checked(in.number(), corpus::BlockKind::toc_entry);
    range = get_range(in);
  }
  p.entities.resize(in.count());
  for (auto& entity : p.entities) entity = get_entity(in);
  p.themes.resize(in.count());
  for (auto& theme : p.themes) theme = in.text();
  p.figure_count = in.number32();
  return p;
}

std::string encode(const StoredFigure& f) {
  Encoder out;
  put(out, f.figure);
  return out.take();
}

StoredFigure decode_figure(std::string_view bytes) {
  Decoder in(bytes);
  StoredFigure f;
  f.figure = get_figure(in);
  return f;
}

std::string encode(const StoredReport& r) {
  Encoder out;
  const auto& h = r.head;
  for (const auto* text : {&h.id, &h.path, &h.title, &h.publisher, &h.url, &h.licence, &h.theme,
                           &h.territory, &r.source})
    out.text(*text);
  put(out, h.year);
  out.number(static_cast<std::uint64_t>(h.nature));
  out.number((h.inferred.title ? 1u : 0u) | (h.inferred.publisher ? 2u : 0u) |
             (h.inferred.year ? 4u : 0u) | (h.inferred.territory ? 8u : 0u) |
             (h.is_record ? 16u : 0u) | (h.is_pdf ? 32u : 0u));
  out.number(h.sections.size());
  for (const auto& section : h.sections) put(out, section);
  out.number(h.pages.size());
  for (const auto& page : h.pages) {
    out.number(static_cast<std::uint64_t>(page.number));
    put(out, page.clean);
    out.number(static_cast<std::uint64_t>(page.quality));
  }
  out.number(h.notes.size());
  for (const auto& note : h.notes) out.text(note);
  for (const auto count : {r.passage_count, r.figure_count, r.entity_count}) out.number(count);
  return out.take();
}

StoredReport decode_report(std::string_view bytes) {
  Decoder in(bytes);
  StoredReport r;
  auto& h = r.head;
  for (auto* text : {&h.id, &h.path, &h.title, &h.publisher, &h.url, &h.licence, &h.theme,
                     &h.territory, &r.source})
    *text = in.text();
  h.year = get_optional_int(in);
  h.nature = checked(in.number(), corpus::Nature::digest);
  const auto flags = in.number();
  h.inferred = {(flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, (flags & 8) != 0};
  h.is_record = (flags & 16) != 0;
  h.is_pdf = (flags & 32) != 0;
  h.sections.resize(in.count());
  for (auto& section : h.sections) section = get_section(in);
  h.pages.resize(in.count());
  for (auto& page : h.pages) {
    page.number = static_cast<int>(in.number());
    page.clean = get_range(in);
    page.quality = checked(in.number(), corpus::PageQuality::empty);
  }
  h.notes.resize(in.count());
  for (auto& note : h.notes) note = in.text();
  for (auto* count : {&r.passage_count, &r.figure_count, &r.entity_count}) *count = in.number32();
  return r;
}

}  // namespace repere::storage
