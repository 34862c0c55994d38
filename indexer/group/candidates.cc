// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/candidates.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "indexer/group/compare.h"

namespace rapporteur {

namespace {

// Looser than what compare() demands, so that hardly anything it would accept is lost here. Short
// texts that are not related differ in 32 bits, give or take 4; long ones of one kind share their
// most frequent pairs of words and lie nearer, but have few shingles in common.
constexpr int kMostBitsApart = 22;
constexpr int kMostBitsApartInLong = 14;
constexpr int kFewestAnchorsInLong = 3;
constexpr std::uint32_t kLongText = 100;  // words
constexpr std::uint32_t kFewestWords = 8;
constexpr std::size_t kAnchorKeys = 4;  // of the anchors; enough to meet at one

bool is_dated(const Signature& signature) {
  return signature.from != Signature::kUndated;
}

bool dates_agree(const Signature& a, const Signature& b) {
  return !is_dated(a) || !is_dated(b) ||
         days_between({a.from, a.to}, {b.from, b.to}) <= kMostDaysApart;
}

bool equal_and_some(std::uint64_t a, std::uint64_t b) {
  return a != 0 && a == b;
}

int shared_anchors(const Signature& a, const Signature& b) {
  int shared = 0;
  for (std::size_t i = 0, j = 0; i < Signature::kAnchors && j < Signature::kAnchors;) {
    if (a.anchors[i] == b.anchors[j]) {
      shared += a.anchors[i] != 0;
      ++i;
      ++j;
    } else {
      ++(a.anchors[i] < b.anchors[j] ? i : j);
    }
  }
  return shared;
}

bool may_be_same(const Signature& a, const Signature& b) {
  if (a.content == b.content) return a.words >= kFewestWords || equal_and_some(a.url, b.url);
  const auto [shorter, longer] = std::minmax(a.words, b.words);
  if (shorter < kFewestWords || 10 * std::uint64_t{shorter} < 6 * std::uint64_t{longer}) {
    return false;
  }
  const int apart = std::popcount(a.simhash ^ b.simhash);
  if (shorter < kLongText) return apart <= kMostBitsApart;
  return apart <= kMostBitsApartInLong && shared_anchors(a, b) >= kFewestAnchorsInLong;
}

bool leads_are_alike(const Signature& a, const Signature& b) {
  if (equal_and_some(a.opening, b.opening)) return true;
  for (const std::uint32_t anchor : a.lead_anchors) {
    if (anchor != 0 &&
        std::find(b.lead_anchors.begin(), b.lead_anchors.end(), anchor) != b.lead_anchors.end()) {
      return true;
    }
  }
  return false;
}

bool may_be_excerpt(const Signature& part, const Signature& whole) {
  if (part.words >= whole.words || whole.is_teaser) return false;
  if (equal_and_some(part.url, whole.url) || equal_and_some(part.title, whole.title)) return true;
  return part.is_teaser && leads_are_alike(part, whole);
}

// Numbers in sets, by the smallest of each (Tarjan's union-find with path halving).
class Components {
 public:
  explicit Components(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0);
  }
  std::uint32_t find(std::uint32_t number) {
    while (parents_[number] != number) {
      parents_[number] = parents_[parents_[number]];
      number = parents_[number];
    }
    return number;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    const auto [low, high] = std::minmax({find(a), find(b)});
    parents_[high] = low;
  }

