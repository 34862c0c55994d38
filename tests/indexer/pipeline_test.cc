// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/pipeline.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <map>
#include <mutex>
#include <stdexcept>

#include "common/record/record_json.h"
#include "indexer/run/guarded_run.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::TemporaryFolder;

// Keeps what a real sink would write.
class KeepingSink : public RecordSink {
 public:
  explicit KeepingSink(std::string refuse = "", ErrorCode code = ErrorCode::kInvalidInput)
      : refuse_(std::move(refuse)), code_(code) {}

  std::unique_ptr<Lane> make_lane() override { return std::make_unique<KeepingLane>(*this); }
  Result<void> write(const std::string& drained) override {
    written += drained;
    return {};
  }
  void source_was_read(const std::string& source, const std::string& mark) override {
    sources.push_back(source);
    marks[source] = mark;
  }
  Result<void> checkpoint() override {
    checkpoints.push_back(sources.size());
    return {};
  }

  std::string written;  // texts, one a line
  std::vector<std::string> sources;
  std::map<std::string, std::string> marks;  // by source
  std::vector<std::size_t> checkpoints;      // how many sources had been read by then
  std::vector<std::pair<std::string, std::uint64_t>> orders;  // id, order

 private:
  class KeepingLane : public Lane {
   public:
    explicit KeepingLane(KeepingSink& sink) : sink_(sink) {}
    Result<void> take(const Record& record, std::uint64_t order, std::string_view) override {
      if (!sink_.refuse_.empty() && record.text.find(sink_.refuse_) != std::string::npos) {
        if (sink_.code_ == ErrorCode::kInternal) throw std::runtime_error("thrown");
        return Error{sink_.code_, "refused"};
      }
      const std::lock_guard lock(sink_.mutex_);
      sink_.orders.emplace_back(record.id, order);
      texts_ += record.text + '\n';
      return {};
    }
    std::string drain() override { return std::exchange(texts_, {}); }

   private:
    KeepingSink& sink_;
    std::string texts_;
  };

  std::string refuse_;
  ErrorCode code_;
  std::mutex mutex_;
};

struct Outcome {
  Result<PipelineReport> report = PipelineReport{};
  std::vector<std::string> rejected;
  std::vector<std::string> notices;
};

Outcome run_into(const std::vector<std::string>& inputs, RecordSink& sink,
                 PipelineOptions options = {}) {
  Outcome result;
  result.report = run_pipeline(inputs, options, sink, [&](const PipelineMessage& message) {
    if (message.kind == PipelineMessage::Kind::kRejected)
      result.rejected.push_back(to_line(message));
    if (message.kind == PipelineMessage::Kind::kNotice) result.notices.push_back(to_line(message));
  });
  return result;
}

std::string line(const std::string& id, const std::string& text) {
  return "{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}\n";
}

TEST(Pipeline, KeepsTheOrderOfTheInputWhateverTheThreads) {
  TemporaryFolder folder;
  std::string lines;
  std::string expected;
  for (int i = 0; i < 3000; ++i) {
    lines += line("r" + std::to_string(i), "text " + std::to_string(i));
    expected += "text " + std::to_string(i) + '\n';
  }
  folder.write("many.jsonl", lines);
  PipelineOptions options;
  options.threads = 5;
  KeepingSink sink;
  const Outcome result = run_into({folder / "many.jsonl"}, sink, options);
  ASSERT_TRUE(result.report.ok());
  EXPECT_EQ(result.report->records, 3000U);
  EXPECT_EQ(sink.written, expected);
}

TEST(Pipeline, ABadRecordCostsNoOther) {
  TemporaryFolder folder;
  folder.write("a.jsonl", line("1", "one") + "{\"text\": 5}\n" + "no json\n" + line("2", "two"));
  KeepingSink sink;
  const Outcome result = run_into({folder / "a.jsonl"}, sink);
  EXPECT_EQ(sink.written, "one\ntwo\n");
  EXPECT_EQ(result.report->rejected, 2U);
  ASSERT_EQ(result.rejected.size(), 2U);
  EXPECT_TRUE(result.rejected[0].starts_with("a.jsonl:2: "));
  EXPECT_TRUE(result.rejected[1].starts_with("a.jsonl:3: "));
}

