// SPDX-License-Identifier: GPL-2.0-or-later
//
// When publications came out: what is stated is taken, years that are missing are worked out, and
// where nothing tells a piece stays undated.
#include "indexer/enrich/dates.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

Piece teaser(std::optional<std::string> day_line, std::string text) {
  Piece piece;
  piece.kind = "teaser";
  piece.day_line = std::move(day_line);
  piece.text = std::move(text);
  piece.body_end = piece.text.size();
  return piece;
}

Piece article(std::string title, std::string text) {
  Piece piece = teaser(std::nullopt, std::move(text));
  piece.kind = "article";
  piece.title = std::move(title);
  return piece;
}

std::string shown(const std::optional<RecordDate>& date) {
  if (!date) return "undated";
  switch (date->precision) {
    case DatePrecision::kDay:
      return to_iso(date->interval.from);
    case DatePrecision::kMonth:
      return to_iso(date->interval.from).substr(0, 7);
    case DatePrecision::kYear:
      return to_iso(date->interval.from).substr(0, 4);
    case DatePrecision::kRange:
      break;
  }
  return to_iso(date->interval.from) + ".." + to_iso(date->interval.to);
}

// The dates of a page's pieces, joined by a space.
std::string dates_of(const std::vector<Piece>& pieces, const Page& page = {},
                     const DateContext& context = {}) {
  DateResolver resolver;
  std::string result;
  for (const auto& date : resolver.resolve(page, pieces, context)) {
    if (!result.empty()) result += ' ';
    result += shown(date);
  }
  return result;
}

Page captured_on(CivilDate day) {
  Page page;
  page.captured.emplace().interval = DateInterval::day(day);
  return page;
}

DateContext hinted(TimeHints hints) {
  DateContext context;
  context.hints.push_back(std::move(hints));
  return context;
}

DateContext adopted_at(const SessionSpan& session) {
  return hinted({{}, session, true, false});
}

const SessionSpan kHrc37{"HRC-37", {{2018, 2, 26}, {2018, 3, 23}}};

TEST(StatedDates, ArePrintedOnADayLine) {
  EXPECT_EQ(dates_of({teaser("13 February 2018", "The court met.")}), "2018-02-13");
  EXPECT_EQ(dates_of({teaser("Publié le 13 février 2018", "La cour a siégé.")}), "2018-02-13");
  EXPECT_EQ(dates_of({teaser("2018年2月13日", "法院开庭。")}), "2018-02-13");
}

TEST(StatedDates, ArePrintedInADateline) {
  for (const char* text :
       {"Geneva, 13 February 2018 – The Council has met again.",
        "(New York, February 13, 2018) – The Council has met again.",
        "GENEVA (13 February 2018) - The Council has met again.",
        "Published on 13 February 2018\n\nThe Council has met again.",
        "Ginebra, 13 de febrero de 2018 – El Consejo se ha reunido.",
        "Genève, le 13 février 2018 – Le Conseil s’est réuni.",
        "Женева, 13 февраля 2018 г. – Совет собрался.", "جنيف، 13 شباط/فبراير 2018 – اجتمع المجلس.",
        "发布时间：2018年2月13日\n\n理事会开会。",
        "Geneva, 13 February 2018\n\nExcellencies, we write to you again.",
        "Excellencies, we write to you about the case.\n\nGeneva, 13 February 2018"}) {
    const auto dates = DateResolver().resolve(Page{}, {article("A title", text)});
    EXPECT_EQ(shown(dates[0]), "2018-02-13") << text;
    EXPECT_EQ(dates[0]->method, DateMethod::kPrinted) << text;
  }
}

TEST(StatedDates, AreNotTheDatesThatATextTellsOf) {
  EXPECT_NE(dates_of({article("A title",
                              "In a report published on 13 February 2018 the experts "
                              "wrote that it had been worse before.")}),
            "2018-02-13");
  EXPECT_NE(dates_of({article("A title",
                              "The man who fled on 13 February 2018 – his name is "
                              "known – has come back.")}),
            "2018-02-13");
}

TEST(StatedDates, AreNotLinesOfATable) {
  EXPECT_EQ(
      dates_of({article("A singer", "Name\n\nA. B.\n\nBorn\n\n28 January 1975\n\nShe sings.")}),
      "undated");
}

