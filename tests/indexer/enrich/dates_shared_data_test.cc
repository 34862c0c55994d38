// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates of real documents whose time is known: decisions of the treaty bodies and resolutions by
// their session, speeches by their year.
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>

#include "indexer/enrich/enrich.h"
#include "tests/support/shared_lines.h"

namespace rapporteur {
namespace {

using testing::csv_cells;
using testing::for_each_gz_line;
using testing::for_each_line;

const std::string kShared = RAPPORTEUR_SHARED_DATA;

const Vocabularies& vocabularies() {
  static const Vocabularies* const kAll = new Vocabularies(*Vocabularies::load());
  return *kAll;
}

// What became of many documents' dates.
struct Outcome {
  int right = 0;
  int wrong = 0;
  int undated = 0;

  void add(const std::optional<RecordDate>& date, const DateInterval& truth) {
    if (!date) {
      ++undated;
    } else {
      ++(date->interval.overlaps(truth) ? right : wrong);
    }
  }
  int dated() const { return right + wrong; }
  double precision() const { return dated() == 0 ? 1.0 : static_cast<double>(right) / dated(); }
};

std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
  return out << outcome.right << " right, " << outcome.wrong << " wrong, " << outcome.undated
             << " undated";
}

class RealDates : public ::testing::Test {
 protected:
  std::optional<RecordDate> date_of(const std::string& title, const std::string& text) {
    Record record;
    record.title = title;
    record.text = text;
    std::vector<std::string> notes;
    enricher_.enrich_record(record, notes);
    return record.date.value_or(std::nullopt);
  }

  Enricher enricher_{vocabularies()};
};

TEST_F(RealDates, ADecisionIsOfTheSessionInItsSymbolNotOfTheDaysOfItsCase) {
  const std::string path = kShared + "/un-treaty-bodies.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "needs " << path;
  Outcome with_symbol;
  Outcome text_only;
  int lines = 0;
  for_each_gz_line(path, [&](const std::string& line) {
    if (++lines % 5 != 0) return true;
    const auto item = nlohmann::json::parse(line);
    if (!item.contains("symbol") || !item.contains("session")) return true;
    const std::string id =
        item["treaty_body"].get<std::string>() + "-" + std::to_string(item["session"].get<int>());
    const Session* session = vocabularies().sessions.find(id);
    if (session == nullptr) return true;
    const DateInterval years{{session->interval.from.year, 1, 1},
                             {session->interval.to.year, 12, 31}};
    const std::string text = item["text"];
    with_symbol.add(date_of(item["title"], text), years);
    text_only.add(date_of("", text), years);
    return true;
  });
  std::cout << "with the symbol: " << with_symbol << "; text only: " << text_only << "\n";
  EXPECT_GT(with_symbol.dated(), 700);
  EXPECT_GE(with_symbol.precision(), 0.99);
  // Nothing tells the year: hardly any may be given one, and of few a wrong one.
  EXPECT_LE(text_only.wrong, text_only.undated / 100);
}

TEST_F(RealDates, AResolutionIsOfTheSessionInItsSymbol) {
  const std::string path = kShared + "/resolutions/resolutions.csv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "needs " << path;
  Outcome outcome;
  for_each_line(path, [&](const std::string& line) {
    const std::vector<std::string> cells = csv_cells(line);
    if (cells.size() < 7 || !cells[1].starts_with("A/HRC/RES/")) return true;
    const auto day = parse_iso_interval(cells[4]);
    if (day) outcome.add(date_of(cells[1], cells[2]), *day);
    return true;
  });
  std::cout << "resolutions of the Council: " << outcome << "\n";
  EXPECT_GT(outcome.dated(), 1000);
  EXPECT_GE(outcome.precision(), 0.97);
}

TEST_F(RealDates, TheYearOfASpeechIsToldByItsWordsOrNotAtAll) {
  const std::string path = kShared + "/un-general-debate.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "needs " << path;
  Outcome outcome;
  int lines = 0;
  for_each_gz_line(path, [&](const std::string& line) {
    if (++lines % 5 != 0) return true;
    const auto item = nlohmann::json::parse(line);
    const auto year = parse_iso_interval(item["date"].get<std::string>());
    if (year) outcome.add(date_of("", item["text"]), *year);
    return true;
  });
  std::cout << "speeches by their words alone: " << outcome << "\n";
  EXPECT_GT(outcome.dated(), 100);
  EXPECT_GE(outcome.precision(), 0.75);
}

}  // namespace
}  // namespace rapporteur
