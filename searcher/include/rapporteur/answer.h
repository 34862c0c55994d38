// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a Searcher answers. Plain values: nothing here refers to the index or the Searcher any more.
// Strings are valid UTF-8, scraped text in them neither escaped nor free of control characters.
#pragma once

#include <rapporteur/question.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur {

// One thing that was recognised in the words of the question.
struct Interpretation {
  std::string facet;  // a facet name, "date", or "symbol" (of a UN document)
  // Country code, body id, symbol ...; of a region its id ("central-america"), which is a
  // FacetSelection::value as well; empty for dates.
  std::string value;
  std::vector<std::string> values;  // of a region: the codes of its countries, any of which will do
  std::optional<DateInterval> dates;
  std::string words;  // the part of the question, as typed
  // True: only records that satisfy it match. False: it lifts them (a theme, or a facet that would
  // leave nothing).
  bool filters = false;
};

// One of the things that a word may mean.
struct Reading {
  std::string facet;  // a facet name, "region", "month", or "word": nothing but a word
  std::string value;  // to be passed on as FacetSelection::value; empty for months and words
  std::string label;  // English name for people; empty for months and words
  bool operator==(const Reading&) const = default;
};

// A word of the question that means several things, and how it was taken: "us", "Georgia", "CAT".
struct Choice {
  std::string words;            // as typed
  std::vector<Reading> taken;   // several where nothing tells them apart ("Congo")
  std::vector<Reading> others;  // what was left: to be offered
};

// Other ways to say what the question says, in the languages of the index: they are searched as
// well, with less weight.
struct Expansion {
  std::string words;              // as typed
  std::vector<std::string> also;  // as in the table of synonyms
};

// A word of records that was searched as well (Question::expand, relevant, like).
struct AddedWord {
  std::string word;     // as these records write it
  double weight = 0.0;  // (0, 1]: what it counts beside a word of the question
};

// Words of the question that look mistyped, and what was meant instead. Nothing is searched but
// what was typed.
struct Correction {
  std::size_t begin = 0;  // byte range in UnderstoodQuery::typed
  std::size_t end = 0;
  std::string words;    // as typed
  std::string instead;  // as a record of the index writes it
};

// How the question was read.
struct UnderstoodQuery {
  std::string typed;  // as typed, made valid UTF-8
  std::string text;   // what is left to search as words
  std::vector<Interpretation> interpretation;
  std::vector<Choice> choices;           // in the order of the question
  std::vector<Expansion> expansions;     // likewise
  std::vector<AddedWord> added;          // the heaviest first
  std::vector<std::string> added_from;   // ids of the records they come from
  std::vector<Correction> corrections;   // in the order of the question
  std::optional<std::string> corrected;  // `typed` with all of them: "did you mean"; none: no value
};

// What one term or facet added to a hit's score.
struct Contribution {
  std::string what;  // "word reprisals", "title", "country CHN" ...
  double score = 0.0;
  std::string detail;  // the figures it was computed from, for people
};

// The date of a hit, as in the record.
struct HitDate {
  DateInterval interval;
  std::string precision;  // day month year range
  std::string method;     // metadata printed inferred
  std::string evidence;   // the words it was read from; may be empty
};

struct HitCountry {
  std::string code;       // ISO 3166-1 alpha-3
  bool primary = false;   // the record is about it; otherwise it is mentioned
  double salience = 0.0;  // (0, 1]: its share of what the record says about countries
};

// A piece of the record's text around its best matches.
struct Snippet {
  std::string text;  // one line, not escaped for HTML; empty where the record has no text
  // Half-open byte ranges in `text`, ascending, none empty, none overlapping, on character borders:
  // to be marked.
  std::vector<std::pair<std::size_t, std::size_t>> matches;
};

// The records that are the same publication as a hit.
struct HitGroup {
  static constexpr std::size_t kMostIds = 100;
  std::string representative;    // id of the record that stands for the group
  std::uint64_t size = 0;        // records in it, the hit and those that do not match included
  std::vector<std::string> ids;  // of the first kMostIds of them, the representative's first
  std::uint64_t collapsed = 0;   // other members that match or are of the tail, and are no hits
  bool expanded = false;         // each matching member is a hit of its own
};