// Crashes where a record says so, as a defect behind the pipeline would.
class CrashingSink : public KeepingSink {
 public:
  std::unique_ptr<Lane> make_lane() override {
    return std::make_unique<CrashingLane>(KeepingSink::make_lane());
  }

 private:
  class CrashingLane : public Lane {
   public:
    explicit CrashingLane(std::unique_ptr<Lane> lane) : lane_(std::move(lane)) {}
    Result<void> take(const Record& record, std::uint64_t order, std::string_view origin) override {
      if (record.text == "poison") ::raise(SIGSEGV);
      return lane_->take(record, order, origin);
    }
    std::string drain() override { return lane_->drain(); }

   private:
    std::unique_ptr<Lane> lane_;
  };
};

TEST(Pipeline, ARecordThatCrashesTheProgramCostsNoOther) {
  const TemporaryFolder folder;
  folder.write("in/a.jsonl", line("1", "one") + line("2", "poison") + line("3", "three"));
  folder.write("in/b.jsonl", line("4", "four"));
  std::string said;
  const int code = run_guarded(
      {}, true,
      [&](Guard& guard) {
        PipelineOptions options;
        options.guard = &guard;
        CrashingSink sink;
        const Outcome result = run_into({folder / "in"}, sink, options);
        std::ofstream out(folder / "out");
        out << sink.written;
        for (const std::string& rejected : result.rejected) out << "rejected " << rejected << '\n';
        return result.report.ok() ? 0 : 1;
      },
      [&](const std::string& message) { said += message; });
  EXPECT_EQ(code, 0);
  EXPECT_TRUE(said.starts_with("a.jsonl:2 crashed the program (signal 11)")) << said;
  EXPECT_EQ(
      testing::read_whole(folder / "out"),
      "one\nthree\nfour\nrejected a.jsonl:2: crashed the program (signal 11), a defect worth a "
      "report\n");
}

TEST(Pipeline, ARecordThatTheSinkRefusesCostsNoOther) {
  TemporaryFolder folder;
  folder.write("a.jsonl", line("1", "one") + line("2", "bad") + line("3", "three"));
  for (const ErrorCode code : {ErrorCode::kInvalidInput, ErrorCode::kInternal}) {
    KeepingSink sink("bad", code);  // kInternal: it throws
    const Outcome result = run_into({folder / "a.jsonl"}, sink);
    ASSERT_TRUE(result.report.ok());
    EXPECT_EQ(sink.written, "one\nthree\n");
    EXPECT_EQ(result.report->rejected, 1U);
  }
}

TEST(Pipeline, AnotherErrorOfTheSinkEndsTheRun) {
  TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += line("r" + std::to_string(i), i == 700 ? "bad" : "good");
  folder.write("a.jsonl", lines);
  KeepingSink sink("bad", ErrorCode::kIo);
  PipelineOptions options;
  options.threads = 4;
  const Outcome result = run_into({folder / "a.jsonl"}, sink, options);
  ASSERT_FALSE(result.report.ok());
  EXPECT_EQ(result.report.error().code, ErrorCode::kIo);
}

TEST(Pipeline, SourcesThatWereReadWholeAreNamed) {
  TemporaryFolder folder;
  folder.write("p/good.jsonl", line("1", "one"));
  folder.write("p/bad.jsonl", line("2", "two") + "no json\n");
  folder.write("p/page.txt", "A paragraph that is long enough to be one, about the Council.\n");
  folder.write("p/empty.txt", "");
  KeepingSink sink;
  (void)run_into({folder / "p"}, sink);
  EXPECT_EQ(sink.sources, (std::vector<std::string>{"good.jsonl", "page.txt"}));
}

TEST(Pipeline, TheLaterOfTwoRecordsWithOneIdCounts) {
  TemporaryFolder folder;
  folder.write("a.jsonl", line("same", "one") + line("same", "two"));
  KeepingSink sink;
  const Outcome result = run_into({folder / "a.jsonl"}, sink);
  EXPECT_EQ(result.report->repeated_ids, 1U);
  ASSERT_EQ(result.notices.size(), 1U);
  EXPECT_TRUE(result.notices[0].starts_with("a.jsonl:2: the id same"));
  ASSERT_EQ(sink.orders.size(), 2U);
  EXPECT_LT(sink.orders[0].second, sink.orders[1].second);
}

