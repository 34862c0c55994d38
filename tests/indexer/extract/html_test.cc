// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

using namespace std::string_literals;

constexpr const char* kFirst =
    "The committee adopted its findings on the complaint, and asked the government to reply within "
    "six months; the authors had waited for four years.";
constexpr const char* kSecond =
    "Two of the members added an opinion of their own, in which they held that the delay alone, "
    "whatever its reasons, was a breach of the treaty.";

Page read(std::string_view html, const HtmlOptions& options = {}) {
  auto page = extract_html("page.html", html, options);
  return page.ok() ? std::move(page).value() : Page{};
}

std::string texts(const Page& page) {
  std::string joined;
  for (const Block& block : page.blocks) joined += block.text + "\n";
  return joined;
}

std::string article(const std::string& inside, const std::string& around = "") {
  return "<html><body>" + around + "<div class=entry-content><h1>A decision</h1><p>" + kFirst +
         "</p>" + inside + "<p>" + kSecond + "</p></div></body></html>";
}

TEST(Html, TheMainTextIsKeptInOrder) {
  const Page page = read(article("<h2>Reasons</h2><ul><li>First, the delay.</li></ul>"));
  ASSERT_EQ(page.blocks.size(), 5u);
  EXPECT_TRUE(page.is_html);
  EXPECT_EQ(page.blocks[0].kind, BlockKind::kHeading);
  EXPECT_EQ(page.blocks[0].level, 1);
  EXPECT_EQ(page.blocks[1].text, kFirst);
  EXPECT_EQ(page.blocks[2].text, "Reasons");
  EXPECT_EQ(page.blocks[3].kind, BlockKind::kListItem);
  EXPECT_EQ(page.blocks[4].text, kSecond);
}

TEST(Html, WhatStandsAroundItIsLeftOut) {
  const Page page = read(
      article("",
              "<nav><a href=/>Home</a> <a href=/n>News</a></nav><header>The Site</header>"
              "<aside>Join our list of friends today, and never miss what we do.</aside>"
              "<div class=cookie-notice>We use cookies, as all do, to count our visitors.</div>"
              "<div class='related-posts'><ul><li><a href=/x>Another piece</a></ul></div>"
              "<div id=comments><p>I do not agree at all with this, said a reader.</p></div>"
              "<footer>Copyright The Site</footer>"));
  EXPECT_EQ(texts(page), "A decision\n"s + kFirst + "\n" + kSecond + "\n");
}

TEST(Html, WhatStandsInTheMiddleAndIsNoTextIsLeftOut) {
  const Page page =
      read(article("<div class='share-buttons'><p>Share this with all of your friends.</p></div>"
                   "<p>Read also: <a href=/other>Another decision of last year</a></p>"
                   "<script>document.write('no')</script><button>Press</button>"
                   "<p style='display:none'>Nobody sees this line of text.</p>"));
  EXPECT_EQ(texts(page), "A decision\n"s + kFirst + "\n" + kSecond + "\n");
}

TEST(Html, WhatHoldsTheTextIsKeptWhateverItIsCalled) {
  const std::string text = "<h1>A decision</h1><p>"s + kFirst + "</p><p>" + kSecond + "</p>";
  const std::string intro =
      "<p>A lead that stands alone, long enough to be taken for all that the page has to say of "
      "it.</p>";
  for (const char* name : {"sharing-container", "news subjective commentary", "teaser-3 single"}) {
    const Page page = read(intro + "<div class='" + name + "'>" + text + "</div>");
    EXPECT_NE(texts(page).find(kSecond), std::string::npos) << name;
  }
}

TEST(Html, ALongDebateBelowDoesNotHideTheText) {
  std::string debate;
  for (int i = 0; i < 12; ++i) {
    debate += "<li>Reader number " + std::to_string(i) +
              " holds that the court, as so often, has come to this far too late to help.</li>";
  }
  const Page page = read("<h1>A decision</h1><div itemprop=articleBody><p>"s + kFirst + "</p><p>" +
                         kSecond + "</p></div><h2>What readers say</h2><ul>" + debate + "</ul>");
  EXPECT_NE(texts(page).find(kSecond), std::string::npos);
}

TEST(Html, ALeadBetweenTitleAndTextBelongsToIt) {
  const Page page = read(
      "<h1>A decision</h1><div class=teaser-text><p>The delay was a breach, experts held.</p></div>"
      "<div class=article-body><p>"s +
      kFirst + "</p><p>" + kSecond + "</p></div>");
  EXPECT_NE(texts(page).find("The delay was a breach"), std::string::npos);
}

TEST(Html, OffsetsPointAtTheTextInTheSource) {
  const std::string html = article("<p>Caf&eacute; owners <b>too</b> were heard by the court.</p>");
  for (const Block& block : read(html).blocks) {
    const std::string source =
        html.substr(block.offset.begin, block.offset.end - block.offset.begin);
    if (block.text.starts_with("Café")) {
      EXPECT_EQ(source, "Caf&eacute; owners <b>too</b> were heard by the court.");
    } else {
      EXPECT_EQ(source, block.text);
    }
  }
}

