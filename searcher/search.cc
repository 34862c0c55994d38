// SPDX-License-Identifier: GPL-2.0-or-later
//
// The journey of a question: parse, understand, match the words, decide what filters, rank, count
// facets, describe the hits. Each step is a call; the parts are in query/, rank/, facets/ and
// snippet/.
#include "searcher/search.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "common/text/utf8.h"
#include "searcher/facets/count.h"
#include "searcher/facets/fields.h"
#include "searcher/facets/filter.h"
#include "searcher/facets/labels.h"
#include "searcher/facets/undated.h"
#include "searcher/feedback/examples.h"
#include "searcher/feedback/feedback.h"
#include "searcher/feedback/shared_facets.h"
#include "searcher/hits/describe_group.h"
#include "searcher/hits/describe_hit.h"
#include "searcher/query/bind.h"
#include "searcher/query/interpret.h"
#include "searcher/query/parse.h"
#include "searcher/query/records_of.h"
#include "searcher/query/running_text.h"
#include "searcher/query/understand.h"
#include "searcher/rank/collapse.h"
#include "searcher/rank/deadline.h"
#include "searcher/rank/evaluate.h"
#include "searcher/rank/facet_score.h"
#include "searcher/rank/order.h"
#include "searcher/rank/passage.h"
#include "searcher/spelling/correct.h"

namespace rapporteur {

namespace {

CivilDate today_in_utc() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return civil_from_days(
      static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24));
}

// The languages of the records, the most frequent first: the stemmers that a word needs. English is
// always among them: records of unknown language count as English.
std::vector<std::string> index_languages(const Columns& columns) {
  constexpr std::size_t kMostLanguages = 12;
  std::vector<std::string> languages;
  for (FacetCount& count :
       count_facet(columns, FacetField::kLanguage, columns.records(), kMostLanguages).values) {
    languages.push_back(std::move(count.value));
  }
  if (std::find(languages.begin(), languages.end(), "en") == languages.end())
    languages.emplace_back("en");
  return languages;
}

// What is read of a question: a page that was pasted into the search box must not cost seconds.
std::string readable_part(std::string_view typed, std::vector<std::string>& notices) {
  constexpr std::size_t kMostBytes = 32 * 1024;
  if (typed.size() <= kMostBytes) return clean_utf8(typed);
  notices.push_back("of a question of " + std::to_string(typed.size()) + " bytes only the first " +
                    std::to_string(kMostBytes) + " were read");
  const std::string cleaned =
      clean_utf8(typed.substr(0, kMostBytes + 4));  // no character is longer
  return std::string(utf8_prefix(cleaned, kMostBytes));
}

// Each notice once, and no more than a reader would read.
void tidy(std::vector<std::string>& notices) {
  constexpr std::size_t kMost = 20;
  std::vector<std::string> kept;
  std::size_t more = 0;
  for (std::string& notice : notices) {
    if (std::find(kept.begin(), kept.end(), notice) != kept.end()) continue;
    kept.size() < kMost ? kept.push_back(std::move(notice)) : static_cast<void>(++more);
  }
  if (more > 0) kept.push_back("and " + std::to_string(more) + " notices more");
  notices = std::move(kept);
}

std::vector<RankedRecord> scored(const DocSet& records, const FacetScorer& facets,
                                 std::initializer_list<const std::vector<float>*> word_scores,
                                 bool tail) {
  std::vector<RankedRecord> ranked;
  records.for_each([&](Xapian::docid docid) {
    double score = facets.score(docid);
    for (const std::vector<float>* scores : word_scores) {
      if (!scores->empty()) score += (*scores)[docid];
    }
    ranked.push_back({docid, score, tail});
  });
  return ranked;
}

// Words of the records that were marked, or else of the best matches, of each publication one.
Feedback added_to_question(const Question& question, const Examples& examples,
                           const FacetScorer& facets, const Evaluation& words,
                           PassageScorer& passages, const DocSet& matches,
                           const FeedbackContext& context) {
  if (!examples.relevant.empty())
    return feed_back(examples.relevant, FeedbackSource::kMarks, context);
  if (!question.expand) return {};
  if (!context.bound.has_words) {
    context.notices.emplace_back("the question has no words, so none were added to them");
    return {};
  }
  const Columns& columns = context.view.columns;
  std::vector<RankedRecord> ranked = scored(matches, facets, {&words.scores}, false);
  passages.add_to_best(ranked);
  PlacedGroups placed;
  collapse(columns, SortOrder::kRelevance, ranked, placed);
  return feed_back(best(columns, std::move(ranked), SortOrder::kRelevance, 0, kGuessedRecords),
                   FeedbackSource::kGuess, context);
}

