// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling/correct.h"

#include <algorithm>
#include <cmath>

#include "common/index/stored_record.h"
#include "common/index/terms.h"
#include "common/text/char_class.h"
#include "common/text/utf8.h"
#include "searcher/spelling/edit_cost.h"

namespace rapporteur {

namespace {

constexpr std::size_t kMostWords = 32;    // of one question that are looked at
constexpr std::size_t kMostTokens = 200;  // of one question, known words among them
constexpr std::size_t kLongestWord = 40;  // letters
constexpr float kLeastScore = -12.5F;     // two slips need a word that some records hold
constexpr float kBrokenWord = 0.9F;       // cost of a gap too many or one left out
constexpr std::size_t kShortAcronym = 4;  // letters; in capitals it is no slip
constexpr std::size_t kLeastPart = 3;     // letters of each of two words written as one
constexpr std::size_t kLongestUnspaced = 6;

// So few records that a word may be a slip of theirs: "goverment".
std::uint32_t few_records(const IndexView& view) {
  return static_cast<std::uint32_t>(2 + view.columns.record_count() / 4000);
}

void collect_words(const QueryNode& node, std::vector<TextRange>& ranges) {
  switch (node.kind) {
    case QueryNode::Kind::kWords:
    case QueryNode::Kind::kPhrase:
    case QueryNode::Kind::kTitle:
      ranges.push_back(node.range);
      break;
    default:
      for (const QueryNode& child : node.children) collect_words(child, ranges);
  }
}

// `surface` in the letter case of what was typed for it.
std::string in_case_of(const Token& typed, const std::string& surface) {
  if (typed.letter_case == LetterCase::kLower) return fold_case(surface);
  if (typed.letter_case == LetterCase::kTitle && !surface.empty() && surface[0] >= 'a' &&
      surface[0] <= 'z') {
    std::string title = surface;
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
  }
  return surface;
}

class Corrector {
 public:
  Corrector(std::string_view typed, const CorrectContext& context)
      : typed_(typed), context_(context) {}

  std::vector<Correction> run(const QueryNode& root, const std::vector<Recognised>& recognised) {
    // Words side by side are one stretch of text each: a gap between two of them may be a slip.
    std::vector<TextRange> ranges;
    collect_words(root, ranges);
    std::string readable(typed_.size(), '\n');
    for (const TextRange& range : ranges) {
      std::copy_n(typed_.begin() + static_cast<std::ptrdiff_t>(range.begin),
                  range.end - range.begin,
                  readable.begin() + static_cast<std::ptrdiff_t>(range.begin));
    }
    for (const Recognised& one : recognised) {
      std::fill(readable.begin() + static_cast<std::ptrdiff_t>(one.range.begin),
                readable.begin() + static_cast<std::ptrdiff_t>(one.range.end), '\n');
    }
    thread_local Tokenizer tokenizer;
    tokenizer.tokenize(readable, tokens_);
    stop_ = context_.stop_words.marked(tokens_, main_languages());
    const std::size_t end = std::min(tokens_.list.size(), kMostTokens);
    for (std::size_t i = 0; i < end && looked_at_ < kMostWords;) {
      i += is_unspaced(i) ? correct_unspaced(i) : correct_spaced(i);
    }
    return std::move(corrections_);
  }

 private:
  std::string_view folded(std::size_t i) const { return tokens_.folded(i); }

  bool is_unspaced(std::size_t i) const {
    std::size_t position = 0;
    return classify(next_code_point(folded(i), position)) == CharClass::kUnspaced;
  }

  // Records that hold the word in this or another form of it.
  std::uint32_t records_with(std::size_t i) {
    std::uint32_t most = context_.view.database.get_termfreq(exact_term(folded(i)));
    if (most > few_records(context_.view)) return most;
    const std::string word(word_to_stem(typed_, tokens_, tokens_.list[i]));
    for (const std::string& language : main_languages()) {
      const std::string stem(context_.forms.stemmer_for(language).stem(word));
      // A word that is cut off where its stem ends ("updat") is no form of it.
      if (stem != folded(i))
        most = std::max(most, context_.view.database.get_termfreq(stem_term(stem)));
    }
    return most;
  }

  // The languages of a good part of the index: in others, too many slips look like forms of words.
  const std::vector<std::string>& main_languages() {
    if (!main_languages_.empty()) return main_languages_;
    const FacetColumn& languages = context_.view.columns.facet(schema::Facet::kLanguage);
    for (FacetColumn::ValueNumber i = 0; i < languages.dictionary().size(); ++i) {
      if (languages.records(i).size() * 10 >= context_.view.columns.record_count())
        main_languages_.push_back(languages.dictionary()[i]);
    }
    if (main_languages_.empty()) main_languages_.emplace_back("en");
    return main_languages_;
  }

  // False for what is no word, or one that needs no help.
  bool is_doubtful(std::size_t i, std::uint32_t& records) {
    const std::string_view word = folded(i);
    const std::size_t letters = letters_of(word).size();
    const Token& token = tokens_.list[i];
    if (stop_[i] || letters < 3 || letters > kLongestWord ||
        word.find_first_of("0123456789") != word.npos)
      return false;
    if (token.letter_case == LetterCase::kUpper && letters <= kShortAcronym) return false;
    ++looked_at_;
    records = records_with(i);
    return records <= few_records(context_.view);
  }

