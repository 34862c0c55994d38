// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/snippet.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr std::size_t kWindowWords = 42;
constexpr std::size_t kMostWords = 200'000;  // of a long text: what is read for a snippet
constexpr int kNewWord = 10;                 // worth of a word the window did not have yet
constexpr int kSameWord = 1;

// The words inside a window, and what they are worth.
class Window {
 public:
  explicit Window(int leaves) : counts_(static_cast<std::size_t>(leaves)) {}

  void add(int leaf) {
    if (leaf < 0) return;
    worth_ += counts_[static_cast<std::size_t>(leaf)]++ == 0 ? kNewWord : kSameWord;
  }
  void remove(int leaf) {
    if (leaf < 0) return;
    worth_ -= --counts_[static_cast<std::size_t>(leaf)] == 0 ? kNewWord : kSameWord;
  }
  int worth() const { return worth_; }

 private:
  std::vector<int> counts_;
  int worth_ = 0;
};

// The first word of the best window.
std::size_t best_window(const std::vector<int>& matches, int leaves) {
  Window window(leaves);
  std::size_t best = 0;
  int best_worth = 0;
  for (std::size_t last = 0; last < matches.size(); ++last) {
    window.add(matches[last]);
    if (last >= kWindowWords) window.remove(matches[last - kWindowWords]);
    if (window.worth() > best_worth) {
      best_worth = window.worth();
      best = last + 1 >= kWindowWords ? last + 1 - kWindowWords : 0;
    }
  }
  return best;
}

// Copies text on one line and keeps track of where matches come to stand.
class LineWriter {
 public:
  explicit LineWriter(Snippet& snippet) : snippet_(snippet) {}

  void plain(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
      const std::size_t start = position;
      if (is_space(next_code_point(text, position))) {
        if (!snippet_.text.empty() && snippet_.text.back() != ' ') snippet_.text += ' ';
      } else {
        snippet_.text.append(text, start, position - start);
      }
    }
  }
  void match(std::string_view text) {
    const std::size_t begin = snippet_.text.size();
    plain(text);
    snippet_.matches.emplace_back(begin, snippet_.text.size());
  }

 private:
  Snippet& snippet_;
};

}  // namespace

void SnippetMaker::look_for(const Leaf& leaf) {
  const int number = leaves_++;
  const auto want = [&](const std::string& term) {
    if (term.empty()) return;
    if (term.front() == schema::kExactPrefix) {
      wanted_exact_.try_emplace(term.substr(1), number);
    } else if (term.front() == schema::kTitlePrefix) {
      wanted_stems_.try_emplace(term.substr(1), number);
    } else {
      wanted_stems_.try_emplace(term, number);
    }
  };
  for (const std::string& term : leaf.terms) want(term);
  for (const PhraseForms& phrase : leaf.phrases) {
    for (const std::string& word : phrase.exact) wanted_exact_.try_emplace(word, number);
    if (!phrase.exact.empty()) continue;
    for (const auto& position : phrase.stems) {
      for (const std::string& stem : position) want(stem);
    }
  }
}

int SnippetMaker::match_of(std::string_view word, std::string_view folded, Stemmer& stemmer,
                           Judged& judged) const {
  const auto [entry, is_new] = judged.try_emplace(std::string(folded), kNoMatch);
  if (!is_new) return entry->second;
  int& match = entry->second;
  const auto look_up = [&](const std::unordered_map<std::string, int>& wanted,
                           std::string_view form) {
    const auto found = wanted.find(std::string(form));
    if (found != wanted.end()) match = found->second;
    return found != wanted.end();
  };
  if (!look_up(wanted_exact_, folded) && !look_up(wanted_stems_, stemmer.stem(word))) {
    look_up(wanted_stems_, stemmer.stem_without_accents(word));
  }
  return match;
}

Snippet SnippetMaker::make(std::string_view text, std::string_view language) {
  Snippet snippet;
  tokenizer_.tokenize(text, tokens_);
  if (tokens_.list.empty()) return snippet;
  const std::size_t words = std::min(tokens_.list.size(), kMostWords);
  Stemmer& stemmer = forms_.stemmer_for(language);
  Judged& judged = judged_[std::string(language)];
  std::vector<int> matches(words);
  for (std::size_t i = 0; i < words; ++i) {
    const Token& token = tokens_.list[i];
    matches[i] =
        match_of(word_to_stem(text, tokens_, token), tokens_.folded(token), stemmer, judged);
  }
  std::size_t first = best_window(matches, leaves_);
  // Begin with the sentence if it begins nearby.
  for (std::size_t back = 0; back < 12 && back <= first; ++back) {
    if (!tokens_.list[first - back].sentence_start) continue;
    first -= back;
    break;
  }
  const std::size_t last = std::min(first + kWindowWords, words);
  LineWriter line(snippet);
  if (first > 0) line.plain("… ");
  std::size_t position = tokens_.list[first].begin;
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = tokens_.list[i];
    line.plain(text.substr(position, token.begin - position));
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    matches[i] == kNoMatch ? line.plain(word) : line.match(word);
    position = token.end;
  }
  if (last < tokens_.list.size()) {
    line.plain(" …");
  } else {
    line.plain(text.substr(position));
  }
  return snippet;
}

}  // namespace rapporteur
