// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/feedback/feedback.h"

#include <algorithm>
#include <cmath>

#include "common/index/stored_record.h"

namespace rapporteur {

namespace {

// Chosen by benchmarks/recall; README.md there says what was tried.
struct Settings {
  WordChoice choice;
  double holding;  // share of the words that Feedback::holding wants; 0: one is enough
};

Settings settings_of(FeedbackSource source) {
  switch (source) {
    case FeedbackSource::kGuess:
      return {{20, 2, 0.3F}, 0.0};  // what the guessed records share says more than what is in one
    case FeedbackSource::kMarks:
      return {{40, 1, 0.7F}, 0.0};
    case FeedbackSource::kLike:
      return {{30, 1, 1.0F}, 0.2};
  }
  return {};
}

void add_terms(const Leaf& leaf, SaidTerms& terms) {
  terms.insert(leaf.terms.begin(), leaf.terms.end());
  for (const PhraseForms& phrase : leaf.phrases) {
    for (const auto& position : phrase.stems) terms.insert(position.begin(), position.end());
  }
}

void add_terms(const MatchNode& node, SaidTerms& terms) {
  if (node.kind == MatchNode::Kind::kLeaf) add_terms(node.leaf, terms);
  for (const MatchNode& child : node.children) add_terms(child, terms);
}

SaidTerms said_terms(const FeedbackContext& context) {
  SaidTerms terms;
  add_terms(context.bound.root, terms);
  for (const Leaf& hint : context.bound.hints) add_terms(hint, terms);
  for (const MatchNode& excluded : context.bound.excluded) add_terms(excluded, terms);
  for (const Recognised& one : context.recognised) {
    const std::string_view words =
        context.typed.substr(one.range.begin, one.range.end - one.range.begin);
    for (const Leaf& leaf : context.forms.words(words)) add_terms(leaf, terms);
  }
  return terms;
}

// Records that hold at least `least` of the leaves.
DocSet holding(const Evaluation& evaluation, std::size_t least, std::size_t size) {
  std::vector<std::uint8_t> counts(size, 0);  // there are fewer leaves than 255
  DocSet records(size);
  for (const ScoredLeaf& leaf : evaluation.leaves) {
    for (const Posting& posting : leaf.list.postings) {
      if (++counts[posting.docid] == least) records.insert(posting.docid);
    }
  }
  return records;
}

}  // namespace

Feedback feed_back(std::span<const RankedRecord> records, FeedbackSource source,
                   const FeedbackContext& context) {
  Feedback feedback;
  feedback.holding = DocSet(context.view.columns.size());
  if (records.empty()) return feedback;
  double sum = 0.0;
  for (const RankedRecord& one : records) sum += one.score;
  RecordWords words(context.forms, context.stop_words);
  for (const RankedRecord& one : records) {
    context.deadline.check_now();
    const std::string id(context.view.columns.id(one.docid));
    const Result<Record> record =
        load_record(context.view.database.get_document(one.docid).get_data());
    if (record.ok()) {
      words.add(*record, sum > 0.0 ? one.score / sum : 1.0 / static_cast<double>(records.size()));
      feedback.from.push_back(id);
    } else {
      context.notices.push_back("record " + id + " is damaged in the index (" +
                                record.error().message + "); its words were not used");
    }
  }
  Settings settings = settings_of(source);
  if (records.size() == 1) settings.choice.records = 1;
  feedback.leaves =
      choose_words(words, settings.choice, said_terms(context), context.view, context.deadline);
  if (feedback.leaves.empty()) {
    context.notices.emplace_back(
        "the records to go by hold no words that tell them from others: none were added");
    return feedback;
  }
  MatchNode any;
  for (Leaf& leaf : feedback.leaves) {
    feedback.words.push_back({leaf.label, leaf.weight});
    if (source != FeedbackSource::kLike) leaf.label += " (added)";
    MatchNode& node = any.children.emplace_back();
    node.kind = MatchNode::Kind::kLeaf;
    node.leaf = leaf;
  }
  feedback.evaluation = evaluate(any, {}, context.view, context.deadline);
  const double least = settings.holding * static_cast<double>(feedback.leaves.size());
  feedback.holding =
      holding(feedback.evaluation, static_cast<std::size_t>(std::max(1.0, std::ceil(least))),
              context.view.columns.size());
  return feedback;
}

Feedback feed_back(std::span<const Xapian::docid> records, FeedbackSource source,
                   const FeedbackContext& context) {
  std::vector<RankedRecord> alike;
  for (const Xapian::docid docid : records) alike.push_back({docid, 1.0, false});
  return feed_back(alike, source, context);
}

}  // namespace rapporteur
