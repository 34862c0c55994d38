// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/shingles.h"

#include <algorithm>
#include <bit>

namespace rapporteur {

namespace {

using Words = std::vector<ComparedText::Word>;

void cover(std::vector<bool>& covered, std::size_t position) {
  for (std::size_t i = position; i < position + kShingleWords; ++i) covered[i] = true;
}

std::vector<OwnRun> runs_outside(const std::vector<bool>& covered) {
  std::vector<OwnRun> runs;
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (covered[i]) continue;
    if (runs.empty() || runs.back().end != i) runs.push_back({i, i});
    runs.back().end = i + 1;
  }
  return runs;
}

}  // namespace

std::vector<ComparedText::Shingle> shingles_of(const Words& words) {
  std::vector<ComparedText::Shingle> shingles;
  if (words.size() < kShingleWords) return shingles;
  shingles.reserve(words.size() - kShingleWords + 1);
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t word = i; word < i + kShingleWords; ++word) {
      hash = (std::rotl(hash, 23) ^ words[word].hash) * 0x9E3779B97F4A7C15ULL;
    }
    shingles.push_back({hash, static_cast<std::uint32_t>(i)});
  }
  std::sort(shingles.begin(), shingles.end(), [](const auto& a, const auto& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.position < b.position;
  });
  return shingles;
}

Overlap overlap_of(const ComparedText& a, const ComparedText& b) {
  std::vector<bool> covered_a(a.words.size());
  std::vector<bool> covered_b(b.words.size());
  std::size_t shared = 0;
  std::size_t all = 0;
  auto left = a.shingles.begin();
  auto right = b.shingles.begin();
  while (left != a.shingles.end() || right != b.shingles.end()) {
    ++all;
    const bool from_a =
        left != a.shingles.end() && (right == b.shingles.end() || left->hash <= right->hash);
    const std::uint64_t hash = from_a ? left->hash : right->hash;
    const bool in_both = from_a && right != b.shingles.end() && right->hash == hash;
    shared += in_both;
    for (; left != a.shingles.end() && left->hash == hash; ++left) {
      if (in_both) cover(covered_a, left->position);
    }
    for (; right != b.shingles.end() && right->hash == hash; ++right) {
      if (in_both) cover(covered_b, right->position);
    }
  }
  Overlap overlap;
  overlap.resemblance = all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
  overlap.shared_a = static_cast<std::size_t>(std::count(covered_a.begin(), covered_a.end(), true));
  overlap.shared_b = static_cast<std::size_t>(std::count(covered_b.begin(), covered_b.end(), true));
  overlap.own_a = runs_outside(covered_a);
  overlap.own_b = runs_outside(covered_b);
  return overlap;
}

}  // namespace rapporteur