TEST(Html, OffsetsAreThoseOfTheBytesInAnyCharset) {
  const std::string html =
      "<meta charset=windows-1252>" + article("<p>Le caf\xE9 \x96 et la libert\xE9, dit-elle.</p>");
  bool seen = false;
  for (const Block& block : read(html).blocks) {
    if (!block.text.starts_with("Le")) continue;
    seen = true;
    EXPECT_EQ(block.text, "Le café – et la liberté, dit-elle.");
    EXPECT_EQ(html.substr(block.offset.begin, block.offset.end - block.offset.begin),
              "Le caf\xE9 \x96 et la libert\xE9, dit-elle.");
  }
  EXPECT_TRUE(seen);
}

TEST(Html, CaptionsAndDaysAreCalledSo) {
  const Page page = read(
      article("<figure><img src=a><figcaption>The chamber, seen from above</figcaption></figure>"
              "<div class=wp-caption><p class=wp-caption-text>A judge at work</p></div>"
              "<p><time datetime=2018-02-13>13 Feb</time></p>"));
  ASSERT_EQ(page.blocks.size(), 6u);
  EXPECT_EQ(page.blocks[2].kind, BlockKind::kCaption);
  EXPECT_EQ(page.blocks[3].kind, BlockKind::kCaption);
  EXPECT_EQ(page.blocks[4].kind, BlockKind::kTime);
  EXPECT_EQ(page.blocks[4].datetime, "2018-02-13");
}

TEST(Html, LinesAndCellsStayApart) {
  const Page page =
      read(article("<p>Signed by<br>A. One<br><br>and by others, as told.</p>"
                   "<table><tr><td>Yes<td>31<tr><td>No<td>2</table>"));
  const std::string text = texts(page);
  EXPECT_NE(text.find("Signed by\nA. One\n"), std::string::npos);
  EXPECT_NE(text.find("Yes | 31\nNo | 2\n"), std::string::npos);
}

TEST(Html, SoftHyphensAndOddSpacesGo) {
  const Page page =
      read(article("<p>Un&shy;der&nbsp;&nbsp;the\u200B law, they said,\n\t again.</p>"));
  EXPECT_NE(texts(page).find("Under the law, they said, again."), std::string::npos);
}

TEST(Html, TheSiteIsTheHostOfTheUrl) {
  EXPECT_EQ(read("<p>x", {.url = "https://www.example.org/a", .charset = {}, .captured = {}}).site,
            "example.org");
  EXPECT_EQ(read("<p>x").site, "");
}

TEST(Html, APageThatKeepsItsTextInJsonLdIsReadFromThere) {
  const Page page = read(
      "<div id=root></div><script type='application/ld+json'>{\"@type\":\"Article\","
      "\"headline\":\"A decision\",\"articleBody\":\""s +
      kFirst + "\"}</script>");
  EXPECT_EQ(texts(page), "A decision\n"s + kFirst + "\n");
}

TEST(Html, AnyBytesMakeAPage) {
  for (const std::string& bytes : {""s,
                                   "\0\0\0"s,
                                   "\xFF\xFE\xFD"s,
                                   "<"s,
                                   "</"s,
                                   "<!"s,
                                   "<!--"s,
                                   "<p"s,
                                   "<p a"s,
                                   "<p a="s,
                                   "<p a='"s,
                                   "<script>"s,
                                   "<title>"s,
                                   "&"s,
                                   "&#"s,
                                   "&#x"s,
                                   "<p>\xC3</p>\x80"s,
                                   "<svg/><math/>"s,
                                   "</html></body></p>"s,
                                   "<table><td><table><tr></td></table>"s,
                                   "<script>only('this')</script>"s}) {
    EXPECT_TRUE(extract_html("x", bytes).ok());
  }
  EXPECT_EQ(texts(read("<p>a\0b, broken é é é \xC3( text.</p>"s)),
            "a b, broken é é é \uFFFD( text.\n");
}

// The sizes are such that anything but linear time would show.
TEST(Html, HostilePagesTakeLinearTime) {
  const auto repeated = [](std::string_view part, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += part;
    return out;
  };
  const std::size_t many = 100000;
  EXPECT_EQ(texts(read(repeated("<div>", many) + kFirst)), std::string(kFirst) + "\n");
  read(repeated("<div class=content>", many) + kFirst + repeated("</div>", many));
  read(repeated("<b>", many) + repeated("</i>", many));
  read(repeated("<i>", many) + repeated("<p>text, more text</b>", many));
  read(repeated("<ul><li>", many) + repeated("</td>", many));
  read(repeated("<table><tr><td>", many) + kFirst);
  read(repeated("<a href=x>", many) + repeated("<p>", many));
  read(repeated("<!--", many));
  read(repeated("<a <", many));
  read("<p " + repeated("a=b ", many) + ">" + kFirst);
  read("<p class='" + repeated("related-posts ", many) + "'>" + kFirst);
  read(repeated("&", many * 10));
  read(repeated("<div><p>a, b, c and d are the letters of this</p>", many / 2));
  read(repeated("<time>13 Feb 2018</time>", many / 4));
}

}  // namespace
}  // namespace rapporteur
