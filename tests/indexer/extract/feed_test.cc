// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/feed.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

Feed feed_of(const std::string& xml, const std::optional<std::string>& url = {}) {
  const auto feed = read_feed(xml, url);
  EXPECT_TRUE(feed.ok()) << feed.error().message;
  return feed.ok() ? *feed : Feed();
}

TEST(Feed, ReadsRss2) {
  const Feed feed = feed_of(R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Quay</title><link>https://quay.example/</link><language>en-GB</language>
<item><title>Held in Cairo &amp;amp; Giza</title><link>/n/1</link>
  <media:title>A picture</media:title><media:content url="x.jpg"/>
  <pubDate>Tue, 13 Feb 2018 10:20:30 +0100</pubDate><dc:creator>A. Keeper</dc:creator>
  <category>Egypt</category><category>Lawyers</category><description>Short.</description>
  <content:encoded><![CDATA[<p>Two were held.</p><p>They wait&nbsp;still.</p>]]></content:encoded></item>
<item><title>Second</title><guid>https://quay.example/n/2</guid><guid isPermaLink="false">17</guid>
  <description>&lt;p&gt;A summary.&lt;/p&gt;</description></item>
</channel></rss>)");
  EXPECT_EQ(feed.title, "The Quay");
  EXPECT_EQ(feed.language, "en-GB");
  ASSERT_EQ(feed.entries.size(), 2U);
  const FeedEntry& first = feed.entries[0];
  EXPECT_EQ(first.title, "Held in Cairo & Giza");
  EXPECT_EQ(first.url, "https://quay.example/n/1");
  EXPECT_EQ(first.date_name, "pubDate");
  EXPECT_EQ(first.date, "Tue, 13 Feb 2018 10:20:30 +0100");
  EXPECT_EQ(first.author, "A. Keeper");
  EXPECT_EQ(first.categories, (std::vector<std::string>{"Egypt", "Lawyers"}));
  EXPECT_EQ(first.text, "Two were held.\n\nThey wait still.");
  EXPECT_TRUE(first.is_whole);
  EXPECT_EQ(feed.entries[1].url, "https://quay.example/n/2");
  EXPECT_EQ(feed.entries[1].text, "A summary.");
  EXPECT_FALSE(feed.entries[1].is_whole);
}

TEST(Feed, ReadsAtom) {
  const Feed feed = feed_of(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title>Quai</title><link rel="self" href="https://quai.example/feed"/><link href="https://quai.example/"/>
<entry><title type="html">Des avocats &amp;eacute;cout&amp;eacute;s</title><link rel="alternate" href="a/1"/>
<link rel="enclosure" href="a/1.pdf"/><published>2019-03-01T00:00:00Z</published>
<updated>2020-01-01T00:00:00Z</updated><author><name>B. Garde</name><uri>http://b.example</uri></author>
<category term="Mali" label="x"/><summary>Court.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un &amp; deux.</p><p>Trois.</p></div></content>
</entry></feed>)");
  EXPECT_EQ(feed.language, "fr");
  ASSERT_EQ(feed.entries.size(), 1U);
  EXPECT_EQ(feed.entries[0].title, "Des avocats écoutés");
  EXPECT_EQ(feed.entries[0].url, "https://quai.example/a/1");
  EXPECT_EQ(feed.entries[0].date, "2019-03-01T00:00:00Z");
  EXPECT_EQ(feed.entries[0].author, "B. Garde");
  EXPECT_EQ(feed.entries[0].categories, std::vector<std::string>{"Mali"});
  EXPECT_EQ(feed.entries[0].text, "Un & deux.\n\nTrois.");
}

TEST(Feed, ReadsRss1) {
  const Feed feed = feed_of(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://q.example/"><title>Q</title></channel>
<item rdf:about="https://q.example/1"><title>One</title><link>https://q.example/1</link>
<dc:date>2008-05-29</dc:date><description>Words.</description></item></rdf:RDF>)");
  ASSERT_EQ(feed.entries.size(), 1U);
  EXPECT_EQ(feed.entries[0].url, "https://q.example/1");
  EXPECT_EQ(feed.entries[0].date, "2008-05-29");
}

TEST(Feed, ReadsABrokenOneAsFarAsItGoes) {
  const Feed feed = feed_of(
      "\n<rss><channel><item><title>One & two</title><description>First.</description></item>"
      "<item><title>Next</title><description>Cut sho");
  ASSERT_EQ(feed.entries.size(), 2U);
  EXPECT_EQ(feed.entries[0].text, "First.");
}

TEST(Feed, ExpandsNoEntitiesAndReadsNoFiles) {
  const Feed feed = feed_of(R"(<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/hostname">]>
<rss><channel><item><title>T &b; &f;</title><description>D</description></item></channel></rss>)");
  ASSERT_EQ(feed.entries.size(), 1U);
  EXPECT_EQ(feed.entries[0].title, "T");
}

TEST(Feed, OtherXmlIsNone) {
  EXPECT_FALSE(read_feed("<html><item><title>x</title></item></html>").ok());
  EXPECT_FALSE(read_feed("").ok());
}

}  // namespace
}  // namespace rapporteur
