// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/themes.h"

#include "tests/indexer/enrich/subject_cases.h"

namespace rapporteur {
namespace {

std::set<std::string> themes_of(std::string_view title, std::string_view text,
                                std::string_view language = "en") {
  SubjectTagger tagger(vocabularies());
  return ids_of(tagger.tag({title, text, language, std::string_view::npos}).themes);
}

TEST(Themes, OwnPublicationsAreTaggedAsAReaderWould) {
  const std::string text = read_test_file("themes_cases.tsv");
  const auto table =
      Table::parse("themes_cases.tsv", text, {"language", "title", "text", "themes"});
  ASSERT_TRUE(table.ok()) << table.error().message;
  EXPECT_GE(table->rows().size(), 40u);
  SubjectTagger tagger(vocabularies());
  Agreement themes;
  for (const auto& row : table->rows()) {
    const SubjectTags tags = tagger.tag({row[1], row[2], row[0], std::string_view::npos});
    themes.add(split_ids(row[3]), ids_of(tags.themes), std::string(row[1]));
  }
  std::cout << "themes F1 " << themes.f1() << "\n";
  EXPECT_GE(themes.f1(), 0.95);
}

std::string padding(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) text += "The meeting went on and nobody said anything new. ";
  return text;
}

TEST(Themes, OnePassingWordInALongTextIsNoTheme) {
  EXPECT_TRUE(
      themes_of("Minutes", padding(60) + "A delegate mentioned torture." + padding(60)).empty());
  EXPECT_TRUE(themes_of("Minutes", "A woman spoke with a child.").empty());
}

TEST(Themes, WhatALongTextComesBackToIsATheme) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += padding(8) + "Torture is widespread. ";
  EXPECT_EQ(themes_of("Minutes", text), std::set<std::string>{"torture"});
}

TEST(Themes, AWordingInTheTitleIsEnough) {
  EXPECT_EQ(themes_of("Torture", padding(100)), std::set<std::string>{"torture"});
}

TEST(Themes, AcronymsCountOnlyAsWritten) {
  EXPECT_EQ(themes_of("FGM must end", "A campaign."), std::set<std::string>{"gender-violence"});
  EXPECT_TRUE(themes_of("The ai tree", "A sloth lives in it.").empty());
}

TEST(Themes, EvidenceIsTheByteRangeOfTheWording) {
  SubjectTagger tagger(vocabularies());
  const std::string text = "We deplore enforced disappearances.";
  const SubjectTags tags = tagger.tag({"", text, "en", std::string_view::npos});
  ASSERT_EQ(tags.themes.size(), 1u);
  EXPECT_EQ(text.substr(tags.themes[0].begin, tags.themes[0].end - tags.themes[0].begin),
            "enforced disappearances");
}

}  // namespace
}  // namespace rapporteur
