// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/countries.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace rapporteur {
namespace {

const Countries& countries() {
  static const Countries loaded = Countries::load().value();
  return loaded;
}

std::vector<CountryMention> tag(std::string_view title, std::string_view text,
                                std::string_view language = "en",
                                std::size_t body_end = std::string_view::npos) {
  static CountryTagger tagger(countries());
  return tagger.tag({title, text, language, body_end});
}

std::string joined(const std::set<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : ",") + code;
  return text;
}

std::string tagged(const std::vector<CountryMention>& mentions) {
  std::set<std::string> codes;
  for (const CountryMention& mention : mentions) codes.insert(mention.country.code);
  return joined(codes);
}

std::string primary(const std::vector<CountryMention>& mentions) {
  std::set<std::string> codes;
  for (const CountryMention& mention : mentions) {
    if (mention.country.primary) codes.insert(mention.country.code);
  }
  return joined(codes);
}

TEST(CountryTagger, IsRightAboutOurOwnSentences) {
  std::ifstream file(RAPPORTEUR_SOURCE_DIR "/tests/indexer/enrich/country_sentences.tsv");
  ASSERT_TRUE(file.is_open());
  std::string line;
  int sentences = 0;
  double right = 0, wrong = 0, missed = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#' || line.starts_with("sentence\t")) continue;
    std::istringstream cells(line);
    std::string sentence, language, expected;
    std::getline(cells, sentence, '\t');
    std::getline(cells, language, '\t');
    std::getline(cells, expected, '\t');
    std::set<std::string> wanted;
    std::istringstream codes(expected == "-" ? "" : expected);
    for (std::string code; std::getline(codes, code, ',');) wanted.insert(code);
    std::set<std::string> found;
    for (const CountryMention& mention : tag("", sentence, language)) {
      found.insert(mention.country.code);
    }
    for (const std::string& code : found) (wanted.contains(code) ? right : wrong) += 1;
    for (const std::string& code : wanted) missed += !found.contains(code);
    if (found != wanted) {
      std::cout << "  wanted " << expected << ", found " << joined(found) << ": " << sentence
                << "\n";
    }
    ++sentences;
  }
  EXPECT_GE(sentences, 150);
  const double f1 = 2 * right / (2 * right + wrong + missed);
  std::cout << "  " << sentences << " sentences, F1 " << f1 << "\n";
  EXPECT_GE(f1, 0.95);
}

TEST(CountryTagger, SaysWhereACountryIsNamed) {
  const std::string text = "Lawyers were beaten. In Hà Nội, Viet Nam's police said nothing.";
  const auto mentions = tag("", text);
  ASSERT_EQ(tagged(mentions), "VNM");
  const CountryEvidence& evidence = mentions[0].evidence.back();
  EXPECT_FALSE(evidence.in_title);
  EXPECT_EQ(evidence.words, "Viet Nam");
  EXPECT_EQ(text.substr(evidence.begin, evidence.end - evidence.begin), evidence.words);
}

TEST(CountryTagger, SalienceIsAShareAndFallsInOrder) {
  const auto mentions =
      tag("Egypt: lawyers jailed", "Egypt jailed lawyers. Egyptian police acted. Libya watched.");
  double sum = 0;
  double last = 1;
  for (const CountryMention& mention : mentions) {
    EXPECT_GT(mention.country.salience, 0);
    EXPECT_LE(mention.country.salience, last);
    last = mention.country.salience;
    sum += last;
  }
  EXPECT_NEAR(sum, 1.0, 1e-9);
  EXPECT_EQ(mentions[0].country.code, "EGY");
}

TEST(CountryTagger, ALabelInTheTitleIsTheSubject) {
  const auto mentions = tag("Thailand: Do not send refugees back to China",
                            "Thai officials put a family on a plane. China had asked for them.");
  EXPECT_EQ(tagged(mentions), "CHN,THA");
  EXPECT_EQ(primary(mentions), "THA");
}

TEST(CountryTagger, ATitleMayNameSeveralSubjects) {
  EXPECT_EQ(primary(tag("Israel and Palestine trade blame", "Talks went on.")), "ISR,PSE");
}

TEST(CountryTagger, WithoutATitleTheFirstSentencesDecide) {
  EXPECT_EQ(primary(tag("",
                        "In Belarus, three editors were sentenced on Friday. Their paper had "
                        "written about a strike. Poland offered them asylum.")),
            "BLR");
}

TEST(CountryTagger, AThemeThatNamesManyStatesIsAboutNone) {
  const std::string text =
      "The Council adopted its text on the safety of journalists without a vote. It had been put "
      "forward by Austria, Brazil, France, Greece, Morocco, Qatar and Tunisia. Speakers from "
      "Ghana, Japan and Peru welcomed it.";
  const auto mentions = tag("Safety of journalists", text);
  EXPECT_EQ(mentions.size(), 10u);
  EXPECT_EQ(primary(mentions), "");
}

TEST(CountryTagger, SignatoriesYieldNothing) {
  const std::string body = "We call on Nicaragua to release them all.\n\n";
  const std::string text = body + "Signed:\n\nLeague of Women, Kenya\n\nLaw Centre, Nepal";
  EXPECT_EQ(tagged(tag("", text, "en", body.size())), "NIC");
  EXPECT_EQ(tagged(tag("", text)), "KEN,NIC,NPL");
}

TEST(CountryTagger, TheRestOfTheTextTellsWhichCongo) {
  EXPECT_EQ(tagged(tag("", "Congo's army left. MONUSCO and the FARDC stayed in the east.")), "COD");
  EXPECT_EQ(tagged(tag("", "Congo votes again. President Sassou stands once more.")), "COG");
}

TEST(CountryTagger, AnUnknownLanguageIsReadInAllSix) {
  EXPECT_EQ(tagged(tag("", "Правозащитники в Китае. Les autorités tchadiennes.", "")), "CHN,TCD");
}

TEST(CountryTagger, TakesAnyText) {
  EXPECT_TRUE(tag("", "").empty());
  EXPECT_TRUE(tag("|", ": - …").empty());
  EXPECT_TRUE(tag("", "no country here", "tlh").empty());
  EXPECT_EQ(tagged(tag("", "China", "en", 3)), "");
  const std::string long_list(100000, 'X');
  EXPECT_TRUE(tag("", long_list).empty());
}

}  // namespace
}  // namespace rapporteur
