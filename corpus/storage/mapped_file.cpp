// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace repere::storage {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::filesystem::filesystem_error("lecture", path,
                                          std::error_code(errno, std::generic_category()));
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  struct stat info {};
  if (::fstat(file, &info) != 0 || info.st_size == 0) {
    ::close(file);
    return;
  }
  size_ = static_cast<std::size_t>(info.st_size);
  void* data = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0);
  ::close(file);
  if (data == MAP_FAILED) fail(path);
  data_ = static_cast<const char*>(data);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);  // NOLINT: munmap's signature
}

}  // namespace repere::storage
