// SPDX-License-Identifier: GPL-2.0-or-later
#include "write/pipeline.h"

#include <algorithm>
#include <memory>
#include <thread>

#include "repere/storage/guard.h"
#include "repere/storage/schema.h"
#include "repere/storage/segment.h"

namespace repere::indexer {
namespace {

constexpr std::size_t batch_records = 128;
constexpr std::size_t queue_length = 4;

using Task = std::function<void(SegmentWriter&)>;

/// Tasks for one worker; the producer waits while it is full.
class Queue {
 public:
  void push(Task task) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return tasks_.size() < queue_length || closed_; });
    tasks_.push_back(std::move(task));
    changed_.notify_all();
  }
  std::optional<Task> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !tasks_.empty() || closed_; });
    if (tasks_.empty()) return std::nullopt;
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    changed_.notify_all();
    return task;
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  bool closed_ = false;
};

class Pipeline {
 public:
  explicit Pipeline(Work& work) : work_(work), queues_(std::max<std::size_t>(work.jobs, 1)) {
    for (const auto& segment : work.carried) carried_.emplace_back((segment / "passages").string());
  }

  Result<void> run() {
    std::vector<std::thread> threads;
    results_.resize(queues_.size());
    for (std::size_t i = 0; i < queues_.size(); ++i)
      threads.emplace_back([this, i] { results_[i] = storage::guarded([&] { return serve(i); }); });
    const auto produced = storage::guarded([&]() -> Result<void> {
      produce();
      return {};
    });
    for (auto& queue : queues_) queue.close();
    for (auto& thread : threads) thread.join();
    if (!produced) return produced;
    for (auto& result : results_)
      if (!result) return result;
    std::sort(work_.segments.begin(), work_.segments.end());
    std::sort(work_.refused.begin(), work_.refused.end(),
              [](const auto& a, const auto& b) { return a.input < b.input; });
    return {};
  }

 private:
  void produce() {
    for (const auto& transfer : work_.transfers)
      give([this, transfer](SegmentWriter& out) { take_over(transfer, out); });
    for (const auto& input : work_.inputs) {
      if (input.is_jsonl())
        read_records(input);
      else
        give([this, &input](SegmentWriter& out) { read_report(input, out); });
    }
  }

  void give(Task task) { queues_[next_++ % queues_.size()].push(std::move(task)); }

  /// Records are parsed here, in order, and prepared by the workers in batches.
  void read_records(const Input& input) {
    auto batch = std::make_shared<std::vector<corpus::Report>>();
    const auto send = [&] {
      if (batch->empty()) return;
      give([this, batch, source = input.path.string()](SegmentWriter& out) {
        for (auto& report : *batch) write(prepare(std::move(report), source), out);
      });
      batch = std::make_shared<std::vector<corpus::Report>>();
    };
    auto options = work_.read;
    options.on_refused = [&](std::size_t, const Error& error) {
      refuse(input.path.string(), error.line());
    };
    const auto done =
        corpus::read_file(input.path, input.description, options, [&](corpus::Report report) {
          if (!take_id(report.id)) {
            refuse(input.path.string() + " : " + report.id,
                   "cet identifiant est déjà pris par un autre enregistrement");
            return;
          }
          batch->push_back(std::move(report));
          if (batch->size() >= batch_records) send();
        });
    send();
    if (!done) refuse(input.path.string(), done.error().line());
    advance(input.bytes);
  }

  void read_report(const Input& input, SegmentWriter& out) {
    const auto done =
        corpus::read_file(input.path, input.description, work_.read, [&](corpus::Report report) {
          report.id = input.document;
          if (!take_id(report.id)) {
            refuse(input.path.string(), "l'identifiant « " + report.id + " » est déjà pris");
            return;
          }
          note(report);
          write(prepare(std::move(report), input.path.string()), out);
        });
    if (!done) refuse(input.path.string(), done.error().line());
    advance(input.bytes);
  }

  /// Rewrites the reports of a segment whose inputs have not changed, without reading them again.
  void take_over(const Transfer& transfer, SegmentWriter& out) {
    const storage::Segment from(transfer.segment);
    for (std::uint32_t i = 0; i < from.report_count(); ++i) {
      PreparedReport prepared;
      prepared.report = from.report(i);
      if (transfer.sources.count(prepared.report.source) == 0) continue;
      take_id(prepared.report.head.id);
      const auto first = prepared.report.first_passage;
      for (std::uint32_t p = first; p < first + prepared.report.passage_count; ++p) {
        auto passage = from.passage(p);
        std::vector<corpus::Figure> figures;
        for (std::uint32_t f = 0; f < passage.figure_count; ++f)
          figures.push_back(from.figure(passage.first_figure + f).figure);
        prepared.figures.push_back(std::move(figures));
        prepared.passages.push_back(std::move(passage));
      }
      write(std::move(prepared), out);
    }
  }

  void write(PreparedReport prepared, SegmentWriter& out) {
    entities_ += prepared.report.entity_count;
    out.add(std::move(prepared));
  }

  /// False when the id belongs to another report of this build or of a carried segment.
  bool take_id(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto term = storage::term(storage::document_prefix, id);
    for (const auto& database : carried_)
      if (database.term_exists(term)) return false;
    return ids_.insert(id).second;
  }

  /// A reader's line begins with the file it names, which the summary says already; of a record
  /// it keeps the line number.
  void refuse(std::string input, std::string why) {
    if (why.starts_with(input)) why.erase(0, input.size());
    const auto record = why.starts_with(":") ? why.find(" : ") : std::string::npos;
    if (record != std::string::npos) input += why.substr(0, record);
    if (const auto text = why.find_first_not_of(" :", record == std::string::npos ? 0 : record))
      why.erase(0, text == std::string::npos ? 0 : text);
    const std::lock_guard lock(mutex_);
    work_.refused.push_back({std::move(input), std::move(why)});
  }

  void note(const corpus::Report& report) {
    const std::lock_guard lock(mutex_);
    for (const auto& line : report.notes) work_.notes.push_back(report.path + " : " + line);
  }

  void advance(std::uint64_t bytes) {
    const std::lock_guard lock(mutex_);
    if (work_.read_bytes) work_.read_bytes(bytes);
  }

  Result<void> serve(std::size_t worker) {
    const auto folder = work_.folder / ("part-" + std::to_string(1000 + worker));
    // A worker that fails empties its queue all the same, or the producer would wait for ever.
    auto written = storage::guarded([&]() -> Result<void> {
      std::optional<SegmentWriter> out;
      while (auto task = queues_[worker].pop()) {
        if (!out) out.emplace(folder);
        (*task)(*out);
      }
      if (!out) return {};
      out->finish();
      const std::lock_guard lock(mutex_);
      work_.segments.push_back(folder);
      work_.entities = entities_;
      return {};
    });
    if (!written)
      while (queues_[worker].pop()) {
      }
    return written;
  }

  Work& work_;
  std::vector<Queue> queues_;
  std::vector<Result<void>> results_;
  std::vector<Xapian::Database> carried_;
  std::size_t next_ = 0;
  std::mutex mutex_;
  std::unordered_set<std::string> ids_;
  std::atomic<std::size_t> entities_{0};
};

}  // namespace

Result<void> run(Work& work) { return Pipeline(work).run(); }

}  // namespace repere::indexer
