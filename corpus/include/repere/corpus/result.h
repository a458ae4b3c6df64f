// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace repere {

/// Why an operation could not be done. The programs map each to an exit code, the web to a status.
enum class ErrorCode {
  invalid_argument,  ///< the caller's words are wrong: exit 2, HTTP 400
  not_found,         ///< a named thing is absent: exit 2, HTTP 404
  refused_input,     ///< a report that cannot be read: the build goes on, exit 1
  locked,            ///< another writer holds the index: exit 3
  foreign_index,     ///< the folder is no index, or one of another version: exit 3
  unavailable,       ///< disk, memory, a corrupt index: exit 3, HTTP 503
};

/// One line for a person: what went wrong, and what to do about it. Both in French, no final stop.
struct Error {
  ErrorCode code = ErrorCode::unavailable;
  std::string message;
  std::string hint;

  /// "message ; hint", or the message alone.
  std::string line() const { return hint.empty() ? message : message + " ; " + hint; }
};

/// A value or the reason there is none; the names are those of std::expected (C++23).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return assert(has_value()), *std::get_if<0>(&state_); }
  const T& value() const& { return assert(has_value()), *std::get_if<0>(&state_); }
  T&& value() && { return assert(has_value()), std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const { return assert(!has_value()), *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}  // NOLINT: implicit
  bool has_value() const { return !failed_; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const { return error_; }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace repere
