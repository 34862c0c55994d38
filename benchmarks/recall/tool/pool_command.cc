// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval pool
#include <iostream>

#include "benchmarks/recall/pool.h"
#include "benchmarks/recall/tool/commands.h"

namespace rapporteur::recall {

int run_pool(const CommandLine& line) {
  const Result<std::size_t> depth =
      parse_number("depth", line.value("depth").value_or("100"), 1, 1'000'000);
  if (!depth.ok()) return fail(depth.error().message);
  Qrels judged;
  if (line.has("qrels")) {
    Result<Qrels> qrels = qrels_option(line);
    if (!qrels.ok()) return fail(qrels.error().message);
    judged = std::move(*qrels);
  }
  std::vector<Run> runs;
  for (const std::string& path : line.arguments) {
    Result<Run> run = read_run(path);
    if (!run.ok()) return fail(run.error().message);
    std::cout << "# run " << path << ", " << run->tag << ", depth " << *depth << '\n';
    runs.push_back(std::move(*run));
  }
  write_pool(pool_runs(runs, *depth, judged), std::cout);
  return kExitDone;
}

}  // namespace rapporteur::recall
