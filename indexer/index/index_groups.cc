// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index/index_groups.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/index/stored_record.h"
#include "indexer/group/grouping.h"

namespace rapporteur {

namespace {

class Gatherer {
 public:
  Gatherer(const Xapian::Database* live, const Staging& staging, const UpdatePlan& plan)
      : staging_(staging), plan_(plan) {
    if (live != nullptr) read_live(*live);
    read_staged();
    for (const auto& [id, signature] : before_) input_.gone.push_back(signature);
    input_.load = [this](std::size_t number) { return load(number); };
  }

  const GroupingInput& input() const { return input_; }

 private:
  struct Place {
    std::size_t database = 0;
    Xapian::docid document = 0;
  };

  template <typename Visit>
  void for_each_signature(const Xapian::Database& database, Visit visit) const {
    const auto end = database.valuestream_end(schema::kSignatureSlot);
    for (auto value = database.valuestream_begin(schema::kSignatureSlot); value != end; ++value) {
      if (const auto signature = unpack_signature(*value)) visit(value.get_docid(), *signature);
    }
  }

  void keep(const Signature& signature, bool changed, Place place) {
    input_.records.push_back(signature);
    input_.changed.push_back(changed);
    places_.push_back(place);
  }

  void read_live(const Xapian::Database& live) {
    // A damaged entry is no loss: the groups are found anew.
    input_.previous =
        unpack_record_groups(live.get_metadata(schema::kGroupsKey)).value_or(RecordGroups());
    databases_.push_back(live);
    const auto is_in = [](const std::vector<Xapian::docid>& sorted, Xapian::docid document) {
      return std::binary_search(sorted.begin(), sorted.end(), document);
    };
    for_each_signature(live, [&](Xapian::docid document, const Signature& signature) {
      if (is_in(plan_.replaced, document) || is_in(plan_.removed, document)) {
        before_.emplace(signature.id, signature);
      } else {
        keep(signature, false, {0, document});
      }
    });
  }

  void read_staged() {
    auto addition = plan_.additions.begin();
    while (addition != plan_.additions.end()) {
      const std::uint32_t chunk = addition->staged.chunk;
      databases_.emplace_back(staging_.chunk(chunk).path.string(), Xapian::DB_BACKEND_GLASS);
      const std::size_t database = databases_.size() - 1;
      for_each_signature(databases_[database],
                         [&](Xapian::docid document, const Signature& signature) {
                           while (addition != plan_.additions.end() &&
                                  addition->staged < StagedDocument{chunk, document}) {
                             ++addition;
                           }
                           if (addition == plan_.additions.end() ||
                               addition->staged != StagedDocument{chunk, document}) {
                             return;  // another operation on its id has overtaken it
                           }
                           read_addition(signature, {database, document});
                         });
      while (addition != plan_.additions.end() && addition->staged.chunk == chunk) ++addition;
    }
  }

  // What is indexed again as it was changes no group.
  void read_addition(const Signature& signature, Place place) {
    const auto before = before_.find(signature.id);
    const bool as_before = before != before_.end() && before->second == signature;
    if (as_before) before_.erase(before);
    keep(signature, !as_before, place);
  }

  // A damaged record has no words and is like no other; `verify` tells of it.
  Record load(std::size_t number) const {
    const Place place = places_[number];
    auto record = load_record(databases_[place.database].get_document(place.document).get_data());
    return record ? std::move(*record) : Record();
  }

  const Staging& staging_;
  const UpdatePlan& plan_;
  std::vector<Xapian::Database> databases_;
  std::vector<Place> places_;                            // by number in input_.records
  std::unordered_map<std::uint64_t, Signature> before_;  // of live records that will not be there
  GroupingInput input_;
};

}  // namespace

IndexGroups group_index(const Xapian::Database* live, const Staging& staging,
                        const UpdatePlan& plan) {
  const Gatherer gatherer(live, staging, plan);
  const GroupingOutcome outcome = find_groups(gatherer.input());
  IndexGroups groups;
  groups.packed = pack(outcome.groups);
  groups.given_up = outcome.given_up;
  return groups;
}

}  // namespace rapporteur
