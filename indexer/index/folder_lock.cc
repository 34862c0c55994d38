// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "common/index/schema.h"

namespace rapporteur {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const auto path = folder / schema::kLockFile;
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return Error{ErrorCode::kIo, "cannot open \"" + path.string() + "\": " + std::strerror(errno)};
  }
  FolderLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) {
      return Error{ErrorCode::kIo,
                   "cannot lock \"" + path.string() + "\": " + std::strerror(errno)};
    }
    char buffer[32];
    const ssize_t length = ::pread(descriptor, buffer, sizeof buffer, 0);
    std::string process;
    for (ssize_t i = 0; i < length && buffer[i] >= '0' && buffer[i] <= '9'; ++i) {
      process += buffer[i];
    }
    return Error{ErrorCode::kBusy,
                 "another writer" + (process.empty() ? "" : " (process " + process + ")") +
                     " holds the index \"" + folder.string() + "\"; try again when it is done"};
  }
  // For the message above only: a full disk must not stop a removal.
  const std::string process = std::to_string(::getpid()) + "\n";
  [[maybe_unused]] const bool told = ::ftruncate(descriptor, 0) == 0 &&
                                     ::pwrite(descriptor, process.data(), process.size(), 0) > 0;
  return lock;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace rapporteur
