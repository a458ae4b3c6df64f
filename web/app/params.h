// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "repere/corpus/result.h"
#include "repere/query/search.h"

namespace repere::web {

/// The parameters that the page and the API share.
struct Parameters {
  std::string q;
  query::Filters filters;
  std::size_t offset = 0;
  std::optional<std::size_t> limit;
  std::string sort;
  std::optional<double> min, max;
  std::string unit;
  std::vector<std::string> kinds;

  query::SearchRequest search(std::size_t default_limit) const;
  query::FiguresRequest figures(std::size_t default_limit) const;
};

inline constexpr std::size_t max_query_bytes = 2000;
inline constexpr std::size_t max_limit = 1000;
inline constexpr std::size_t max_offset = 100000;

/// Reads them. Unknown names are ignored (links gather tracking marks). Errors: invalid_argument
/// naming the parameter and what it may be.
Result<Parameters> read_parameters(const Request& request);

/// An address under construction; values are percent-encoded, empty ones left out.
class Url {
 public:
  explicit Url(std::string path) : text_(std::move(path)) {}
  Url& add(std::string_view name, std::string_view value);
  Url& anchor(std::string_view id);
  const std::string& str() const { return text_; }

 private:
  std::string text_;
  bool has_query_ = false;
};

/// The address of the same view with these parameters. offset 0 and an absent limit are left out.
std::string url_of(std::string_view path, const Parameters& params);

/// "2016" or "2014..2016".
std::string year_text(const query::YearRange& range);

}  // namespace repere::web