  // How many tokens were dealt with.
  std::size_t correct_spaced(std::size_t i) {
    std::uint32_t records = 0;
    if (!is_doubtful(i, records)) return 1;
    const std::string word(folded(i));
    const auto words = context_.store.words_for(word, context_.view, context_.names);
    float best = std::max(kLeastScore, records == 0 ? kLeastScore : spelling_score(records, 0));
    std::string meant;
    for (SpellingCandidate& candidate : words->nearest(word, 1)) {
      if (candidate.score <= best) continue;
      best = candidate.score;
      meant = std::move(candidate.word);
    }
    const float divided_best = best;
    std::string divided = divide(word, *words, best);
    if (best > divided_best) {
      add(i, i + 1, std::move(divided));
      return 1;
    }
    if (i + 1 < tokens_.list.size() && tokens_.list[i + 1].begin == tokens_.list[i].end + 1 &&
        typed_[tokens_.list[i].end] == ' ') {
      const std::string joined = word + std::string(folded(i + 1));
      const std::uint32_t together = words->frequency(joined);
      if (together > 0 && spelling_score(together, kBrokenWord) > best) {
        add(i, i + 2, surface_of(joined));
        return 2;
      }
    }
    if (!meant.empty()) add(i, i + 1, surface_of(meant));
    return 1;
  }

  // Two words that were written as one; empty, and `best` as it was, if none are likelier.
  std::string divide(const std::string& word, const SpellingWords& words, float& best) const {
    std::string divided;
    const std::size_t letters = letters_of(word).size();
    std::size_t at = 0;
    for (std::size_t before = 1; before + kLeastPart <= letters; ++before) {
      next_code_point(word, at);
      if (before < kLeastPart) continue;
      const std::uint32_t rarer =
          std::min(words.frequency(word.substr(0, at)), words.frequency(word.substr(at)));
      if (rarer <= few_records(context_.view)) continue;
      const float score = spelling_score(rarer, kBrokenWord);
      if (score <= best) continue;
      best = score;
      divided = word.substr(0, at) + " " + word.substr(at);
    }
    return divided;
  }

  // A function word, or a word of several characters that records hold.
  bool is_known_part(std::size_t i) const {
    return stop_[i] || (letters_of(folded(i)).size() > 1 &&
                        context_.view.database.get_termfreq(exact_term(folded(i))) >
                            few_records(context_.view));
  }

  // Scripts without spaces: a mistyped word falls apart into other words, mostly of one character,
  // so neighbours are looked at as one. A known word among them may be a part that came out whole
  // ("理会事" for "理事会"), but then nothing was left out or put in: "引入冗" is no slip of
  // "引入".
  std::size_t correct_unspaced(std::size_t first) {
    constexpr std::size_t kLongestWithKnownPart = 4;  // letters
    std::size_t best_end = first;
    float best = kLeastScore;
    std::string meant;
    std::string joined;
    std::size_t known_parts = 0;
    for (std::size_t end = first; end < tokens_.list.size() && is_unspaced(end); ++end) {
      if (end > first && tokens_.list[end].begin != tokens_.list[end - 1].end) break;
      if (is_known_part(end)) ++known_parts;
      joined += folded(end);
      const std::size_t letters = letters_of(joined).size();
      if (letters > (known_parts > 0 ? kLongestWithKnownPart : kLongestUnspaced) || known_parts > 1)
        break;
      if (letters < 2 || (known_parts > 0 && end == first)) continue;
      ++looked_at_;
      const auto words = context_.store.words_for(joined, context_.view, context_.names);
      if (words->frequency(joined) > 0) return end + 1 - first;  // a word after all
      for (SpellingCandidate& candidate : words->nearest(joined, 1)) {
        if (candidate.score <= best || candidate.cost > SlipCosts::kSlip) continue;
        if (known_parts > 0 && letters_of(candidate.word).size() != letters) continue;
        best = candidate.score;
        best_end = end + 1;
        meant = std::move(candidate.word);
      }
    }
    if (meant.empty()) return 1;
    add(first, best_end, surface_of(meant));
    return best_end - first;
  }

  // The word as a record of the index writes it; folded if none holds it.
  std::string surface_of(const std::string& folded_word) const {
    const std::string term = exact_term(folded_word);
    const Xapian::PostingIterator posting = context_.view.database.postlist_begin(term);
    if (posting == context_.view.database.postlist_end(term)) return folded_word;
    const Result<Record> record =
        load_record(context_.view.database.get_document(*posting).get_data());
    if (!record.ok()) return folded_word;
    thread_local Tokenizer tokenizer;
    Tokens tokens;
    for (const std::string& text :
         {record->title && *record->title ? **record->title : "", record->text}) {
      tokenizer.tokenize(text, tokens);
      for (const Token& token : tokens.list) {
        if (tokens.folded(token) == folded_word)
          return text.substr(token.begin, token.end - token.begin);
      }
    }
    return folded_word;
  }

  void add(std::size_t first, std::size_t end, std::string meant) {
    Correction correction;
    correction.begin = tokens_.list[first].begin;
    correction.end = tokens_.list[end - 1].end;
    correction.words = typed_.substr(correction.begin, correction.end - correction.begin);
    correction.instead = in_case_of(tokens_.list[first], meant);
    corrections_.push_back(std::move(correction));
  }

  std::string_view typed_;
  const CorrectContext& context_;
  Tokens tokens_;
  std::vector<bool> stop_;
  std::vector<std::string> main_languages_;
  std::size_t looked_at_ = 0;
  std::vector<Correction> corrections_;
};

}  // namespace

std::vector<Correction> corrections(std::string_view typed, const QueryNode& root,
                                    const std::vector<Recognised>& recognised,
                                    const CorrectContext& context) {
  return Corrector(typed, context).run(root, recognised);
}

std::string corrected(std::string_view typed, const std::vector<Correction>& corrections) {
  std::string text;
  std::size_t position = 0;
  for (const Correction& correction : corrections) {
    text += typed.substr(position, correction.begin - position);
    text += correction.instead;
    position = correction.end;
  }
  return text += typed.substr(position);
}

}  // namespace rapporteur
