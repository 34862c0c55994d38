// SPDX-License-Identifier: GPL-2.0-or-later
//
// The syntax of a question: words, "phrases", AND OR NOT, -word, word*, field:value and brackets.
// Whatever is typed has a reading; what had to be ignored is said in the notices.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// A half-open byte range in the question as typed.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const TextRange&) const = default;
};

// The tree of a question.
struct QueryNode {
  enum class Kind {
    kAny,     // at least one of the children: words side by side, and OR
    kAll,     // every child: AND
    kNot,     // records that the one child does not match
    kWords,   // words of the question, to be cut by the text analysis; any of them
    kPhrase,  // words in this order, as written
    kPrefix,  // words that begin so
    kTitle,   // words, or a phrase if `quoted`, of the title
    kField,   // a value of a facet: country:China
  };
  Kind kind = Kind::kAny;
  TextRange range;    // of words, phrase, prefix and values: without quotes, star and field name
  std::string field;  // of kField, as typed and in lower case
  bool quoted = false;
  std::vector<QueryNode> children;
};

struct ParsedQuestion {
  QueryNode root;  // kAny; its children stand side by side in the question
  std::vector<std::string> notices;
};

// Reads `text` (valid UTF-8). Never fails. `literal`: nothing but words and spaces has a meaning.
ParsedQuestion parse_question(std::string_view text, bool literal);

}  // namespace rapporteur