TEST(Pipeline, RecordsWithoutAnIdGetTheSameOneAgain) {
  TemporaryFolder folder;
  folder.write("a.jsonl",
               "{\"text\": \"one\", \"url\": \"https://example.org/a\"}\n{\"text\": \"two\"}\n");
  KeepingSink first;
  KeepingSink second;
  (void)run_into({folder / "a.jsonl"}, first);
  (void)run_into({folder / "a.jsonl"}, second);
  EXPECT_EQ(first.orders, second.orders);
  EXPECT_NE(first.orders[0].first, first.orders[1].first);
}

TEST(Pipeline, MissingInputsAreRejectedAndTheRestIsRead) {
  TemporaryFolder folder;
  folder.write("a.jsonl", line("1", "one"));
  KeepingSink sink;
  const Outcome result = run_into({folder / "none", folder / "a.jsonl"}, sink);
  EXPECT_EQ(result.report->missing_inputs, 1U);
  EXPECT_EQ(sink.written, "one\n");
  EXPECT_FALSE(check_inputs({folder / "none"}).ok());
  EXPECT_TRUE(check_inputs({folder / "none", folder / "a.jsonl"}).ok());
}

TEST(Pipeline, WhatRepeatsOnASiteIsInNoRecord) {
  TemporaryFolder folder;
  const std::string history =
      "The house was founded by twelve lawyers in a port town and has trained people ever since, "
      "on every continent and in all weathers, as its statutes demand of it.\n";
  for (const std::string town : {"Lima", "Dakar", "Hanoi", "Sofia", "Quito"}) {
    folder.write("site/" + town + ".txt",
                 "Defenders | Threats in " + town +
                     "\n\nThe Council heard on Monday how people of " + town +
                     " had been threatened after they had spoken.\n\n" + history);
  }
  KeepingSink sink;
  const Outcome result = run_into({folder.path().string()}, sink);
  EXPECT_EQ(result.report->pages, 5U);
  EXPECT_EQ(sink.written.find("twelve lawyers"), std::string::npos);
  EXPECT_NE(sink.written.find("The Council heard on Monday"), std::string::npos);
}

TEST(Pipeline, PassesOverWhatASinkHasMarkedAndGoesOnFromACheckpoint) {
  TemporaryFolder folder;
  for (const char* name : {"a", "b", "c", "d"}) {
    folder.write(std::string(name) + ".jsonl", line(name, std::string("text ") + name));
  }
  std::map<std::string, std::string> marks;
  PipelineOptions options;
  options.mark_of = [&](const std::string& input) { return marks[input]; };
  options.checkpoint_bytes = 1;

  KeepingSink whole;
  EXPECT_EQ(run_into({folder.path().string()}, whole, options).report->unchanged, 0U);
  EXPECT_EQ(whole.checkpoints, (std::vector<std::size_t>{1, 2, 3}));

  for (const char* name : {"a.jsonl", "b.jsonl"}) marks[name] = whole.marks[name];
  KeepingSink rest;
  const Outcome second = run_into({folder.path().string()}, rest, options);
  EXPECT_EQ(second.report->unchanged, 2U);
  EXPECT_EQ(rest.sources, (std::vector<std::string>{"c.jsonl", "d.jsonl"}));
  EXPECT_EQ(rest.written, "text c\ntext d\n");
}

TEST(Pipeline, EndsSoonWhenItIsToldTo) {
  TemporaryFolder folder;
  folder.write("a.jsonl", line("1", "one"));
  std::atomic<bool> stop{true};
  PipelineOptions options;
  options.stop = &stop;
  KeepingSink sink;
  const Outcome result = run_into({folder / "a.jsonl"}, sink, options);
  EXPECT_TRUE(result.report->interrupted);
  EXPECT_TRUE(sink.sources.empty());
}

}  // namespace
}  // namespace rapporteur