// Matches first, then the tail; only the page that was asked for is put in order.
std::vector<RankedRecord> page(const Question& question, const Columns& columns,
                               const FacetScorer& facets, const Evaluation& words,
                               const Feedback& added, PassageScorer& passages,
                               const DocSet& matches, const DocSet& tail) {
  const bool collapses = question.duplicates == DuplicateMode::kCollapse;
  const std::vector<float>* added_scores = &added.evaluation.scores;
  PlacedGroups placed;
  std::vector<RankedRecord> ranked = scored(matches, facets, {&words.scores, added_scores}, false);
  if (question.sort == SortOrder::kRelevance) passages.add_to_best(ranked);
  if (collapses) collapse(columns, question.sort, ranked, placed);
  const std::size_t entries = ranked.size();
  std::vector<RankedRecord> hits =
      best(columns, std::move(ranked), question.sort, question.offset, question.limit);
  if (hits.size() < question.limit) {
    const std::size_t offset = question.offset > entries ? question.offset - entries : 0;
    ranked = scored(tail, facets, {added_scores}, true);
    if (collapses) collapse(columns, question.sort, ranked, placed);
    const std::vector<RankedRecord> rest =
        best(columns, std::move(ranked), question.sort, offset, question.limit - hits.size());
    hits.insert(hits.end(), rest.begin(), rest.end());
  }
  if (!collapses) return hits;
  for (RankedRecord& hit : hits) {
    show_representative(columns, question.sort, hit.tail ? tail : matches, hit);
  }
  return hits;
}

std::string words_on_overtaking(std::uint64_t gone) {
  return "the index was changed while the hits were handed out: they are in the order of before, " +
         std::to_string(gone) + " that were removed are left out, changed ones are as they are now";
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

void count_collapsed(const Columns& columns, const DocSet& matches, const DocSet& tail,
                     Answer& answer) {
  PlacedGroups placed;
  answer.collapsed = count_collapsed(columns, matches, placed);
  answer.tail_collapsed = count_collapsed(columns, tail, placed);
}

}  // namespace

