// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether two records are the same publication, decided on their words. Wrongly holding two
// publications for one hides one of them, so whatever speaks against it decides: another year, case
// number, person or country in the place of the first one is another publication, however much of
// the wording is shared.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/record/record.h"

namespace rapporteur {

// A record's words as they are compared. Made by a TextPreparer.
struct ComparedText {
  struct Word {
    std::uint64_t hash = 0;  // of the folded word
    bool is_fact = false;    // a number, or written like a name
    std::int16_t year = 0;   // 1900 to 2099, else 0
    bool is_number = false;
  };
  struct Shingle {
    std::uint64_t hash = 0;      // of kShingleWords words
    std::uint32_t position = 0;  // of the first of them
  };

  std::vector<Word> words;
  std::vector<Shingle> shingles;  // by hash, then position
  std::vector<Word> title;
  std::string title_tag;  // what it ends with in brackets
  std::string url;        // canonical; empty: none
  bool is_teaser = false;
  std::string language;
  std::int32_t from = 0;  // days since 1970-01-01; from > to: undated
  std::int32_t to = -1;
  std::vector<std::string> sessions;
  std::vector<std::string> symbols;
  std::vector<std::string> countries;  // the primary ones
};

// Keeps a tokenizer: one object a thread.
class TextPreparer {
 public:
  TextPreparer();
  ~TextPreparer();
  ComparedText prepare(const Record& record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Days between two dates, as {from, to} in days since 1970-01-01; 0 where they overlap.
std::int32_t days_between(std::pair<std::int32_t, std::int32_t> a,
                          std::pair<std::int32_t, std::int32_t> b);

// How far the dates of one publication's copies may lie apart.
inline constexpr std::int32_t kMostDaysApart = 31;

enum class Likeness {
  kNone,
  kSame,     // the same text, but for small edits and what stands around it
  kExcerpt,  // one is a teaser or the beginning of the other
};

Likeness compare(const ComparedText& a, const ComparedText& b);

}  // namespace rapporteur
