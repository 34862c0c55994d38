// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/json_values.h"

#include <gtest/gtest.h>

#include "indexer/source/source_reader.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

// The objects of a file "a.json", each with the line it starts on.
std::vector<std::string> objects_of(const std::string& json) {
  const testing::TemporaryFolder folder;
  SourceReader reader(walk_inputs({folder.write("a.json", json)}).files, {});
  std::vector<std::string> objects;
  while (const auto item = reader.next()) {
    if (item->line != 0) objects.push_back(std::to_string(item->line) + " " + item->bytes);
  }
  return objects;
}

using Objects = std::vector<std::string>;

TEST(JsonValues, AnArrayOrObjectsSideBySide) {
  EXPECT_EQ(objects_of("[{\"a\":1},\n {\"b\":[{}]}]"), (Objects{"1 {\"a\":1}", "2 {\"b\":[{}]}"}));
  EXPECT_EQ(objects_of("{\n\"a\":1}\n{\"b\":2}"), (Objects{"1 { \"a\":1}", "3 {\"b\":2}"}));
}

TEST(JsonValues, TheArrayInTheAnswerOfAnInterface) {
  EXPECT_EQ(
      objects_of(R"({"time":3,"links":{"x":[{"n":1}]},"data":[{"a":1},{"b":2}],"more":[{}]})"),
      (Objects{"1 {\"a\":1}", "1 {\"b\":2}"}));
  EXPECT_EQ(objects_of("{\"results\" : [\n{\"a\":\"]}\"}\n]}\n{\"b\":2}"),
            (Objects{"2 {\"a\":\"]}\"}", "4 {\"b\":2}"}));
  EXPECT_EQ(objects_of(R"({"data":[]})"), Objects{R"(1 {"data":[]})"});  // says why it is none
}

TEST(JsonValues, ARecordWithAnArrayIsARecord) {
  for (const char* record :
       {R"({"text":"x","countries":[{"code":"KEN"}]})",
        R"({"text":"x","extra":{"data":[{"a":1}]}})", R"({"text":"\"data\":[{","data":["one"]})"}) {
    EXPECT_EQ(objects_of(record), Objects{std::string("1 ") + record});
  }
  // An array around the objects: each is a record whatever it holds.
  EXPECT_EQ(objects_of(R"([{"data":[{"a":1}]}])"), Objects{R"(1 {"data":[{"a":1}]})"});
}

TEST(JsonValues, WhatIsCutOffIsGivenAsItIs) {
  EXPECT_EQ(objects_of(R"([{"a":1},{"b":)"), (Objects{"1 {\"a\":1}", "1 {\"b\":"}));
  EXPECT_EQ(objects_of(R"({"data":[{"a":1},{"b":)"), (Objects{"1 {\"a\":1}", "1 {\"b\":"}));
  EXPECT_EQ(objects_of(R"({"data":[{"a":1}],"x":)"), (Objects{"1 {\"a\":1}"}));
}

}  // namespace
}  // namespace rapporteur
