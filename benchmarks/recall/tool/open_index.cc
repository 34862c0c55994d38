// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/tool/open_index.h"

#include <cstdlib>

namespace rapporteur::recall {

Result<Searcher> open_index(const CommandLine& line) {
  const char* environment = std::getenv("RAPPORTEUR_INDEX");
  const std::string path = line.value("index").value_or(environment == nullptr ? "" : environment);
  if (path.empty()) {
    return Error{ErrorCode::kInvalidInput,
                 std::string(line.command->name) + " needs --index DIR (or RAPPORTEUR_INDEX)"};
  }
  return Searcher::open(path);
}

}  // namespace rapporteur::recall
