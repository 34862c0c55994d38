// SPDX-License-Identifier: GPL-2.0-or-later
//
// Relevance feedback: records tell what is wanted, and their words are searched beside those of the
// question. After J. Rocchio: Relevance Feedback in Information Retrieval, in: The SMART Retrieval
// System (1971), without taking anything away for the rest.
#pragma once

#include <rapporteur/answer.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/feedback/choose_words.h"
#include "searcher/query/bind.h"
#include "searcher/rank/evaluate.h"
#include "searcher/rank/order.h"

namespace rapporteur {

// Who says that the records are what is wanted.
enum class FeedbackSource {
  kGuess,  // nobody: they are the best answers (pseudo relevance feedback)
  kMarks,  // the user, beside a question
  kLike,   // the user, instead of a question
};

// The words of records that were searched as well; none by default.
struct Feedback {
  std::vector<AddedWord> words;   // for people
  std::vector<Leaf> leaves;       // the same, in that order
  Evaluation evaluation;          // of the leaves; nothing in it where there are none
  DocSet holding;                 // records that hold enough of them to be of use
  std::vector<std::string> from;  // ids of the records they come from
};

// What the words of records are chosen with; all kept by reference for one search.
struct FeedbackContext {
  const IndexView& view;
  const BoundQuestion& bound;  // its words are not added again
  const std::string_view typed;
  const std::vector<Recognised>& recognised;  // nor the words that these were named with
  const StopWords& stop_words;
  WordForms& forms;
  Deadline& deadline;
  std::vector<std::string>& notices;  // takes a line for damaged records, and where no word is left
};

// How many of the best answers are guessed to be what is wanted.
inline constexpr std::size_t kGuessedRecords = 10;

// Searches for words of `records`, which count by their scores if they were guessed. Throws
// Xapian::Error and DeadlinePassed.
Feedback feed_back(std::span<const RankedRecord> records, FeedbackSource source,
                   const FeedbackContext& context);
Feedback feed_back(std::span<const Xapian::docid> records, FeedbackSource source,
                   const FeedbackContext& context);

}  // namespace rapporteur
