// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/walk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_map>

#include "common/index/schema.h"
#include "common/text/utf8.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

InputFile file_at(const fs::path& path, const std::string& source, const fs::file_status& status) {
  InputFile file;
  file.path = path.string();
  file.source = clean_utf8(source);
  file.is_regular = fs::is_regular_file(status);
  std::error_code error;
  if (file.is_regular) {
    file.bytes = fs::file_size(path, error);
    if (error) file.bytes = 0;
  }
  return file;
}

// An index that stands among the pages it was made from is no page.
bool is_index(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / schema::kStubFile, error) ||
         fs::exists(folder / schema::kLockFile, error);
}

// The visible entries of a folder in byte order.
std::vector<fs::directory_entry> entries_of(const fs::path& folder, std::error_code& error) {
  std::vector<fs::directory_entry> entries;
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    if (!at->path().filename().string().starts_with('.')) entries.push_back(*at);
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    return a.path().filename().native() < b.path().filename().native();
  });
  return entries;
}

void walk_folder(const fs::path& root, Walk& walk) {
  struct Open {
    std::vector<fs::directory_entry> entries;
    std::size_t next = 0;
  };
  std::vector<Open> open;  // a stack of our own: depth is bounded by the disk only
  auto enter = [&](const fs::path& folder) {
    std::error_code error;
    Open level{entries_of(folder, error), 0};
    if (error) walk.rejected.push_back({folder.string(), "cannot be listed: " + error.message()});
    open.push_back(std::move(level));
  };
  enter(root);
  while (!open.empty()) {
    Open& level = open.back();
    if (level.next == level.entries.size()) {
      open.pop_back();
      continue;
    }
    const fs::directory_entry entry = level.entries[level.next++];
    std::error_code error;
    const fs::file_status status = entry.status(error);
    if (entry.is_symlink(error)) {
      walk.notices.push_back(
          {entry.path().string(), "a link, passed over: it may lead out of what is to be read"});
    } else if (fs::is_directory(status)) {
      if (is_index(entry.path())) {
        walk.notices.push_back({entry.path().string(), "an index, passed over"});
      } else {
        enter(entry.path());
      }
    } else if (fs::is_regular_file(status)) {
      walk.files.push_back(
          file_at(entry.path(), entry.path().lexically_relative(root).generic_string(), status));
    } else {
      walk.notices.push_back({entry.path().string(), "not a file, passed over"});
    }
  }
}

void keep_last_of_same_source(Walk& walk) {
  std::unordered_map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < walk.files.size(); ++i) last[walk.files[i].source] = i;
  std::vector<InputFile> kept;
  kept.reserve(last.size());
  for (std::size_t i = 0; i < walk.files.size(); ++i) {
    const std::size_t winner = last[walk.files[i].source];
    if (winner == i) {
      kept.push_back(std::move(walk.files[i]));
    } else {
      walk.notices.push_back({walk.files[i].path, "passed over, since a later input is called " +
                                                      walk.files[i].source +
                                                      " too; give the folder above both instead"});
    }
  }
  walk.files = std::move(kept);
}

}  // namespace

bool is_unnamed(std::string_view source) {
  return source == kStandardInput || source.starts_with("-/");
}

Walk walk_inputs(const std::vector<std::string>& inputs) {
  Walk walk;
  for (const std::string& input : inputs) {
    if (input == "-") {
      walk.files.push_back({"-", "-", 0, false});
      continue;
    }
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (!fs::exists(status)) {
      walk.rejected.push_back(
          {input, error ? error.message() : std::string("no such file or folder")});
    } else if (fs::is_directory(status)) {
      walk_folder(fs::path(input), walk);
    } else {
      walk.files.push_back(file_at(input, fs::path(input).filename().string(), status));
    }
  }
  keep_last_of_same_source(walk);
  return walk;
}

}  // namespace rapporteur
