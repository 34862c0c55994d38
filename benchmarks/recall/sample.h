// SPDX-License-Identifier: GPL-2.0-or-later
//
// A random sample of the records that a search has not shown, to be judged by hand.
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "benchmarks/recall/trec_files.h"

namespace rapporteur::recall {

// A part of what was not seen, sampled by itself.
struct Stratum {
  std::string name;
  std::size_t size = 0;            // records it has
  std::vector<std::string> drawn;  // ids drawn from them, without repetition
};

struct Sample {
  std::size_t seen = 0;  // the first records of each topic's ranking, which it was not drawn from
  std::map<std::string, std::vector<Stratum>> topics;
};

struct SampleOptions {
  std::size_t seen = 100;  // the first records of each topic: those the searcher reads
  std::size_t size = 200;  // records to draw for a topic
  std::uint64_t seed = 1;
};

// For each topic of `run`, of all records `ids` that are not among its first `seen`: half from the
// stratum "ranked" (the run has them further down, where missed ones are likelier) and half from
// "rest". A stratum that is smaller than its share is drawn whole and leaves the difference to the
// other. Seeded: the same input gives the same sample.
Sample draw_sample(const Run& run, const std::vector<std::string>& ids,
                   const SampleOptions& options);

// As a pool: a line "topic stratum id -1" for each record drawn, and a comment "# stratum TOPIC
// NAME SIZE" for each stratum, behind "# seen N". `note` becomes a comment in front.
void write_sample(const Sample& sample, const std::string& note, std::ostream& out);

// Reads what write_sample() wrote. kInvalidInput if the strata are not told.
Result<Sample> read_sample(const std::string& path);

}  // namespace rapporteur::recall
