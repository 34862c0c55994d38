// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages whose records are known: what `extract` makes of them against the gold file.
#include <gtest/gtest.h>

#include <map>

#include "common/text/utf8.h"
#include "tests/cli/index_tool.h"

namespace rapporteur::testing {
namespace {

using nlohmann::json;

std::string plain(const json& text) {
  return text.is_string() ? collapse_spaces(text.get<std::string>()) : std::string();
}

// Holds records against a gold file; data/sample/README.md says what its members mean.
class GoldCheck {
 public:
  explicit GoldCheck(const std::string& printed) {
    for (const std::string& line : lines_of(printed)) {
      json record = json::parse(line);
      by_source_[record["source"]].push_back(std::move(record));
    }
  }

  void check_page(const std::string& page, const json& gold, const json& items, bool all) {
    const std::vector<json>& records = by_source_[page];
    if (all) expect(records.size() == items.size(), page + ": number of records");
    for (const json& item : items) check_item(page, item, records);
    for (const json& noise : gold.value("noise", json::array())) {
      for (const json& record : records) {
        const std::string words = plain(record["title"]) + ' ' + plain(record["text"]);
        if (has(words, plain(noise))) noise_ += page + ": " + plain(noise) + '\n';
      }
    }
  }

  int met() const { return met_; }
  int missed() const { return missed_; }
  const std::string& misses() const { return misses_; }
  const std::string& noise() const { return noise_; }

 private:
  void expect(bool holds, const std::string& what) {
    ++(holds ? met_ : missed_);
    if (!holds) misses_ += what + '\n';
  }

  void check_item(const std::string& page, const json& item, const std::vector<json>& records) {
    const std::string start = page + ": " + plain(item["has"]).substr(0, 40) + ": ";
    std::vector<const json*> found;
    for (const json& record : records) {
      if (has(plain(record["text"]), plain(item["has"]))) found.push_back(&record);
    }
    expect(found.size() == 1, start + "stands in " + std::to_string(found.size()) + " records");
    if (found.empty()) return;
    const json& record = *found.front();
    for (const char* name : {"kind", "title", "language", "id"}) {
      if (!item.contains(name)) continue;
      expect(plain(record[name]) == plain(item[name]), start + name + " is " + record[name].dump());
    }
    if (item.contains("date")) {
      expect(date_holds(item["date"], record["date"]), start + "date is " + record["date"].dump());
    }
    std::vector<std::string> countries;
    std::vector<std::string> primary;
    for (const json& country : record["countries"]) {
      countries.push_back(country["code"]);
      if (country["primary"]) primary.push_back(country["code"]);
    }
    check_list(start, "countries", item, countries);
    check_list(start, "primary", item, primary);
    for (const char* name : {"bodies", "sessions", "themes"}) {
      check_list(start, name, item, record[name].get<std::vector<std::string>>());
    }
    for (const std::string& code : item.value("not_countries", std::vector<std::string>())) {
      const bool there = std::find(countries.begin(), countries.end(), code) != countries.end();
      expect(!there, start + "countries have " + code);
    }
    if (item.contains("ends_with")) {
      expect(plain(record["text"]).ends_with(plain(item["ends_with"])), start + "ends otherwise");
    }
    const json extra = item.value("extra", json::object());
    for (const auto& [name, value] : extra.items()) {
      expect(record["extra"].value(name, json()) == value, start + "extra." + name);
    }
  }

  void check_list(const std::string& start, const char* name, const json& item,
                  const std::vector<std::string>& have) {
    for (const std::string& wanted : item.value(name, std::vector<std::string>())) {
      expect(std::find(have.begin(), have.end(), wanted) != have.end(),
             start + name + " lack " + wanted);
    }
  }

  static bool date_holds(const json& wanted, const json& date) {
    if (wanted.is_null() || date.is_null()) return wanted.is_null() && date.is_null();
    const std::string day = wanted;
    const std::string from = date["from"];
    const std::string to = date["to"];
    return from.starts_with(day) && to.starts_with(day);
  }

  std::map<std::string, std::vector<json>> by_source_;
  int met_ = 0;
  int missed_ = 0;
  std::string misses_;
  std::string noise_;
};

TEST(Gold, TheSampleIsUnderstood) {
  const std::string folder = std::string(RAPPORTEUR_SOURCE_DIR) + "/data/sample";
  const json gold = json::parse(read_whole(folder + "/gold.json"))["pages"];
  GoldCheck check(index_tool({"extract", folder + "/pages", "-q"}).out);
  for (const auto& [page, expected] : gold.items()) {
    check.check_page(page, expected, expected["records"], true);
  }
  EXPECT_GT(check.met(), 900);
  EXPECT_EQ(check.noise(), "");
  EXPECT_EQ(check.missed(), 0) << check.misses();
}

TEST(Gold, RealPagesAreUnderstood) {
  const std::string folder = std::string(RAPPORTEUR_SHARED_DATA) + "/seeds/";
  if (!std::filesystem::exists(folder + "gold.json")) GTEST_SKIP() << "no " << folder;
  const json gold = json::parse(read_whole(folder + "gold.json"));
  std::vector<std::string> words = {"extract", "-q"};
  for (const auto& [page, expected] : gold.items()) {
    if (page[0] != '_') words.push_back(folder + page);
  }
  GoldCheck check(index_tool(words).out);
  for (const auto& [page, expected] : gold.items()) {
    if (page[0] == '_') continue;
    json items = expected["items"];
    // What is an article there may be called a statement or a report here.
    for (json& item : items) {
      if (item.value("kind", "") != "teaser") item.erase("kind");
    }
    check.check_page(page, expected, items, false);
  }
  EXPECT_EQ(check.noise(), "");
  EXPECT_GE(check.met(), 19 * check.missed()) << check.misses();  // 95 in 100
}

}  // namespace
}  // namespace rapporteur::testing
