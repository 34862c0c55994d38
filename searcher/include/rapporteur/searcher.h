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
// A Searcher may be used from any number of threads at once. It follows a writer's commits by
// itself: each call answers from the newest committed state. No call throws, prints or ends the
// process.
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
  std::string text;         // to put into the search box
  std::string kind;         // "country", "body", "theme", "word"
  std::uint64_t count = 0;  // records it would find
};

// What an index holds.
struct IndexStatistics {
  std::uint64_t records = 0;
  std::uint64_t undated = 0;
  std::uint64_t without_country = 0;
  std::optional<DateInterval> dates;  // from the earliest to the latest
  double mean_words = 0.0;            // indexed words a record (the title counts twice)
  std::vector<FacetCounts> facets;    // all facets, all values
  std::string fingerprint;
};

class Searcher {
 public:
  // Opens the index in folder `path`. kNotFound if there is no such folder, kNotAnIndex if it holds
  // none or one of a format this version does not know.
  static Result<Searcher> open(const std::string& path);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Ranked, faceted answer. Errors: kInvalidInput (a selection that nothing knows), kDeadline,
  // kCorrupt, kIo.
  Result<Answer> search(const Question& question) const;

  // The record with that id as one JSON object without a newline; kNotFound if there is none.
  Result<std::string> show(const std::string& id) const;

  // Completions of `prefix`, best first, at most `limit`: names of countries, bodies and themes the
  // index has records for, and words of its titles and texts.
  Result<std::vector<Suggestion>> suggest(const std::string& prefix, std::size_t limit = 10) const;

  Result<IndexStatistics> statistics() const;

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
