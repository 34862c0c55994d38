// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/mandates.h"
#include "indexer/enrich/symbols.h"
#include "tests/indexer/enrich/subject_cases.h"

namespace rapporteur {
namespace {

TEST(MandatesAndSymbols, OwnSentencesAreTaggedAsAReaderWould) {
  const std::string text = read_test_file("mandates_cases.tsv");
  const auto table =
      Table::parse("mandates_cases.tsv", text, {"language", "text", "mandates", "symbols"});
  ASSERT_TRUE(table.ok()) << table.error().message;
  SubjectTagger tagger(vocabularies());
  Agreement mandates;
  Agreement symbols;
  for (const auto& row : table->rows()) {
    const SubjectTags tags = tagger.tag({"", row[1], row[0], std::string_view::npos});
    mandates.add(split_ids(row[2]), ids_of(tags.mandates), std::string(row[1]));
    symbols.add(split_ids(row[3]), ids_of(tags.symbols), std::string(row[1]));
  }
  std::cout << "mandates F1 " << mandates.f1() << ", symbols F1 " << symbols.f1() << "\n";
  EXPECT_GE(mandates.f1(), 0.95);
  EXPECT_GE(symbols.f1(), 0.95);
}

TEST(Symbols, TheSymbolOfADocumentTellsItsKindAndSession) {
  SubjectTagger tagger(vocabularies());
  const SubjectTags tags = tagger.tag({"A/HRC/RES/36/21 Cooperation with the United Nations",
                                       "Adopted.", "en", std::string_view::npos});
  EXPECT_EQ(tags.kind, "resolution");
  EXPECT_EQ(ids_of(tags.sessions), std::set<std::string>{"HRC-36"});
  EXPECT_EQ(ids_of(tags.bodies), std::set<std::string>{"HRC"});
}

TEST(Symbols, ACitedSymbolTellsNeitherKindNorSession) {
  SubjectTagger tagger(vocabularies());
  const SubjectTags tags = tagger.tag(
      {"Reprisals", "States recalled A/HRC/RES/24/24 of 2013.", "en", std::string_view::npos});
  EXPECT_EQ(tags.kind, "");
  EXPECT_TRUE(tags.sessions.empty());
  EXPECT_EQ(ids_of(tags.symbols), std::set<std::string>{"A/HRC/RES/24/24"});
}

}  // namespace
}  // namespace rapporteur
