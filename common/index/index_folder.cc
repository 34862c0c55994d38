// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/index_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace rapporteur {

namespace {

constexpr std::string_view kStubStart = "glass ";

Error io_error(std::string_view what, const std::filesystem::path& path) {
  const int reason = errno;
  return {reason == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
          std::string(what) + " \"" + path.string() + "\": " + std::strerror(reason)};
}

// A file descriptor that closes itself.
class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  bool ok() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

Result<void> sync_path(const std::filesystem::path& path, int flags) {
  const File file(path, flags);
  if (!file.ok() || ::fsync(file.descriptor()) != 0) return io_error("cannot sync", path);
  return {};
}

bool is_generation_name(std::string_view name) {
  const std::string_view prefix = schema::kGenerationPrefix;
  return name.starts_with(prefix) && name.size() > prefix.size() && name.size() < 64 &&
         name.find_first_not_of("0123456789", prefix.size()) == name.npos;
}

}  // namespace

Result<std::string> current_generation(const std::filesystem::path& folder) {
  const auto stub = folder / schema::kStubFile;
  const File file(stub, O_RDONLY);
  if (!file.ok()) {
    if (errno == ENOENT || errno == ENOTDIR) {
      std::error_code ignored;
      if (std::filesystem::exists(folder, ignored)) {
        return Error{ErrorCode::kNotAnIndex,
                     "\"" + folder.string() + "\" is no index (it has no file " +
                         schema::kStubFile + "); name the folder given to rapporteur-index add"};
      }
      return Error{ErrorCode::kNotFound, "there is no index \"" + folder.string() +
                                             "\"; make one with rapporteur-index add"};
    }
    return io_error("cannot open", stub);
  }
  char buffer[256];
  const ssize_t length = ::read(file.descriptor(), buffer, sizeof buffer);
  if (length < 0) return io_error("cannot read", stub);
  std::string_view line(buffer, static_cast<std::size_t>(length));
  while (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  if (!line.starts_with(kStubStart) || !is_generation_name(line.substr(kStubStart.size()))) {
    return Error{ErrorCode::kNotAnIndex, "\"" + stub.string() +
                                             "\" was not written by rapporteur-index; name "
                                             "another folder"};
  }
  return std::string(line.substr(kStubStart.size()));
}

Result<Xapian::Database> open_generation(const std::filesystem::path& folder,
                                         const std::string& generation) {
  try {
    Xapian::Database database((folder / generation).string(), Xapian::DB_BACKEND_GLASS);
    if (auto known = check_format_mark(database.get_metadata(schema::kFormatKey), folder.string());
        !known) {
      return known.error();
    }
    return database;
  } catch (const Xapian::Error& error) {
    return describe(error, folder);
  }
}

Result<Xapian::Database> open_index(const std::filesystem::path& folder) {
  auto generation = current_generation(folder);
  while (generation) {
    auto database = open_generation(folder, generation.value());
    if (database) return database;
    // Gone meanwhile? Only a newer generation is worth another try.
    auto newer = current_generation(folder);
    if (!newer || newer.value() == generation.value()) return database.error();
    generation = std::move(newer);
  }
  return generation.error();
}

Result<void> sync_folder(const std::filesystem::path& folder) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (!entry->is_regular_file(ignored)) continue;
    if (auto synced = sync_path(entry->path(), O_RDONLY); !synced) return synced;
  }
  if (error) {
    return Error{ErrorCode::kIo, "cannot list \"" + folder.string() + "\": " + error.message()};
  }
  return sync_path(folder, O_RDONLY | O_DIRECTORY);
}

Result<void> publish_generation(const std::filesystem::path& folder,
                                const std::string& generation) {
  if (auto synced = sync_folder(folder / generation); !synced) return synced;
  const auto stub = folder / schema::kStubFile;
  const auto fresh = folder / (std::string(schema::kStubFile) + ".new");
  {
    const File file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.ok()) return io_error("cannot write", fresh);
    const std::string line = std::string(kStubStart) + generation + "\n";
    errno = ENOSPC;  // what a short write means
    if (::write(file.descriptor(), line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
        ::fsync(file.descriptor()) != 0) {
      return io_error("cannot write", fresh);
    }
  }
  if (::rename(fresh.c_str(), stub.c_str()) != 0) return io_error("cannot replace", stub);
  return sync_path(folder, O_RDONLY | O_DIRECTORY);
}

Error describe(const Xapian::Error& error, const std::filesystem::path& folder) {
  const std::string_view type = error.get_type();
  ErrorCode code = ErrorCode::kIo;
  std::string what = "cannot use the index";
  std::string advice;
  if (type == "DatabaseCorruptError") {
    code = ErrorCode::kCorrupt;
    what = "damaged index";
    advice = "; index its sources anew, into a new folder";
  } else if (type == "DatabaseLockError") {
    code = ErrorCode::kBusy;
    what = "another program writes to the index";
  } else if (type == "DatabaseVersionError" || type == "FeatureUnavailableError") {
    code = ErrorCode::kNotAnIndex;
    what = "the index was written by another version of Xapian";
  } else if (type == "InvalidArgumentError" || type == "AssertionError" ||
             type == "InvalidOperationError" || type == "UnimplementedError") {
    code = ErrorCode::kInternal;
    what = "defect while using the index";
  }
  std::string message = what + " \"" + folder.string() + "\": " + error.get_msg();
  if (const char* reason = error.get_error_string(); reason != nullptr) {
    message += std::string(" (") + reason + ")";
    if (reason == std::string_view(std::strerror(ENOSPC))) advice = "; make room and try again";
  }
  if (code == ErrorCode::kIo && advice.empty()) advice = "; rapporteur-index verify may tell more";
  return {code, message + advice};
}

}  // namespace rapporteur
