// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/evaluate.h"

#include <algorithm>

namespace rapporteur {

namespace {

class Evaluator {
 public:
  Evaluator(const IndexView& view, Deadline& deadline)
      : view_(view), deadline_(deadline), postings_(view, deadline) {
    evaluation_.scores.assign(view.columns.size(), 0.0F);
  }

  Evaluation run(const MatchNode& root, const std::vector<Leaf>& hints) {
    evaluation_.matches = visit(root, true);
    for (const Leaf& hint : hints) score_leaf(hint, postings_.read(hint), true);
    return std::move(evaluation_);
  }

 private:
  DocSet nothing() const { return DocSet(view_.columns.size()); }

  // The parser bounds the depth of the tree, so recursion is safe.
  DocSet visit(const MatchNode& node, bool scoring) {
    switch (node.kind) {
      case MatchNode::Kind::kLeaf:
        return visit_leaf(node.leaf, scoring);
      case MatchNode::Kind::kRecords:
        return node.records;
      case MatchNode::Kind::kNot: {
        DocSet rest = view_.columns.records();
        for (const MatchNode& child : node.children) rest -= visit(child, false);
        return rest;
      }
      case MatchNode::Kind::kAll: {
        DocSet all = view_.columns.records();
        for (const MatchNode& child : node.children) all &= visit(child, scoring);
        return all;
      }
      case MatchNode::Kind::kMaybe: {
        for (const MatchNode& child : node.children) visit(child, scoring);
        return view_.columns.records();
      }
      case MatchNode::Kind::kAny: {
        DocSet any = nothing();
        for (const MatchNode& child : node.children) any |= visit(child, scoring);
        return any;
      }
    }
    return nothing();
  }

  DocSet visit_leaf(const Leaf& leaf, bool scoring) {
    DocSet found = nothing();
    PostingList list = postings_.read(leaf);
    for (const Posting& posting : list.postings) found.insert(posting.docid);
    if (scoring) score_leaf(leaf, std::move(list), false);
    return found;
  }

  void score_leaf(const Leaf& leaf, PostingList list, bool is_hint) {
    if (list.postings.empty()) return;
    const InverseExpectedWeight weight(list.statistics);
    for (const Posting& posting : list.postings) {
      evaluation_.scores[posting.docid] +=
          leaf.weight *
          static_cast<float>(weight.score(posting.frequency, view_.columns.length(posting.docid)));
    }
    evaluation_.leaves.push_back(
        {leaf.label, std::move(list), weight, leaf.weight, leaf.terms, is_hint});
    deadline_.check_now();
  }

  const IndexView& view_;
  Deadline& deadline_;
  PostingReader postings_;
  Evaluation evaluation_;
};

}  // namespace

std::uint32_t ScoredLeaf::frequency_in(Xapian::docid docid) const {
  const auto found =
      std::lower_bound(list.postings.begin(), list.postings.end(), docid,
                       [](const Posting& posting, Xapian::docid id) { return posting.docid < id; });
  return found != list.postings.end() && found->docid == docid ? found->frequency : 0;
}

Evaluation evaluate(const MatchNode& root, const std::vector<Leaf>& hints, const IndexView& view,
                    Deadline& deadline) {
  return Evaluator(view, deadline).run(root, hints);
}

}  // namespace rapporteur
