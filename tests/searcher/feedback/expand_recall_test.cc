// SPDX-License-Identifier: GPL-2.0-or-later
//
// That expansion earns its place: on a judged collection it finds more, and more of it early.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

using testing::made_record;
using testing::MadeIndex;

const std::string kCollection = std::string(RAPPORTEUR_SHARED_DATA) + "/relevance/cranfield/";

std::vector<Record> records() {
  std::vector<Record> list;
  std::ifstream file(kCollection + "docs.jsonl");
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line);
    list.push_back(made_record(json["id"], json.value("title", ""), json["text"]));
  }
  return list;
}

std::map<std::string, std::set<std::string>> relevant_records() {
  std::map<std::string, std::set<std::string>> relevant;
  std::ifstream file(kCollection + "qrels.txt");
  for (std::string topic, iteration, id, relevance; file >> topic >> iteration >> id >> relevance;)
    if (std::stoi(relevance) > 0) relevant[topic].insert(id);
  return relevant;
}

struct Figures {
  double recall = 0.0;             // among the first 100, mean over the topics
  double average_precision = 0.0;  // mean over the topics
};

Figures measured(const Searcher& searcher, bool expand) {
  const auto relevant = relevant_records();
  Figures sum;
  std::ifstream file(kCollection + "queries.tsv");
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    const auto wanted = relevant.find(line.substr(0, tab));
    if (wanted == relevant.end()) continue;
    Question question;
    question.text = line.substr(tab + 1);
    question.limit = 1000;
    question.details = false;
    question.facets.clear();
    question.expand = expand;
    const Result<Answer> answer = searcher.search(question);
    if (!answer.ok()) throw std::runtime_error(answer.error().message);
    double found = 0.0;
    double precisions = 0.0;
    for (std::size_t i = 0; i < answer->hits.size(); ++i) {
      if (wanted->second.count(answer->hits[i].id) == 0) continue;
      precisions += ++found / static_cast<double>(i + 1);
      if (i < 100) sum.recall += 1.0 / static_cast<double>(wanted->second.size());
    }
    sum.average_precision += precisions / static_cast<double>(wanted->second.size());
  }
  const auto topics = static_cast<double>(relevant.size());
  return {sum.recall / topics, sum.average_precision / topics};
}

TEST(ExpandRecall, RisesOnAJudgedCollection) {
  if (!std::filesystem::exists(kCollection + "docs.jsonl"))
    GTEST_SKIP() << "no judged collection in " << kCollection;
  const MadeIndex index(records());
  const Searcher searcher = index.searcher();
  const Figures plain = measured(searcher, false);
  const Figures expanded = measured(searcher, true);
  EXPECT_GE(expanded.recall, plain.recall + 0.02);  // 0.80 against 0.77
  EXPECT_GE(expanded.average_precision, plain.average_precision + 0.01);
  EXPECT_GE(expanded.recall, 0.79);
}

}  // namespace
}  // namespace rapporteur
