// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is asked of a Searcher. Plain values; a default Question asks for all records.
#pragma once

#include <rapporteur/date_interval.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur {

// The facets that records are counted and filtered by.
enum class FacetField {
  kCountry,
  kPrimaryCountry,
  kBody,
  kSession,
  kMandate,
  kTheme,
  kLanguage,
  kKind,
  kYear,
};

// "country", "primary_country", "body" ...; the names used in options, JSON and output. "unknown"
// for a value that is no FacetField.
const char* facet_field_name(FacetField field);
// The field of that name, nullopt if there is none.
std::optional<FacetField> facet_field_from_name(const std::string& name);
// All fields, in the order above.
const std::vector<FacetField>& all_facet_fields();

// One value that a facet must have, or must not have.
struct FacetSelection {
  FacetField field = FacetField::kCountry;
  // Countries: ISO 3166-1 alpha-2 or alpha-3, any known name, or a region for any of its countries;
  // bodies, themes and mandates: id or any known name; sessions: "HRC-38", "HRC-S28"; languages:
  // ISO 639-1 (639-3 where there is none) or the English name; kinds: article teaser statement
  // letter resolution decision report speech other; years: 1 to 9999, or "undated". Case does not
  // matter. One that neither is known nor in the index is an error of the search, named.
  std::string value;
  bool exclude = false;
};

enum class SortOrder {
  kRelevance,
  kNewest,  // by the end of the date interval, undated last
  kOldest,  // by its start, undated last
};

enum class MatchMode {
  kAny,  // a match holds at least one word of the question, and what its operators demand
  kAll,  // a match holds every word
};

// What becomes of matches that are the same publication: copies under several addresses, a teaser
// beside its article, a statement published by several organisations.
enum class DuplicateMode {
  kShow,      // each match is a hit: for runs, exports and whoever must not lose one
  kCollapse,  // one hit a group, at the place of its best member: for people (see HitGroup)
};

// A question with its options. Selections of one facet are joined by OR, different facets by AND;
// exclusions always hold.
struct Question {
  // UTF-8 as typed. Anything at all is accepted: what cannot be read is searched as words or
  // ignored with a notice; of more than 32 KiB only the beginning is read, and of that at most 512
  // words. Empty: all records that satisfy the selections. Beside plain words it may hold
  //   "these words" as written, side by side      -word, NOT word   records without it
  //   repris*       words that begin so           a AND b, a OR b, (a OR b) c
  //   title:word    in the title                  country:CHN, -year:2018 ...  selections by name
  // Where no record holds all that phrases, title: and AND demand, any of the words will do, and a
  // notice says so.
  std::string text;
  std::vector<FacetSelection> selections;
  // Records whose interval overlaps it; undated ones do not. parse_iso_interval() makes one. Ends
  // that are no days, or the later one first, are an error of the search.
  std::optional<DateInterval> dates;
  SortOrder sort = SortOrder::kRelevance;
  MatchMode match = MatchMode::kAny;
  // Every word is a word: nothing is understood, and all but a star behind a word is plain text.
  bool literal = false;
  // Fill UnderstoodQuery::corrections. Costs time only where a word is hardly in the index; the
  // first such word after a commit costs a walk over the index's words (0.1 s for 100,000 of them).
  bool correct = true;
  // After the matches, records that satisfy the interpretation, or hold words that `expand` or
  // `relevant` added, but hold none of the question's words.
  bool tail = true;
  bool explain = false;  // fill Hit::explanation
  bool records = false;  // fill Hit::record, if `details`
  // The day that "last year" is counted from; none: today in UTC. Give it to repeat a search later.
  // One that is not in the calendar is an error of the search.
  std::optional<CivilDate> today;
  // Words that tell the best matches from other records are searched as well, with less weight
  // (UnderstoodQuery::added): for whoever must not miss a record that says it otherwise. They make
  // no record a match, so that total and facet counts stay what they are: they order the matches,
  // and bring records that hold any of them into the tail. A question without words is not
  // expanded. Words are chosen by the relevance model (V. Lavrenko, W. B. Croft, SIGIR 2001) and
  // its divergence from the index (C. Carpineto and others, ACM TOIS 19, 2001).
  bool expand = false;
  // Ids of records that the user marked as what is wanted: the same with words of these, which
  // weigh more; the best matches are not looked at then. Any number; an id that is there twice, and
  // records that are the same publication, count once. Marked records stay in the answer. An id
  // that no record has is an error of the search.
  std::vector<std::string> relevant;
  // Id of a record: only records like it match, which are those that hold a fifth or more of the
  // words (at most 30) that tell it, and what is marked as relevant, from other records; those of
  // the same countries, themes, mandates, sessions and bodies come first. The record itself and
  // others that are the same publication are left out. What `text` and the selections ask for must
  // hold as well. An id that no record has is an error of the search.
  std::optional<std::string> like;
  DuplicateMode duplicates = DuplicateMode::kShow;
  // The page: hits [offset, offset + limit) of matches and tail together. Any value may be given;
  // limit 0 only counts. Each hit costs a read (see `details`), so do not pass on a visitor's
  // limit.
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<FacetField> facets = {FacetField::kCountry, FacetField::kBody, FacetField::kYear};
  std::size_t facet_limit = 20;  // values a facet; years are never cut
  // False: hits hold id, score, tail and group only (no record is read, `explain` does nothing):
  // for runs of a thousand hits a question.
  bool details = true;
  // The search is given up with ErrorCode::kDeadline when it takes longer; zero or less: never.
  // Reading the question itself is not cut short: thousands of words take up to some 0.3 s.
  std::chrono::milliseconds deadline{10'000};
};

}  // namespace rapporteur
