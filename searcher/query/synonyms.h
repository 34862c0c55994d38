// SPDX-License-Identifier: GPL-2.0-or-later
//
// Other ways to say what a question says, in any of its languages: data/search/synonyms.tsv.
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/vocabulary/phrase_matcher.h"
#include "searcher/query/parse.h"

namespace rapporteur {

// A wording that means the same as words of the question.
struct Synonym {
  std::string language;  // ISO 639-1
  std::string wording;   // as in the table
};

// A concept that the question names.
struct ConceptMention {
  std::string id;   // of the table's row
  TextRange range;  // the words that name it
  std::vector<Synonym> others;
};

// Immutable; any thread.
class Synonyms {
 public:
  static Result<Synonyms> load();

  // The concepts that `text` (valid UTF-8) names, in order; of those that overlap the longest.
  // Their other wordings in `languages`, those that differ from the words said by a plural only
  // left out; concepts without any are left out too.
  std::vector<ConceptMention> find(std::string_view text,
                                   const std::vector<std::string>& languages) const;

 private:
  struct Wording {
    std::uint32_t row = 0;  // concept
    std::string language;
    std::string text;
    std::string key;  // of its words, to tell the same wording again
  };
  std::vector<std::string> ids_;
  std::vector<Wording> wordings_;          // by concept
  std::vector<std::uint32_t> row_starts_;  // one more than concepts
  PhraseMatcher matcher_;                  // entry: index into wordings_
};

}  // namespace rapporteur
