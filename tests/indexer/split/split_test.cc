// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/split/split.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "indexer/extract/plain_text.h"
#include "indexer/split/labels.h"

namespace rapporteur {
namespace {

SplitPage split_text(std::string_view bytes) {
  return split(read_plain_text(bytes, "page.txt", "site"), SiteRepeats());
}

// The dropped blocks as "reason: text" lines.
std::string dropped(const SplitPage& split) {
  std::string lines;
  for (const DroppedBlock& block : split.dropped) lines += block.reason + ": " + block.text + "\n";
  return lines;
}

Block html_block(BlockKind kind, std::string text, int level = 0) {
  Block block;
  block.kind = kind;
  block.text = std::move(text);
  block.level = level;
  return block;
}

TEST(Split, TellsTeasersFromTheArticleBelowThem) {
  const SplitPage page = split_text(
      "13 Feb\n\nThe court has freed two lawyers. A third is still held.\n\n"
      "12 Feb\n\nA committee meets today.\n\nBanner test\n\n"
      "Reprisals | Two freed, one forgotten\n\n\n"
      "The court in the capital has freed two lawyers.\n\nWhat is missing\n\n"
      "The third is not named in the ruling.\n\nContact: Jane Doe\n\nPhoto: Jane Doe\n");
  ASSERT_EQ(page.pieces.size(), 3U);
  EXPECT_EQ(page.pieces[0].kind, "teaser");
  EXPECT_EQ(page.pieces[0].day_line, "13 Feb");
  EXPECT_EQ(page.pieces[1].text, "A committee meets today.");
  EXPECT_EQ(page.pieces[2].kind, "article");
  EXPECT_EQ(page.pieces[2].title, "Reprisals | Two freed, one forgotten");
  EXPECT_EQ(page.pieces[2].text,
            "The court in the capital has freed two lawyers.\n\nWhat is missing\n\n"
            "The third is not named in the ruling.");
  EXPECT_EQ(dropped(page),
            "caption: Banner test\ncontact: Contact: Jane Doe\n"
            "credit: Photo: Jane Doe\n");
}

TEST(Split, KeepsAPlainDocumentWhole) {
  const SplitPage page = split_text(
      "A report on the city\n\nThe first part is short.\n\nA heading\n\nThe second part is short, "
      "too.\n\n\n\n\n\nThe third part stands behind a page break.\n");
  ASSERT_EQ(page.pieces.size(), 1U);
  EXPECT_EQ(page.pieces[0].title, "A report on the city");
  EXPECT_TRUE(page.pieces[0].text.ends_with("behind a page break."));
  EXPECT_TRUE(page.dropped.empty());
}

TEST(Split, MakesPlainSpacesOfNonBreakingOnes) {
  const SplitPage page =
      split_text("Topic | A\u00A0title of it\n\n\nSome\u00A0 text,\u00A0here.\n");
  ASSERT_EQ(page.pieces.size(), 1U);
  EXPECT_EQ(page.pieces[0].title, "Topic | A title of it");
  EXPECT_EQ(page.pieces[0].text, "Some text, here.");
}

TEST(Split, ReadsTheKindFromTheTitleOrTheSalutation) {
  EXPECT_EQ(announced_kind("Joint statement | The Council must act"), "statement");
  EXPECT_EQ(announced_kind("HRC 40 | Open letter to the President"), "letter");
  EXPECT_EQ(announced_kind("Совместное заявление | Совет"), "statement");
  EXPECT_EQ(announced_kind("Decision makers meet in Geneva"), std::nullopt);
  EXPECT_EQ(announced_kind("Letters | A review"), std::nullopt);
  const SplitPage page = split_text(
      "To the President\n\n\nDear Mr. President,\n\nWe write to you about a case.\n\n"
      "It has not been heard for a year.\n\nYours sincerely,\n");
  ASSERT_EQ(page.pieces.size(), 1U);
  EXPECT_EQ(page.pieces[0].kind, "letter");
}

TEST(Split, TakesLabelsInManyLanguages) {
  EXPECT_EQ(label_before_colon("Contact"), LabelKind::kContact);
  EXPECT_EQ(label_before_colon("Rainbow flag photo credit"), LabelKind::kCredit);
  EXPECT_EQ(label_before_colon("Контакт"), LabelKind::kContact);
  EXPECT_EQ(label_before_colon("图片"), LabelKind::kCredit);
  EXPECT_EQ(label_before_colon("A picture of impunity"), std::nullopt);
  EXPECT_EQ(label_at_start("By Jane Doe"), LabelKind::kAuthor);
  EXPECT_EQ(label_at_start("© J. Doe"), LabelKind::kCredit);
  EXPECT_EQ(label_at_start("Bystanders"), std::nullopt);
}

TEST(Split, SurvivesPagesOfNothing) {
  for (const std::string_view bytes :
       {"", "\n\n", "13 Feb", "Contact:", "|", "• ", "[1]", "\xFF"}) {
    EXPECT_LE(split_text(bytes).pieces.size(), 1U) << bytes;
  }
}

TEST(SplitHtml, MakesOneArticleOfAnArticlePage) {
  Page page;
  page.is_html = true;
  page.metadata.title = "Two freed – The Desk";
  page.blocks = {html_block(BlockKind::kParagraph, "News"),
                 html_block(BlockKind::kHeading, "Two freed", 1),
                 html_block(BlockKind::kTime, "9 November 2018"),
                 html_block(BlockKind::kCaption, "The court. Photo: J. Doe"),
                 html_block(BlockKind::kParagraph, "The court has freed two lawyers."),
                 html_block(BlockKind::kHeading, "What is missing", 2),
                 html_block(BlockKind::kParagraph, "A third one is not named."),
                 html_block(BlockKind::kHeading, "Related", 2)};
  const SplitPage parts = split(page, SiteRepeats());
  ASSERT_EQ(parts.pieces.size(), 1U);
  EXPECT_EQ(parts.pieces[0].kind, "article");
  EXPECT_EQ(parts.pieces[0].title, "Two freed");
  EXPECT_EQ(parts.pieces[0].day_line, "9 November 2018");
  EXPECT_EQ(parts.pieces[0].text,
            "The court has freed two lawyers.\n\nWhat is missing\n\nA third one is not named.");
  EXPECT_EQ(dropped(parts),
            "navigation: News\ncaption: The court. Photo: J. Doe\n"
            "navigation: Related\n");
}

TEST(SplitHtml, MakesATeaserOfEachCard) {
  Page page;
  page.is_html = true;
  page.blocks = {html_block(BlockKind::kHeading, "News", 1)};
  for (int card = 0; card < 3; ++card) {
    Block title = html_block(BlockKind::kHeading, "Title " + std::to_string(card), 3);
    title.href = "https://desk.example/" + std::to_string(card);
    Block time = html_block(BlockKind::kTime, "9 November 2018");
    time.datetime = "2018-11-09";
    Block text = html_block(BlockKind::kParagraph, "What happened there.");
    Block more = html_block(BlockKind::kParagraph, "Read more");
    more.href = title.href;
    for (Block block : {title, time, text, more}) {
      block.card = card;
      page.blocks.push_back(block);
    }
  }
  const SplitPage parts = split(page, SiteRepeats());
  ASSERT_EQ(parts.pieces.size(), 3U);
  EXPECT_EQ(parts.pieces[1].kind, "teaser");
  EXPECT_EQ(parts.pieces[1].title, "Title 1");
  EXPECT_EQ(parts.pieces[1].text, "What happened there.");
  EXPECT_EQ(parts.pieces[1].url, "https://desk.example/1");
  EXPECT_EQ(parts.pieces[1].datetime, "2018-11-09");
}

TEST(SiteRepeats, CountsPagesOfASiteAndMerges) {
  SiteRepeats first;
  SiteRepeats second;
  Page page = read_plain_text("The footer of 2018\n\nThe footer of 2018\n\nOwn text", "a", "site");
  first.add(page);
  page.site = "other";
  first.add(page);
  second.add(read_plain_text("the  FOOTER of 2019!\n\nSomething else", "b", "site"));
  EXPECT_EQ(first.repeats("site", "The footer of 2018", 1), 0U);
  first.merge(second);
  EXPECT_EQ(first.pages("site"), 2U);
  EXPECT_EQ(first.pages_with("site", "The footer of 2018"), 2U);
  EXPECT_EQ(first.repeats("site", "The footer of 2018", 1), 2U);
  EXPECT_EQ(first.repeats("site", "Own text", 1), 0U);
  EXPECT_EQ(first.repeats("other", "The footer of 2018", 1), 0U);
  EXPECT_EQ(SiteRepeats().repeats("site", "1999", 1), 0U);
}

TEST(SiteRepeats, KeepsAllOfPagesThatAreCopiesOfOne) {
  const std::string text =
      "In Bamako the judges released four students on Monday, who had been held since the march.\n";
  SiteRepeats repeats;
  for (const char* name : {"a", "b", "c"}) repeats.add(read_plain_text(text, name, "site"));
  const Page page = read_plain_text(text, "a", "site");
  EXPECT_EQ(repeats.copies(page), 3U);
  EXPECT_EQ(split(page, repeats).pieces.size(), 1U);
  // On pages that have more than that in common with others it is the site's all the same.
  for (const char* own : {"One case was heard in June.", "Two more were heard in May.",
                          "Nobody was heard at all in March."}) {
    repeats.add(read_plain_text(std::string(own) + "\n\n\n" + text, own, "site"));
  }
  EXPECT_TRUE(split(page, repeats).pieces.empty());
}

TEST(SiteRepeats, KeepsAPublicationThatStandsOnEveryPage) {
  const std::string shared =
      "Topic | The same article everywhere\n\n\nIt says one thing.\n\nAnd then "
      "another.\n";
  SiteRepeats repeats;
  for (int i = 0; i < 5; ++i) repeats.add(read_plain_text(shared, "page", "site"));
  const SplitPage parts = split(read_plain_text(shared, "page", "site"), repeats);
  ASSERT_EQ(parts.pieces.size(), 1U);
  EXPECT_EQ(parts.pieces[0].text, "It says one thing.\n\nAnd then another.");
}

}  // namespace
}  // namespace rapporteur
