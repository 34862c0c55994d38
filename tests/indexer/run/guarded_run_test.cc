// SPDX-License-Identifier: GPL-2.0-or-later
//
// Documents that crash the program, never end or swell it: each costs itself alone.
#include "indexer/run/guarded_run.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::TemporaryFolder;

// Reads "documents" on two threads; what is read is written to a file as the run goes on.
class Attempt {
 public:
  std::function<void(const std::string&)> read;  // of one document
  std::vector<std::string> documents = {"a", "b", "poison", "c", "d"};
  GuardLimits limits;
  bool can_repeat = true;

  int operator()() {
    return run_guarded(
        limits, can_repeat,
        [this](Guard& guard) {
          std::ofstream(folder_ / "read").close();
          std::vector<std::thread> threads;
          std::atomic<std::size_t> next{0};
          for (int i = 0; i < 2; ++i) {
            threads.emplace_back([&] {
              for (std::size_t at = next++; at < documents.size(); at = next++) {
                if (guard.left_out(documents[at])) continue;
                const GuardedTask task(&guard, documents[at]);
                read(documents[at]);
                std::ofstream(folder_ / "read", std::ios::app) << documents[at];
              }
            });
          }
          for (std::thread& thread : threads) thread.join();
          return 7;
        },
        [this](const std::string& message) { said += message + "\n"; });
  }

  // The documents that the last attempt read.
  std::string was_read() const {
    std::string names = testing::read_whole(folder_ / "read");
    std::sort(names.begin(), names.end());
    return names;
  }

  std::string said;

 private:
  TemporaryFolder folder_;
};

TEST(GuardedRun, ARunThatGoesWellIsRunOnceAndItsCodeHandedOn) {
  Attempt run;
  run.read = [](const std::string&) {};
  EXPECT_EQ(run(), 7);
  EXPECT_EQ(run.was_read(), "abcdinoops");
  EXPECT_EQ(run.said, "");
}

[[gnu::noinline]] int overflow(int depth) {
  volatile char page[4096];
  page[0] = static_cast<char>(depth);
  return depth < 0 ? 0 : overflow(depth + 1) + page[0];
}

TEST(GuardedRun, ACrashCostsTheDocumentThatWasRead) {
  const std::vector<std::pair<const char*, std::function<void()>>> crashes = {
      {"signal 11", [] { ::raise(SIGSEGV); }},
      {"signal 6", [] { std::abort(); }},
      {"signal 11", [] { overflow(0); }},
      {"signal 6", [] { throw 1; }}};
  for (const auto& [words, crash] : crashes) {
    Attempt run;
    run.read = [&crash = crash](const std::string& document) {
      if (document == "poison") crash();
    };
    EXPECT_EQ(run(), 7);
    EXPECT_EQ(run.was_read(), "abcd");
    EXPECT_NE(run.said.find("poison crashed the program (" + std::string(words) + ")"),
              std::string::npos)
        << run.said;
    EXPECT_NE(run.said.find("it is left out, and the run begins again"), std::string::npos);
  }
}

TEST(GuardedRun, EachOfSeveralIsLeftOut) {
  Attempt run;
  run.documents = {"a", "poison1", "poison2", "b", "poison3"};
  run.read = [](const std::string& document) {
    if (document.starts_with("poison")) ::raise(SIGSEGV);
  };
  EXPECT_EQ(run(), 7);
  EXPECT_EQ(run.was_read(), "ab");
}

TEST(GuardedRun, ADocumentThatNeverEndsIsLeftOut) {
  Attempt run;
  run.limits.document = std::chrono::seconds(1);
  run.read = [](const std::string& document) {
    while (document == "poison") std::this_thread::sleep_for(std::chrono::milliseconds(10));
  };
  EXPECT_EQ(run(), 7);
  EXPECT_EQ(run.was_read(), "abcd");
  EXPECT_NE(run.said.find("poison takes more than 1 seconds to be read"), std::string::npos)
      << run.said;
}

TEST(GuardedRun, ADocumentThatSwellsTheProcessIsLeftOut) {
  Attempt run;
  run.limits.memory_bytes = 256ULL << 20;
  run.read = [](const std::string& document) {
    std::vector<std::string> kept;
    for (int i = 0; document == "poison" && i < 64; ++i) {
      kept.emplace_back(16 << 20, 'x');
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  };
  EXPECT_EQ(run(), 7);
  EXPECT_EQ(run.was_read(), "abcd");
  EXPECT_NE(run.said.find("poison is read with more than 256 MiB of memory"), std::string::npos)
      << run.said;
}

TEST(GuardedRun, WhatCannotBeReadTwiceEndsTheRun) {
  Attempt run;
  run.can_repeat = false;
  run.read = [](const std::string& document) {
    if (document == "poison") ::raise(SIGSEGV);
  };
  EXPECT_EQ(run(), 2);
  EXPECT_NE(run.said.find("standard input cannot be read again"), std::string::npos) << run.said;
}

TEST(GuardedRun, ACrashThatNoDocumentIsToBlameForEndsTheRun) {
  std::string said;
  const int code = run_guarded(
      {}, true,
      [](Guard& guard) -> int {
        { const GuardedTask task(&guard, "innocent"); }
        ::raise(SIGSEGV);
        return 0;
      },
      [&](const std::string& message) { said += message; });
  EXPECT_EQ(code, 2);
  EXPECT_NE(said.find("while it read no document"), std::string::npos) << said;
}

TEST(GuardedRun, WhatHasPrintedIsNotBegunAgain) {
  const TemporaryFolder folder;
  const std::string out = folder / "out";
  std::string said;
  const int code = run_guarded(
      {}, true,
      [&](Guard& guard) {
        for (const std::string document : {"one ", "two ", "poison", "three "}) {
          const GuardedTask task(&guard, document);
          if (document == "poison") ::raise(SIGSEGV);
          guard.output_begins();
          std::ofstream(out, std::ios::app) << document;
        }
        return 0;
      },
      [&](const std::string& message) { said += message; });
  EXPECT_EQ(code, 2);
  EXPECT_EQ(testing::read_whole(out), "one two ");
  EXPECT_NE(said.find("poison crashed the program"), std::string::npos) << said;
  EXPECT_NE(said.find("the rest is missing: take it away and run again"), std::string::npos)
      << said;
}

TEST(GuardedRun, SignalsToEndArePassedOn) {
  const int code = run_guarded(
      {}, true,
      [](Guard&) {
        std::atomic<bool>* const ended = new std::atomic<bool>(false);
        static std::atomic<bool>* seen;
        seen = ended;
        std::signal(SIGTERM, [](int) { *seen = true; });
        ::kill(::getppid(), SIGTERM);
        for (int i = 0; i < 500 && !*ended; ++i)
          std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return *ended ? 0 : 1;
      },
      [](const std::string&) {});
  EXPECT_EQ(code, 0);
}

}  // namespace
}  // namespace rapporteur
