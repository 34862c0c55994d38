// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_cards.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "indexer/extract/html.h"

namespace rapporteur {
namespace {

std::string card(int n) {
  const std::string number = std::to_string(n);
  return "<li class=item><span class=cat>Report</span><h3><a href='/r/" + number +
         "'>The title of report number " + number +
         "</a></h3><p>What the report is about, said in a line.</p><span class=byline>" + number +
         " August 2011</span></li>";
}

std::string listing(int cards) {
  std::string html =
      "<nav><a href=/>Home</a></nav><h1>Results</h1>"
      "<aside><ul><li>Albania<li>Algeria<li>Angola</ul></aside><ul>";
  for (int n = 1; n <= cards; ++n) html += card(n);
  return html + "</ul><p><a href=?page=2>Next</a></p><footer>The Site</footer>";
}

TEST(HtmlCards, EachTeaserOfAListingIsACard) {
  const auto page = extract_html("x", listing(4),
                                 {.url = "https://example.org/s", .charset = {}, .captured = {}});
  ASSERT_TRUE(page.ok());
  std::set<int> cards;
  int titles = 0;
  int days = 0;
  for (const Block& block : page->blocks) {
    if (block.card < 0) continue;
    cards.insert(block.card);
    if (block.kind == BlockKind::kTime) ++days;
    if (!block.href) continue;
    ++titles;
    EXPECT_EQ(*block.href, "https://example.org/r/" + std::to_string(block.card + 1));
  }
  EXPECT_EQ(cards, (std::set<int>{0, 1, 2, 3}));
  EXPECT_EQ(titles, 4);
  EXPECT_EQ(days, 4);
}

TEST(HtmlCards, AListBesideAnArticleIsNone) {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text +=
        "<p>The committee adopted its findings on the complaint, and asked the government to reply "
        "within six months; the authors had waited for four years.</p>";
  const auto page =
      extract_html("x", "<article><h1>A decision</h1>" + text + "</article>" + listing(4));
  ASSERT_TRUE(page.ok());
  for (const Block& block : page->blocks) EXPECT_EQ(block.card, -1) << block.text;
}

TEST(HtmlCards, AMenuIsNone) {
  const auto page = extract_html("x",
                                 "<ul><li class=m><a href=/a>About our work</a><li class=m>"
                                 "<a href=/b>Where we work</a><li class=m><a href=/c>How to "
                                 "help us</a></ul>");
  ASSERT_TRUE(page.ok());
  for (const Block& block : page->blocks) EXPECT_EQ(block.card, -1) << block.text;
}

}  // namespace
}  // namespace rapporteur
