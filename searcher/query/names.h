// SPDX-License-Identifier: GPL-2.0-or-later
//
// The names that questions hold: countries, bodies, sessions, mandates, themes and languages,
// matched in any letter case and in all the languages of the vocabularies at once.
#pragma once

#include <rapporteur/answer.h>
#include <rapporteur/question.h>
#include <rapporteur/result.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ambiguous_words.h"
#include "searcher/query/named_value.h"

namespace rapporteur {

// The vocabularies as questions need them. Immutable, expensive to make, any thread.
class QuestionNames {
 public:
  static Result<QuestionNames> load();

  // What the words of a question name.
  struct Found {
    std::vector<NamedValue> values;    // of the same field the longest, of different fields those
                                       // that overlap as well
    std::vector<Choice> choices;       // words that mean several things
    std::vector<TextRange> months;     // words that may be months ("march"), taken for it
    std::vector<TextRange> no_months;  // the same, taken for plain words
  };
  Found read(std::string_view text) const;
  // Only the values.
  std::vector<NamedValue> find(std::string_view text) const { return read(text).values; }

  // The indexed values of what a user selects: "china", "CN" and "CHN" are CHN; "Central America"
  // is its countries, any of which will do; "hrc 38" is HRC-38, "French" is fr. Empty if nothing is
  // known by that name.
  std::vector<std::string> resolve(FacetField field, std::string_view value) const;

  // How texts in `languages` (ISO 639-1) call the region with that id, as in the table.
  std::vector<std::string> region_wordings(std::string_view id,
                                           const std::vector<std::string>& languages) const;

  // Calls `visit(field, value, word)` for each word of the names of countries, bodies and themes,
  // in Latin letters or in other scripts; the word is folded, and may come several times. The first
  // call for other scripts takes long (see CountryFinder).
  using WordVisitor = std::function<void(FacetField, std::string_view, std::string_view)>;
  void visit_words(bool latin, const WordVisitor& visit) const;

  // The English name of a value for people; empty if it has none but itself.
  std::string label(FacetField field, std::string_view value) const;

  QuestionNames(QuestionNames&&) noexcept;
  QuestionNames& operator=(QuestionNames&&) noexcept;
  ~QuestionNames();

 private:
  struct State;
  explicit QuestionNames(std::unique_ptr<State> state);
  static void add_decision(const QuestionTokens& question, const WordDecision& decision,
                           Found& found);
  std::string label_of(const Reading& reading) const;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
