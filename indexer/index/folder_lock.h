// SPDX-License-Identifier: GPL-2.0-or-later
//
// The writer's lock of an index folder: flock(2) on a file, so that it dies with its process.
#pragma once

#include <rapporteur/result.h>

#include <filesystem>
#include <utility>

namespace rapporteur {

// Holds the lock as long as it lives.
class FolderLock {
 public:
  // Takes the lock without waiting. kBusy names the process that holds it, kIo.
  static Result<FolderLock> take(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FolderLock& operator=(FolderLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace rapporteur
