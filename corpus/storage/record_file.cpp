// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/record_file.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <span>

#include "repere/storage/codec.h"
#include "repere/storage/mapped_file.h"

namespace repere::storage {
namespace {

constexpr std::string_view magic = "RPD1";
constexpr std::size_t dictionary_bytes = 32 * 1024;
/// zstd asks for tens of times the dictionary; a dictionary of 64 KiB trains twice as long for 2 %
/// of size.
constexpr std::size_t training_bytes = 2 * 1024 * 1024;
constexpr int level = 3;  // 6 gains 4 % of size for twice the time
constexpr std::size_t largest_record = std::size_t{1} << 30;

std::filesystem::path with(std::filesystem::path stem, const char* extension) {
  stem += extension;
  return stem;
}

std::ofstream create(const std::filesystem::path& path) {
  std::ofstream out;
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.open(path, std::ios::binary | std::ios::trunc);
  return out;
}

struct Part {
  std::uint64_t first_record = 0;
  std::uint64_t begin = 0;  ///< in NAME.dat
};

/// NAME.idx in memory.
struct Index {
  std::vector<Part> parts;
  std::vector<std::uint64_t> frames;  ///< one more than records: the last is the size of NAME.dat

  void write(const std::filesystem::path& path) const {
    std::vector<std::uint64_t> words = {parts.size()};
    for (const auto& part : parts) {
      words.push_back(part.first_record);
      words.push_back(part.begin);
    }
    words.insert(words.end(), frames.begin(), frames.end());
    auto out = create(path);
    out.write(reinterpret_cast<const char*>(words.data()),
              static_cast<std::streamsize>(words.size() * sizeof(std::uint64_t)));
    out.close();
  }
};

std::uint64_t word(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data() + at * sizeof value, sizeof value);
  return value;
}

/// Parts of an index file, checked against its length.
std::vector<Part> read_parts(std::string_view bytes) {
  const auto words = bytes.size() / sizeof(std::uint64_t);
  const auto count = words == 0 ? 0 : word(bytes, 0);
  if (count == 0 || count > words / 2 || 1 + 2 * count >= words)
    throw CorruptRecord("index d'enregistrements tronqué");
  std::vector<Part> out;
  for (std::uint64_t i = 0; i < count; ++i)
    out.push_back({word(bytes, 1 + 2 * i), word(bytes, 2 + 2 * i)});
  return out;
}

std::string_view dictionary_of(std::string_view data, std::uint64_t part) {
  std::uint32_t size = 0;
  const std::size_t head = magic.size() + sizeof size;
  if (part > data.size() || data.size() - part < head || !data.substr(part).starts_with(magic))
    throw CorruptRecord("ce n'est pas un fichier d'enregistrements");
  std::memcpy(&size, data.data() + part + magic.size(), sizeof size);
  if (size > data.size() - part - head) throw CorruptRecord("dictionnaire tronqué");
  return data.substr(part + head, size);
}

std::string train(std::span<const std::string> records) {
  std::string samples;
  std::vector<std::size_t> sizes;
  for (const auto& record : records) {
    samples += record;
    sizes.push_back(record.size());
  }
  if (sizes.size() < 64 || samples.size() < dictionary_bytes * 8) return "";
  std::string out(dictionary_bytes, '\0');
  const auto size = ZDICT_trainFromBuffer(out.data(), out.size(), samples.data(), sizes.data(),
                                          static_cast<unsigned>(sizes.size()));
  out.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return out;
}

}  // namespace

struct RecordWriter::Impl {
  explicit Impl(std::filesystem::path where)
      : stem(std::move(where)), out(create(with(stem, ".dat"))) {}

  void start() {
    started = true;
    const auto trained = train(pending);
    dictionary.reset(ZSTD_createCDict(trained.data(), trained.size(), level));
    const auto length = static_cast<std::uint32_t>(trained.size());
    write(magic);
    write({reinterpret_cast<const char*>(&length), sizeof length});
    write(trained);
    for (const auto& record : pending) compress(record);
    pending.clear();
    pending.shrink_to_fit();
  }

  void compress(std::string_view record) {
    index.frames.push_back(written);
    frame.resize(ZSTD_compressBound(record.size()));
    const auto size = ZSTD_compress_usingCDict(context.get(), frame.data(), frame.size(),
                                               record.data(), record.size(), dictionary.get());
    if (ZSTD_isError(size) != 0) throw CorruptRecord(ZSTD_getErrorName(size));
    write({frame.data(), size});
  }

  void write(std::string_view bytes) {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    written += bytes.size();
  }