TEST(StatedDates, AreClaimedByTheHeadOfThePage) {
  Page page;
  page.metadata.dates = {{"article:published_time", "2018-02-13T10:00:00Z"}};
  EXPECT_EQ(dates_of({article("A title", "Text.")}, page), "2018-02-13");
  EXPECT_EQ(dates_of({article("A title", "Text.")}, page), "2018-02-13");
  // A head speaks of one article, and of no teaser.
  EXPECT_EQ(dates_of({article("A title", "Text."), teaser(std::nullopt, "Other.")}, page),
            "2018-02-13 undated");
  // Of several articles, of the one with its title.
  page.metadata.title = "B title – Site";
  EXPECT_EQ(dates_of({article("A title", "Text."), article("B title", "Text.")}, page),
            "2018 2018-02-13");
}

TEST(StatedDates, OfAPageFiledAnewAreItsDateline) {
  Page page;
  page.metadata.dates = {{"article:published_time", "2021-06-01T10:00:00Z"}};
  EXPECT_EQ(dates_of({article("A title", "Geneva, 13 February 2018 – The Council met.")}, page),
            "2018-02-13");
}

TEST(StatedDates, ComeFromTimeElementsAndAddresses) {
  Piece card = teaser("13 Feb", "Text.");
  card.datetime = "2018-02-13T09:00:00+01:00";
  EXPECT_EQ(dates_of({card}), "2018-02-13");
  Piece linked = teaser(std::nullopt, "Text.");
  linked.url = "https://example.org/2018/02/13/text";
  EXPECT_EQ(dates_of({linked}), "2018-02-13");
  linked.url = "https://example.org/2018/02/text";
  EXPECT_EQ(dates_of({linked}), "2018-02");
  linked.day_line = "13 Feb";
  EXPECT_EQ(dates_of({linked}), "2018-02-13");
  Page page;
  page.metadata.url = "https://example.org/2018/02/13/text";
  EXPECT_EQ(dates_of({article("A title", "Text.")}, page), "2018-02-13");
}

TEST(InferredDates, TakeTheYearFromFullDatesOnThePage) {
  EXPECT_EQ(
      dates_of({teaser("14 Feb", "The President spoke at the reception on 31 January 2018."),
                teaser("31 Jan", "A country without a court."), teaser("29 Jan", "Another one.")}),
      "2018-02-14 2018-01-31 2018-01-29");
  EXPECT_EQ(dates_of({teaser("13 Jun", "The session, from 18 June to 6 July 2018, will be long.")}),
            "2018-06-13");
  EXPECT_EQ(dates_of({teaser("24 Nov", "Two were arrested."),
                      article("Torture | Eight States",
                              "The Committee meets from 6 November to 6 December 2017.")}),
            "2017-11-24 2017");
}

TEST(InferredDates, TakeTheYearFromSessions) {
  const DateContext context = hinted({{kHrc37}, {}, false, false});
  const auto dates = DateResolver().resolve(
      Page{}, {teaser("13 Feb", "What HRC 37 should do about it.")}, context);
  EXPECT_EQ(shown(dates[0]), "2018-02-13");
  EXPECT_EQ(dates[0]->method, DateMethod::kInferred);
  EXPECT_EQ(dates[0]->evidence, "13 Feb; HRC 37");
}

TEST(InferredDates, AreTheDaysOfTheSessionThatAdoptedThePiece) {
  const Piece decision = article("CCPR/C/101/D/1458/2006",
                                 "She was last seen on 10 September 1989. On 9 February 2006 her "
                                 "mother wrote to the Committee.");
  const SessionSpan session{"CCPR-101", {{2011, 3, 14}, {2011, 4, 1}}};
  const DateContext context = adopted_at(session);
  const auto dates = DateResolver().resolve(Page{}, {decision}, context);
  EXPECT_EQ(shown(dates[0]), "2011-03-14..2011-04-01");
  EXPECT_EQ(dates[0]->method, DateMethod::kInferred);
  EXPECT_EQ(dates[0]->evidence, "CCPR 101");
}

TEST(InferredDates, ReachBackMonthsFromTheSessionThatAPieceWasWrittenFor) {
  const DateContext context = hinted({{}, kHrc37, false, false});
  EXPECT_EQ(dates_of({article("A/HRC/37/45", "The visit was in May 2016.")}, Page{}, context),
            "2017-10-29..2018-03-23");
}