// One record of the answer. Where a stored record is damaged, members that are read from it are
// empty and a notice names it.
struct Hit {
  std::string id;
  std::optional<std::string> title;
  std::optional<std::string> url;  // as scraped: of any scheme
  std::optional<HitDate> date;
  std::vector<HitCountry> countries;
  std::vector<std::string> bodies;      // ids: "HRC", "ECOSOC-NGO"
  std::optional<std::string> language;  // ISO 639-1, 639-3 where there is none
  std::string kind;                     // "article", "teaser", "statement" ...
  double score = 0.0;                   // comparable within one answer only
  Snippet snippet;
  // What it matched: words of the question in title or text as they were typed ("reprisals",
  // "\"human rights\"", "repris*"), others that were searched as well ("reprisals (synonym)",
  // "custody (added)"); those of them and of what was understood that stand in its title
  // ("title:reprisals"); facets ("country:CHN", "theme:reprisals", "date:2018").
  std::vector<std::string> matched;
  // Satisfies the interpretation or holds added words, but none of the question's.
  bool tail = false;
  std::optional<HitGroup> group;          // if the index holds the same publication more than once
  std::vector<Contribution> explanation;  // if asked for; sums up to `score`
  std::optional<std::string> record;      // if asked for: all of it, as Searcher::show() gives it
};

struct FacetCount {
  std::string value;        // to be passed on as FacetSelection::value
  std::string label;        // English name for people
  std::uint64_t count = 0;  // matching records, exact
};

// The values of a facet, most frequent first (years in order, "undated" last). Disjunctive: the
// facet's own selection is ignored in its counts, so that a user sees what else could be chosen.
struct FacetCounts {
  FacetField field = FacetField::kCountry;
  std::vector<FacetCount> values;
};

// The matches satisfy the selections and what filters of the interpretation, and hold a word of the
// question; behind the last of them comes the tail (Hit::tail).
struct Answer {
  UnderstoodQuery query;
  std::uint64_t total = 0;       // matches, exact
  std::uint64_t tail_total = 0;  // records of the tail, exact
  // Of these, the ones that another hit stands for (DuplicateMode::kCollapse; else 0): all pages
  // together have total - collapsed + tail_total - tail_collapsed hits. Totals and facet counts
  // cover every record whatever is collapsed.
  std::uint64_t collapsed = 0;
  std::uint64_t tail_collapsed = 0;
  std::vector<Hit> hits;            // the page asked for
  std::vector<FacetCounts> facets;  // those asked for, in that order, over all matches
  // English sentences for the user: words ignored, boosts instead of filters ... About 20 at most.
  std::vector<std::string> notices;
  std::string fingerprint;    // of the index revision that answered
  std::uint64_t records = 0;  // in the index
  double took_ms = 0.0;       // milliseconds of wall time inside the search
};

// Takes an answer piece by piece: see Searcher::stream().
class AnswerSink {
 public:
  virtual ~AnswerSink() = default;
  // Once, before the first hit: all of the answer but its hits. took_ms is the time until now.
  virtual void begin(const Answer& answer) = 0;
  // Each hit in order. False ends the stream.
  virtual bool take(Hit hit) = 0;
};

// How a stream ended.
struct StreamEnd {
  std::uint64_t hits = 0;            // that were handed out
  std::uint64_t gone = 0;            // that were left out: removed from the index meanwhile
  std::vector<std::string> notices;  // what came up on the way: damaged records, changes meanwhile
  double took_ms = 0.0;              // milliseconds of wall time, the sink's included
};

// The answer as one JSON object without a newline. Any thread. Its member `format` is 1: members
// are only ever added. They are called as here, but for interpretation[].applied ("filter" or
// "boost": Interpretation::filters) with `from` and `to` for its dates, snippet and
// snippet_matches, and index.fingerprint and index.records. What is no value is null. Strings that
// are no UTF-8 are mended with U+FFFD.
std::string to_json(const Answer& answer);

// One hit as a JSON object without a newline. Any thread.
std::string to_json(const Hit& hit);

}  // namespace rapporteur
