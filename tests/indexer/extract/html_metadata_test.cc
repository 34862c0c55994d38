// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_metadata.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/extract/html.h"
#include "indexer/extract/html_names.h"
#include "indexer/extract/html_url.h"

namespace rapporteur {
namespace {

PageMetadata metadata(std::string_view html, std::optional<std::string> url = {}) {
  auto page =
      extract_html("page.html", html, {.url = std::move(url), .charset = {}, .captured = {}});
  return page.ok() ? std::move(page)->metadata : PageMetadata{};
}

std::string first_date(std::string_view html, std::optional<std::string> url = {}) {
  const auto dates = metadata(html, std::move(url)).dates;
  return dates.empty() ? "" : dates.front().value;
}

TEST(HtmlMetadata, TheHeadIsRead) {
  const PageMetadata head = metadata(
      "<html lang=fr-FR><head><title>Un titre | Le Site</title>"
      "<link rel=canonical href='https://example.org/a'>"
      "<meta property=og:site_name content='Le Site'><meta property=og:type content=article>");
  EXPECT_EQ(head.url, "https://example.org/a");
  EXPECT_EQ(head.title, "Un titre");
  EXPECT_EQ(head.site_name, "Le Site");
  EXPECT_EQ(head.language, "fr-FR");
  EXPECT_EQ(head.kind, "article");
}

TEST(HtmlMetadata, TheAuthorIsNamedInTheHeadOrTheText) {
  EXPECT_EQ(metadata("<meta name=author content='Ada Lum'><p>x").author, "Ada Lum");
  EXPECT_EQ(metadata("<meta property=article:author content='https://social.example/ada'>"
                     "<p>By <a rel=author href=/ada>Ada Lum</a></p>")
                .author,
            "Ada Lum");
  EXPECT_EQ(metadata("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":"
                     "[{\"name\":\"Ada Lum\"},{\"name\":\"Bo Rey\"}]}</script><p>x")
                .author,
            "Ada Lum, Bo Rey");
  EXPECT_EQ(metadata("<p>By nobody").author, std::nullopt);
}

TEST(HtmlMetadata, JsonLdFillsWhatTheHeadLeavesOpen) {
  const PageMetadata head = metadata(
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"S\"},"
      "{\"@type\":\"NewsArticle\",\"headline\":\"Ruling &amp; reply\",\"inLanguage\":\"en\","
      "\"datePublished\":\"2019-03-04T10:00:00Z\",\"publisher\":{\"name\":\"The Paper\"}}]}"
      "</script><p>x</p>");
  EXPECT_EQ(head.title, "Ruling & reply");
  EXPECT_EQ(head.kind, "NewsArticle");
  EXPECT_EQ(head.site_name, "The Paper");
  EXPECT_EQ(head.language, "en");
  ASSERT_EQ(head.dates.size(), 1u);
  EXPECT_EQ(head.dates[0].value, "2019-03-04T10:00:00Z");
}

TEST(HtmlMetadata, BrokenOrBottomlessJsonLdIsLeftOut) {
  const std::string deep(200000, '[');
  EXPECT_TRUE(metadata("<script type='application/ld+json'>" + deep + "</script>").dates.empty());
  EXPECT_TRUE(metadata("<script type='application/ld+json'>{\"a\":</script>").dates.empty());
  EXPECT_EQ(
      first_date("<script type='application/ld+json'>{\"@type\":\"Report\",\"headline\":\"a\nb\","
                 "\"datePublished\":\"2019-03-04\"}</script>"),
      "2019-03-04");
}

TEST(HtmlMetadata, TheSitesNameIsCutFromTheTitle) {
  EXPECT_EQ(clean_title("Reprisals in X - The Site", "The Site", ""), "Reprisals in X");
  EXPECT_EQ(clean_title("The Site | Reprisals", "The Site", ""), "Reprisals");
  EXPECT_EQ(clean_title("HRC 40 | Reprisals must end", "The Site", ""),
            "HRC 40 | Reprisals must end");
  EXPECT_EQ(clean_title("Reprisals in X - The Day", "", "", "news.theday.example"),
            "Reprisals in X");
  EXPECT_EQ(clean_title("Reprisals | Day", "", "", "theday.example"), "Reprisals | Day");
  EXPECT_EQ(
      clean_title("HRC 40 | Reprisals must end - News - Site", "", "HRC 40 | Reprisals must end"),
      "HRC 40 | Reprisals must end");
}

TEST(HtmlDates, PublicationComesBeforeChange) {
  const auto dates = metadata(
                         "<meta property=article:modified_time content=2020-05-06>"
                         "<meta property=article:published_time content=2020-01-02>")
                         .dates;
  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(dates[0].value, "2020-01-02");
  EXPECT_EQ(dates[1].name, "article:modified_time");
}

TEST(HtmlDates, TheUrlIsBelieved) {
  EXPECT_EQ(first_date("<p>x", "https://example.org/2018/02/13/title"), "2018-02-13");
  EXPECT_EQ(first_date("<p>x", "https://example.org/news-20180213.html"), "2018-02-13");
  EXPECT_EQ(first_date("<p>x", "https://example.org/2018/2/3/title"), "2018-02-03");
  EXPECT_EQ(first_date("<p>x", "https://example.org/news/29-10-2021"), "2021-10-29");
  EXPECT_EQ(first_date("<p>x", "https://example.org/2018/02/title"), "2018-02");
  EXPECT_EQ(first_date("<p>x", "https://example.org/id/20189913"), "");
  EXPECT_EQ(first_date("<p>x", "https://example.org/2023/10/3-questions-to-x"), "2023-10");
}

TEST(HtmlDates, ATimeElementOrADateBesideTheTitleCounts) {
  EXPECT_EQ(first_date("<h1>T</h1><time datetime='2018-02-13T09:00'>13 Feb</time><p>Text."),
            "2018-02-13T09:00");
  EXPECT_EQ(first_date("<h1>T</h1><div>Published on 13 February 2018 by A. B.</div><p>Text."),
            "13 February 2018");
  EXPECT_EQ(first_date("<h1>T</h1><p>28.01.22, Geneva</p><p>Text."), "2022-01-28");
  EXPECT_EQ(first_date("<h1>T</h1><p>No date here, but 40 people."), "");
}

TEST(HtmlDates, WhatTwoPlacesAgreeOnComesBeforeOneAlone) {
  EXPECT_EQ(first_date("<meta property=article:published_time content=2019-12-12T21:17:43Z>"
                       "<script type='application/ld+json'>{\"@type\":\"Article\","
                       "\"datePublished\":\"2019-12-09T22:25:10+01:00\"}</script>"
                       "<h1>T</h1><p>9 December 2019</p><p>Text."),
            "2019-12-09T22:25:10+01:00");
}

TEST(HtmlDates, ThePrintedDayIsTheOneOfTheWritersClock) {
  const auto page = [](const std::string& moment, const std::string& printed) {
    return first_date("<meta property=article:published_time content=" + moment + "><h1>T</h1><p>" +
                      printed + "</p><p>Text.");
  };
  EXPECT_EQ(page("2021-11-04T23:00:00Z", "5 November 2021"), "5 November 2021");
  EXPECT_EQ(page("2023-11-09T02:11:03+00:00", "8 November 2023"), "8 November 2023");
  EXPECT_EQ(page("2023-11-09T12:00:00Z", "8 November 2023"), "2023-11-09T12:00:00Z");
  EXPECT_EQ(page("2023-11-09T02:11:03+01:00", "8 November 2023"), "2023-11-09T02:11:03+01:00");
}

TEST(HtmlDates, SlashesAreReadAsTheRestOfThePageHasIt) {
  EXPECT_EQ(first_date("<meta name=date content='11/01/2023 12:43'><h1>T</h1><p>01.11.2023</p>"),
            "01.11.2023");
  EXPECT_EQ(first_date("<meta name=pubdate content='11/01/2023'><h1>T</h1><p>01.11.2023</p>"),
            "2023-11-01");
}

TEST(HtmlDates, ReadersCommentsDateNothing) {
  EXPECT_EQ(first_date("<h1>T</h1><p>Published 16.08.2019 and of some length, as texts are.</p>"
                       "<div class=comments><p>A. on <time datetime=2019-08-24>24 August</time>"),
            "16.08.2019");
}

TEST(HtmlUrl, LinksAreMadeAbsolute) {
  const std::string base = "https://example.org/a/b/c?q#f";
  EXPECT_EQ(resolve_url(base, "d"), "https://example.org/a/b/d");
  EXPECT_EQ(resolve_url(base, "../d?x"), "https://example.org/a/d?x");
  EXPECT_EQ(resolve_url(base, "../../../d"), "https://example.org/d");
  EXPECT_EQ(resolve_url(base, "/d"), "https://example.org/d");
  EXPECT_EQ(resolve_url(base, "//other.org/d"), "https://other.org/d");
  EXPECT_EQ(resolve_url(base, "#g"), "https://example.org/a/b/c?q#g");
  EXPECT_EQ(resolve_url(base, "?r"), "https://example.org/a/b/c?r");
  EXPECT_EQ(resolve_url(base, "mailto:a@b.c"), "mailto:a@b.c");
  EXPECT_EQ(resolve_url("https://example.org", "d"), "https://example.org/d");
  EXPECT_EQ(resolve_url("", "d"), "d");
  EXPECT_EQ(host_of("https://www.Example.org:8080/a"), "example.org");
}

TEST(HtmlNames, WordsAreSpelledOutAndStatesBlanked) {
  EXPECT_EQ(spelled_names("postBody entry_1"), "|-post-body-|-entry-1-|");
  EXPECT_EQ(spelled_names("layout--has-sidebar"), "|-layout-|");
  EXPECT_TRUE(roles_of_names("related-posts") & kNamesDrop);
  EXPECT_TRUE(roles_of_names("entry-content") & kNamesBody);
  EXPECT_FALSE(roles_of_names("page with-sidebar") & kNamesDrop);
}

}  // namespace
}  // namespace rapporteur
