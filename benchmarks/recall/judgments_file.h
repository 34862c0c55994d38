// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file that a judge fills: judgments in TREC's form with comments, written line by line, so
// that work can stop at any moment and go on.
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "benchmarks/recall/trec_files.h"

namespace rapporteur::recall {

struct Judgment {
  std::string topic;
  std::string id;
  int relevance = 0;
};

class JudgmentsFile {
 public:
  // Reads `path` if it is there; nothing is written yet. A last line that was cut off by a crash is
  // an error that names it, as any other that makes no sense.
  static Result<JudgmentsFile> open(const std::string& path);

  bool has(const std::string& topic, const std::string& id) const;
  std::size_t size() const { return count_; }

  // "# text" as a line of its own. kIo if it cannot be written; so below.
  Result<void> comment(const std::string& text);
  Result<void> add(const Judgment& judgment);
  // Takes the last judgment of this session back out of the file; nullopt if there is none.
  Result<std::optional<Judgment>> undo();

 private:
  JudgmentsFile(std::string path, Qrels judged);
  Result<void> append(const std::string& line);

  std::string path_;
  Qrels judged_;
  std::size_t count_ = 0;
  bool line_open_ = false;  // the file does not end with a line end
  struct Added {
    Judgment judgment;
    std::uintmax_t before;  // bytes of the file without it
  };
  std::vector<Added> added_;
};

}  // namespace rapporteur::recall
