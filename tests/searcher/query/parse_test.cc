// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/parse.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

// The tree on one line: any(a b) all(a b) not(a) "phrase" word* title:word country:China
std::string show(const QueryNode& node, const std::string& text) {
  const std::string words = text.substr(node.range.begin, node.range.end - node.range.begin);
  std::string children;
  for (const QueryNode& child : node.children)
    children += (children.empty() ? "" : " ") + show(child, text);
  switch (node.kind) {
    case QueryNode::Kind::kAny:
      return "any(" + children + ")";
    case QueryNode::Kind::kAll:
      return "all(" + children + ")";
    case QueryNode::Kind::kNot:
      return "not(" + children + ")";
    case QueryNode::Kind::kWords:
      return words;
    case QueryNode::Kind::kPhrase:
      return "\"" + words + "\"";
    case QueryNode::Kind::kPrefix:
      return words + "*";
    case QueryNode::Kind::kTitle:
      return "title:" + words;
    case QueryNode::Kind::kField:
      return node.field + ":" + words;
  }
  return "?";
}

std::string parsed(const std::string& text, bool literal = false) {
  return show(parse_question(text, literal).root, text);
}

TEST(ParseQuestion, WordsStandSideBySide) {
  EXPECT_EQ(parsed("reprisals China  2018"), "any(reprisals China 2018)");
  EXPECT_EQ(parsed(""), "any()");
  EXPECT_EQ(parsed(" \t "), "any()");
}

TEST(ParseQuestion, NotBindsTighterThanAndThanOr) {
  EXPECT_EQ(parsed("a AND b OR c AND NOT d"), "any(any(all(a b) all(c not(d))))");
  EXPECT_EQ(parsed("a b OR c"), "any(a any(b c))");
  EXPECT_EQ(parsed("(a OR b) AND c"), "any(all(any(any(a b)) c))");
}

TEST(ParseQuestion, MinusExcludesOnlyAtTheStartOfAWord) {
  EXPECT_EQ(parsed("torture -china"), "any(torture not(china))");
  EXPECT_EQ(parsed("non-governmental - x"), "any(non-governmental - x)");
  EXPECT_EQ(parsed("-\"death penalty\""), "any(not(\"death penalty\"))");
}

TEST(ParseQuestion, QuotesOfAllKindsMakePhrases) {
  EXPECT_EQ(parsed("\"death penalty\" iran"), "any(\"death penalty\" iran)");
  EXPECT_EQ(parsed("“peine de mort”"), "any(\"peine de mort\")");
  EXPECT_EQ(parsed("«смертная казнь»"), "any(\"смертная казнь\")");
}

TEST(ParseQuestion, StarsAndFields) {
  EXPECT_EQ(parsed("tortur* title:reprisals country:\"South Sudan\" LANG:fr"),
            "any(tortur* title:reprisals country:South Sudan language:fr)");
  EXPECT_EQ(parsed("http://x y: country: z"), "any(http://x y: country: z)");
}

TEST(ParseQuestion, LiteralMeansWordsOnly) {
  EXPECT_EQ(parsed("a AND \"b c\" -d e* (f)", true), "any(a AND \"b c\" -d e* (f))");
}

TEST(ParseQuestion, CapitalsEverywhereAreNoOperators) {
  EXPECT_EQ(parsed("TORTURE AND CHINA"), "any(TORTURE AND CHINA)");
}

TEST(ParseQuestion, WhatBelongsToNothingIsIgnoredAndSaid) {
  for (const char* text : {"a AND", "AND a", "a NOT", "a OR OR b", ")", "(a", "a )", "\"open",
                           "- -", "((((", "a AND OR b"}) {
    const ParsedQuestion question = parse_question(text, false);
    EXPECT_TRUE(!question.notices.empty() || std::string(text) == "- -") << text;
  }
  EXPECT_EQ(parsed("china AND"), "any(china)");
  EXPECT_EQ(parsed("OR china"), "any(china)");
}

TEST(ParseQuestion, DeepBracketsDoNotBreakIt) {
  const std::string deep = std::string(100'000, '(') + "a" + std::string(100'000, ')');
  EXPECT_FALSE(parse_question(deep, false).notices.empty());
}

}  // namespace
}  // namespace rapporteur
