// SPDX-License-Identifier: GPL-2.0-or-later
//
// The door to a Rapporteur index for programs:
//
//   rapporteur::Result<rapporteur::Searcher> searcher = rapporteur::Searcher::open("/srv/index");
//   if (!searcher.ok()) return report(searcher.error().message);
//   rapporteur::Question question;
//   question.text = "reprisals China 2018";
//   rapporteur::Result<rapporteur::Answer> answer = searcher->search(question);
//
// Open one Searcher when the program starts and keep it: opening loads the vocabularies, which
// costs more than a thousand searches. It may be used from any number of threads at once; moving
// and destroying it may not overlap with other calls, and one that was moved from may only be
// assigned to or destroyed. It follows a writer's commits by itself, and an index that is compacted
// or put in place of another: each call answers from the newest committed state. If the index goes
// away, calls answer with an Error until it is back. The first call after a commit reads the facets
// of the whole index into memory (some 10 ms for 100,000 records), beyond any deadline.
//
// No call throws (std::bad_alloc, and what a sink throws, excepted), prints or ends the process.
// All strings that come out are valid UTF-8 of scraped text: escape them for HTML, and look at a
// URL's scheme before linking.
//
// With CMake: find_package(rapporteur) and link rapporteur::rapporteur; otherwise pkg-config
// rapporteur. The library is static and wants C++20.
#pragma once

#include <rapporteur/answer.h>
#include <rapporteur/question.h>
#include <rapporteur/result.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur {

// A completion of what a user has typed so far.
struct Suggestion {
  std::string text;  // to put into the search box
  std::string kind;  // "country", "body", "theme": a name; "word": of titles and texts
  // Records that have the value, or hold the word (of several words the last one) as written.
  std::uint64_t count = 0;
};

// What an index holds.
struct IndexStatistics {
  std::uint64_t records = 0;
  std::uint64_t undated = 0;
  std::uint64_t without_country = 0;
  std::optional<DateInterval> dates;  // from the earliest to the latest
  double mean_words = 0.0;            // indexed words a record (the title counts twice)
  std::vector<FacetCounts> facets;    // all facets, all values, in the order of FacetField
  std::string fingerprint;            // of the index revision, as Answer::fingerprint
  std::uint64_t groups = 0;           // of two or more records that are the same publication
  std::uint64_t grouped = 0;          // records in them that another one stands for
};

// A record of a group.
struct GroupMember {
  std::string id;
  bool representative = false;
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<HitDate> date;
  std::string kind;
};

// A record as it was from one run of the indexer on.
struct RecordState {
  std::string since;                 // when the run began: "2026-11-26T02:21:00Z"
  std::string content;               // hash of title and text, 16 hexadecimal digits
  std::optional<DateInterval> date;  // of the publication
  std::uint64_t text_bytes = 0;
  std::vector<std::string> changed;  // "title", "text", "date"; none in the first
};

class Searcher {
 public:
  // Opens the index in folder `path` (relative ones from the working directory of each call).
  // kInvalidInput if `path` holds a NUL, kNotFound if there is no such folder, kNotAnIndex if it
  // holds none or one of a format this version does not know, kCorrupt or kIo if it cannot be read.
  // Nothing is locked: writers are not kept out.
  static Result<Searcher> open(const std::string& path);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Ranked, faceted answer; no match is an answer too. Errors: kInvalidInput (a selection that
  // nothing knows, dates that are no interval; the message is fit for the user), kNotFound (of
  // Question::like or relevant, an id that no record has), kDeadline; and as open() if the index
  // went away or was damaged meanwhile.
  Result<Answer> search(const Question& question) const;

  // The same, hit by hit, for answers of any size: a question with `limit` SIZE_MAX gives every
  // match and the tail, while memory holds some 40 bytes a hit and one record. All calls of `sink`
  // come from this thread, which it holds up. What it throws ends the stream and comes out of this
  // call. The order and the totals are those
  // of the revision that `fingerprint` names, whatever a writer commits meanwhile; a record that
  // was changed by the second commit from there or a later one is given as it is then, one that was
  // removed by it is left out and counted (StreamEnd), with a notice. The deadline holds until the
  // first hit. Errors as search(), and kIo or kCorrupt if its files are damaged on the way: some
  // hits may have been handed out by then. An index that is deleted or replaced meanwhile is read
  // to the end.
  Result<StreamEnd> stream(const Question& question, AnswerSink& sink) const;

  // The record with that id as one JSON object without a newline (the form that `rapporteur-index
  // add` takes); kNotFound if there is none, kCorrupt if its checksum is wrong. `duplicate_of` is
  // the representative of its group, as the indexer has found it; null in that one itself.
  Result<std::string> show(const std::string& id) const;

  // The records that are the same publication as the one with that id, itself included, the
  // representative first; that one alone if there are no others. Errors as show().
  Result<std::vector<GroupMember>> group(const std::string& id) const;

  // Since when the record with that id has been in the index, and when it changed, oldest first:
  // the first state and the latest ones, some thirty at most. None for a record that was indexed
  // by a version that kept none. kNotFound.
  Result<std::vector<RecordState>> history(const std::string& id) const;

  // Completions of `prefix`, at most `limit`: names of countries, bodies and themes the index has
  // records for, then words of its titles and texts for the last word of `prefix`; the most
  // frequent first. None where `prefix` holds no word.
  Result<std::vector<Suggestion>> suggest(const std::string& prefix, std::size_t limit = 10) const;

  // What the index holds. Walks over all records in memory: for a page that is shown now and then.
  Result<IndexStatistics> statistics() const;

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