TEST(InferredDates, OfASessionOfAYearAreNarrowedByTheWords) {
  const SessionSpan session{"GA-72", {{2017, 9, 12}, {2018, 9, 17}}};
  const DateContext context = adopted_at(session);
  EXPECT_EQ(dates_of({article("A/RES/72/1", "Recalling what was said.")}, Page{}, context),
            "2017-09-12..2018-09-17");
  EXPECT_EQ(dates_of({article("A/RES/72/1", "On 3 May 2018 and 8 May 2018 it was said again.")},
                     Page{}, context),
            "2018");
  EXPECT_EQ(dates_of({article("A/RES/72/1", "On 3 May 2004 and 8 May 2004 it was said.")}, Page{},
                     context),
            "2017-09-12..2018-09-17");
}

TEST(InferredDates, APrintedDayBeforeTheSessionIsAnotherOnes) {
  const Piece decision = article("CCPR/C/81/D/961/2000",
                                 "Communication dated 15 December 2000\n\nThe author claims ...");
  EXPECT_EQ(dates_of({decision}), "2000-12-15");
  const SessionSpan session{"CCPR-81", {{2004, 7, 5}, {2004, 7, 30}}};
  EXPECT_EQ(dates_of({decision}, Page{}, adopted_at(session)), "2004-07-05..2004-07-30");
}

TEST(InferredDates, AreNotToldByTheDaysOfACaseOrAHistory) {
  const char* const text =
      "He was arrested on 3 May 2012 and tried on 5 June 2012 and 9 June 2012.";
  EXPECT_EQ(dates_of({article("Belarus", text)}), "2012");
  const DateContext context = hinted({{}, {}, false, true});
  EXPECT_EQ(dates_of({article("Belarus", text)}, Page{}, context), "undated");
  EXPECT_EQ(
      dates_of({article("Ten years",
                        "It began on 3 May 2003. On 8 July 2007 and 9 July 2010 came more, on "
                        "2 March 2013, 4 March 2013 and 5 March 2013 the rest.")}),
      "undated");
}

TEST(InferredDates, TakeTheYearFromAnniversaries) {
  EXPECT_EQ(dates_of({teaser("9 July", "On the 3rd anniversary of the 709 crackdown we ask.")}),
            "2018-07-09");
  EXPECT_EQ(dates_of({teaser("10 Dec", "Le 70e anniversaire de la Déclaration universelle.")}),
            "2018-12-10");
  EXPECT_EQ(dates_of({teaser("3 May", "A year for the 70th anniversary of the UDHR.")}),
            "2018-05-03");
}

TEST(InferredDates, ChangeTheYearWhereAListRunsOverNewYear) {
  EXPECT_EQ(
      dates_of({teaser("10 Jan", "One."), teaser("2 Jan", "Two."),
                teaser("21 Dec", "Three, since 12 December 2018."), teaser("12 Dec", "Four.")}),
      "2019-01-10 2019-01-02 2018-12-21 2018-12-12");
  EXPECT_EQ(dates_of({teaser("12 дек.", "Один."), teaser("28 дек.", "Два."),
                      teaser("5 янв.", "Три."), teaser("20 янв.", "С 12 января 2019 года.")}),
            "2018-12-12 2018-12-28 2019-01-05 2019-01-20");
}

TEST(InferredDates, BearALineOutOfOrder) {
  EXPECT_EQ(dates_of({teaser("13 Feb", "One."), teaser("14 Feb", "On 31 January 2018."),
                      teaser("30 Jan", "Three.")}),
            "2018-02-13 2018-02-14 2018-01-30");
}

TEST(InferredDates, UsePrintedYearsOfNeighbours) {
  EXPECT_EQ(dates_of({teaser("3 Mar", "One."), teaser("20 February 2018", "Two."),
                      teaser("9 Feb", "Three.")}),
            "2018-03-03 2018-02-20 2018-02-09");
}

TEST(InferredDates, UsePrintedWeekdays) {
  // 13 February was a Tuesday in 2018 and a Wednesday in 2019.
  EXPECT_EQ(dates_of({teaser("Tuesday 13 Feb", "One."),
                      article("A | B", "Since 1 August 2018 and 20 February 2018 they wait.")}),
            "2018-02-13 2018");
}

