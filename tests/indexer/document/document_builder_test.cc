// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/document_builder.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "common/index/packed_facets.h"
#include "common/index/stored_record.h"
#include "common/index/terms.h"

namespace rapporteur {
namespace {

Record record_of(const std::string& text) {
  Record record;
  record.id = "a1";
  record.text = text;
  return record;
}

// A term's wdf and positions.
struct Posting {
  Xapian::termcount wdf = 0;
  std::vector<Xapian::termpos> positions;
  bool operator==(const Posting&) const = default;
};

std::map<std::string, Posting> terms_of(const Record& record) {
  DocumentBuilder builder;
  const auto document = builder.build(record, "input.jsonl");
  EXPECT_TRUE(document);
  std::map<std::string, Posting> terms;
  for (auto term = document->termlist_begin(); term != document->termlist_end(); ++term) {
    terms[*term] = {term.get_wdf(), {term.positionlist_begin(), term.positionlist_end()}};
  }
  return terms;
}

using Positions = std::vector<Xapian::termpos>;

TEST(DocumentBuilder, StemsEveryWordInPlace) {
  auto terms = terms_of(record_of("Defenders defend the defended DEFENDERS"));
  EXPECT_EQ(terms["defend"], (Posting{4, {1, 2, 4, 5}})) << "capitals must not matter";
  EXPECT_EQ(terms["the"], (Posting{1, {3}}));
}

TEST(DocumentBuilder, KeepsWordsAsWrittenWithoutPositionsOrWeight) {
  auto terms = terms_of(record_of("Defenders defend"));
  EXPECT_EQ(terms["=defenders"], Posting{});
  EXPECT_EQ(terms["=defend"], Posting{});
  EXPECT_FALSE(terms.contains("=defended"));
}

TEST(DocumentBuilder, CountsTheTitleTwiceAndLeavesAGapBehindIt) {
  Record record = record_of("Rights now");
  record.title = "Human rights";
  auto terms = terms_of(record);
  EXPECT_EQ(terms["right"], (Posting{3, {2, 3 + schema::kTitleGap}}));
  EXPECT_EQ(terms["human"], (Posting{2, {1}}));
  EXPECT_EQ(terms["Shuman"], (Posting{1, {1}}));
  EXPECT_EQ(terms["Sright"], (Posting{1, {2}}));
  EXPECT_FALSE(terms.contains("Snow"));
}

TEST(DocumentBuilder, AddsGluedWordsAsOneAtTheFirstOnesPlace) {
  auto terms = terms_of(record_of("at non-governmental HRC40 l'homme"));
  EXPECT_EQ(terms["nongovernment"], (Posting{1, {2}}));
  EXPECT_EQ(terms["non"], (Posting{1, {2}}));
  EXPECT_EQ(terms["government"], (Posting{1, {3}}));
  EXPECT_EQ(terms["hrc40"], (Posting{1, {4}}));
  EXPECT_EQ(terms["40"], (Posting{1, {5}}));
  EXPECT_TRUE(terms.contains("=nongovernmental"));
  EXPECT_FALSE(terms.contains("lhomm"));
}

TEST(DocumentBuilder, StemsInTheRecordsLanguageWithAndWithoutAccents) {
  Record record = record_of("Les personnes condamnées, condamnée");
  record.language = "fr";
  auto terms = terms_of(record);
  EXPECT_TRUE(terms.contains("person"));
  EXPECT_TRUE(terms.contains("=condamnees"));
  // Without its accent the word has another stem; both stand at the same place.
  EXPECT_EQ(terms["condamn"].positions, (Positions{3, 4}));
  EXPECT_EQ(terms["condamne"].positions, (Positions{3, 4}));

  record.text = "publications";
  record.language = std::optional<std::string>();
  EXPECT_TRUE(terms_of(record).contains("public")) << "undetermined: as English";
  record.language = "zz";
  EXPECT_TRUE(terms_of(record).contains("publications")) << "no stemmer";
}

TEST(DocumentBuilder, AcronymsWithDotsAreOneWord) {
  auto terms = terms_of(record_of("The U.S. and the U.N."));
  EXPECT_TRUE(terms.contains("us"));
  EXPECT_TRUE(terms.contains("=un"));
}

TEST(DocumentBuilder, MakesFacetsTermsAndOnePackedSlot) {
  Record record = record_of("x");
  record.kind = "article";
  record.language = "en";
  record.countries = {{"TUR", false, 0.5}, {"CHN", true, 1.0}, {"TUR", false, 0.1}};
  record.bodies = {{"HRC", "HRC"}};
  record.sessions = {{"HRC-38"}};
  record.mandates = {{"defenders"}};
  record.themes = {{"reprisals"}};
  const auto terms = terms_of(record);
  for (const char* term : {"XCTUR", "XCCHN", "XPCHN", "XBHRC", "XSHRC-38", "XMdefenders",
                           "XTreprisals", "XLen", "XKarticle"}) {
    EXPECT_TRUE(terms.contains(term)) << term;
    EXPECT_EQ(terms.at(term).wdf, 0u) << "facets must not make a document longer";
  }
  EXPECT_FALSE(terms.contains("XPTUR"));

  DocumentBuilder builder;
  const std::string packed = builder.build(record)->get_value(schema::kFacetSlot);
  std::vector<PackedFacet> facets;
  ASSERT_TRUE(unpack_facets(packed, facets));
  ASSERT_EQ(facets.size(), 8u);
  EXPECT_EQ(facets[0].value, "CHN");
  EXPECT_EQ(facets[0].weight, kPrimaryBit + 127);
  EXPECT_EQ(facets[1].value, "TUR");
  EXPECT_EQ(facets[1].weight, 64);
}

TEST(DocumentBuilder, MakesDatesTermsAndSlots) {
  Record record = record_of("x");
  record.date = RecordDate{{{2018, 2, 26}, {2018, 3, 23}}, DatePrecision::kRange, {}, ""};
  const auto terms = terms_of(record);
  for (const char* term : {"Y2018", "M201802", "M201803", "D20180226", "D20180323"}) {
    EXPECT_TRUE(terms.contains(term)) << term;
  }
  DocumentBuilder builder;
  auto document = builder.build(record);
  EXPECT_EQ(decode_day(document->get_value(schema::kDateFromSlot)), (CivilDate{2018, 2, 26}));
  EXPECT_EQ(decode_day(document->get_value(schema::kDateToSlot)), (CivilDate{2018, 3, 23}));
  document = builder.build(record_of("undated"));
  EXPECT_EQ(document->get_value(schema::kDateFromSlot), "");
}

TEST(DocumentBuilder, KnowsARecordByItsIdAndItsSources) {
  Record record = record_of("x");
  record.source = "page.txt";
  const auto terms = terms_of(record);
  EXPECT_TRUE(terms.contains("Qa1"));
  EXPECT_TRUE(terms.contains("Upage.txt"));
  EXPECT_TRUE(terms.contains("Uinput.jsonl"));
}

TEST(DocumentBuilder, StoresTheWholeRecord) {
  Record record = record_of("Text");
  record.extra = R"({"k":[1,2]})";
  DocumentBuilder builder;
  EXPECT_EQ(*load_record(builder.build(record)->get_data()), record);
}

TEST(DocumentBuilder, RejectsARecordWithoutAUsableId) {
  DocumentBuilder builder;
  Record record = record_of("x");
  for (const char* id : {"", "a b", "a\u00A0b"}) {
    record.id = id;
    const auto rejected = builder.build(record);
    ASSERT_FALSE(rejected) << id;
    EXPECT_EQ(rejected.error().code, ErrorCode::kInvalidInput);
  }
}

TEST(DocumentBuilder, RejectsATextThatWouldNotFitIntoMemory) {
  DocumentBuilder builder;
  const auto rejected =
      builder.build(record_of(std::string(DocumentBuilder::kMaxTextBytes + 1, 'x')));
  ASSERT_FALSE(rejected);
  EXPECT_EQ(rejected.error().code, ErrorCode::kInvalidInput);
}

TEST(DocumentBuilder, TakesAnyBytesAndAnyLengthOfWord) {
  DocumentBuilder builder;
  for (const std::string& text :
       {std::string(), std::string(" \n"), std::string("\xFF\xFE\xC3", 3), std::string("\0a\0", 3),
        std::string(100000, 'w'), std::string("\u0301\u0301"), std::string("- ' . --")}) {
    EXPECT_TRUE(builder.build(record_of(text)));
  }
}

TEST(DocumentBuilder, LongTextsAreAsIfInOnePart) {
  std::string text;
  while (text.size() < (3u << 20)) text += "word-less 12a ";
  const auto terms = terms_of(record_of(text));
  const auto& positions = terms.at("wordless").positions;
  EXPECT_EQ(positions.size(), text.size() / 14);
  for (std::size_t i = 1; i < positions.size(); ++i) {
    ASSERT_EQ(positions[i], positions[i - 1] + 4);
  }
}

TEST(DocumentBuilder, ADocumentDoesNotDependOnThoseBefore) {
  DocumentBuilder used;
  for (int i = 0; i < 50; ++i) {
    ASSERT_TRUE(used.build(record_of("other words " + std::to_string(i))));
  }
  DocumentBuilder fresh;
  const Record record = record_of("some words here");
  EXPECT_EQ(used.build(record)->serialise(), fresh.build(record)->serialise());
}

}  // namespace
}  // namespace rapporteur
