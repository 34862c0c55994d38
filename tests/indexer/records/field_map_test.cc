// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/field_map.h"

#include <gtest/gtest.h>

#include "common/record/record_json.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

FieldMap map_of(const std::vector<std::string>& mappings) {
  FieldMap map;
  for (const std::string& mapping : mappings) {
    const auto added = map.add(mapping);
    EXPECT_TRUE(added.ok()) << added.error().message;
  }
  return map;
}

TEST(FieldMap, TakesMembersFromWhereTheyStand) {
  EXPECT_EQ(map_of({"text=body", "date=published"})
                .apply(R"({"body":"One","published":"2018","n":1})", false),
            R"({"text":"One","date":"2018","extra":{"n":1}})");
  EXPECT_EQ(map_of({"text=content.rendered"})
                .apply(R"({"content":{"rendered":"One","raw":"x"},"title":"T"})", false),
            R"({"text":"One","title":"T","extra":{"content":{"raw":"x"}}})");
}

TEST(FieldMap, GoesThroughArrays) {
  const std::string json =
      R"({"fields":{"country":[{"name":"Chad"},{"name":"Mali"}]},"p":["a","b"]})";
  EXPECT_EQ(map_of({"countries=fields.country.name", "text=p"}).apply(json, false),
            R"({"countries":["Chad","Mali"],"text":"a\n\nb",)"
            R"("extra":{"fields":{"country":[{"name":"Chad"},{"name":"Mali"}]}}})");
  EXPECT_EQ(map_of({"text=p.1"}).apply(R"({"p":["a","b"]})", false),
            R"({"text":"b","extra":{"p":["a","b"]}})");
}

TEST(FieldMap, BringsValuesToTheTypeThatARecordWants) {
  EXPECT_EQ(map_of({"id=n"}).apply(R"({"n":17})", false), R"({"id":"17"})");
  EXPECT_EQ(map_of({"themes=t"}).apply(R"({"t":"torture; reprisals"})", false),
            R"({"themes":["torture","reprisals"]})");
  EXPECT_EQ(map_of({"language=l"}).apply(R"({"l":"fr-FR"})", false), R"({"language":"fr"})");
  EXPECT_EQ(map_of({"language=l"}).apply(R"({"l":"English"})", false),
            R"({"extra":{"l":"English"}})");
}

TEST(FieldMap, MakesHtmlText) {
  EXPECT_EQ(
      map_of({"text=b", "title=t"})
          .apply(R"({"b":"<p>One &amp; two</p><p>Three</p>","t":"Held &#8211; again"})", false),
      R"({"text":"One & two\n\nThree","title":"Held – again"})");
  EXPECT_EQ(map_of({"text=b"}).apply(R"({"b":"1 < 2 & 3 > 2"})", false),
            R"({"text":"1 < 2 & 3 > 2"})");
}

TEST(FieldMap, AMemberOfOurNameThatWasNotMeantMovesToExtra) {
  EXPECT_EQ(map_of({"text=long"}).apply(R"({"text":"short","long":"whole"})", false),
            R"({"text":"whole","extra":{"text":"short"}})");
}

TEST(FieldMap, ListsOfATableAreParted) {
  EXPECT_EQ(FieldMap().apply(R"({"text":"x","countries":"Chad;Mali","offset":"3"})", true),
            R"({"text":"x","countries":["Chad","Mali"],"extra":{"offset":"3"}})");
}

TEST(FieldMap, WhatIsNoObjectComesBack) {
  EXPECT_EQ(map_of({"text=b"}).apply("not json", false), "not json");
  EXPECT_EQ(map_of({"text=b"}).apply("[1]", false), "[1]");
}

TEST(FieldMap, SaysWhatIsWrongWithAMapping) {
  FieldMap map;
  EXPECT_NE(map.add("colour=x").error().message.find("which are id, url"), std::string::npos);
  EXPECT_NE(map.add("text").error().message.find("text=NAME"), std::string::npos);
  EXPECT_NE(map.add("text=a..b").error().message.find("text=NAME"), std::string::npos);
  EXPECT_NE(map.add_profile("mine", "text body\n\n# comment\nfoo bar\n")
                .error()
                .message.find("mine:4: \"foo=bar\" maps no member"),
            std::string::npos);
}

TEST(Profiles, AreBuiltInOrFiles) {
  FieldMap map;
  const auto wordpress = find_profile("wordpress");
  ASSERT_TRUE(wordpress.ok());
  ASSERT_TRUE(map.add_profile("wordpress", *wordpress).ok());
  const auto read = from_json_line(map.apply(
      R"({"title":{"rendered":"Held"},"content":{"rendered":"<p>One.</p>"},"link":"https://q.example/1","date":"2018-02-13T10:00:00"})",
      false));
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read->record.text, "One.");
  EXPECT_EQ(read->record.url, "https://q.example/1");
  EXPECT_TRUE(find_profile("reliefweb").ok());

  testing::TemporaryFolder folder;
  const auto own = find_profile(folder.write("mine.tsv", "text\tbody\n"));
  ASSERT_TRUE(own.ok());
  EXPECT_EQ(*own, "text\tbody\n");
  EXPECT_NE(find_profile("nobody").error().message.find("reliefweb, wordpress"), std::string::npos);
}

}  // namespace
}  // namespace rapporteur
