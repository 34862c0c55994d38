// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/grouping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "benchmarks/grouping/group_records.h"
#include "benchmarks/grouping/pair_score.h"
#include "tests/indexer/group/made_copies.h"

namespace rapporteur {
namespace {

using testing::MadeCopies;
using testing::MadeRecord;

std::vector<MadeRecord> made(unsigned seed, int families, int words) {
  std::vector<MadeRecord> records;
  MadeCopies copies(seed);
  for (int i = 0; i < families; ++i) copies.add_family(words, records);
  return records;
}

TEST(Grouping, FindsMadeCopiesAndNothingElse) {
  for (const int words : {40, 150, 600}) {
    SCOPED_TRACE(std::to_string(words) + " words");
    const PairScore score = score_pairs(made(5, 120, words));
    EXPECT_EQ(score.wrong, 0U) << score.wrong_kinds;
    EXPECT_GE(score.recall(), 0.97) << score.missed_kinds;
  }
}

// Groups of ids: what must not depend on how records came in.
std::vector<std::vector<std::string>> ids_of(const RecordGroups& groups,
                                             const std::map<std::uint64_t, std::string>& names) {
  std::vector<std::vector<std::string>> ids;
  for (const RecordGroup& group : groups.groups) {
    auto& members = ids.emplace_back();
    for (const std::uint64_t key : group) members.push_back(names.at(key));
  }
  return ids;
}

// An index whose groups are kept up to date by small steps.
class Kept {
 public:
  void step(const std::map<std::string, Record>& records) {
    GroupingInput input;
    std::vector<Record> texts;
    std::map<std::string, Signature> now;
    for (const auto& [id, record] : records) {
      input.records.push_back(signature_of(record));
      const auto before = before_.find(id);
      const bool same = before != before_.end() && before->second == input.records.back();
      input.changed.push_back(!same);
      if (before != before_.end() && !same) input.gone.push_back(before->second);
      texts.push_back(record);
      now.emplace(id, input.records.back());
      names_.emplace(input.records.back().id, id);
    }
    for (const auto& [id, signature] : before_) {
      if (!records.contains(id)) input.gone.push_back(signature);
    }
    input.previous = groups_;
    input.load = [&](std::size_t number) { return texts[number]; };
    groups_ = find_groups(input).groups;
    before_ = now;
  }
  std::vector<std::vector<std::string>> groups() const { return ids_of(groups_, names_); }

 private:
  std::map<std::string, Signature> before_;
  std::map<std::uint64_t, std::string> names_;
  RecordGroups groups_;
};

TEST(Grouping, AnySequenceOfStepsEndsWhereOneStepDoes) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::vector<MadeRecord> pool = made(seed, 14, seed % 2 == 0 ? 50 : 160);
    MadeCopies chance(seed + 100);
    // Some say themselves what they are: another one, one that may be missing, or themselves.
    for (MadeRecord& one : pool) {
      if (chance.below(12) == 0) {
        one.record.duplicate_of =
            pool[static_cast<std::size_t>(chance.below(static_cast<int>(pool.size())))].record.id;
      }
      if (chance.below(20) == 0) one.record.duplicate_of = one.record.id;
    }
    Kept kept;
    std::map<std::string, Record> records;
    for (int step = 0; step < 40; ++step) {
      for (int change = 1 + chance.below(6); change > 0; --change) {
        const Record& record =
            pool[static_cast<std::size_t>(chance.below(static_cast<int>(pool.size())))].record;
        const int what = chance.below(10);
        if (what < 6) {
          records[record.id] = record;
        } else if (what < 8) {
          records.erase(record.id);
        } else {  // another page under the same id
          Record other =
              pool[static_cast<std::size_t>(chance.below(static_cast<int>(pool.size())))].record;
          other.id = record.id;
          records[record.id] = other;
        }
      }
      kept.step(records);
      Kept at_once;
      at_once.step(records);
      ASSERT_EQ(kept.groups(), at_once.groups()) << "step " << step;
    }
    EXPECT_FALSE(kept.groups().empty());
  }
}

TEST(Grouping, TheOrderOfTheRecordsDoesNotMatter) {
  std::vector<Record> records;
  for (const MadeRecord& one : made(3, 40, 120)) records.push_back(one.record);
  const auto ids = [&](const std::vector<Record>& in_order) {
    std::vector<std::vector<std::string>> groups;
    for (const auto& group : group_records(in_order).groups) {
      auto& members = groups.emplace_back();
      for (const std::size_t number : group) members.push_back(in_order[number].id);
    }
    return groups;
  };
  const auto expected = ids(records);
  ASSERT_FALSE(expected.empty());
  std::shuffle(records.begin(), records.end(), std::mt19937(9));
  EXPECT_EQ(ids(records), expected);
}

Record plain(std::string id, std::string text) {
  Record record;
  record.id = std::move(id);
  record.text = std::move(text);
  record.kind = "article";
  return record;
}

