// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/record_file.h"

#include <zdict.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>

#include "repere/storage/codec.h"

namespace repere::storage {
namespace {

constexpr std::string_view magic = "RPD1";
constexpr std::size_t dictionary_bytes = 64 * 1024;
constexpr std::size_t training_bytes = 4 * 1024 * 1024;  // zstd wants about 100 times the dictionary
constexpr int level = 6;
constexpr std::size_t largest_record = std::size_t{1} << 30;

std::filesystem::path with(std::filesystem::path stem, const char* extension) {
  stem += extension;
  return stem;
}

}  // namespace

struct RecordWriter::Impl {
  explicit Impl(std::filesystem::path where) : stem(std::move(where)) {
    out.exceptions(std::ios::failbit | std::ios::badbit);
    out.open(with(stem, ".dat"), std::ios::binary | std::ios::trunc);
  }

  void start() {
    started = true;
    std::string dictionary(dictionary_bytes, '\0');
    std::string samples;
    std::vector<std::size_t> sizes;
    for (const auto& record : pending) {
      samples += record;
      sizes.push_back(record.size());
    }
    const std::size_t size = sizes.size() < 64 || samples.size() < dictionary_bytes * 8
                                 ? 0
                                 : ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(),
                                                         samples.data(), sizes.data(),
                                                         static_cast<unsigned>(sizes.size()));
    dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_loadDictionary(context.get(), dictionary.data(), dictionary.size());
    const auto length = static_cast<std::uint32_t>(dictionary.size());
    write(magic);
    write({reinterpret_cast<const char*>(&length), sizeof length});
    write(dictionary);
    for (const auto& record : pending) compress(record);
    pending.clear();
    pending.shrink_to_fit();
  }

  void compress(std::string_view record) {
    offsets.push_back(written);
    frame.resize(ZSTD_compressBound(record.size()));
    const auto size = ZSTD_compress2(context.get(), frame.data(), frame.size(), record.data(),
                                     record.size());
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
  std::vector<std::string> pending;
  std::size_t pending_bytes = 0;
  std::vector<std::uint64_t> offsets;
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
  impl_->offsets.push_back(impl_->written);
  impl_->out.close();
  std::ofstream index;
  index.exceptions(std::ios::failbit | std::ios::badbit);
  index.open(with(impl_->stem, ".idx"), std::ios::binary | std::ios::trunc);
  index.write(reinterpret_cast<const char*>(impl_->offsets.data()),
              static_cast<std::streamsize>(impl_->offsets.size() * sizeof(std::uint64_t)));
  index.close();
}

struct RecordReader::Impl {
  MappedFile data, index;
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{ZSTD_createDCtx(), ZSTD_freeDCtx};
  std::uint32_t count = 0;

  std::uint64_t offset(std::uint32_t number) const {
    std::uint64_t value = 0;
    std::memcpy(&value, index.bytes().data() + std::size_t{number} * sizeof value, sizeof value);
    return value;
  }
};

RecordReader::RecordReader() : impl_(std::make_unique<Impl>()) {}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

RecordReader::RecordReader(const std::filesystem::path& stem) : RecordReader() {
  impl_->data = MappedFile(with(stem, ".dat"));
  impl_->index = MappedFile(with(stem, ".idx"));
  const auto bytes = impl_->data.bytes();
  const auto offsets = impl_->index.bytes().size() / sizeof(std::uint64_t);
  std::uint32_t dictionary = 0;
  const std::size_t head = magic.size() + sizeof dictionary;
  if (bytes.size() < head || !bytes.starts_with(magic) || offsets == 0)
    throw CorruptRecord(with(stem, ".dat").filename().string() + " n'est pas un fichier d'index");
  std::memcpy(&dictionary, bytes.data() + magic.size(), sizeof dictionary);
  if (dictionary > bytes.size() - head) throw CorruptRecord("dictionnaire tronqué");
  ZSTD_DCtx_loadDictionary(impl_->context.get(), bytes.data() + head, dictionary);
  impl_->count = static_cast<std::uint32_t>(offsets - 1);
}

std::uint32_t RecordReader::size() const { return impl_->count; }

std::string RecordReader::read(std::uint32_t number) const {
  if (number >= impl_->count) throw CorruptRecord("numéro d'enregistrement hors de l'index");
  const auto begin = impl_->offset(number), end = impl_->offset(number + 1);
  const auto bytes = impl_->data.bytes();
  if (begin > end || end > bytes.size()) throw CorruptRecord("enregistrement hors du fichier");
  const auto frame = bytes.substr(begin, end - begin);
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > largest_record) throw CorruptRecord("enregistrement illisible");
  std::string out(size, '\0');
  const auto done =
      ZSTD_decompressDCtx(impl_->context.get(), out.data(), out.size(), frame.data(), frame.size());
  if (ZSTD_isError(done) != 0 || done != size) throw CorruptRecord("enregistrement illisible");
  return out;
}

}  // namespace repere::storage
