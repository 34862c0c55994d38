// SPDX-License-Identifier: GPL-2.0-or-later
//
// From a ranked docid to what a user sees: the record's members, a snippet, and why it matched.
#pragma once

#include <rapporteur/answer.h>

#include <string>
#include <vector>

#include "common/record/record.h"
#include "searcher/feedback/feedback.h"
#include "searcher/hits/snippet.h"
#include "searcher/hits/title_words.h"
#include "searcher/index/reader.h"
#include "searcher/index/stored_records.h"
#include "searcher/query/bind.h"
#include "searcher/query/interpret.h"
#include "searcher/rank/evaluate.h"
#include "searcher/rank/facet_score.h"
#include "searcher/rank/order.h"
#include "searcher/rank/passage.h"

namespace rapporteur {

// What a hit is described from; all kept by reference for the time of one search.
struct HitContext {
  const Question& question;
  const IndexView& view;
  StoredRecords& stored;
  const BoundQuestion& bound;
  const Evaluation& words;
  const Feedback& added;
  const InterpretationOutcome& outcome;
  const FacetScorer& facets;
  PassageScorer& passages;
};

class HitDescriber {
 public:
  // `notices` takes a line for each record that is damaged; its hit keeps id and score.
  HitDescriber(const HitContext& context, WordForms& forms, std::vector<std::string>& notices);

  // kNotFound if the record was removed while the answer is handed out, or as StoredRecords.
  Result<Hit> operator()(const RankedRecord& ranked);

 private:
  void add_record(const Record& record, Hit& hit);
  void look_for(const Leaf& leaf);
  void look_for_leaves(const MatchNode& node);
  void add_matched(Xapian::docid docid, Hit& hit);
  void add_explanation(const RankedRecord& ranked, Hit& hit) const;
  Snippet snippet(const Record& record);

  const HitContext& context_;
  SnippetMaker snippets_;        // around words of the question
  TitleWords title_words_;       // those that stand in the title
  SnippetMaker added_snippets_;  // around words that were added to it
  std::vector<std::string>& notices_;
};

}  // namespace rapporteur
