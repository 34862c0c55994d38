// SPDX-License-Identifier: GPL-2.0-or-later
//
// Totals, filters and facet counts against a search that looks at every record, for questions made
// by chance.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

using testing::dated;
using testing::made_record;
using testing::MadeIndex;

// Words that no stemmer changes and no vocabulary knows.
const std::vector<std::string> kWords = {"abo", "bok", "cug", "dop", "fim",
                                         "gud", "hok", "kip", "lom", "mub"};
const std::vector<std::string> kCountries = {"CHN", "FRA", "BHR", "COD"};
const std::vector<std::string> kBodies = {"HRC", "CAT", "UPR"};
const std::vector<std::string> kThemes = {"torture", "reprisals"};

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  bool of(int percent) { return static_cast<int>(random_() % 100) < percent; }
  std::size_t below(std::size_t n) { return random_() % n; }
  const std::string& from(const std::vector<std::string>& list) { return list[below(list.size())]; }

 private:
  std::mt19937 random_;
};

Record random_record(Chance& chance, int number) {
  std::string text;
  for (std::size_t i = 0; i < 1 + chance.below(6); ++i) text += chance.from(kWords) + " ";
  Record record = made_record("d" + std::to_string(1000 + number), chance.from(kWords), text);
  if (chance.of(80)) {
    const std::string year = std::to_string(2010 + chance.below(4));
    const std::string month = "-0" + std::to_string(1 + chance.below(9));
    dated(record, (chance.of(30)   ? year
                   : chance.of(50) ? year + month
                                   : year + month + "-15")
                      .c_str());
  }
  for (const std::string& country : kCountries) {
    if (chance.of(25)) record.countries->push_back({country, chance.of(50), 0.5});
  }
  for (const std::string& body : kBodies) {
    if (chance.of(20)) record.bodies->push_back(body);
  }
  for (const std::string& theme : kThemes) {
    if (chance.of(20)) record.themes->push_back(theme);
  }
  record.kind = chance.of(50) ? "article" : "teaser";
  return record;
}

std::set<std::string> words_of(const Record& record) {
  std::set<std::string> words;
  std::string all = **record.title + " " + record.text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find(' ', begin), all.size());
    words.insert(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::vector<std::string> values_of(const Record& record, FacetField field) {
  std::vector<std::string> values;
  switch (field) {
    case FacetField::kCountry:
    case FacetField::kPrimaryCountry:
      for (const RecordCountry& country : *record.countries) {
        if (field == FacetField::kCountry || country.primary) values.push_back(country.code);
      }
      break;
    case FacetField::kBody:
      values = *record.bodies;
      break;
    case FacetField::kTheme:
      values = *record.themes;
      break;
    case FacetField::kKind:
      values = {*record.kind};
      break;
    case FacetField::kLanguage:
      values = {**record.language};
      break;
    case FacetField::kYear:
      if (!*record.date) return {"undated"};
      for (int year = (*record.date)->interval.from.year; year <= (*record.date)->interval.to.year;
           ++year) {
        values.push_back(std::to_string(year));
      }
      break;
    default:
      break;
  }
  return values;
}

bool holds(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Does `record` pass all of the question but the choices of `ignored`?
bool passes(const Record& record, const Question& question, std::optional<FacetField> ignored) {
  std::map<FacetField, bool> chosen;  // whether one of the field's values is there
  for (const FacetSelection& selection : question.selections) {
    const bool has = holds(values_of(record, selection.field), selection.value);
    if (selection.exclude) {
      if (has) return false;
    } else if (selection.field != ignored) {
      chosen[selection.field] = chosen[selection.field] || has;
    }
  }
  for (const auto& [field, has] : chosen) {
    if (!has) return false;
  }
  if (question.dates && ignored != FacetField::kYear) {
    if (!*record.date || !(*record.date)->interval.overlaps(*question.dates)) return false;
  }
  return true;
}

bool matches_words(const Record& record, const std::vector<std::string>& wanted, bool all) {
  const std::set<std::string> words = words_of(record);
  const auto has = [&](const std::string& word) { return words.count(word) > 0; };
  if (wanted.empty()) return true;
  return all ? std::all_of(wanted.begin(), wanted.end(), has)
             : std::any_of(wanted.begin(), wanted.end(), has);
}

Question random_question(Chance& chance, std::vector<std::string>& words) {
  Question question;
  for (std::size_t i = 0; i < chance.below(4); ++i) words.push_back(chance.from(kWords));
  for (const std::string& word : words) question.text += word + " ";
  if (chance.of(40)) question.match = MatchMode::kAll;
  question.expand = chance.of(30);  // neither this nor marks change what matches
  const auto select = [&](FacetField field, const std::vector<std::string>& values) {
    while (chance.of(35))
      question.selections.push_back({field, chance.from(values), chance.of(25)});
  };
  select(FacetField::kCountry, kCountries);
  select(FacetField::kPrimaryCountry, kCountries);
  select(FacetField::kBody, kBodies);
  select(FacetField::kTheme, kThemes);
  select(FacetField::kYear, {"2010", "2011", "2012", "undated"});
  if (chance.of(30))
    question.dates = *parse_iso_interval("2011-0" + std::to_string(1 + chance.below(9)));
  question.facets = all_facet_fields();
  question.facet_limit = 1000;
  question.limit = 1000;
  return question;
}

TEST(AgainstBruteForce, TotalsFiltersAndFacetCountsAgree) {
  Chance chance(7);
  std::vector<Record> records;
  for (int i = 0; i < 400; ++i) records.push_back(random_record(chance, i));
  const MadeIndex index(records);
  const Searcher searcher = index.searcher();
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> words;
    Question question = random_question(chance, words);
    if (chance.of(20)) question.relevant = {records[chance.below(records.size())].id};
    const bool all = question.match == MatchMode::kAll;
    const Result<Answer> answer = searcher.search(question);
    ASSERT_TRUE(answer.ok()) << answer.error().message;
    std::set<std::string> expected;
    for (const Record& record : records) {
      if (matches_words(record, words, all) && passes(record, question, std::nullopt))
        expected.insert(record.id);
    }
    const std::vector<std::string> found = testing::ids(*answer);
    EXPECT_EQ(std::set<std::string>(found.begin(), found.end()), expected)
        << "round " << round << ": " << question.text;
    EXPECT_EQ(answer->total, expected.size());
    const std::vector<std::string> tail = testing::ids(*answer, true);
    for (const Record& record : records) {
      if (!holds(tail, record.id)) continue;
      EXPECT_TRUE(passes(record, question, std::nullopt)) << question.text;
    }
    for (const FacetCounts& facet : answer->facets) {
      std::map<std::string, std::uint64_t> counts;
      for (const Record& record : records) {
        if (!matches_words(record, words, all) || !passes(record, question, facet.field)) continue;
        for (const std::string& value : values_of(record, facet.field)) ++counts[value];
      }
      std::map<std::string, std::uint64_t> counted;
      for (const FacetCount& value : facet.values) counted[value.value] = value.count;
      EXPECT_EQ(counted, counts) << "round " << round << ", " << facet_field_name(facet.field);
    }
  }
}

}  // namespace
}  // namespace rapporteur
