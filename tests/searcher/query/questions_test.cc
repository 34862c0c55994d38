// SPDX-License-Identifier: GPL-2.0-or-later
//
// The questions of questions.tsv, each with its right reading.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "common/dates/date_text.h"
#include "common/text/tokenizer.h"
#include "searcher/query/stop_words.h"
#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

struct Case {
  std::string question;
  std::set<std::string> reading;
  std::string rest;
};

// "2018..2019-05" as ISO days, open sides as the reader answers them.
std::string iso_days(const std::string& typed) {
  const std::size_t dots = typed.find("..");
  const std::string from = typed.substr(0, dots);
  const std::string to = dots == std::string::npos ? from : typed.substr(dots + 2);
  const CivilDate first = from.empty() ? kOpenPast : parse_iso_interval(from)->from;
  const CivilDate last = to.empty() ? kOpenFuture : parse_iso_interval(to)->to;
  return to_iso(first) + ".." + to_iso(last);
}

std::vector<Case> cases(const std::string& wanted_set) {
  std::ifstream file(RAPPORTEUR_SOURCE_DIR "/tests/searcher/query/questions.tsv");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    std::string set;
    std::string reading;
    Case one;
    std::getline(cells, set, '\t');
    std::getline(cells, one.question, '\t');
    std::getline(cells, reading, '\t');
    std::getline(cells, one.rest, '\t');
    if (set != wanted_set) continue;
    std::istringstream parts(reading);
    for (std::string part; parts >> part;) {
      if (part.starts_with("date:")) part = "date:" + iso_days(part.substr(5));
      if (part != "-") one.reading.insert(part);
    }
    cases.push_back(std::move(one));
  }
  return cases;
}

// The words but function words, folded and without spaces between (Chinese ones are cut anyhow).
std::string content(const std::string& text) {
  static const StopWords stop_words = *StopWords::load();
  Tokens tokens;
  Tokenizer().tokenize(text == "-" ? "" : text, tokens);
  std::vector<std::string_view> words;
  for (const Token& token : tokens.list) words.push_back(tokens.folded(token));
  std::string left;
  for (const std::string_view word : words) {
    if (!stop_words.is_in_any_list(word)) left += word;
  }
  return left;
}

std::set<std::string> reading_of(const UnderstoodQuery& query) {
  std::set<std::string> reading;
  for (const Interpretation& one : query.interpretation) {
    if (one.facet == "theme") continue;
    if (one.dates) {
      reading.insert("date:" + to_iso(one.dates->from) + ".." + to_iso(one.dates->to));
    } else {
      reading.insert((one.values.empty() ? one.facet : "region") + ":" + one.value);
    }
  }
  return reading;
}

double share_right(const std::string& set) {
  const testing::MadeIndex index({testing::made_record("r", "A title", "A text.")});
  const Searcher searcher = index.searcher();
  const std::vector<Case> all = cases(set);
  std::size_t right = 0;
  for (const Case& one : all) {
    Question question;
    question.text = one.question;
    question.limit = 0;
    const Result<Answer> answer = searcher.search(question);
    if (!answer.ok()) continue;
    std::set<std::string> reading = reading_of(answer->query);
    // A mandate implies the special procedures, whether they are told as well or not.
    reading.erase("body:SP");
    std::set<std::string> wanted = one.reading;
    wanted.erase("body:SP");
    if (reading == wanted && content(answer->query.text) == content(one.rest)) {
      ++right;
      continue;
    }
    std::cout << "wrong: " << one.question << "\n   ";
    for (const std::string& part : reading) std::cout << ' ' << part;
    std::cout << " | " << answer->query.text << '\n';
  }
  std::cout << set << ": " << right << " of " << all.size() << " right\n";
  EXPECT_GE(all.size(), 60u);
  return static_cast<double>(right) / static_cast<double>(all.size());
}

TEST(Questions, ThoseTunedToAreReadAsMeant) {
  EXPECT_GE(share_right("tuned"), 0.97);
}

TEST(Questions, FreshOnesAreReadAsMeant) {
  EXPECT_GE(share_right("fresh"), 0.95);
}

TEST(Questions, BlindOnesAreReadAsMeant) {
  EXPECT_GE(share_right("blind"), 0.95);
}

TEST(Questions, ASecondSetOfBlindOnesIsReadAsMeant) {
  EXPECT_GE(share_right("second"), 0.95);
}

TEST(Questions, AThirdSetOfBlindOnesIsReadAsMeant) {
  EXPECT_GE(share_right("third"), 0.95);
}

}  // namespace
}  // namespace rapporteur
