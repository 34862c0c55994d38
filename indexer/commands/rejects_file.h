// SPDX-License-Identifier: GPL-2.0-or-later
//
// --rejects FILE: what is not in the output, for a program to read. One JSON object a line:
//   {"source": "crawl/list.jsonl", "record": 12, "reason": "member \"text\" is missing", "bytes":
//   88}
// `source` is what messages call the input, `record` its line or null for the whole input, `bytes`
// the size of what was rejected or null where it is not known.
#pragma once

#include <rapporteur/result.h>

#include <filesystem>
#include <fstream>

#include "indexer/pipeline.h"

namespace rapporteur {

class RejectsFile {
 public:
  // Empties or makes the file. kIo names it.
  static Result<RejectsFile> create(const std::filesystem::path& path);

  // Writes `message` down if it tells of something rejected; others are passed over.
  void add(const PipelineMessage& message);

  // kIo if anything could not be written.
  Result<void> finish();

 private:
  RejectsFile(std::filesystem::path path, std::ofstream out)
      : path_(std::move(path)), out_(std::move(out)) {}

  std::filesystem::path path_;
  std::ofstream out_;
};

}  // namespace rapporteur
