// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_author.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::optional<std::string> author_of(const std::string& html, const std::string& site = "") {
  const HtmlTree tree = parse_html(html);
  return read_author(tree, read_json_ld(tree), site);
}

TEST(HtmlAuthor, ABylineIsReadWithoutItsWords) {
  EXPECT_EQ(tidy_author("By Ada Lum", ""), "Ada Lum");
  EXPECT_EQ(tidy_author("Posted on 3 May 2019 by Ada Lum", ""), "Ada Lum");
  EXPECT_EQ(tidy_author("Von: Ada Lum | 3. Mai", ""), "Ada Lum");
  EXPECT_EQ(tidy_author("Ada Lum, 12:30", ""), "Ada Lum");
  EXPECT_EQ(tidy_author("Jean-Luc Abbé", ""), "Jean-Luc Abbé");
}

TEST(HtmlAuthor, AddressesPlaceHoldersAndTheSiteAreNoAuthors) {
  for (const char* none : {"", "By", "admin", "No Author", "https://a.example/ada", "ada@a.example",
                           "facebook.com/ada", "{\"name\": \"Ada\"}", "The Day"}) {
    EXPECT_EQ(tidy_author(none, "The Day"), "") << none;
  }
}

TEST(HtmlAuthor, AClassThatCallsALineAByline) {
  EXPECT_EQ(author_of("<span class='author vcard'><a class=fn href=/ada>Ada Lum</a></span>"),
            "Ada Lum");
  EXPECT_EQ(author_of("<p class=article__byline>By Ada Lum</p>"), "Ada Lum");
  EXPECT_EQ(author_of("<p class=comment-author>Bo Rey</p>"), std::nullopt);
  EXPECT_EQ(author_of("<aside><p class=byline>Bo Rey</p></aside>"), std::nullopt);
}

TEST(HtmlAuthor, WhatTheHeadSaysGoesBeforeBylines) {
  EXPECT_EQ(author_of("<meta name=author content='Ada Lum'><p class=byline>Bo Rey</p>"), "Ada Lum");
  EXPECT_EQ(author_of("<meta name=author content='The Day'><p class=byline>Bo Rey</p>", "The Day"),
            "Bo Rey");
  EXPECT_EQ(author_of("<meta name=citation_author content='Ada Lum'>"
                      "<meta name=citation_author content='Bo Rey'>"),
            "Ada Lum, Bo Rey");
}

}  // namespace
}  // namespace rapporteur
