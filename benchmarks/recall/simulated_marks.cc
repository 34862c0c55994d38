// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-simulated-marks TOPICS QRELS INDEX: what it brings to mark hits as relevant. A made
// user marks the first one, two or three hits among the first ten that are judged relevant, and
// asks again. Measured is what the user has not seen yet: the marked records are taken out of both
// answers and of the judgments (residual collection; G. Salton, C. Buckley: Improving Retrieval
// Performance by Relevance Feedback, JASIS 41, 1990). Topics without a relevant hit among the first
// ten, or with no other relevant record, are left out.
#include <rapporteur/searcher.h>

#include <cstdio>
#include <fstream>
#include <iostream>

#include "benchmarks/recall/evaluation.h"
#include "benchmarks/recall/trec_files.h"

namespace rapporteur::recall {
namespace {

constexpr std::size_t kHits = 1000;
constexpr std::size_t kLookedAt = 10;

struct Topic {
  std::string id;
  std::string question;
};

std::vector<Topic> read_topics(const std::string& path) {
  std::vector<Topic> topics;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) topics.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return topics;
}

std::vector<std::string> ask(const Searcher& searcher, const std::string& text,
                             const std::vector<std::string>& relevant) {
  Question question;
  question.text = text;
  question.relevant = relevant;
  question.limit = kHits;
  question.details = false;
  question.facets.clear();
  std::vector<std::string> ids;
  const Result<Answer> answer = searcher.search(question);
  if (!answer.ok()) {
    std::cerr << text << ": " << answer.error().message << '\n';
    return ids;
  }
  for (const Hit& hit : answer->hits) ids.push_back(hit.id);
  return ids;
}

std::vector<std::string> first_relevant(const std::vector<std::string>& ids,
                                        const Judgments& judgments, std::size_t most) {
  std::vector<std::string> relevant;
  for (std::size_t i = 0; i < std::min(ids.size(), kLookedAt) && relevant.size() < most; ++i) {
    const auto judged = judgments.find(ids[i]);
    if (judged != judgments.end() && judged->second > 0) relevant.push_back(ids[i]);
  }
  return relevant;
}

bool any_relevant(const Judgments& judgments) {
  for (const auto& [id, relevance] : judgments) {
    if (relevance > 0) return true;
  }
  return false;
}

int measure(const std::string& topics_path, const std::string& qrels_path,
            const std::string& index) {
  const Result<Searcher> searcher = Searcher::open(index);
  const Result<Qrels> qrels = read_qrels(qrels_path);
  const std::vector<Topic> topics = read_topics(topics_path);
  const auto measures = parse_measures({"nDCG@10", "MAP", "R@100", "R@1000"});
  if (!searcher.ok() || !qrels.ok() || topics.empty() || !measures.ok()) {
    std::cerr << (!searcher.ok() ? searcher.error().message
                  : !qrels.ok()  ? qrels.error().message
                                 : topics_path + " holds no topics")
              << '\n';
    return 2;
  }
  for (std::size_t marks = 1; marks <= 3; ++marks) {
    Run before, after;
    Qrels residual;
    for (const Topic& topic : topics) {
      const auto judged = qrels->find(topic.id);
      if (judged == qrels->end()) continue;
      std::vector<std::string> first = ask(*searcher, topic.question, {});
      const std::vector<std::string> marked = first_relevant(first, judged->second, marks);
      if (marked.empty()) continue;
      Judgments unseen = judged->second;
      for (const std::string& id : marked) unseen.erase(id);
      if (!any_relevant(unseen)) continue;
      std::vector<std::string> second = ask(*searcher, topic.question, marked);
      for (const std::string& id : marked) {
        std::erase(first, id);
        std::erase(second, id);
      }
      before.topics[topic.id] = std::move(first);
      after.topics[topic.id] = std::move(second);
      residual[topic.id] = std::move(unseen);
    }
    const Evaluation without = evaluate(before, residual, *measures);
    const Evaluation with = evaluate(after, residual, *measures);
    std::printf("%zu marked, %zu topics", marks, without.topics.size());
    for (std::size_t i = 0; i < measures->size(); ++i) {
      std::printf("  %s %.4f -> %.4f", (*measures)[i].name().c_str(), without.means[i],
                  with.means[i]);
    }
    std::printf("\n");
  }
  return 0;
}

}  // namespace
}  // namespace rapporteur::recall

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: rapporteur-simulated-marks TOPICS QRELS INDEX\n";
    return 2;
  }
  return rapporteur::recall::measure(argv[1], argv[2], argv[3]);
}
