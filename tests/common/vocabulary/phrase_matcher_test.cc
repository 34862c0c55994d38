// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/phrase_matcher.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::vector<PhraseMatch> find(const PhraseMatcher& matcher, const std::vector<std::string>& words) {
  std::vector<PhraseMatcher::WordId> ids;
  for (const std::string& word : words) ids.push_back(matcher.word_id(word));
  std::vector<PhraseMatch> matches;
  matcher.find(ids, matches);
  return matches;
}

TEST(PhraseMatcher, FindsEveryPhraseWithAllItsValues) {
  PhraseMatcher matcher;
  matcher.add({"guinea"}, {1, 0, 10});
  matcher.add({"guinea", "bissau"}, {1, 0, 11});
  matcher.add({"guinea", "bissau"}, {2, 0, 12});
  const auto matches = find(matcher, {"in", "guinea", "bissau", "and", "guinea"});
  ASSERT_EQ(matches.size(), 4u);
  EXPECT_EQ(matches[0].value.entry, 10u);
  EXPECT_EQ(matches[1].value.entry, 11u);
  EXPECT_EQ(matches[2].value.entry, 12u);
  EXPECT_EQ(matches[3].first, 4u);
}

TEST(PhraseMatcher, LongestOnlyKeepsTheLongestOfEachKind) {
  PhraseMatcher matcher;
  matcher.add({"guinea"}, {1, 0, 10});
  matcher.add({"papua", "new", "guinea"}, {1, 0, 13});
  matcher.add({"new"}, {2, 0, 1});
  auto matches = find(matcher, {"papua", "new", "guinea"});
  longest_only(matches);
  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(matches[0].value.entry, 13u);
  EXPECT_EQ(matches[1].value.kind, 2u);
}

TEST(PhraseMatcher, UnknownWordsMatchNothing) {
  PhraseMatcher matcher;
  matcher.add({"chad"}, {1, 0, 1});
  EXPECT_EQ(matcher.word_id("chadian"), PhraseMatcher::kUnknownWord);
  EXPECT_TRUE(find(matcher, {"chadian", ""}).empty());
}

}  // namespace
}  // namespace rapporteur
