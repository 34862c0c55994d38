// SPDX-License-Identifier: GPL-2.0-or-later
//
// Putting the printed lines of a document together again: where a hyphen at the end of a line
// belongs to the word, and where the typesetter put it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace rapporteur {

// Knows the words of one document. One thread.
class LineJoiner {
 public:
  // Takes in a line; all lines before the first join().
  void learn(std::string_view line);

  // Appends `line` to the paragraph `text`. "special-" + "ist" is "specialist" where the document
  // has that word elsewhere or its halves are no words of it; "health-" + "care" stays
  // "health-care".
  void join(std::string& text, std::string_view line) const;

 private:
  bool knows(const std::string& word) const { return words_.contains(word); }

  std::unordered_set<std::string> words_;  // folded
};

}  // namespace rapporteur
