// SPDX-License-Identifier: GPL-2.0-or-later
//
// `extract | add` loses nothing: a property over records made by chance.
#include <gtest/gtest.h>

#include "common/index/stored_record.h"
#include "common/record/record_json.h"
#include "tests/support/random_record.h"

namespace rapporteur {
namespace {

TEST(RecordRoundTrip, AnyRecordComesBackAsItWas) {
  testing::RandomRecords random(20180213);
  for (int i = 0; i < 3000; ++i) {
    const Record record = random.record("id-" + std::to_string(i));
    const std::string line = to_json_line(record);
    ASSERT_EQ(line.find('\n'), line.npos);
    const auto read = from_json_line(line);
    ASSERT_TRUE(read) << read.error().message << "\n" << line;
    EXPECT_EQ(read->record, record) << line;
    EXPECT_TRUE(read->notes.empty()) << read->notes.front() << "\n" << line;
    EXPECT_EQ(to_json_line(read->record), line);
    const auto loaded = load_record(store_record(record));
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(*loaded, record);
  }
}

TEST(RecordRoundTrip, DamagedLinesAreReadOrRejectedButNeverMore) {
  testing::RandomRecords random(7);
  for (int i = 0; i < 3000; ++i) {
    std::string line = to_json_line(random.record("id"));
    for (int k = random.below(4); k >= 0; --k) {
      const auto at = static_cast<std::size_t>(random.below(static_cast<int>(line.size())));
      if (random.chance(50)) {
        line[at] = static_cast<char>(random.below(256));
      } else {
        line.erase(at, static_cast<std::size_t>(random.below(20)));
      }
      if (line.empty()) break;
    }
    const auto read = from_json_line(line);
    if (!read) {
      EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
      EXPECT_FALSE(read.error().message.empty());
    } else {
      EXPECT_TRUE(from_json_line(to_json_line(read->record)));
    }
  }
}

}  // namespace
}  // namespace rapporteur
