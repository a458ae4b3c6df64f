// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/backend.h"
#include "app/params.h"
#include "http/message.h"

namespace repere::web {

/// Counters for /metrics, shared by the workers. No word of any query is in it.
struct Metrics {
  static constexpr std::array<double, 8> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5};
  static constexpr std::array<std::string_view, 6> kinds{"page",   "api",    "asset",
                                                         "health", "export", "other"};
  std::array<std::array<std::atomic<std::uint64_t>, 6>, kinds.size()>
      requests{};  ///< by status / 100
  std::array<std::atomic<std::uint64_t>, bounds.size() + 1> latency{};
  std::atomic<std::uint64_t> latency_us{0};
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
};

/// What all workers share and nobody changes but the counters.
struct Site {
  std::string version;
  std::string public_url;  ///< « https://… » without final slash; empty: taken from Host
  Metrics metrics;
};

/// What a handler is given.
struct Context {
  const Request& request;
  const Parameters& params;
  Backend& backend;
  const Site& site;

  /// Absolute address of this server, without final slash.
  std::string base_url() const;
};

/// Answers one request: routes, reads parameters, turns errors into problem details or an error
/// page, adds the security headers and the ETag. Never throws on its own account.
Response handle(const Request& request, Backend& backend, Site& site);

}  // namespace repere::web
