// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words for spelling help of the newest index revision, made when the first doubtful word is
// asked for.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "searcher/index/reader.h"
#include "searcher/query/names.h"
#include "searcher/spelling/spelling_words.h"

namespace rapporteur {

// Any thread. Words in Latin letters and all others are kept apart, since the names of countries in
// other scripts take long to make and most questions never need them.
class SpellingStore {
 public:
  // The words of `view` in the script of `folded`. The first call after a commit walks over the
  // index's words: some 0.1 s for 100,000 of them. Throws Xapian::Error.
  std::shared_ptr<const SpellingWords> words_for(std::string_view folded, const IndexView& view,
                                                 const QuestionNames& names);

 private:
  struct Cached {
    std::mutex mutex;  // threads that want the same words wait for the one that gathers them
    std::string fingerprint;
    std::shared_ptr<const SpellingWords> words;
  };
  Cached latin_;
  Cached others_;
};

}  // namespace rapporteur
