// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

namespace repere::storage {

/// A file of the index is cut short or not what it says. Caught by guarded().
struct CorruptRecord : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Appends values as bytes: unsigned integers as LEB128, strings with their length before them.
class Encoder {
 public:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      out_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    out_.push_back(static_cast<char>(value));
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  void real(double value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof value);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw CorruptRecord("entier trop long");
  }
  std::uint32_t number32() { return static_cast<std::uint32_t>(number()); }
  /// A count of things of which each takes a byte at least.
  std::size_t count() {
    const auto value = number();
    if (value > bytes_.size()) throw CorruptRecord("compte plus grand que l'enregistrement");
    return static_cast<std::size_t>(value);
  }
  std::string text() { return std::string(take(count())); }
  double real() {
    double value = 0;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }

 private:
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) throw CorruptRecord("enregistrement tronqué");
    const auto head = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return head;
  }
  std::string_view bytes_;
};

}  // namespace repere::storage
