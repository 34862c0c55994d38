// SPDX-License-Identifier: GPL-2.0-or-later
//
// A run in a process of its own, which somebody ends.
#pragma once

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <thread>

#include "indexer/index/index_writer.h"

namespace rapporteur::testing {

// Exit codes of a run.
inline constexpr int kCommitted = 0;
inline constexpr int kRefused = 3;  // a call gave an Error of the kind kIo

// Runs `work` in a child process and waits for its end: what it returned, or -1 if it was killed.
// With `kill_after` the child gets SIGKILL at that time.
inline int run_apart(const std::function<int()>& work,
                     std::chrono::microseconds kill_after = std::chrono::microseconds::zero()) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  if (kill_after.count() > 0) {
    std::this_thread::sleep_for(kill_after);
    ::kill(child, SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Adds `count` records named PREFIX0, PREFIX1 ... of `version` from one source and commits.
inline int add_records(const std::filesystem::path& folder, const std::string& version, int count,
                       const IndexWriterOptions& options) {
  const auto code = [](const Error& error) {
    if (error.code == ErrorCode::kIo) return kRefused;
    std::fprintf(stderr, "%s\n", error.message.c_str());
    return 4;
  };
  auto writer = IndexWriter::open(folder, options);
  if (!writer) return code(writer.error());
  const auto feed = (*writer)->make_feed();
  for (int i = 0; i < count; ++i) {
    Record record;
    record.id = "r" + std::to_string(i);
    record.source = "s";
    record.text = "version " + version + " of record " + std::to_string(i);
    for (int word = 0; word < 100; ++word) {
      record.text += ' ';
      for (int rest = (i * 7919 + word * 104729) % 20000; rest > 0; rest /= 20) {
        record.text += static_cast<char>('a' + rest % 20);
      }
    }
    if (auto added = feed->add(record, static_cast<std::uint64_t>(i)); !added) {
      return code(added.error());
    }
  }
  if (auto finished = feed->finish(); !finished) return code(finished.error());
  (*writer)->replace_source("s");
  const auto committed = (*writer)->commit();
  return committed ? kCommitted : code(committed.error());
}

}  // namespace rapporteur::testing
