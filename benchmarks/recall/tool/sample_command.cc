// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval sample
#include <iostream>
#include <limits>

#include "benchmarks/recall/sample.h"
#include "benchmarks/recall/tool/commands.h"
#include "benchmarks/recall/tool/open_index.h"

namespace rapporteur::recall {

int run_sample(const CommandLine& line) {
  if (line.arguments.size() != 1) return fail("sample takes one run");
  constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
  SampleOptions options;
  for (const auto& [name, target] : {std::pair{"depth", &options.seen}, {"size", &options.size}}) {
    if (!line.has(name)) continue;
    const Result<std::size_t> number = parse_number(name, *line.value(name), 1, kMost);
    if (!number.ok()) return fail(number.error().message);
    *target = *number;
  }
  const Result<std::size_t> seed = parse_number("seed", line.value("seed").value_or("1"), 0, kMost);
  if (!seed.ok()) return fail(seed.error().message);
  options.seed = *seed;
  const Result<Run> run = read_run(line.arguments[0]);
  if (!run.ok()) return fail(run.error().message);
  const Result<Searcher> searcher = open_index(line);
  if (!searcher.ok()) return fail(searcher.error().message);
  Question everything;
  everything.limit = std::numeric_limits<std::size_t>::max();
  everything.details = false;
  everything.facets.clear();
  const Result<Answer> answer = searcher->search(everything);
  if (!answer.ok()) return fail(answer.error().message);
  std::vector<std::string> ids;
  for (const Hit& hit : answer->hits) ids.push_back(hit.id);
  write_sample(draw_sample(*run, ids, options),
               "sample of run " + run->tag + " over index " + answer->fingerprint + " with " +
                   std::to_string(ids.size()) + " records, seed " + std::to_string(*seed),
               std::cout);
  return kExitDone;
}

}  // namespace rapporteur::recall
