// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers of any size, hit by hit, from an index that may change meanwhile.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include <functional>
#include <limits>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

using testing::made_record;
using testing::MadeIndex;

class Collector : public AnswerSink {
 public:
  void begin(const Answer& answer) override {
    EXPECT_FALSE(begun);
    EXPECT_TRUE(answer.hits.empty());
    begun = true;
    head = answer;
  }
  bool take(Hit hit) override {
    EXPECT_TRUE(begun);
    hits.push_back(std::move(hit));
    if (at_hit) at_hit(hits.size());
    return hits.size() < most;
  }

  bool begun = false;
  Answer head;
  std::vector<Hit> hits;
  std::size_t most = std::numeric_limits<std::size_t>::max();
  std::function<void(std::size_t)> at_hit;
};

// Records on two countries, half of them with the word.
std::vector<Record> made_records(int count, const std::string& word = "eviction") {
  std::vector<Record> records;
  for (int i = 0; i < count; ++i) {
    Record record = made_record("r" + std::to_string(1000 + i), "Note " + std::to_string(i),
                                (i % 2 == 0 ? word : "harvest") + " number " + std::to_string(i));
    record.countries->push_back({i % 3 == 0 ? "KEN" : "PER", true, 1.0});
    testing::dated(record, "2018-05");
    records.push_back(std::move(record));
  }
  return records;
}

Question all_of(const std::string& text) {
  Question question;
  question.text = text;
  question.limit = std::numeric_limits<std::size_t>::max();
  question.records = true;
  return question;
}

TEST(Stream, GivesTheHitsOfASearchInItsOrder) {
  const MadeIndex index(made_records(40));
  const Searcher searcher = index.searcher();
  for (const SortOrder sort : {SortOrder::kRelevance, SortOrder::kNewest}) {
    Question question = all_of("eviction Kenya");
    question.sort = sort;
    question.offset = 3;
    const Result<Answer> whole = searcher.search(question);
    Collector collector;
    const Result<StreamEnd> end = searcher.stream(question, collector);
    ASSERT_TRUE(whole.ok() && end.ok());
    ASSERT_GT(whole->tail_total, 0u);
    EXPECT_EQ(collector.head.total, whole->total);
    EXPECT_EQ(collector.head.facets.size(), whole->facets.size());
    EXPECT_EQ(end->hits, whole->total + whole->tail_total - 3);
    ASSERT_EQ(collector.hits.size(), whole->hits.size());
    for (std::size_t i = 0; i < whole->hits.size(); ++i)
      EXPECT_EQ(to_json(collector.hits[i]), to_json(whole->hits[i]));
  }
}

TEST(Stream, AHitHoldsItsWholeRecordIfAsked) {
  const MadeIndex index(made_records(4));
  const Searcher searcher = index.searcher();
  Collector collector;
  ASSERT_TRUE(searcher.stream(all_of("eviction"), collector).ok());
  ASSERT_FALSE(collector.hits.empty());
  for (const Hit& hit : collector.hits) {
    EXPECT_EQ(hit.record, *searcher.show(hit.id));
    EXPECT_EQ(nlohmann::json::parse(to_json(hit))["record"]["id"], hit.id);
  }
  Question question = all_of("eviction");
  question.records = false;
  EXPECT_FALSE(searcher.search(question)->hits.front().record.has_value());
}

TEST(Stream, EndsWhereTheSinkHasEnough) {
  const MadeIndex index(made_records(40));
  Collector collector;
  collector.most = 5;
  const Result<StreamEnd> end = index.searcher().stream(all_of("eviction"), collector);
  ASSERT_TRUE(end.ok());
  EXPECT_EQ(end->hits, 5u);
  EXPECT_EQ(collector.hits.size(), 5u);
}

TEST(Stream, WhatASinkThrowsComesOutAndTheSearcherGoesOn) {
  const MadeIndex index(made_records(40));
  const Searcher searcher = index.searcher();
  Collector collector;
  collector.at_hit = [](std::size_t number) {
    if (number == 2) throw std::domain_error("the pipe is closed");
  };
  EXPECT_THROW((void)searcher.stream(all_of("eviction"), collector), std::domain_error);
  EXPECT_LE(collector.hits.size(), 3u);
  EXPECT_TRUE(searcher.search(all_of("eviction")).ok());
}

TEST(Stream, MistakesAreToldBeforeAnythingIsHandedOut) {
  const MadeIndex index(made_records(4));
  Collector collector;
  Question question = all_of("eviction");
  question.selections.push_back({FacetField::kCountry, "Atlantis", false});
  const Result<StreamEnd> end = index.searcher().stream(question, collector);
  ASSERT_FALSE(end.ok());
  EXPECT_EQ(end.error().code, ErrorCode::kInvalidInput);
  EXPECT_FALSE(collector.begun);
}

TEST(Stream, TheDeadlineHoldsUntilTheFirstHit) {
  const MadeIndex index(made_records(10));
  Question question = all_of("eviction");
  question.deadline = std::chrono::milliseconds(1000);
  Collector collector;
  collector.at_hit = [](std::size_t number) {
    if (number == 1) std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  };
  EXPECT_TRUE(index.searcher().stream(question, collector).ok());
  EXPECT_EQ(collector.hits.size(), 5u);
}

void remove_record(const MadeIndex& index, const std::string& id) {
  auto writer = IndexWriter::open(index.path());
  ASSERT_TRUE(writer.ok());
  (*writer)->remove(id, 0);
  ASSERT_TRUE((*writer)->commit().ok());
}

TEST(Stream, CommitsOnTheWayMixNothingAndLoseNothingSilently) {
  MadeIndex index(made_records(3000));
  const Searcher searcher = index.searcher();
  const Result<Answer> before = searcher.search(all_of("eviction"));
  ASSERT_TRUE(before.ok());
  const std::string changed = before->hits[1400].id;
  const std::string removed = before->hits[1450].id;
  Collector collector;
  collector.at_hit = [&](std::size_t number) {
    if (number != 10) return;
    // Every block of the revision that is being read is written over.
    for (int round = 0; round < 4; ++round) index.add(made_records(3000, "curfew"));
    Record record = made_record(changed, "Changed", "eviction, as it is told now");
    index.add({record});
    remove_record(index, removed);
  };
  const Result<StreamEnd> end = searcher.stream(all_of("eviction"), collector);
  ASSERT_TRUE(end.ok()) << end.error().message;
  EXPECT_EQ(collector.head.fingerprint, before->fingerprint);
  EXPECT_EQ(end->hits + end->gone, before->hits.size());
  std::size_t place = 0;
  for (const Hit& hit : collector.hits) {
    while (place < before->hits.size() && before->hits[place].id != hit.id) ++place;
    ASSERT_LT(place, before->hits.size()) << "not in the order of before: " << hit.id;
  }
  if (end->notices.empty()) return;  // Xapian kept the old blocks: all hits are those of before
  EXPECT_EQ(end->gone, 1u);
  const auto found = std::find_if(collector.hits.begin(), collector.hits.end(),
                                  [&](const Hit& hit) { return hit.id == changed; });
  ASSERT_NE(found, collector.hits.end());
  EXPECT_EQ(found->title, "Changed");
}

}  // namespace
}  // namespace rapporteur