 private:
  std::vector<std::uint32_t> parents_;
};

// Joins the candidates among records that share a key. Records of equal content are joined by that
// key already, so one of each is enough here.
void join_bucket(const std::vector<Signature>& records, std::vector<std::uint32_t>& bucket,
                 Components& components) {
  constexpr std::size_t kMostToCompare = 4000;
  const auto by_component = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(records[a].content, a) < std::pair(records[b].content, b);
  };
  std::sort(bucket.begin(), bucket.end(), by_component);
  const auto of_one_text = [&](std::uint32_t a, std::uint32_t b) {
    return records[a].content == records[b].content && records[a].url == records[b].url &&
           records[a].title == records[b].title && records[a].from == records[b].from &&
           records[a].to == records[b].to && records[a].language == records[b].language &&
           records[a].is_teaser == records[b].is_teaser && records[a].words >= kFewestWords;
  };
  bucket.erase(std::unique(bucket.begin(), bucket.end(), of_one_text), bucket.end());
  const bool compare_all = bucket.size() <= kMostToCompare;
  for (std::size_t i = 1; i < bucket.size(); ++i) {
    if (!compare_all) {
      components.join(bucket[0], bucket[i]);
      continue;
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (components.find(bucket[i]) == components.find(bucket[j])) continue;
      if (may_be_alike(records[bucket[i]], records[bucket[j]])) {
        components.join(bucket[i], bucket[j]);
      }
    }
  }
}

}  // namespace

bool may_be_alike(const Signature& a, const Signature& b) {
  if (a.language != 0 && b.language != 0 && a.language != b.language) return false;
  return dates_agree(a, b) && (may_be_same(a, b) || may_be_excerpt(a, b) || may_be_excerpt(b, a));
}

void append_keys(KeyKind kind, const Signature& signature, std::uint32_t record,
                 std::vector<KeyedRecord>& keys) {
  const auto append = [&](std::uint64_t key) { keys.push_back({key, record}); };
  const bool has_text = signature.words >= kFewestWords;
  switch (kind) {
    case KeyKind::kContent:
      if (has_text) append(signature.content);
      break;
    case KeyKind::kSimhash:
      for (unsigned band = 0; has_text && band < 4; ++band) {
        append(std::uint64_t{band} << 16 | ((signature.simhash >> (16 * band)) & 0xFFFF));
      }
      break;
    case KeyKind::kAnchor:
      for (std::size_t i = 0; has_text && i < kAnchorKeys; ++i) {
        if (signature.anchors[i] != 0) append(signature.anchors[i]);
      }
      break;
    case KeyKind::kLeadAnchor:
      for (const std::uint32_t anchor : signature.lead_anchors) {
        if (has_text && anchor != 0) append(anchor);
      }
      break;
    case KeyKind::kOpening:
      if (has_text && signature.opening != 0) append(signature.opening);
      break;
    case KeyKind::kTitle:
      if (signature.title != 0) append(signature.title);
      break;
    case KeyKind::kUrl:
      if (signature.url != 0) append(signature.url);
      break;
  }
}

void sort_by_key(std::vector<KeyedRecord>& keys) {
  std::sort(keys.begin(), keys.end(), [](const KeyedRecord& a, const KeyedRecord& b) {
    return a.key != b.key ? a.key < b.key : a.record < b.record;
  });
}

std::vector<std::uint32_t> candidate_components(const std::vector<Signature>& records) {
  Components components(records.size());
  std::vector<KeyedRecord> keys;
  std::vector<std::uint32_t> bucket;
  for (const KeyKind kind : kKeyKinds) {
    keys.clear();
    for (std::uint32_t record = 0; record < records.size(); ++record) {
      append_keys(kind, records[record], record, keys);
    }
    for_each_bucket(keys, [&](std::size_t begin, std::size_t end) {
      bucket.clear();
      for (std::size_t i = begin; i < end; ++i) {
        // Equal texts need no comparison to be looked at together.
        if (kind == KeyKind::kContent) components.join(keys[begin].record, keys[i].record);
        bucket.push_back(keys[i].record);
      }
      if (kind != KeyKind::kContent) join_bucket(records, bucket, components);
    });
  }
  std::vector<std::uint32_t> component(records.size());
  for (std::uint32_t record = 0; record < records.size(); ++record) {
    component[record] = components.find(record);
  }
  return component;
}

}  // namespace rapporteur