constexpr const char* kText =
    "The Forum is alarmed by the arrest of three lawyers on their way back from Geneva, and asks "
    "the "
    "government to let them go at once and to give their papers back.";

std::vector<std::vector<std::string>> groups_of(const std::vector<Record>& records) {
  std::vector<std::vector<std::string>> groups;
  for (const auto& group : group_records(records).groups) {
    auto& members = groups.emplace_back();
    for (const std::size_t number : group) members.push_back(records[number].id);
  }
  return groups;
}

using Groups = std::vector<std::vector<std::string>>;

void set_day(Record& record, const char* day) {
  RecordDate date;
  date.interval = *parse_iso_interval(day);
  record.date = std::optional<RecordDate>(date);
}

TEST(Grouping, APublicationStandsBeforeItsTeaserAndTheEarlierBeforeTheLater) {
  Record teaser = plain("teaser", std::string(kText).substr(0, 100));
  teaser.kind = "teaser";
  Record late = plain("late", kText);
  Record early = plain("early", kText);
  set_day(late, "2018-06-22");
  set_day(early, "2018-06-21");
  EXPECT_EQ(groups_of({teaser, late, early}), (Groups{{"early", "late", "teaser"}}));
}

TEST(Grouping, TheSameWordsAMonthLaterAreAnotherStatementUnlessTheyAreMany) {
  Record first = plain("first", kText);
  Record second = plain("second", kText);
  set_day(first, "2018-06-21");
  set_day(second, "2018-07-21");
  EXPECT_EQ(groups_of({first, second}), Groups());
}

TEST(Grouping, ACorrectedWordIsACopyAnotherNumberIsNot) {
  std::string reworded = kText;
  reworded.replace(reworded.find("alarmed"), 7, "worried");
  EXPECT_EQ(groups_of({plain("a", kText), plain("b", reworded)}).size(), 1U);
  std::string other_place = kText;
  other_place.replace(other_place.find("Geneva"), 6, "Vienna");
  EXPECT_EQ(groups_of({plain("a", kText), plain("b", other_place)}), Groups());
}

TEST(Grouping, OtherNumbersInTheTitleAreOtherDocuments) {
  Record one = plain("one", kText);
  Record two = plain("two", kText);
  one.title = std::optional<std::string>("Urgent action 12 of 1995");
  two.title = std::optional<std::string>("Urgent action 14 of 1995");
  EXPECT_EQ(groups_of({one, two}), Groups());
  two.title = one.title;
  EXPECT_EQ(groups_of({one, two}).size(), 1U);
  two.title = std::optional<std::string>("Urgent action 12 of 1995 [French]");
  EXPECT_EQ(groups_of({one, two}), Groups());
}

TEST(Grouping, AnotherSessionOrSymbolIsAnotherDocument) {
  Record one = plain("one", kText);
  Record two = plain("two", kText);
  one.sessions = {"HRC-38"};
  two.sessions = {"HRC-39"};
  EXPECT_EQ(groups_of({one, two}), Groups());
}

TEST(Grouping, FewWordsAreNoText) {
  EXPECT_EQ(groups_of({plain("a", "See below."), plain("b", "See below.")}), Groups());
}

TEST(Grouping, AGivenDuplicateIsBelieved) {
  Record original = plain("original", kText);
  Record given = plain("given", "Something else that its editor knows to be the same.");
  given.duplicate_of = "original";
  Record further = plain("further", "And a third one that leads there over the second one.");
  further.duplicate_of = "given";
  const Groups groups = groups_of({given, further, original});
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].front(), "original");
  EXPECT_EQ(groups[0].size(), 3U);
}

TEST(Grouping, DuplicatesOfAMissingRecordOrOfEachOtherAreAGroup) {
  Record a = plain("a", "One of two records that were said to be the same.");
  Record b = plain("b", "The other one, whose words are quite different ones.");
  a.duplicate_of = "missing";
  b.duplicate_of = "missing";
  EXPECT_EQ(groups_of({a, b}).size(), 1U);
  a.duplicate_of = "b";
  b.duplicate_of = "a";
  EXPECT_EQ(groups_of({a, b}).size(), 1U);
}

TEST(Grouping, ARecordThatNamesItselfStandsForItself) {
  Record a = plain("a", kText);
  Record b = plain("b", kText);
  a.duplicate_of = "a";
  b.duplicate_of = "b";
  EXPECT_EQ(groups_of({a, b}), Groups());
}

TEST(Signatures, SurviveBeingPacked) {
  for (const MadeRecord& one : made(2, 5, 50)) {
    const Signature signature = signature_of(one.record);
    const auto back = unpack_signature(pack(signature));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(*back, signature);
  }
  EXPECT_FALSE(unpack_signature("short").has_value());
}

}  // namespace
}  // namespace rapporteur
