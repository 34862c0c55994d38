// SPDX-License-Identifier: GPL-2.0-or-later
//
// From the INPUT arguments to the list of files to read, in an order that does not change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// The argument, path and source name of standard input.
inline constexpr const char* kStandardInput = "-";

// Whether what is called `source` came through standard input, itself or inside of an archive: it
// has no name under which it would come again.
bool is_unnamed(std::string_view source);

struct InputFile {
  std::string path;         // to open; "-" is standard input
  std::string source;       // path below the INPUT argument, UTF-8: what records call it
  std::uint64_t bytes = 0;  // size on disk, 0 if unknown
  bool is_regular = false;  // can be read a second time
};

struct WalkNote {
  std::string path;  // as given, or below it
  std::string text;  // what is the matter
};

struct Walk {
  std::vector<InputFile> files;
  std::vector<WalkNote> rejected;  // arguments and folders that cannot be read
  std::vector<WalkNote> notices;   // what was passed over and why
};

// Expands files, folders and "-". A folder is walked depth first, names in byte order; hidden
// entries, links and devices in it are passed over. Of two files with the same source
// name the later one counts, since its records would replace the earlier one's.
Walk walk_inputs(const std::vector<std::string>& inputs);

}  // namespace rapporteur
