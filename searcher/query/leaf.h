// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a word, phrase or prefix of a question stands for in the index.
#pragma once

#include <string>
#include <vector>

namespace rapporteur {

// Words that must stand side by side. Every position has the stems (with their prefix) any of which
// may stand there.
struct PhraseForms {
  std::vector<std::vector<std::string>> stems;
  // The folded words, in the same order, if the phrase was quoted: only these very forms match.
  // Empty otherwise.
  std::vector<std::string> exact;
  bool in_title = false;
};

// The unit of matching and scoring: one word of the question in all its forms. A record holds the
// leaf if it holds any of its terms or phrases; the frequencies add up.
struct Leaf {
  std::string label;               // the word as typed, for people
  std::vector<std::string> terms;  // with their prefixes
  std::vector<PhraseForms> phrases;
  // Its score counts so much: more for what is said more than once, less for what was not typed.
  float weight = 1.0F;
};

// The label of the synonyms of what was `said`.
inline std::string as_synonym(const std::string& said) {
  return said + " (synonym)";
}

}  // namespace rapporteur
