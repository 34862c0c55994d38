// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/replaced_words.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <set>
#include <unordered_map>

namespace rapporteur {

namespace {

using Words = std::vector<ComparedText::Word>;
using Hashes = std::set<std::uint64_t>;

constexpr std::uint64_t kAtTheBeginning = 1;
constexpr std::uint64_t kAtTheEnd = 2;

std::uint64_t hash_of_words(const Words& words, std::size_t begin, std::size_t end) {
  std::uint64_t hash = 0;
  for (std::size_t i = begin; i < end; ++i) {
    hash = (std::rotl(hash, 23) ^ words[i].hash) * 0x9E3779B97F4A7C15ULL;
  }
  return hash;
}

// Stand for what is before and behind a run. (A run stands between shared words, of which there are
// always enough.)
std::uint64_t before(const Words& words, OwnRun run) {
  if (run.begin == 0) return kAtTheBeginning;
  return hash_of_words(words, run.begin - std::min(run.begin, kShingleWords), run.begin);
}

std::uint64_t behind(const Words& words, OwnRun run) {
  if (run.end == words.size()) return kAtTheEnd;
  return hash_of_words(words, run.end, std::min(run.end + kShingleWords, words.size()));
}

template <typename Wanted>
Hashes hashes_in(const Words& words, OwnRun run, Wanted wanted) {
  Hashes hashes;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (wanted(words[i])) hashes.insert(words[i].hash);
  }
  return hashes;
}

Hashes facts_in(const Words& words, OwnRun run) {
  return hashes_in(words, run, [](const auto& word) { return word.is_fact; });
}

Hashes numbers_in(const Words& words, OwnRun run) {
  return hashes_in(words, run, [](const auto& word) { return word.is_number; });
}

bool holds(const Hashes& all, const Hashes& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

std::vector<std::pair<OwnRun, OwnRun>> replaced_runs(const ComparedText& a, const ComparedText& b,
                                                     const Overlap& overlap) {
  std::unordered_multimap<std::uint64_t, std::size_t> places;  // of the runs of b
  for (std::size_t i = 0; i < overlap.own_b.size(); ++i) {
    places.emplace(before(b.words, overlap.own_b[i]), i);
    places.emplace(behind(b.words, overlap.own_b[i]), i);
  }
  std::vector<std::pair<OwnRun, OwnRun>> replaced;
  for (const OwnRun run : overlap.own_a) {
    std::set<std::size_t> others;
    for (const std::uint64_t place : {before(a.words, run), behind(a.words, run)}) {
      const auto [first, last] = places.equal_range(place);
      for (auto other = first; other != last; ++other) others.insert(other->second);
    }
    for (const std::size_t other : others) replaced.emplace_back(run, overlap.own_b[other]);
  }
  return replaced;
}

bool facts_differ(const Words& a, OwnRun run_a, const Words& b, OwnRun run_b) {
  return facts_in(a, run_a) != facts_in(b, run_b);
}

bool facts_conflict(const Words& a, OwnRun run_a, const Words& b, OwnRun run_b) {
  if (numbers_in(a, run_a) != numbers_in(b, run_b)) return true;
  const Hashes in_a = facts_in(a, run_a);
  const Hashes in_b = facts_in(b, run_b);
  return !holds(in_a, in_b) && !holds(in_b, in_a);
}

bool years_conflict(const Words& a, OwnRun run_a, const Words& b, OwnRun run_b) {
  const auto is_year = [](const auto& word) { return word.year != 0; };
  const Hashes in_a = hashes_in(a, run_a, is_year);
  const Hashes in_b = hashes_in(b, run_b, is_year);
  return !in_a.empty() && !in_b.empty() &&
         std::none_of(in_a.begin(), in_a.end(), [&](auto year) { return in_b.contains(year); });
}

}  // namespace rapporteur
