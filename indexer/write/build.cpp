// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/indexer/build.h"

#include <chrono>
#include <map>
#include <thread>

#include "repere/storage/guard.h"
#include "repere/storage/index_folder.h"
#include "repere/storage/schema.h"
#include "repere/storage/segment.h"
#include "write/pipeline.h"

namespace repere::indexer {
namespace {

namespace fs = std::filesystem;
using storage::Generation;
using storage::SegmentEntry;

/// More segments than this in a generation are compacted into one: every search opens them all.
constexpr std::size_t most_segments = 6;

/// The live generation; an empty one when there is none or it is of another version, which a
/// build replaces whole. Errors: foreign_index when the folder holds something else.
Result<Generation> previous(const fs::path& index) {
  const auto name = storage::current_name(index);
  if (name.empty()) {
    for (const auto& entry : fs::directory_iterator(index)) {
      const auto file = entry.path().filename().string();
      if (file != "LOCK" && file != "segments" && !file.starts_with("generation-") &&
          file != "CURRENT.new")
        return Error{ErrorCode::foreign_index,
                     "« " + index.string() + " » contient autre chose qu'un index (" + file + ")",
                     "donnez un dossier vide ou un index existant"};
    }
    return Generation{};
  }
  auto live = storage::load_generation(index);
  if (live) return live;
  Generation stale;
  stale.number = std::strtoull(name.c_str() + std::string("generation-").size(), nullptr, 10);
  return stale;
}

/// Sorts a build's inputs into what is kept, taken over and read.
void plan(const fs::path& index, const Generation& live, std::vector<Input> inputs, Work& work,
          std::vector<SegmentEntry>& kept, BuildSummary& summary) {
  std::map<std::string, Input*> by_path;
  for (auto& input : inputs) by_path[input.path.string()] = &input;
  std::unordered_set<std::string> unchanged;
  for (const auto& segment : live.segments) {
    Transfer transfer{storage::segment_folder(index, segment.name), {}};
    for (const auto& source : segment.sources) {
      const auto input = by_path.find(source.path);
      if (input != by_path.end() && input->second->hash == source.hash) {
        transfer.sources.insert(source.path);
        unchanged.insert(source.path);
      } else if (input == by_path.end()) {
        ++summary.dropped;
      }
    }
    if (transfer.sources.size() == segment.sources.size())
      kept.push_back(segment);
    else if (!transfer.sources.empty())
      work.transfers.push_back(std::move(transfer));
  }
  for (const auto& segment : kept)
    work.carried.push_back(storage::segment_folder(index, segment.name));
  for (auto& input : inputs)
    if (unchanged.count(input.path.string()) == 0) work.inputs.push_back(std::move(input));
  summary.carried_over = unchanged.size();
}

SegmentEntry describe(const fs::path& folder) {
  SegmentEntry entry;
  entry.name = folder.filename().string();
  const storage::Segment segment(folder);
  entry.reports = segment.report_count();
  entry.passages = segment.passage_count();
  entry.figures = segment.figure_count();
  for (std::uint32_t i = 0; i < segment.report_count(); ++i)
    entry.entities += segment.report(i).entity_count;
  return entry;
}

/// Groups the workers' segments into `shards` compacted ones under their final names.
std::vector<SegmentEntry> gather(const fs::path& index, const Work& work, std::uint64_t number,
                                 std::size_t shards) {
  std::vector<SegmentEntry> out;
  const auto parts = work.segments.size();
  const auto groups = std::min(std::max<std::size_t>(shards, 1), parts);
  for (std::size_t g = 0; g < groups; ++g) {
    std::vector<fs::path> group(
        work.segments.begin() + static_cast<std::ptrdiff_t>(parts * g / groups),
        work.segments.begin() + static_cast<std::ptrdiff_t>(parts * (g + 1) / groups));
    const auto folder =
        storage::segment_folder(index, "s" + std::to_string(number) + "-" + std::to_string(g));
    merge_segments(group, folder);
    out.push_back(describe(folder));
  }
  for (const auto& part : work.segments) fs::remove_all(part);
  return out;
}

/// Every input is named by one segment; which one matters only for telling what changed.
std::vector<storage::Source> sources_in(const fs::path& folder, const std::vector<Input>& inputs,
                                        const Generation& live) {
  std::map<std::string, storage::Source> known;
  for (const auto& segment : live.segments)
    for (const auto& source : segment.sources) known[source.path] = source;
  for (const auto& input : inputs)
    known[input.path.string()] = {input.path.string(), input.hash, input.bytes, {}};
  std::map<std::string, storage::Source> found;
  const storage::Segment segment(folder);
  for (std::uint32_t i = 0; i < segment.report_count(); ++i) {
    const auto path = segment.report(i).source;
    found.emplace(path, known[path]);
  }
  std::vector<storage::Source> out;
  for (auto& [path, source] : found) out.push_back(source);
  return out;
}

void merge_if_many(const fs::path& index, Generation& generation, std::size_t most) {
  if (generation.segments.size() <= most) return;
  std::vector<fs::path> folders;
  SegmentEntry merged;
  for (const auto& segment : generation.segments) {
    folders.push_back(storage::segment_folder(index, segment.name));
    merged.sources.insert(merged.sources.end(), segment.sources.begin(), segment.sources.end());
  }
  const auto folder =
      storage::segment_folder(index, "s" + std::to_string(generation.number) + "-m");
  merge_segments(folders, folder);
  auto sources = std::move(merged.sources);
  merged = describe(folder);
  merged.sources = std::move(sources);
  merged.files = storage::seal_segment(folder);
  generation.segments = {merged};
}

Result<BuildSummary> build_locked(const BuildOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  BuildSummary summary;
  auto live = previous(options.index);
  if (!live) return live.error();
  auto inputs = list_inputs(options.inputs, summary.refused);
  if (!inputs) return inputs.error();
  std::uint64_t total = 0, done = 0;
  for (const auto& input : *inputs) total += input.bytes;
  storage::remove_unused(options.index);

  Generation next;
  next.number = live->number + 1;
  Work work;
  work.folder = options.index / "segments";
  work.jobs = options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  work.read = options.read;
  work.read_bytes = [&](std::uint64_t bytes) {
    done += bytes;
    if (options.progress) options.progress(done, total);
  };
  plan(options.index, *live, *std::move(inputs), work, next.segments, summary);
  fs::create_directories(work.folder);
  if (auto ran = run(work); !ran) return ran.error();
  for (auto& segment : gather(options.index, work, next.number, options.shards)) {
    const auto folder = storage::segment_folder(options.index, segment.name);
    segment.sources = sources_in(folder, work.inputs, *live);
    segment.files = storage::seal_segment(folder);
    next.segments.push_back(std::move(segment));
  }
  merge_if_many(options.index, next, std::max(most_segments, options.shards));

  summary.refused.insert(summary.refused.end(), work.refused.begin(), work.refused.end());
  summary.notes = std::move(work.notes);
  for (const auto& segment : next.segments) {
    summary.reports += segment.reports;
    summary.passages += segment.passages;
    summary.figures += segment.figures;
    summary.entities += segment.entities;
  }
  summary.bytes = total;
  if (summary.reports == 0) {
    std::string first = summary.refused.empty() ? ""
                                                : " (" + summary.refused.front().input + " : " +
                                                      summary.refused.front().why + ")";
    return Error{ErrorCode::refused_input, "aucun rapport lisible dans ce qui est donné" + first,
                 "l'index n'est pas changé"};
  }
  storage::publish(options.index, next);
  storage::remove_unused(options.index);
  summary.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  return summary;
}

IndexInfo info_of(const fs::path& index, const Generation& live) {
  IndexInfo out;
  out.revision = live.revision();
  out.schema_version = storage::schema_version;
  out.analysis_version = corpus::analysis_version;
  out.segments = live.segments.size();
  for (const auto& segment : live.segments) {
    out.reports += segment.reports;
    out.passages += segment.passages;
    out.figures += segment.figures;
    for (const auto& file : segment.files) out.disk_bytes += file.bytes;
  }
  out.disk_bytes += fs::file_size(index / live.name());
  return out;
}

}  // namespace

Result<BuildSummary> build(const BuildOptions& options) {
  return storage::guarded<BuildSummary>([&]() -> Result<BuildSummary> {
    if (fs::exists(options.index) && !fs::is_directory(options.index))
      return Error{ErrorCode::foreign_index,
                   "« " + options.index.string() + " » n'est pas un dossier",
                   "donnez à --index un dossier vide ou un index existant"};
    fs::create_directories(options.index);
    if (auto fit = previous(options.index); !fit) return fit.error();
    auto lock = storage::WriterLock::take(options.index);
    if (!lock) return lock.error();
    return build_locked(options);
  });
}

Result<IndexInfo> check(const fs::path& index) {
  return storage::guarded<IndexInfo>([&]() -> Result<IndexInfo> {
    auto live = storage::load_generation(index);
    if (!live) return live.error();
    for (const auto& entry : live->segments) {
      const auto folder = storage::segment_folder(index, entry.name);
      if (const auto damaged = storage::find_damage(folder, entry.files); !damaged.empty())
        return Error{ErrorCode::unavailable,
                     "l'index est endommagé : segments/" + entry.name + "/" + damaged,
                     "reconstruisez-le avec repere-index build"};
      const storage::Segment segment(folder);
      for (std::uint32_t i = 0; i < segment.passage_count(); ++i) segment.passage(i);
      for (std::uint32_t i = 0; i < segment.figure_count(); ++i) segment.figure(i);
      for (std::uint32_t i = 0; i < segment.report_count(); ++i) segment.report(i);
    }
    return info_of(index, *live);
  });
}

Result<IndexInfo> info(const fs::path& index) {
  return storage::guarded<IndexInfo>([&]() -> Result<IndexInfo> {
    auto live = storage::load_generation(index);
    if (!live) return live.error();
    return info_of(index, *live);
  });
}

Result<std::uint64_t> prune(const fs::path& index) {
  return storage::guarded<std::uint64_t>([&]() -> Result<std::uint64_t> {
    if (auto live = storage::load_generation(index); !live) return live.error();
    auto lock = storage::WriterLock::take(index);
    if (!lock) return lock.error();
    return storage::remove_unused(index);
  });
}

}  // namespace repere::indexer
