// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/index_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "repere/corpus/analysis.h"
#include "repere/storage/codec.h"
#include "repere/storage/mapped_file.h"
#include "repere/storage/schema.h"

namespace repere::storage {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    throw fs::filesystem_error("synchronisation", path,
                               std::error_code(errno, std::generic_category()));
  ::fsync(file);
  ::close(file);
}

void write_synced(const fs::path& path, const std::string& text) {
  std::ofstream out;
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.open(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  sync(path);
}

json to_json(const SegmentEntry& segment) {
  json sources = json::array(), files = json::array();
  for (const auto& s : segment.sources)
    sources.push_back({{"path", s.path}, {"hash", s.hash}, {"bytes", s.bytes}, {"notes", s.notes}});
  for (const auto& f : segment.files)
    files.push_back({{"name", f.name}, {"bytes", f.bytes}, {"checksum", f.checksum}});
  return {{"name", segment.name},
          {"reports", segment.reports},
          {"passages", segment.passages},
          {"figures", segment.figures},
          {"entities", segment.entities},
          {"sources", sources},
          {"files", files}};
}

SegmentEntry segment_from(const json& in) {
  SegmentEntry out;
  in.at("name").get_to(out.name);
  in.at("reports").get_to(out.reports);
  in.at("passages").get_to(out.passages);
  in.at("figures").get_to(out.figures);
  in.at("entities").get_to(out.entities);
  for (const auto& s : in.at("sources"))
    out.sources.push_back({s.at("path"), s.at("hash"), s.at("bytes"), s.at("notes")});
  for (const auto& f : in.at("files"))
    out.files.push_back({f.at("name"), f.at("bytes"), f.at("checksum")});
  return out;
}

std::uint64_t size_of(const fs::path& path) {
  if (!fs::is_directory(path)) return fs::file_size(path);
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

Error no_index(const fs::path& index) {
  return {ErrorCode::foreign_index, "« " + index.string() + " » ne contient pas d'index de Repères",
          "construisez-le avec repere-index build --index " + index.string() + " DOSSIER"};
}

}  // namespace

std::string Generation::revision() const {
  std::string identity = std::to_string(number);
  for (const auto& segment : segments)
    for (const auto& file : segment.files) identity += ',' + std::to_string(file.checksum);
  return std::to_string(number) + "-" + hash_hex(identity).substr(0, 8);
}

fs::path segment_folder(const fs::path& index, const std::string& name) {
  return index / "segments" / name;
}

std::string current_name(const fs::path& index) {
  auto name = read_all(index / "CURRENT");
  while (!name.empty() && name.back() == '\n') name.pop_back();
  return name.starts_with("generation-") && name.find('/') == std::string::npos ? name : "";
}

Result<Generation> load_generation(const fs::path& index) {
  const auto name = current_name(index);
  if (name.empty()) return no_index(index);
  const auto parsed = json::parse(read_all(index / name), nullptr, false);
  if (!parsed.is_object() || !parsed.contains("schema") || !parsed.contains("analysis"))
    throw CorruptRecord(name + " est illisible");
  const int schema = parsed["schema"], analysis = parsed["analysis"];
  if (schema != schema_version || analysis != corpus::analysis_version)
    return Error{ErrorCode::foreign_index,
                 "l'index « " + index.string() + " » est d'une autre version (schéma " +
                     std::to_string(schema) + ", analyse " + std::to_string(analysis) +
                     " ; ce programme lit " + std::to_string(schema_version) + " et " +
                     std::to_string(corpus::analysis_version) + ")",
                 "reconstruisez-le avec repere-index build"};
  Generation out;
  parsed.at("number").get_to(out.number);
  for (const auto& segment : parsed.at("segments")) out.segments.push_back(segment_from(segment));
  return out;
}

void publish(const fs::path& index, const Generation& generation) {
  json segments = json::array();
  for (const auto& segment : generation.segments) segments.push_back(to_json(segment));
  const json whole = {{"number", generation.number},
                      {"schema", schema_version},
                      {"analysis", corpus::analysis_version},
                      {"segments", segments}};
  write_synced(index / generation.name(), whole.dump(1) + "\n");
  write_synced(index / "CURRENT.new", generation.name() + "\n");
  fs::rename(index / "CURRENT.new", index / "CURRENT");
  sync(index);
}

std::uint64_t remove_unused(const fs::path& index) {
  auto live = load_generation(index);
  if (!live) return 0;
  std::set<fs::path> kept = {index / live->name()};
  for (const auto& segment : live->segments) kept.insert(segment_folder(index, segment.name));
  std::vector<fs::path> unused;
  for (const auto& entry : fs::directory_iterator(index)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with("generation-") && kept.count(entry.path()) == 0)
      unused.push_back(entry.path());
  }
  if (fs::is_directory(index / "segments"))
    for (const auto& entry : fs::directory_iterator(index / "segments"))
      if (kept.count(entry.path()) == 0) unused.push_back(entry.path());
  std::uint64_t freed = 0;
  for (const auto& path : unused) {
    freed += size_of(path);
    fs::remove_all(path);
  }
  return freed;
}

std::vector<SegmentFile> seal_segment(const fs::path& folder) {
  std::vector<SegmentFile> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    sync(entry.path());
    const MappedFile file(entry.path());
    out.push_back({fs::relative(entry.path(), folder).string(), file.bytes().size(),
                   XXH64(file.bytes().data(), file.bytes().size(), 0)});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  sync(folder);
  return out;
}

std::string find_damage(const fs::path& folder, const std::vector<SegmentFile>& files) {
  for (const auto& expected : files) {
    const auto path = folder / expected.name;
    if (!fs::is_regular_file(path)) return expected.name;
    const MappedFile file(path);
    if (file.bytes().size() != expected.bytes ||
        XXH64(file.bytes().data(), file.bytes().size(), 0) != expected.checksum)
      return expected.name;
  }
  return "";
}

Result<WriterLock> WriterLock::take(const fs::path& index) {
  const auto path = index / "LOCK";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0)
    return Error{ErrorCode::unavailable, "impossible d'écrire dans « " + index.string() + " »",
                 "vérifiez les droits du dossier"};
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return Error{ErrorCode::locked, "un autre programme écrit déjà dans « " + index.string() + " »",
                 "attendez sa fin puis relancez"};
  }
  return WriterLock(file);
}

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}

std::string hash_hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  auto hash = XXH64(bytes.data(), bytes.size(), 0);
  std::string out(16, '0');
  for (auto at = out.rbegin(); at != out.rend(); ++at, hash >>= 4) *at = digits[hash & 15];
  return out;
}

}  // namespace repere::storage
