// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/sample.h"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <random>
#include <sstream>
#include <unordered_set>

namespace rapporteur::recall {

namespace {

// `count` of `ids`, ascending. Drawn by our own arithmetic, since std::sample differs between
// standard libraries.
std::vector<std::string> draw(std::vector<std::string> ids, std::size_t count,
                              std::mt19937_64& random) {
  std::sort(ids.begin(), ids.end());
  count = std::min(count, ids.size());
  for (std::size_t i = 0; i < count; ++i) {
    // The remainder's bias is below 2^-40 for any number of records that fits into memory.
    std::swap(ids[i], ids[i + random() % (ids.size() - i)]);
  }
  ids.resize(count);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

Sample draw_sample(const Run& run, const std::vector<std::string>& ids,
                   const SampleOptions& options) {
  Sample sample;
  sample.seen = options.seen;
  std::mt19937_64 random(options.seed);
  for (const auto& [topic, ranking] : run.topics) {
    const auto seen_end =
        ranking.begin() + static_cast<std::ptrdiff_t>(std::min(options.seen, ranking.size()));
    const std::unordered_set<std::string> in_run(ranking.begin(), ranking.end());
    const std::vector<std::string> ranked(seen_end, ranking.end());
    std::vector<std::string> rest;
    for (const std::string& id : ids) {
      if (in_run.count(id) == 0) rest.push_back(id);
    }
    const std::size_t half = options.size / 2;
    const std::size_t from_ranked =
        std::min(ranked.size(), options.size - std::min(options.size - half, rest.size()));
    const std::size_t from_rest = std::min(rest.size(), options.size - from_ranked);
    sample.topics[topic] = {{"ranked", ranked.size(), draw(ranked, from_ranked, random)},
                            {"rest", rest.size(), draw(rest, from_rest, random)}};
  }
  return sample;
}

void write_sample(const Sample& sample, const std::string& note, std::ostream& out) {
  out << "# " << note << "\n# seen " << sample.seen << '\n';
  for (const auto& [topic, strata] : sample.topics) {
    for (const Stratum& stratum : strata)
      out << "# stratum " << topic << ' ' << stratum.name << ' ' << stratum.size << '\n';
    for (const Stratum& stratum : strata) {
      for (const std::string& id : stratum.drawn)
        out << topic << ' ' << stratum.name << ' ' << id << " -1\n";
    }
  }
}

Result<Sample> read_sample(const std::string& path) {
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::kNotFound, path + " cannot be read"};
  Sample sample;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const auto wrong = [&](const std::string& what) {
      return Error{ErrorCode::kInvalidInput,
                   path + ", line " + std::to_string(number) + ": " + what};
    };
    std::istringstream words(line);
    std::string first, second, topic, name, id;
    if (!(words >> first)) continue;
    if (first[0] == '#') {
      if (first != "#" || !(words >> second)) continue;
      if (second == "seen" && !(words >> sample.seen)) return wrong("should be \"# seen NUMBER\"");
      if (second != "stratum") continue;
      Stratum stratum;
      if (!(words >> topic >> stratum.name >> stratum.size))
        return wrong("should be \"# stratum TOPIC NAME SIZE\"");
      sample.topics[topic].push_back(std::move(stratum));
      continue;
    }
    if (!(words >> name >> id)) return wrong("should be \"topic stratum id -1\"");
    std::vector<Stratum>& strata = sample.topics[first];
    const auto stratum = std::find_if(strata.begin(), strata.end(),
                                      [&](const Stratum& s) { return s.name == name; });
    if (stratum == strata.end())
      return wrong("the size of the stratum \"" + name + "\" of topic " + first +
                   " was not told; is this a file made by `sample`?");
    stratum->drawn.push_back(id);
  }
  return sample;
}

}  // namespace rapporteur::recall