  std::filesystem::path stem;
  std::ofstream out;
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), ZSTD_freeCCtx};
  std::unique_ptr<ZSTD_CDict, decltype(&ZSTD_freeCDict)> dictionary{nullptr, ZSTD_freeCDict};
  std::vector<std::string> pending;
  std::size_t pending_bytes = 0;
  Index index{{Part{}}, {}};
  std::uint64_t written = 0;
  std::uint32_t count = 0;
  std::string frame;
  bool started = false;
};

RecordWriter::RecordWriter(std::filesystem::path stem)
    : impl_(std::make_unique<Impl>(std::move(stem))) {}
RecordWriter::~RecordWriter() = default;
RecordWriter::RecordWriter(RecordWriter&&) noexcept = default;

std::uint32_t RecordWriter::append(std::string record) {
  if (impl_->started) {
    impl_->compress(record);
  } else {
    impl_->pending_bytes += record.size();
    impl_->pending.push_back(std::move(record));
    if (impl_->pending_bytes >= training_bytes) impl_->start();
  }
  return impl_->count++;
}

std::uint32_t RecordWriter::size() const { return impl_->count; }

void RecordWriter::finish() {
  if (!impl_->started) impl_->start();
  impl_->index.frames.push_back(impl_->written);
  impl_->out.close();
  impl_->index.write(with(impl_->stem, ".idx"));
}

void merge_records(const std::vector<std::filesystem::path>& stems,
                   const std::filesystem::path& target) {
  Index merged;
  std::uint64_t written = 0;
  auto out = create(with(target, ".dat"));
  for (const auto& stem : stems) {
    const MappedFile data(with(stem, ".dat")), index(with(stem, ".idx"));
    const auto parts = read_parts(index.bytes());
    for (const auto& part : parts)
      merged.parts.push_back({part.first_record + merged.frames.size(), part.begin + written});
    const auto words = index.bytes().size() / sizeof(std::uint64_t);
    for (auto at = 1 + 2 * parts.size(); at + 1 < words; ++at)
      merged.frames.push_back(word(index.bytes(), at) + written);
    out.write(data.bytes().data(), static_cast<std::streamsize>(data.bytes().size()));
    written += data.bytes().size();
  }
  merged.frames.push_back(written);
  out.close();
  merged.write(with(target, ".idx"));
}

struct RecordReader::Impl {
  MappedFile data, index;
  std::vector<Part> parts;
  std::vector<std::unique_ptr<ZSTD_DDict, decltype(&ZSTD_freeDDict)>> dictionaries;
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{ZSTD_createDCtx(), ZSTD_freeDCtx};
  std::uint32_t count = 0;

  std::uint64_t offset(std::uint64_t record) const {
    return word(index.bytes(), 1 + 2 * parts.size() + record);
  }
};

RecordReader::RecordReader() : impl_(std::make_unique<Impl>()) {}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

RecordReader::RecordReader(const std::filesystem::path& stem) : RecordReader() {
  impl_->data = MappedFile(with(stem, ".dat"));
  impl_->index = MappedFile(with(stem, ".idx"));
  impl_->parts = read_parts(impl_->index.bytes());
  for (const auto& part : impl_->parts) {
    const auto dictionary = dictionary_of(impl_->data.bytes(), part.begin);
    impl_->dictionaries.emplace_back(ZSTD_createDDict(dictionary.data(), dictionary.size()),
                                     ZSTD_freeDDict);
  }
  const auto words = impl_->index.bytes().size() / sizeof(std::uint64_t);
  impl_->count = static_cast<std::uint32_t>(words - 2 - 2 * impl_->parts.size());
}

std::uint32_t RecordReader::size() const { return impl_->count; }

std::string RecordReader::read(std::uint32_t number) const {
  if (number >= impl_->count) throw CorruptRecord("numéro d'enregistrement hors de l'index");
  const auto& parts = impl_->parts;
  const auto next = std::partition_point(
      parts.begin(), parts.end(), [&](const Part& part) { return part.first_record <= number; });
  if (next == parts.begin()) throw CorruptRecord("enregistrement sans dictionnaire");
  const auto begin = impl_->offset(number);
  const bool last_of_part = next != parts.end() && next->first_record == number + 1;
  const auto end = last_of_part ? next->begin : impl_->offset(number + 1);
  const auto bytes = impl_->data.bytes();
  if (begin > end || end > bytes.size()) throw CorruptRecord("enregistrement hors du fichier");
  const auto frame = bytes.substr(begin, end - begin);
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > largest_record) throw CorruptRecord("enregistrement illisible");
  std::string out(size, '\0');
  const auto* dictionary =
      impl_->dictionaries[static_cast<std::size_t>(next - parts.begin() - 1)].get();
  const auto done = ZSTD_decompress_usingDDict(impl_->context.get(), out.data(), out.size(),
                                               frame.data(), frame.size(), dictionary);
  if (ZSTD_isError(done) != 0 || done != size) throw CorruptRecord("enregistrement illisible");
  return out;
}

}  // namespace repere::storage
