// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What an index is on disk: the one contract between the indexer and the query side.
///
/// A folder:
///
///     CURRENT              name of the live generation file, replaced by one rename
///     LOCK                 held (flock) by the one writer
///     generation-N.json    which segments make generation N, its sources, its versions
///     segments/NAME/       immutable once named by a generation; generations share them
///         passages/          Xapian database, one document a passage, in the order of passages.dat
///         figures/           Xapian database, one document a figure, in the order of figures.dat
///         passages.dat .idx  StoredPassage records (see record_file.h)
///         figures.dat .idx   StoredFigure records
///         reports.dat .idx   StoredReport records
///         passages.columns   passage number → report, facet labels (see columns.h)
///         figures.columns    figure number → passage, facet labels
///         figures.values     figure number → value (IEEE double, little endian)
///
/// A generation file holds, for each segment, its input files with their hashes (an unchanged one
/// is carried over) and every file's size and checksum (repere-index check compares them).
///
/// Both Xapian databases are written without positions and without term lists: a segment never
/// changes, so nothing is ever deleted from it, and phrases are checked on the stored text. That
/// is what brings the index from 4.8 times the text to a quarter of it (see ../NOTES.md).
///
/// Terms of a passage (wdf in brackets):
///     stem             body [1], title and headings [their weights below]
///     "N" + number     canonical number or amount [1]
///     "L" + label      facet label, boolean; closed upwards: a passage of the Oise also bears
///                      the label of Hauts-de-France
///     "Q" + id         the passage's id, boolean
///     "D" + id         its document's id, boolean
/// Terms of a figure: stems of its label [3] and unit [2]. Its year, territory, themes, unit and
/// kind are labels in figures.columns alone; its words around, its document and the names it stands
/// beside are those of its passage.
///
/// Stems are lower case and unaccented, so a capital is always a prefix. A term longer than
/// max_term_bytes is cut: Xapian refuses more than 245 bytes.
namespace repere::storage {

inline constexpr int schema_version = 1;

inline constexpr std::string_view number_prefix = "N";
inline constexpr std::string_view label_prefix = "L";
inline constexpr std::string_view passage_prefix = "Q";
inline constexpr std::string_view document_prefix = "D";
inline constexpr std::size_t max_term_bytes = 200;

/// How many times a title's or heading's word counts beside one of the body.
inline constexpr std::uint32_t title_wdf = 1;
inline constexpr std::uint32_t heading_wdf = 1;

/// Facet labels are one letter, a colon, the value: "y:2016" "t:DEP-60" "h:emploi" "o:Pôle emploi".
enum class LabelKind : char {
  year = 'y',
  territory = 't',
  theme = 'h',
  organisation = 'o',
  programme = 'p',
  unit = 'u',         ///< figures only
  figure_kind = 'k',  ///< figures only
};

inline std::string label(LabelKind kind, std::string_view value) {
  return std::string{static_cast<char>(kind), ':'} + std::string(value);
}

inline std::string term(std::string_view prefix, std::string_view value) {
  std::string out(prefix);
  out += value;
  if (out.size() > max_term_bytes) out.resize(max_term_bytes);
  return out;
}

}  // namespace repere::storage
