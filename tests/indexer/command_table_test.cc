// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_table.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::string why(const std::vector<std::string>& words) {
  const auto line = parse_command_line(words);
  return line.ok() ? "" : line.error().message;
}

TEST(CommandTable, OptionsStandBeforeOrBehindTheCommand) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"add", "a", "b", "--index", "dir", "--threads=3", "-q"},
           {"--index=dir", "-q", "--threads", "3", "add", "a", "b"}}) {
    const auto line = parse_command_line(words);
    ASSERT_TRUE(line.ok());
    EXPECT_EQ(line->command, "add");
    EXPECT_EQ(line->arguments, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(line->index, "dir");
    EXPECT_EQ(line->threads, 3U);
    EXPECT_TRUE(line->quiet);
  }
}

TEST(CommandTable, StandardInputAndWhateverFollowsTwoDashesAreArguments) {
  EXPECT_EQ(parse_command_line({"add", "-"})->arguments, std::vector<std::string>{"-"});
  EXPECT_EQ(parse_command_line({"add", "--", "-q"})->arguments, std::vector<std::string>{"-q"});
}

TEST(CommandTable, NothingIsAbbreviatedOrGuessed) {
  EXPECT_NE(why({"add", "a", "--ind", "dir"}), "");
  EXPECT_NE(why({"add", "a", "--words", "dir"}), "");
  EXPECT_NE(why({"ad", "a"}).find("there is no command \"ad\""), std::string::npos);
}

TEST(CommandTable, SaysWhatIsWrong) {
  EXPECT_NE(why({"add"}).find("add needs INPUT"), std::string::npos);
  EXPECT_NE(why({"info", "x"}).find("takes no \"x\""), std::string::npos);
  EXPECT_NE(why({"extract", "a", "--index", "d"}).find("has no --index"), std::string::npos);
  for (const char* number : {"0", "-1", "257", "99999999999999999999", "two", ""}) {
    EXPECT_NE(why({"add", "a", "--threads", number}).find("--threads"), std::string::npos)
        << number;
  }
  EXPECT_NE(why({"add", "a", "--progress", "yes"}).find("--progress"), std::string::npos);
  EXPECT_NE(why({"info", "--format", "xml"}).find("--format"), std::string::npos);
}

TEST(CommandTable, HelpNamesEveryCommandAndItsOptions) {
  const std::string help = help_text(nullptr);
  for (const CommandEntry& command : command_table()) {
    EXPECT_NE(help.find(std::string("\n  ") + command.name), std::string::npos);
    const std::string own = help_text(&command);
    for (const char* option : command.options) {
      const std::string name = std::string(option).substr(0, std::string(option).find(','));
      EXPECT_NE(own.find("--" + name), std::string::npos) << command.name << ' ' << name;
    }
  }
  EXPECT_TRUE(parse_command_line({"add", "--help"})->help);
}

}  // namespace
}  // namespace rapporteur
