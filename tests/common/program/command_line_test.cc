// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/program/command_line.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

using Words = std::vector<std::string>;

const ProgramTable& program() {
  static const ProgramTable table = {
      "finder",
      "finds.",
      "exit codes: 0 found.\n",
      {{"index", 0, "DIR", false, "the index"},
       {"country", 0, "C", true, "a country"},
       {"quiet", 'q', nullptr, false, "no notes"}},
      {{"ask", "WORD...", true, "asks", "Of anything.\n", {"index", "country", "quiet"}, true},
       {"count", "", false, "counts", "", {"index"}}}};
  return table;
}

std::string why(const Words& words) {
  const auto line = parse_command_line(program(), words);
  return line.ok() ? "" : line.error().message;
}

TEST(CommandLine, OptionsStandAnywhere) {
  for (const Words& words : std::vector<Words>{{"ask", "a", "b", "--index", "dir", "-q"},
                                               {"--index=dir", "-q", "ask", "a", "b"}}) {
    const auto line = parse_command_line(program(), words);
    ASSERT_TRUE(line.ok()) << line.error().message;
    EXPECT_EQ(std::string(line->command->name), "ask");
    EXPECT_EQ(line->arguments, (Words{"a", "b"}));
    EXPECT_EQ(line->value("index"), "dir");
    EXPECT_TRUE(line->has("quiet"));
  }
}

TEST(CommandLine, RepeatedOptionsKeepTheirOrderAndOthersStandOnce) {
  const auto line =
      parse_command_line(program(), {"ask", "a", "--country", "CHN", "--country=FRA"});
  ASSERT_TRUE(line.ok());
  EXPECT_EQ(line->values("country"), (Words{"CHN", "FRA"}));
  EXPECT_NE(why({"ask", "a", "--index", "x", "--index", "y"}).find("more than once"),
            std::string::npos);
}

TEST(CommandLine, NothingIsAbbreviatedOrGuessed) {
  EXPECT_NE(why({"ask", "a", "--ind", "dir"}).find("--ind"), std::string::npos);
  EXPECT_NE(why({"as", "a"}).find("there is no command \"as\""), std::string::npos);
}

TEST(CommandLine, WordsWithADashAreArgumentsWhereACommandTakesThem) {
  const auto line =
      parse_command_line(program(), {"ask", "torture", "-china", "-q", "--", "-q", "--index"});
  ASSERT_TRUE(line.ok()) << line.error().message;
  EXPECT_EQ(line->arguments, (Words{"torture", "-china", "-q", "--index"}));
  EXPECT_TRUE(line->has("quiet"));
}

TEST(CommandLine, ADashAloneAndWhateverFollowsTwoDashesAreArguments) {
  EXPECT_EQ(parse_command_line(program(), {"ask", "-"})->arguments, Words{"-"});
  EXPECT_EQ(parse_command_line(program(), {"ask", "--", "-q"})->arguments, Words{"-q"});
}

TEST(CommandLine, SaysWhatIsWrong) {
  EXPECT_NE(why({"ask"}).find("ask needs WORD"), std::string::npos);
  EXPECT_NE(why({"count", "x"}).find("takes no \"x\""), std::string::npos);
  EXPECT_NE(why({"count", "-q"}).find("has no --quiet"), std::string::npos);
  EXPECT_NE(why({"ask", "a", "--index"}).find("index"), std::string::npos);
  for (const char* number : {"0", "-1", "11", "99999999999999999999", "two", "", "3x"}) {
    EXPECT_FALSE(parse_number("threads", number, 1, 10).ok()) << number;
  }
  EXPECT_EQ(*parse_number("threads", "7", 1, 10), 7u);
  const char* const choices[] = {"auto", "never"};
  EXPECT_EQ(parse_choice("color", "yes", choices).error().message,
            "--color must be auto or never, not \"yes\"");
}

TEST(CommandLine, HelpNamesEveryCommandAndItsOptions) {
  const std::string help = help_text(program(), nullptr);
  for (const CommandEntry& command : program().commands) {
    EXPECT_NE(help.find(std::string("\n  ") + command.name), std::string::npos);
    const std::string own = help_text(program(), &command);
    for (const std::string& option : command.options)
      EXPECT_NE(own.find("--" + option), std::string::npos);
  }
  EXPECT_TRUE(parse_command_line(program(), {"ask", "--help"})->has("help"));
}

}  // namespace
}  // namespace rapporteur
