// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/record_json.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

Record read(std::string_view line) {
  auto result = from_json_line(line);
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return result ? std::move(result.value().record) : Record{};
}

std::vector<std::string> notes_of(std::string_view line) {
  auto result = from_json_line(line);
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return result ? result.value().notes : std::vector<std::string>{};
}

std::string error_of(std::string_view line) {
  const auto result = from_json_line(line);
  EXPECT_FALSE(result) << line;
  if (result) return {};
  EXPECT_EQ(result.error().code, ErrorCode::kInvalidInput);
  return result.error().message;
}

TEST(RecordJson, WritesTheMembersInTheOrderOfTheContract) {
  Record record;
  record.id = "a1";
  record.url = "https://example.org/a1";
  record.source = "page.txt";
  record.offset = ByteRange{1207, 5311};
  record.kind = "article";
  record.title = "Reprisals | UN must act";
  record.text = "One.\n\nTwo.";
  record.language = "en";
  record.date = RecordDate{DateInterval::day({2018, 2, 13}), DatePrecision::kDay,
                           DateMethod::kPrinted, "13 Feb; HRC 37"};
  record.countries = {{"CHN", true, 0.83}};
  record.bodies = {{"HRC", "ECOSOC-NGO"}};
  record.sessions = {{"HRC-38"}};
  record.symbols = {{"A/HRC/RES/36/21"}};
  record.mandates = {{"defenders"}};
  record.themes = {{"reprisals"}};
  EXPECT_EQ(
      to_json_line(record),
      R"({"id":"a1","url":"https://example.org/a1","source":"page.txt","offset":[1207,5311],)"
      R"("kind":"article","title":"Reprisals | UN must act","text":"One.\n\nTwo.","language":"en",)"
      R"("date":{"from":"2018-02-13","to":"2018-02-13","precision":"day","method":"printed",)"
      R"("evidence":"13 Feb; HRC 37"},"countries":[{"code":"CHN","primary":true,"salience":0.83}],)"
      R"("bodies":["HRC","ECOSOC-NGO"],"sessions":["HRC-38"],"symbols":["A/HRC/RES/36/21"],)"
      R"("mandates":["defenders"],"themes":["reprisals"],"duplicate_of":null,"extra":{}})");
  EXPECT_EQ(read(to_json_line(record)), record);
}

TEST(RecordJson, TellsAMissingMemberFromAGivenNone) {
  const Record missing = read(R"({"text":"x"})");
  EXPECT_FALSE(missing.title);
  EXPECT_FALSE(missing.language);
  EXPECT_FALSE(missing.date);
  EXPECT_FALSE(missing.countries);
  EXPECT_FALSE(missing.bodies);
  EXPECT_FALSE(missing.kind);

  const Record none =
      read(R"({"text":"x","title":null,"language":null,"date":null,"countries":[],"bodies":null})");
  ASSERT_TRUE(none.title && none.language && none.date && none.countries && none.bodies);
  EXPECT_FALSE(*none.title);
  EXPECT_FALSE(*none.language);
  EXPECT_FALSE(*none.date);
  EXPECT_TRUE(none.countries->empty());
  EXPECT_TRUE(none.bodies->empty());

  EXPECT_EQ(read(to_json_line(missing)), missing);
  EXPECT_EQ(read(to_json_line(none)), none);
}

TEST(RecordJson, TakesADateAsAString) {
  const auto date = [](const std::string& words) {
    return *read(R"({"text":"x","date":")" + words + "\"}").date;
  };
  EXPECT_EQ(date("2018")->interval, DateInterval::year(2018));
  EXPECT_EQ(date("2018")->precision, DatePrecision::kYear);
  EXPECT_EQ(date("2018-02")->interval, DateInterval::month(2018, 2));
  EXPECT_EQ(date("2018-02")->precision, DatePrecision::kMonth);
  EXPECT_EQ(date("2018-02-13")->interval, DateInterval::day({2018, 2, 13}));
  EXPECT_EQ(date("13 February 2018")->interval, DateInterval::day({2018, 2, 13}));
  EXPECT_EQ(date("21 Nov 1997")->interval, DateInterval::day({1997, 11, 21}));
  EXPECT_EQ(date("21 Nov 1997")->evidence, "21 Nov 1997");
  EXPECT_EQ(date("21 Nov 1997")->method, DateMethod::kMetadata);
}

TEST(RecordJson, NotesADateThatCannotBeReadAndTakesItAsMissing) {
  for (const char* line : {R"({"text":"x","date":"soon"})", R"({"text":"x","date":{}})",
                           R"({"text":"x","date":{"from":"2018-02-30","to":"2018-03-01"}})",
                           R"({"text":"x","date":{"from":"2019-01-01","to":"2018-01-01"}})"}) {
    EXPECT_FALSE(read(line).date) << line;
    EXPECT_EQ(notes_of(line).size(), 1u) << line;
  }
  EXPECT_EQ(notes_of(R"({"text":"x","date":"soon"})").front(), "date \"soon\" cannot be read");
}

TEST(RecordJson, WorksOutThePrecisionOfADateWithout) {
  const auto precision = [](const std::string& from, const std::string& to) {
    const Record record =
        read(R"({"text":"x","date":{"from":")" + from + R"(","to":")" + to + "\"}}");
    return (**record.date).precision;
  };
  EXPECT_EQ(precision("2018-02-13", "2018-02-13"), DatePrecision::kDay);
  EXPECT_EQ(precision("2018-02-01", "2018-02-28"), DatePrecision::kMonth);
  EXPECT_EQ(precision("2018-01-01", "2018-12-31"), DatePrecision::kYear);
  EXPECT_EQ(precision("2018-02-26", "2018-03-23"), DatePrecision::kRange);
}

