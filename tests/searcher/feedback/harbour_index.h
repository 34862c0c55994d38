// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records on a strike in a harbour, one that tells of it in other words, one on its cooks, and many
// on other things.
#pragma once

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include "tests/support/made_index.h"

namespace rapporteur::testing {

inline Record in_language(Record record, const char* language) {
  record.language = std::optional<std::string>(language);
  return record;
}

// So many records of which each has words of its own, and all the name of the house.
inline void add_others(std::vector<Record>& records, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string letter(1, static_cast<char>('a' + i % 26));
    const std::string word = "garden" + letter + std::string(1 + i / 26, 'x');
    records.push_back(made_record("other-" + std::to_string(i), "",
                                  "Quayside Papers on the " + word + " and its roses, said 17."));
  }
}

inline std::vector<Record> harbour() {
  std::vector<Record> records = {
      made_record("strike-1", "Captains on strike",
                  "Quayside Papers: the strike at the harbour goes on; a mediator called the union "
                  "to the table on day 17."),
      made_record("strike-2", "",
                  "Quayside Papers: no end to the strike, the mediator says after the union left "
                  "at dawn."),
      made_record("strike-3", "", "Quayside Papers: the cooks of the lighthouse on strike too."),
      made_record("talks", "",
                  "Quayside Papers: a mediator sat with the union until midnight over bread."),
  };
  records.push_back(made_record(
      "fair", "", "Quayside Papers: cooks of the lighthouse bake for the fair of the herring."));
  dated(records[0], "2015-03-01");
  dated(records[2], "2015-03-09");
  dated(records[3], "2015-03-04");
  for (const std::size_t i : {0U, 1U, 3U}) records[i].countries = {{"NOR", true, 1.0}};
  add_others(records, 30);
  return records;
}

inline Result<Answer> try_asking(const Searcher& searcher, const std::string& text,
                                 const std::function<void(Question&)>& with) {
  Question question;
  question.text = text;
  question.limit = 100;
  question.explain = true;
  question.facets = all_facet_fields();
  with(question);
  return searcher.search(question);
}

inline Answer asked(const Searcher& searcher, const std::string& text,
                    const std::function<void(Question&)>& with) {
  Result<Answer> answer = try_asking(searcher, text, with);
  if (!answer.ok()) throw std::runtime_error(answer.error().message);
  return std::move(*answer);
}

inline std::vector<std::string> added_words(const Answer& answer) {
  std::vector<std::string> words;
  for (const AddedWord& one : answer.query.added) words.push_back(one.word);
  return words;
}

inline bool holds(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

inline bool says(const std::vector<std::string>& notices, const std::string& part) {
  return std::any_of(notices.begin(), notices.end(), [&](const std::string& notice) {
    return notice.find(part) != std::string::npos;
  });
}

inline double explained(const Hit& hit) {
  return std::accumulate(hit.explanation.begin(), hit.explanation.end(), 0.0,
                         [](double sum, const Contribution& part) { return sum + part.score; });
}

inline void expect_explained(const Answer& answer) {
  for (const Hit& hit : answer.hits)
    EXPECT_NEAR(explained(hit), hit.score, 1e-4 * std::max(1.0, hit.score)) << hit.id;
}

inline void expect_same_facets(const Answer& a, const Answer& b) {
  ASSERT_EQ(a.facets.size(), b.facets.size());
  for (std::size_t i = 0; i < a.facets.size(); ++i) {
    ASSERT_EQ(a.facets[i].values.size(), b.facets[i].values.size());
    for (std::size_t j = 0; j < a.facets[i].values.size(); ++j) {
      EXPECT_EQ(a.facets[i].values[j].value, b.facets[i].values[j].value);
      EXPECT_EQ(a.facets[i].values[j].count, b.facets[i].values[j].count);
    }
  }
}

}  // namespace rapporteur::testing
