// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "http/server.h"

namespace repere::web {

/// A request on its way to a worker, and its answer on the way back.
struct Job {
  std::uint64_t connection = 0;
  Request request;
};
struct Done {
  std::uint64_t connection = 0;
  std::string bytes;
  bool keep_alive = false;
};

/// The threads that answer. Bounded queue in, list of done work out; `wake` is called after each.
class Workers {
 public:
  Workers(std::size_t threads, std::size_t queue, const std::function<Handler()>& make_handler,
          std::function<void()> wake);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when the queue is full.
  bool submit(Job job);
  std::vector<Done> take_done();

 private:
  void work(const std::function<Handler()>& make_handler);

  std::size_t queue_limit_;
  std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Job> jobs_;
  std::vector<Done> done_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

/// The bytes of an answer that no handler made: a refusal or a full house.
std::string refusal_bytes(int status, const std::string& why);

}  // namespace repere::web
