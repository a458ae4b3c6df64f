// SPDX-License-Identifier: GPL-2.0-or-later
#include "http/workers.h"

#include <exception>
#include <utility>

#include <nlohmann/json.hpp>

namespace repere::web {
namespace {

Response refusal(int status, const std::string& why) {
  Response response;
  response.status = status;
  response.type = "application/problem+json";
  const nlohmann::ordered_json problem{{"type", "about:blank"},
                                       {"title", std::string(reason_phrase(status))},
                                       {"status", status},
                                       {"detail", why}};
  response.body =
      problem.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  return response.with("X-Content-Type-Options", "nosniff").with("Cache-Control", "no-store");
}

Response answer(const Handler& handler, const Request& request) {
  try {
    Response response = handler(request);
    compress(request, response);
    return response;
  } catch (const std::exception&) {
    return refusal(500, "le service a rencontré une erreur ; recommencez");
  }
}

}  // namespace

std::string refusal_bytes(int status, const std::string& why) {
  return serialise(refusal(status, why), false, false);
}

Workers::Workers(std::size_t threads, std::size_t queue,
                 const std::function<Handler()>& make_handler, std::function<void()> wake)
    : queue_limit_(queue), wake_(std::move(wake)) {
  for (std::size_t i = 0; i < threads; ++i)
    threads_.emplace_back([this, make_handler] { work(make_handler); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ready_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool Workers::submit(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (jobs_.size() >= queue_limit_) return false;
    jobs_.push_back(std::move(job));
  }
  ready_.notify_one();
  return true;
}

std::vector<Done> Workers::take_done() {
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, {});
}

void Workers::work(const std::function<Handler()>& make_handler) {
  const Handler handler = make_handler();
  std::unique_lock lock(mutex_);
  for (;;) {
    ready_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    if (stopping_) return;
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    const Response response = answer(handler, job.request);
    const bool keep = job.request.keep_alive;
    std::string bytes = serialise(response, keep, job.request.method == "HEAD");
    lock.lock();
    done_.push_back({job.connection, std::move(bytes), keep});
    wake_();
  }
}

}  // namespace repere::web
