// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a Searcher answers. Plain values: nothing here refers to the index any more.
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
  std::string facet;  // a facet name, or "date"
  std::string value;  // country code, body id, ...; empty for dates
  std::optional<DateInterval> dates;
  std::string words;  // as typed
  // True: only records that satisfy it match. False: it lifts them (a theme, or a facet that would
  // leave nothing).
  bool filters = false;
};

// How the question was read.
struct UnderstoodQuery {
  std::string typed;
  std::string text;  // what is left to search as words
  std::vector<Interpretation> interpretation;
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
  std::string evidence;
};

struct HitCountry {
  std::string code;  // ISO 3166-1 alpha-3
  bool primary = false;
  double salience = 0.0;
};

// A piece of the record's text around its best matches.
struct Snippet {
  std::string text;                                          // UTF-8, one line
  std::vector<std::pair<std::size_t, std::size_t>> matches;  // half-open byte ranges in `text`
};

// One record of the answer.
struct Hit {
  std::string id;
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<HitDate> date;
  std::vector<HitCountry> countries;
  std::vector<std::string> bodies;
  std::optional<std::string> language;
  std::string kind;
  double score = 0.0;  // comparable within one answer only
  Snippet snippet;
  std::vector<std::string>
      matched;        // words and facets it matched: "reprisals", "country:CHN", "date:2018"
  bool tail = false;  // satisfies the interpretation, holds none of the words
  std::vector<Contribution> explanation;  // if asked for; sums up to `score`
};

struct FacetCount {
  std::string value;
  std::string label;        // English name for people
  std::uint64_t count = 0;  // matching records, exact
};

// The values of a facet, most frequent first (years in order, "undated" last). Disjunctive: the
// facet's own selection is ignored in its counts, so that a user sees what else could be chosen.
struct FacetCounts {
  FacetField field = FacetField::kCountry;
  std::vector<FacetCount> values;
};

struct Answer {
  UnderstoodQuery query;
  std::uint64_t total = 0;       // matches, exact
  std::uint64_t tail_total = 0;  // records of the tail, exact
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;
  std::vector<std::string>
      notices;  // what the user should know: words ignored, boosts instead of filters ...
  std::string fingerprint;    // of the index revision that answered
  std::uint64_t records = 0;  // in the index
  double took_ms = 0.0;
};

// The answer as one JSON object without a newline (format 1 of the project's contract). Any thread.
std::string to_json(const Answer& answer);

// One hit as a JSON object without a newline. Any thread.
std::string to_json(const Hit& hit);

}  // namespace rapporteur