Result<StreamEnd> search(const Question& question, const SearchContext& context,
                         StoredRecords& stored, AnswerSink& sink) {
  const auto started = std::chrono::steady_clock::now();
  Deadline deadline(question.deadline);
  const Columns& columns = context.view.columns;
  if (question.today && !is_valid(*question.today)) {
    return Error{ErrorCode::kInvalidInput, "the day given as today is no day of the calendar"};
  }
  for (const FacetField field : question.facets) {
    if (!is_field(field))
      return Error{ErrorCode::kInvalidInput, "a facet was asked for that is none"};
  }
  Answer answer;
  answer.fingerprint = context.view.fingerprint;
  answer.records = columns.record_count();
  if (answer.records == 0) answer.notices.emplace_back("the index holds no records");
  answer.query.typed = readable_part(question.text, answer.notices);
  const std::string& typed = answer.query.typed;

  const Result<Examples> examples = find_examples(question, context.view, deadline);
  if (!examples.ok()) return examples.error();
  const std::vector<std::string> languages = index_languages(columns);
  WordForms forms(languages, context.stop_words);
  ParsedQuestion parsed = parse_question(typed, question.literal);
  if (!question.literal && is_running_text(parsed, typed, forms)) {
    parsed = parse_question(typed, true);
    answer.notices.emplace_back(
        "the question is as long as a text: its quotes and operators were taken as part of that");
  }
  const std::vector<TextRange> free = free_ranges(parsed.root);
  Understanding understanding;
  if (!question.literal)
    understanding = understand(typed, free, context.names, question.today.value_or(today_in_utc()));
  std::vector<Recognised>& recognised = understanding.recognised;
  mark_named_in_passing(typed, free, forms, recognised);
  answer.query.choices = std::move(understanding.choices);
  const std::string remaining = remaining_words(typed, free, recognised);
  answer.query.text = collapse_spaces(remaining);

  const BindContext bind_context{context.view, context.names, context.synonyms, languages,
                                 forms,        deadline,      question.literal};
  // Qualified: std::bind would be found by its arguments.
  BoundQuestion bound = rapporteur::bind(
      parsed, typed, remaining, recognised,
      question.match == MatchMode::kAll ? MatchDemand::kAllWords : MatchDemand::kAsWritten,
      bind_context);
  answer.notices.insert(answer.notices.end(), parsed.notices.begin(), parsed.notices.end());
  answer.notices.insert(answer.notices.end(), bound.notices.begin(), bound.notices.end());
  if (!typed.empty() && !bound.has_words && recognised.empty() && bound.selections.empty() &&
      bound.excluded.empty()) {
    answer.notices.emplace_back("the question holds no word that can be searched");
  }
  Evaluation words = evaluate(bound.root, bound.hints, context.view, deadline);

  FilterSet filters(columns.records());
  for (const MatchNode& excluded : bound.excluded)
    filters.exclude(evaluate(excluded, {}, context.view, deadline).matches);
  const FeedbackContext feedback_context{context.view,       bound, typed,    recognised,
                                         context.stop_words, forms, deadline, answer.notices};
  Feedback added;
  if (examples->like) {
    added = feed_back(examples->all(), FeedbackSource::kLike, feedback_context);
    filters.require(added.holding);
    filters.exclude(same_publication(columns, *examples->like));
  }
  const Result<void> selected =
      apply_selections(question, bound.selections, columns, context.names, filters, answer.notices);
  if (!selected.ok()) return selected.error();
  if (bound.is_strict && !words.matches.intersects(filters.passing())) {
    BoundQuestion loose =
        rapporteur::bind(parsed, typed, remaining, recognised, MatchDemand::kAnyWord, bind_context);
    Evaluation loosely = evaluate(loose.root, loose.hints, context.view, deadline);
    if (loosely.matches.intersects(filters.passing())) {
      bound = std::move(loose);
      words = std::move(loosely);
      answer.notices.emplace_back(
          "no record holds all that the question demands (phrases, title:, AND); records with any "
          "of its words are shown");
    }
  }
  const std::vector<Recognised> distinct = without_repeats(recognised);
  std::vector<DocSet> recognised_records;
  for (const Recognised& one : distinct) {
    deadline.check_now();
    recognised_records.push_back(
        records_of(one, context.view, context.names, languages, forms, deadline));
  }
  const InterpretationOutcome outcome =
      apply_interpretation(distinct, std::move(recognised_records), typed, columns, words.matches,
                           filters, answer.notices);
  answer.query.interpretation = outcome.interpretations;
  answer.query.expansions = bound.expansions;
  if (question.correct) {
    UnderstoodQuery& query = answer.query;
    query.corrections =
        corrections(typed, parsed.root, recognised,
                    {context.view, context.names, context.stop_words, forms, context.spelling});
    if (!query.corrections.empty()) query.corrected = corrected(typed, query.corrections);
  }
  std::vector<FacetSignal> signals = outcome.signals;
  if (examples->like) {
    for (FacetSignal& signal : shared_facets(columns, *examples->like))
      signals.push_back(std::move(signal));
  }
  const FacetScorer facets(columns, std::move(signals));
  deadline.check_now();

  DocSet matches = filters.passing();
  DocSet tail =
      question.tail && bound.has_words ? outcome.tail_candidates(matches) : DocSet(columns.size());
  matches &= words.matches;
  PassageScorer passages(context.view, words, deadline);
  if (!examples->like) {
    added =
        added_to_question(question, *examples, facets, words, passages, matches, feedback_context);
    if (question.tail && !added.words.empty()) {
      DocSet more = filters.passing();
      more &= added.holding;
      tail |= more;
    }
  }
  answer.query.added = added.words;
  answer.query.added_from = added.from;
  tail -= matches;
  notice_undated(columns, filters, words.matches, matches, question.sort, answer.notices);
  answer.total = matches.count();
  answer.tail_total = tail.count();

  const bool collapses = question.duplicates == DuplicateMode::kCollapse;
  if (collapses) count_collapsed(columns, matches, tail, answer);

  const std::vector<RankedRecord> hits =
      page(question, columns, facets, words, added, passages, matches, tail);
  deadline.check_now();
  for (const FacetField field : question.facets) {
    DocSet counted = filters.chooses(field) ? filters.passing(field) : filters.passing();
    counted &= words.matches;
    answer.facets.push_back(count_facet(columns, field, counted, question.facet_limit));
    add_labels(context.names, answer.facets.back());
  }
  tidy(answer.notices);
  answer.took_ms = milliseconds_since(started);
  sink.begin(answer);

  deadline.lift();  // the sink's own pace counts from here
  StreamEnd end;
  const HitContext hit_context{question, context.view, stored, bound,   words,
                               added,    outcome,      facets, passages};
  HitDescriber describe(hit_context, forms, end.notices);
  for (const RankedRecord& ranked : hits) {
    Result<Hit> hit = describe(ranked);
    if (!hit.ok() && hit.error().code == ErrorCode::kNotFound) {
      ++end.gone;
      continue;
    }
    if (!hit.ok()) return hit.error();
    hit->group = describe_group(columns, ranked.docid, collapses, matches, tail);
    ++end.hits;
    if (!sink.take(std::move(*hit))) break;
  }
  if (stored.were_overtaken()) end.notices.push_back(words_on_overtaking(end.gone));
  tidy(end.notices);
  end.took_ms = milliseconds_since(started);
  return end;
}

}  // namespace rapporteur
