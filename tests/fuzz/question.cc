// SPDX-License-Identifier: GPL-2.0-or-later
//
// Questions: whatever is typed has a reading, and what is understood stands in what was typed.
#include "common/text/utf8.h"
#include "searcher/query/names.h"
#include "searcher/query/parse.h"
#include "searcher/query/understand.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

namespace {

void check_node(const QueryNode& node, std::size_t size, std::vector<TextRange>& words) {
  fuzz::require(node.range.begin <= node.range.end && node.range.end <= size,
                "a part of the question stands in it");
  if (node.kind == QueryNode::Kind::kWords) words.push_back(node.range);
  for (const QueryNode& child : node.children) check_node(child, size, words);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto names = QuestionNames::load();
  const std::string text = clean_utf8(fuzz::as_text(data, size));
  for (const bool literal : {false, true}) {
    std::vector<TextRange> words;
    check_node(parse_question(text, literal).root, text.size(), words);
    if (literal) continue;
    const auto recognised = understand(text, words, *names, {2024, 5, 17}).recognised;
    for (const Recognised& one : recognised) {
      fuzz::require(one.range.begin < one.range.end && one.range.end <= text.size(),
                    "what was recognised stands in the question");
    }
    fuzz::require(remaining_words(text, words, recognised).size() == text.size(),
                  "the words that remain keep their places");
  }
  return 0;
}
