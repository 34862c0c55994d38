// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/describe_hit.h"

#include <algorithm>
#include <cstdio>

#include "common/index/stored_record.h"
#include "common/record/record_names.h"
#include "searcher/show/record_json.h"

namespace rapporteur {

namespace {

std::string figures(const ScoredLeaf& leaf, std::uint32_t frequency, float length) {
  char buffer[160];
  std::snprintf(buffer, sizeof buffer, "%u in %.0f words, in %.0f of %.0f records, rarity %.2f",
                frequency, static_cast<double>(length), leaf.list.statistics.document_frequency,
                leaf.list.statistics.documents, leaf.weight.idf());
  return buffer;
}

const char* bearing(FacetSignal::Role role) {
  switch (role) {
    case FacetSignal::Role::kFilter:
      return "filter: how much the record is about it";
    case FacetSignal::Role::kBoost:
      return "boost: found in no other match";
    case FacetSignal::Role::kTopic:
      return "topic that the words name";
    case FacetSignal::Role::kShared:
      return "the record it is to be like has it too";
    case FacetSignal::Role::kMention:
      return "named beside many other words";
  }
  return "";
}

}  // namespace

HitDescriber::HitDescriber(const HitContext& context, WordForms& forms,
                           std::vector<std::string>& notices)
    : context_(context),
      snippets_(forms),
      title_words_(forms),
      added_snippets_(forms),
      notices_(notices) {
  look_for_leaves(context.bound.root);
  // The words that were understood are shown as matches too: a reader looks for them.
  for (const Interpretation& interpretation : context.outcome.interpretations) {
    for (const Leaf& leaf : forms.words(interpretation.words)) look_for(leaf);
  }
  for (const Leaf& leaf : context.added.leaves) added_snippets_.look_for(leaf);
}

void HitDescriber::look_for(const Leaf& leaf) {
  snippets_.look_for(leaf);
  title_words_.look_for(leaf);
}

void HitDescriber::look_for_leaves(const MatchNode& node) {
  if (node.kind == MatchNode::Kind::kLeaf) look_for(node.leaf);
  if (node.kind == MatchNode::Kind::kNot) return;
  for (const MatchNode& child : node.children) look_for_leaves(child);
}

Result<Hit> HitDescriber::operator()(const RankedRecord& ranked) {
  Hit hit;
  hit.id = context_.view.columns.id(ranked.docid);
  hit.score = ranked.score;
  hit.tail = ranked.tail;
  if (!context_.question.details) return hit;
  const Result<std::string> data = context_.stored.data(ranked.docid);
  if (!data.ok()) return data.error();
  const Result<Record> record = load_record(*data);
  if (record.ok()) {
    add_record(*record, hit);
    if (context_.question.records)
      hit.record = record_json(context_.view.columns, ranked.docid, *data).value();
  } else {
    notices_.push_back("record " + hit.id + " is damaged in the index (" + record.error().message +
                       "); check the index with rapporteur-index verify");
  }
  add_matched(ranked.docid, hit);
  if (context_.question.explain) add_explanation(ranked, hit);
  return hit;
}

void HitDescriber::add_record(const Record& record, Hit& hit) {
  if (record.title) hit.title = *record.title;
  hit.url = record.url;
  if (record.date && *record.date) {
    const RecordDate& date = **record.date;
    hit.date = HitDate{date.interval, std::string(name_of(date.precision)),
                       std::string(name_of(date.method)), date.evidence};
  }
  if (record.countries) {
    for (const RecordCountry& country : *record.countries) {
      hit.countries.push_back({country.code, country.primary, country.salience});
    }
  }
  if (record.bodies) hit.bodies = *record.bodies;
  if (record.language) hit.language = *record.language;
  if (record.kind) hit.kind = *record.kind;
  hit.snippet = snippet(record);
}

// Added words are looked for where the text holds none of the question's.
Snippet HitDescriber::snippet(const Record& record) {
  const std::string language = record.language ? record.language->value_or("") : "";
  if (snippets_.looks_for_anything() || !added_snippets_.looks_for_anything()) {
    Snippet asked = snippets_.make(record.text, language);
    if (!asked.matches.empty() || !added_snippets_.looks_for_anything()) return asked;
  }
  return added_snippets_.make(record.text, language);
}

void HitDescriber::add_matched(Xapian::docid docid, Hit& hit) {
  for (const ScoredLeaf& leaf : context_.words.leaves) {
    if (!leaf.is_hint && leaf.frequency_in(docid) > 0) hit.matched.push_back(leaf.label);
  }
  for (const ScoredLeaf& leaf : context_.added.evaluation.leaves) {
    if (leaf.frequency_in(docid) > 0) hit.matched.push_back(leaf.label);
  }
  if (hit.title) {
    for (const std::string& label : title_words_.held_by(*hit.title, hit.language.value_or("")))
      hit.matched.push_back("title:" + label);
  }
  for (std::size_t i = 0; i < context_.outcome.signals.size(); ++i) {
    const Interpretation& interpretation = context_.outcome.interpretations[i];
    if (!context_.outcome.signals[i].records.contains(docid)) continue;
    hit.matched.push_back(interpretation.facet + ":" +
                          (interpretation.dates ? interpretation.words : interpretation.value));
  }
}

void HitDescriber::add_explanation(const RankedRecord& ranked, Hit& hit) const {
  const Xapian::docid docid = ranked.docid;
  const float length = context_.view.columns.length(docid);
  const auto add_leaf = [&](const ScoredLeaf& leaf) {
    const std::uint32_t frequency = leaf.frequency_in(docid);
    if (frequency == 0) return;
    hit.explanation.push_back({(leaf.is_hint ? "part " : "word ") + leaf.label,
                               leaf.score(frequency, length), figures(leaf, frequency, length)});
  };
  if (!hit.tail) {
    for (const ScoredLeaf& leaf : context_.words.leaves) add_leaf(leaf);
  }
  for (const ScoredLeaf& leaf : context_.added.evaluation.leaves) add_leaf(leaf);
  if (ranked.nearness > 0.0) {
    const Nearness near = context_.passages.score(docid);
    if (near.neighbours > 0.0) {
      hit.explanation.push_back({"neighbours", near.neighbours,
                                 "words of the question that stand side by side here too"});
    }
    hit.explanation.push_back(
        {"best passage", near.passage, "the part of the text that holds most of the words"});
  }
  for (const FacetSignal& signal : context_.facets.signals()) {
    const double score = context_.facets.score(signal, docid);
    if (score == 0.0) continue;
    hit.explanation.push_back({signal.label, score, bearing(signal.role)});
  }
  if (ranked.placed_by == 0) return;
  double own = 0.0;
  for (const Contribution& part : hit.explanation) own += part.score;
  hit.explanation.push_back({"group", hit.score - own,
                             "its place is that of the same publication " +
                                 std::string(context_.view.columns.id(ranked.placed_by))});
}

}  // namespace rapporteur