TEST(RecordJson, TakesCountriesAsCodesNamesAndObjects) {
  const Record record =
      read(R"({"text":"x","countries":["CHN","Viet Nam",{"code":"TUR","primary":true}]})");
  const std::vector<RecordCountry> expected = {
      {"CHN", false, 0}, {"Viet Nam", false, 0}, {"TUR", true, 0}};
  EXPECT_EQ(*record.countries, expected);
}

TEST(RecordJson, LeavesEmptyCountriesOut) {
  const Record record = read(R"({"text":"x","countries":["",{"code":""},"CHN"]})");
  EXPECT_EQ(*record.countries, (std::vector<RecordCountry>{{"CHN", false, 0}}));
}

TEST(RecordJson, KeepsUnknownMembersUnchangedAndInOrder) {
  const std::string line =
      R"({"text":"x","zebra":[1,2.5,null,{"b":true,"a":"\u0000é"}],"apple":{},"extra":{"old":-7}})";
  const Record record = read(line);
  EXPECT_EQ(record.extra,
            R"({"old":-7,"zebra":[1,2.5,null,{"b":true,"a":"\u0000é"}],"apple":{}})");
  EXPECT_EQ(read(to_json_line(record)), record);
}

TEST(RecordJson, RejectsAWrongTypeAndNamesTheMember) {
  EXPECT_EQ(error_of(R"({"text":5})"), "member \"text\" must be a string, not a number");
  EXPECT_EQ(error_of(R"({"text":null})"), "member \"text\" must be a string, not null");
  EXPECT_EQ(error_of(R"({"text":"x","id":17})"),
            "member \"id\" must be a string or null, not a number");
  EXPECT_EQ(error_of(R"({"text":"x","bodies":"HRC"})"),
            "member \"bodies\" must be an array of strings or null, not a string");
  EXPECT_EQ(error_of(R"({"text":"x","date":2018})"),
            "member \"date\" must be an object, a string or null, not a number");
  for (const char* member :
       {R"("title":[])", R"("url":{})", R"("themes":[1])", R"("countries":[{}])",
        R"("countries":[{"code":"CHN","primary":1}])", R"("offset":[3])", R"("offset":[-1,2])",
        R"("offset":[5,2])", R"("extra":[])", R"("language":true)", R"("duplicate_of":1)"}) {
    const std::string name(member, std::string_view(member).find(':'));
    EXPECT_NE(error_of(R"({"text":"x",)" + std::string(member) + "}")
                  .find(name.substr(0, name.size() - 1)),
              std::string::npos)
        << member;
  }
}

TEST(RecordJson, RejectsWhatIsNoRecord) {
  EXPECT_EQ(error_of("{\"text\":"), "is not JSON (at byte 9)");
  EXPECT_EQ(error_of("[]"), "is no JSON object, which a record must be");
  EXPECT_EQ(error_of("{}"), "has no member \"text\"");
  EXPECT_EQ(error_of(R"({"text":"x","n":1e999})"), "has a number that is too large");
  error_of("");
  error_of(std::string(1000, '\0'));
}

TEST(RecordJson, RejectsIdsWithWhiteSpace) {
  for (const char* id : {"a b", " a", "a\\n", "a\\u00a0b", "a\\u2003", "\\u0000"}) {
    EXPECT_NE(error_of(R"({"text":"x","id":")" + std::string(id) + "\"}").find("white space"),
              std::string::npos)
        << id;
  }
  EXPECT_EQ(read(R"({"text":"x","id":"é/1#ü"})").id, "é/1#ü");
}

TEST(RecordJson, ReplacesBrokenUtf8AndHalfCharacters) {
  EXPECT_EQ(read("{\"text\":\"a\xFF\xC3z\"}").text, "a\uFFFD\uFFFDz");
  EXPECT_EQ(read(R"({"text":"a\ud83dz\udc00"})").text, "a\uFFFDz\uFFFD");
  EXPECT_EQ(read(R"({"text":"\ud83d\ude00\\ud83d"})").text, "\U0001F600\\ud83d");
  EXPECT_EQ(read(R"({"text":"a\u0000b"})").text, "a b");
}

TEST(RecordJson, WritesBrokenUtf8AsReplacements) {
  Record record;
  record.text =
      "a\xFF"
      "b";
  EXPECT_EQ(read(to_json_line(record)).text,
            "a\uFFFD"
            "b");
}

TEST(RecordJson, BoundsNestingAndMembers) {
  const auto nested = [](int depth) {
    return R"({"text":"x","deep":)" + std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']') + "}";
  };
  EXPECT_EQ(read(nested(150)).text, "x");
  EXPECT_NE(error_of(nested(200)).find("nested"), std::string::npos);
  EXPECT_NE(error_of(nested(1000000)).find("nested"), std::string::npos);
  std::string many = R"({"text":"x")";
  for (int i = 0; i < 100000; ++i) many += ",\"m" + std::to_string(i) + "\":0";
  EXPECT_NE(error_of(many + "}").find("members"), std::string::npos);
}

TEST(RecordJson, NotesAnUnknownKind) {
  const auto notes = notes_of(R"({"text":"x","kind":"blog"})");
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes.front(), "kind \"blog\" is not known");
  EXPECT_FALSE(read(R"({"text":"x","kind":"blog"})").kind);
}

}  // namespace
}  // namespace rapporteur
