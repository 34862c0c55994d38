// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/bodies.h"

#include "tests/indexer/enrich/subject_cases.h"

namespace rapporteur {
namespace {

SubjectTags tag(std::string_view text, std::string_view language = "en",
                std::string_view title = "") {
  SubjectTagger tagger(vocabularies());
  return tagger.tag({title, text, language, std::string_view::npos});
}

TEST(Bodies, OwnSentencesAreTaggedAsAReaderWould) {
  const std::string text = read_test_file("bodies_cases.tsv");
  const auto table =
      Table::parse("bodies_cases.tsv", text, {"language", "text", "bodies", "sessions"});
  ASSERT_TRUE(table.ok()) << table.error().message;
  EXPECT_GE(table->rows().size(), 80u);
  SubjectTagger tagger(vocabularies());
  Agreement bodies;
  Agreement sessions;
  for (const auto& row : table->rows()) {
    const SubjectTags tags = tagger.tag({"", row[1], row[0], std::string_view::npos});
    bodies.add(split_ids(row[2]), ids_of(tags.bodies), std::string(row[1]));
    sessions.add(split_ids(row[3]), ids_of(tags.sessions), std::string(row[1]));
  }
  std::cout << "bodies F1 " << bodies.f1() << ", sessions F1 " << sessions.f1() << "\n";
  EXPECT_GE(bodies.f1(), 0.95);
  EXPECT_GE(sessions.f1(), 0.95);
}

TEST(Bodies, EvidenceIsTheByteRangeOfTheWords) {
  const std::string text = "Yesterday the UN Human Rights Council met.";
  const SubjectTags tags = tag(text);
  ASSERT_EQ(tags.bodies.size(), 1u);
  EXPECT_FALSE(tags.bodies[0].in_title);
  EXPECT_EQ(text.substr(tags.bodies[0].begin, tags.bodies[0].end - tags.bodies[0].begin),
            "Human Rights Council");
}

TEST(Bodies, TheTitleCountsAsText) {
  const SubjectTags tags = tag("States should do more.", "en", "HRC40 | Time to act");
  ASSERT_EQ(tags.sessions.size(), 1u);
  EXPECT_EQ(tags.sessions[0].id, "HRC-40");
  EXPECT_TRUE(tags.sessions[0].in_title);
}

TEST(Bodies, ADocumentsOwnSessionIsThatOfTheSymbolThatIsItsTitle) {
  const auto own = [](const char* title, const char* text = "A text.") {
    return tag(text, "en", title).own_session;
  };
  EXPECT_EQ(own("A/HRC/RES/36/21"), "HRC-36");
  EXPECT_EQ(own("CAT/C/49/D/432/2010 decision"), "CAT-49");
  EXPECT_EQ(own("Cooperation with the United Nations (A/HRC/RES/36/21)"), "HRC-36");
  EXPECT_EQ(own("", "A/HRC/RES/36/21\nThe Council decides."), "HRC-36");
  EXPECT_EQ(own("What A/HRC/RES/36/21 means for lawyers"), "");
  EXPECT_EQ(own("A/HRC/RES/36/21, a year on"), "");
}

TEST(Bodies, NothingBehindTheBodyEndIsRead) {
  const std::string text = "We are worried.\n\nSigned:\nFriends of the Human Rights Council";
  SubjectTagger tagger(vocabularies());
  EXPECT_TRUE(tagger.tag({"", text, "en", 17}).bodies.empty());
  EXPECT_FALSE(tagger.tag({"", text, "en", std::string_view::npos}).bodies.empty());
}

TEST(Bodies, ACommitteeIsNotItsConvention) {
  EXPECT_TRUE(tag("The State ratified the Convention against Torture.").bodies.empty());
  EXPECT_TRUE(tag("It violates article 37 of the CRC.").bodies.empty());
  EXPECT_EQ(ids_of(tag("The CRC Committee reviewed the report.").bodies),
            std::set<std::string>{"CRC"});
}

TEST(Bodies, AHeadNamesTheBodyOfTheSessionBelowIt) {
  EXPECT_EQ(ids_of(tag("Human Rights Council\nThirty-ninth session\n10-28 September 2018\n"
                       "The Working Group on the Universal Periodic Review adopted its report.")
                       .sessions),
            std::set<std::string>{"HRC-39"});
  EXPECT_EQ(ids_of(tag("Human Rights Council\nWorking Group on the Universal Periodic Review\n"
                       "Thirty-first session")
                       .sessions),
            std::set<std::string>{"UPR-31"});
}

TEST(Bodies, ADecisionOnAComplaintTellsTheCommitteeThatOnlySaysTheCommittee) {
  EXPECT_EQ(ids_of(tag("The author of the communication claims a violation of article 7 of the "
                       "Covenant. The Committee, at its 129th session, found that articles 7 and 9 "
                       "of the Covenant were violated.")
                       .sessions),
            std::set<std::string>{"CCPR-129"});
  EXPECT_EQ(ids_of(tag("The complainant claims that his return would violate article 3 of the "
                       "Convention. The Committee heard the complainant.")
                       .bodies),
            std::set<std::string>{"CAT"});
  // Its own symbol knows better; a text without a complaint is no decision; nothing leads.
  EXPECT_EQ(ids_of(tag("The author of the communication speaks of the Covenant and the Covenant.",
                       "en", "CRPD/C/18/D/28/2015")
                       .bodies),
            std::set<std::string>{"CRPD"});
  EXPECT_TRUE(tag("The Committee spoke of the Covenant, and of the Covenant.").bodies.empty());
  EXPECT_TRUE(tag("The author of the communication wrote to the Committee.").bodies.empty());
}

TEST(Bodies, OddBytesAndLongTextsAreRead) {
  EXPECT_TRUE(tag("").bodies.empty());
  EXPECT_TRUE(tag("((((////----").bodies.empty());
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "At its 40th session the Human Rights Council met. ";
  EXPECT_EQ(ids_of(tag(text).sessions), std::set<std::string>{"HRC-40"});
}

}  // namespace
}  // namespace rapporteur
