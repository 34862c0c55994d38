// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/source_reader.h"

#include <gtest/gtest.h>

#include "tests/indexer/source/items.h"

namespace rapporteur {
namespace {

using testing::TemporaryFolder;

using testing::items;

TEST(SourceReader, GivesPagesWholeAndRecordsLineByLine) {
  TemporaryFolder folder;
  folder.write("p/a.txt", "One.\n\nTwo.\n");
  folder.write_gzip("p/b.jsonl.gz", "{\"text\": \"1\"}\n\n{\"text\": \"2\"}\n");
  EXPECT_EQ(items({folder / "p"}),
            (std::vector<std::string>{"a.txt:0 One.\n\nTwo.\n$", "b.jsonl.gz:1 {\"text\": \"1\"}",
                                      "b.jsonl.gz:3 {\"text\": \"2\"}", "b.jsonl.gz:0 $"}));
}

TEST(SourceReader, RejectsAloneWhatCannotBeRead) {
  TemporaryFolder folder;
  folder.write("p/a.rtf", "{\\rtf1");
  folder.write("p/b.txt", "");
  folder.write("p/c.txt", "Text.");
  EXPECT_EQ(items({folder / "p"}),
            (std::vector<std::string>{"a.rtf:0 !is an RTF file; save it as text or HTML$",
                                      "b.txt:0 !is empty$", "c.txt:0 Text.$"}));
}

TEST(SourceReader, CutsJsonThatIsNotOneObjectALine) {
  TemporaryFolder folder;
  folder.write("p/a.json", "[\n {\"text\": \"}\\\"{\",\n  \"x\": [1]},\n {\"text\": \"2\"}]\n");
  folder.write("p/b.json", "{\n\"text\": \"cut");
  EXPECT_EQ(items({folder / "p"}),
            (std::vector<std::string>{"a.json:2 {\"text\": \"}\\\"{\",   \"x\": [1]}",
                                      "a.json:4 {\"text\": \"2\"}", "a.json:0 $",
                                      "b.json:1 { \"text\": \"cut", "b.json:0 $"}));
}

TEST(SourceReader, GivesTheRowsOfATableAsObjects) {
  TemporaryFolder folder;
  folder.write("p/a.csv",
               "\xEF\xBB\xBFtitle,text,note\r\n"
               "\"One, two\",\"He said \"\"no\"\".\n\nThen left.\",\r\n"
               "\r\n"
               "Three,Four,five\r\n");
  EXPECT_EQ(items({folder / "p"}),
            (std::vector<std::string>{
                "a.csv:2 {\"title\":\"One, two\",\"text\":\"He said \\\"no\\\".\\n\\nThen left.\"}",
                "a.csv:6 {\"title\":\"Three\",\"text\":\"Four\",\"note\":\"five\"}", "a.csv:0 $"}));
}

TEST(SourceReader, ARowThatDoesNotEndCostsTheRestOfItsTable) {
  TemporaryFolder folder;
  folder.write("p/a.csv",
               "title,text\nOne,Two\nThree,\"" + std::string(3000, 'x') + "\nmore,and more\n");
  const auto list = items({folder / "p"}, SourceLimits{false, 2000, 2000});
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0], "a.csv:2 {\"title\":\"One\",\"text\":\"Two\"}");
  EXPECT_TRUE(list[1].starts_with("a.csv:0 !has a row from line 3 on that does not end"));
}

TEST(SourceReader, RejectsAloneWhatIsTooLarge) {
  TemporaryFolder folder;
  folder.write("p/a.txt", std::string(3000, 'x'));
  folder.write("p/b.jsonl",
               "{\"a\": 1}\n{\"b\": \"" + std::string(3000, 'x') + "\"}\n{\"c\": 1}\n");
  const auto list = items({folder / "p"}, SourceLimits{false, 2000, 2000});
  ASSERT_EQ(list.size(), 5U);
  EXPECT_TRUE(list[0].starts_with("a.txt:0 !is larger than"));
  EXPECT_EQ(list[1], "b.jsonl:1 {\"a\": 1}");
  EXPECT_TRUE(list[2].starts_with("b.jsonl:2 !is 1 MiB long"));
  EXPECT_EQ(list[3], "b.jsonl:3 {\"c\": 1}");
}

TEST(SourceReader, KeepsWhatCameBeforeABreakInCompressedData) {
  TemporaryFolder folder;
  std::string many;
  for (int i = 0; i < 30000; ++i) many += "{\"text\": \"" + std::to_string(i * 7919) + "\"}\n";
  const std::string whole = testing::read_whole(folder.write_gzip("whole", many));
  const auto list = items({folder.write("cut.jsonl.gz", whole.substr(0, whole.size() / 2))});
  ASSERT_GT(list.size(), 1000U);
  EXPECT_EQ(list[0], "cut.jsonl.gz:1 {\"text\": \"0\"}");
  EXPECT_TRUE(list.back().ends_with("what came before was read$"));
}

TEST(SourceReader, MayPassOverRecords) {
  TemporaryFolder folder;
  folder.write("p/a.jsonl", "{\"text\": \"1\"}\n");
  folder.write("p/b.txt", "Text.");
  EXPECT_EQ(items({folder / "p"}, SourceLimits{.pages_only = true}),
            (std::vector<std::string>{"b.txt:0 Text.$"}));
}

TEST(SourceReader, EndsWhenItIsToldTo) {
  TemporaryFolder folder;
  std::atomic<bool> stop{false};
  SourceReader reader(walk_inputs({folder.write("a.jsonl", "{\"a\":1}\n{\"b\":1}\n")}).files, {},
                      &stop);
  EXPECT_TRUE(reader.next().has_value());
  stop = true;
  EXPECT_FALSE(reader.next().has_value());
}

}  // namespace
}  // namespace rapporteur
