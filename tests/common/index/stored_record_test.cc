// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/stored_record.h"

#include <gtest/gtest.h>

#include "common/record/record_json.h"

namespace rapporteur {
namespace {

Record some_record() {
  Record record;
  record.id = "a1";
  record.text = "Reprisals against those who speak with the United Nations must end.";
  return record;
}

TEST(StoredRecord, GivesTheJsonLineWithoutParsingIt) {
  const auto json = load_record_json(store_record(some_record()));
  ASSERT_TRUE(json);
  EXPECT_EQ(*json, to_json_line(some_record()));
}

TEST(StoredRecord, EveryFlippedBitIsSeen) {
  const std::string data = store_record(some_record());
  for (std::size_t bit = 0; bit < 8 * data.size(); ++bit) {
    std::string damaged = data;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    const auto loaded = load_record(damaged);
    // A bit that zstd does not use may flip as long as the text is right.
    if (loaded) {
      EXPECT_EQ(*loaded, some_record()) << bit;
    } else {
      EXPECT_EQ(loaded.error().code, ErrorCode::kCorrupt) << bit;
    }
  }
}

TEST(StoredRecord, EveryCutIsSeen) {
  const std::string data = store_record(some_record());
  for (std::size_t size = 0; size < data.size(); ++size) {
    const auto loaded = load_record(std::string_view(data).substr(0, size));
    ASSERT_FALSE(loaded) << size;
    EXPECT_EQ(loaded.error().code, ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace rapporteur
