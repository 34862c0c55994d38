// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/record_id.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(CanonicalUrl, LeavesAwayWhatDoesNotNameThePage) {
  EXPECT_EQ(canonical_url("https://www.Example.org:443/News/a/?utm_source=x&id=3&fbclid=9#top"),
            "example.org/News/a?id=3");
  EXPECT_EQ(canonical_url(" http://example.org/ "), "example.org");
  EXPECT_EQ(canonical_url("https://example.org:8080/a"), "example.org:8080/a");
}

TEST(CanonicalUrl, KeepsParametersThatNameThePage) {
  EXPECT_NE(canonical_url("https://example.org/?p=1"), canonical_url("https://example.org/?p=2"));
}

TEST(CanonicalUrl, AnythingMayBeGiven) {
  EXPECT_EQ(canonical_url(""), "");
  EXPECT_EQ(canonical_url("#"), "");
  EXPECT_EQ(canonical_url("?&&"), "");
}

TEST(RecordId, IsTheSameForTheSamePublication) {
  EXPECT_EQ(id_from_url("http://example.org/a/"), id_from_url("https://www.example.org/a#b"));
  EXPECT_EQ(id_from_source("a.txt", 3), id_from_source("a.txt", 3));
  EXPECT_EQ(id_from_url("https://example.org/a").size(), 20U);
}

TEST(RecordId, DiffersForPiecesAndForTeasers) {
  EXPECT_NE(id_from_source("a.txt", 3), id_from_source("a.txt", 4));
  EXPECT_NE(id_from_source("a 1", 2), id_from_source("1", 2));
  EXPECT_NE(id_from_url("https://example.org/a"), id_from_teaser_url("https://example.org/a"));
}

}  // namespace
}  // namespace rapporteur
