// SPDX-License-Identifier: GPL-2.0-or-later
//
// One Searcher, many threads, and a writer at work.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include <atomic>
#include <thread>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

TEST(SearcherThreads, AnswerFromWholeStatesWhileAWriterCommits) {
  std::vector<Record> records;
  for (int i = 0; i < 50; ++i) {
    records.push_back(testing::made_record("a" + std::to_string(i), "Zebra", "One zebra."));
  }
  testing::MadeIndex index(records);
  const Searcher searcher = index.searcher();
  std::atomic<bool> stop = false;
  std::atomic<int> failures = 0;
  std::atomic<int> answers = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 4; ++reader) {
    readers.emplace_back([&] {
      while (!stop) {
        Question question;
        question.text = "zebra";
        const Result<Answer> answer = searcher.search(question);
        // Each commit adds ten zebras: any other number is half a commit.
        if (!answer.ok() || answer->total % 10 != 0 || answer->total < 50) ++failures;
        ++answers;
      }
    });
  }
  for (int commit = 0; commit < 10; ++commit) {
    std::vector<Record> more;
    for (int i = 0; i < 10; ++i) {
      more.push_back(
          testing::made_record("b" + std::to_string(commit * 10 + i), "Zebra", "A zebra more."));
    }
    index.add(more);
  }
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(failures, 0);
  EXPECT_GT(answers, 0);
  Question question;
  question.text = "zebra";
  EXPECT_EQ(searcher.search(question)->total, 150u);
}

}  // namespace
}  // namespace rapporteur