TEST(InferredDates, TakeTheYearFromARecentCapture) {
  EXPECT_EQ(dates_of({teaser("13 Feb", "One.")}, captured_on({2018, 2, 20})), "2018-02-13");
  EXPECT_EQ(dates_of({teaser("20 Dec", "One.")}, captured_on({2018, 1, 5})), "2017-12-20");
}

TEST(InferredDates, DoNotTrustACaptureYearsLater) {
  EXPECT_EQ(dates_of({teaser("13 Feb", "The vote of 26-28 March 2018 will be neither."),
                      teaser("31 Jan", "On 30 January 2018 it rained.")},
                     captured_on({2024, 3, 1})),
            "2018-02-13 2018-01-31");
  EXPECT_EQ(dates_of({teaser("13 Feb", "One.")}, captured_on({2024, 10, 1})), "undated");
}

TEST(InferredDates, AreNeverAfterTheCapture) {
  EXPECT_EQ(dates_of({teaser("13 Feb 2019", "One.")}, captured_on({2018, 6, 1})), "undated");
  EXPECT_EQ(dates_of({teaser("13 Dec", "Since 1 December 2017.")}, captured_on({2018, 6, 1})),
            "2017-12-13");
}

TEST(InferredDates, AreNotMisledByABoxOfAnotherYear) {
  EXPECT_EQ(
      dates_of({teaser("27 Sep", "The 39th session ends on 28 September 2018."),
                teaser(std::nullopt, "2024 highlights"), teaser("10 Sep", "The session starts."),
                article("Reprisals | A debate",
                        "Presented on 19 September 2018, the report "
                        "names 38 countries.")}),
      "2018-09-27 undated 2018-09-10 2018");
}

TEST(InferredDates, StayOpenWhereNothingTells) {
  EXPECT_EQ(dates_of({teaser("13 Feb", "The court met.")}), "undated");
  EXPECT_EQ(dates_of({teaser("13 Feb", "In 1998 the world made a promise.")}), "undated");
  EXPECT_EQ(dates_of({article("A | B", "The court met.")}), "undated");
  EXPECT_EQ(dates_of({}), "");
}

TEST(InferredDates, StayOpenWhereTwoYearsAreAsLikely) {
  EXPECT_EQ(dates_of({teaser("13 Feb", "One."),
                      article("A | B", "On 20 February 2017 and on 20 February 2018 it snowed.")}),
            "undated undated");
}

TEST(ArticleYears, ComeFromTheirOwnWords) {
  EXPECT_EQ(dates_of({article("Israel | Enough",
                              "Since 30 March 2018 they march. On 6 December 2017 he spoke. The "
                              "embassy moved on 14 May 2018.")}),
            "2018");
}

TEST(ArticleYears, ComeFromTheDatedPiecesOfThePage) {
  EXPECT_EQ(dates_of({teaser("14 Feb", "The reception of 31 January 2018."),
                      article("NGO Committee | Will it?",
                              "First considered in May 2016, after the 2013 inquiry.")}),
            "2018-02-14 2018");
}

TEST(ArticleYears, StayOpenWhereWordsAndPageDisagree) {
  EXPECT_EQ(dates_of({teaser("14 Feb 2018", "One."),
                      article("A | B",
                              "On 3 May 2016 and on 9 May 2016 they were heard; the "
                              "court will sit again.")}),
            "2018-02-14 undated");
}

TEST(ArticleYears, AreNotGuessedFromASingleDay) {
  EXPECT_EQ(dates_of({article("A | B", "He has been in prison since 14 May 2001.")}), "undated");
}

TEST(ArticleYears, ReadNoSignatories) {
  Piece letter = article("Letter | To all",
                         "We ask again.\n\nGroup of 3 May 2016\n\nClub 3 May "
                         "2017\n\nForum of 4 May 2017");
  letter.body_end = 13;
  EXPECT_EQ(dates_of({letter}), "undated");
}

TEST(Dates, SurviveAnything) {
  Piece odd = teaser("\xF0\x9F\x98\x80 29 Feb 13", std::string(200, '-'));
  odd.datetime = "yesterday";
  odd.url = "http://";
  EXPECT_EQ(dates_of({odd, odd, teaser("", ""), article("", "")}),
            "undated undated undated undated");
}

}  // namespace
}  // namespace rapporteur
