// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/component_grouper.h"

#include <algorithm>

#include "indexer/group/candidates.h"
#include "indexer/group/representative.h"

namespace rapporteur {

namespace {

constexpr std::size_t kMostWordsAtHand = 2'000'000;  // some 80 MB

// A component of thousands that are all alike and none the same (one template, filled in anew each
// time) would take the square of its size. These bounds are far above what copies need; they
// depend on the component alone.
constexpr std::size_t kMostComparisonsARecord = 200;
constexpr std::size_t kMostLooksARecord = 20'000;

// The records of a component that share a key with one of them.
class Neighbours {
 public:
  Neighbours(const std::vector<Signature>& records, const std::vector<std::uint32_t>& members) {
    for (const KeyKind kind : kKeyKinds) {
      std::vector<KeyedRecord>& keys = keys_.emplace_back();
      for (std::uint32_t i = 0; i < members.size(); ++i) {
        append_keys(kind, records[members[i]], i, keys);
      }
      sort_by_key(keys);
    }
  }

  // Calls `visit(place)` for each place in `members` that shares a key with `signature`, some of
  // them more than once, until it answers false.
  template <typename Visit>
  void for_each(const Signature& signature, Visit visit) const {
    std::vector<KeyedRecord> own;
    for (std::size_t kind = 0; kind < keys_.size(); ++kind) {
      own.clear();
      append_keys(kKeyKinds[kind], signature, 0, own);
      for (const KeyedRecord& key : own) {
        auto other = std::lower_bound(
            keys_[kind].begin(), keys_[kind].end(), key.key,
            [](const KeyedRecord& entry, std::uint64_t wanted) { return entry.key < wanted; });
        for (; other != keys_[kind].end() && other->key == key.key; ++other) {
          if (!visit(other->record)) return;
        }
      }
    }
  }

 private:
  std::vector<std::vector<KeyedRecord>> keys_;  // by kind, sorted; records are places in `members`
};

}  // namespace

void ComponentGrouper::operator()(std::vector<std::uint32_t> members,
                                  std::vector<std::uint32_t>& leaders) {
  texts_.clear();
  words_in_texts_ = 0;
  const std::vector<Signature>& records = input_.records;
  std::sort(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
    return stands_before(records[a], records[b]);
  });
  const Neighbours neighbours(records, members);
  std::vector<bool> has_leader(members.size());
  std::vector<std::uint32_t> seen_by(members.size(), ~std::uint32_t{0});
  std::size_t comparisons = kMostComparisonsARecord * members.size();
  std::size_t looks = kMostLooksARecord * members.size();
  for (std::uint32_t place = 0; place < members.size(); ++place) {
    if (has_leader[place]) continue;
    const std::uint32_t leader = members[place];
    if (comparisons == 0 || looks == 0) {
      ++outcome_.given_up;
      continue;
    }
    neighbours.for_each(records[leader], [&](std::uint32_t other) {
      if (other > place && !has_leader[other] && seen_by[other] != place) {
        seen_by[other] = place;
        const Signature& signature = records[members[other]];
        if (signature.duplicate_of == 0 && may_be_alike(records[leader], signature)) {
          --comparisons;
          if (are_alike(leader, members[other])) {
            has_leader[other] = true;
            leaders[members[other]] = leader;
          }
        }
      }
      --looks;
      return comparisons > 0 && looks > 0;
    });
  }
}

bool ComponentGrouper::are_alike(std::uint32_t leader, std::uint32_t other) {
  const Signature& a = input_.records[leader];
  const Signature& b = input_.records[other];
  // Exact copies need not be read.
  if (a.content == b.content && a.title == b.title && a.subjects == b.subjects &&
      a.from == b.from && a.to == b.to && a.words >= 20) {
    return true;
  }
  ++outcome_.compared;
  return compare(*text_of(leader), *text_of(other)) != Likeness::kNone;
}

std::shared_ptr<const ComparedText> ComponentGrouper::text_of(std::uint32_t number) {
  const auto known = texts_.find(number);
  if (known != texts_.end()) return known->second;
  if (words_in_texts_ > kMostWordsAtHand) {
    texts_.clear();
    words_in_texts_ = 0;
  }
  const auto text = std::make_shared<const ComparedText>(preparer_.prepare(input_.load(number)));
  words_in_texts_ += text->words.size();
  texts_.emplace(number, text);
  return text;
}

}  // namespace rapporteur
