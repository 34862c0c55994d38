// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "common/vocabulary/phrase_matcher.h"
#include "indexer/enrich/cut_text.h"

namespace rapporteur {

// What the words of texts are in one PhraseMatcher: a spelling is looked up once, and from then on
// its number tells. One a thread.
class WordIds {
 public:
  // The ids of all words of `text`, in order, good until the next call. `look_up(spelling, folded)`
  // gives the id of a word that was not met before, and must always give the same.
  template <typename LookUp>
  const std::vector<PhraseMatcher::WordId>& read(const CutText& text, LookUp look_up) {
    if (numbering_ != text.numbering) {
      known_.clear();
      numbering_ = text.numbering;
    }
    if (known_.size() < text.spelling_count) known_.resize(text.spelling_count, kNotMet);
    ids_.resize(text.size());
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      PhraseMatcher::WordId& id = known_[text.spellings[i]];
      if (id == kNotMet) id = look_up(text.spelling(i), text.tokens.folded(i));
      ids_[i] = id;
    }
    return ids_;
  }

 private:
  static constexpr auto kNotMet = std::numeric_limits<PhraseMatcher::WordId>::max();

  std::uint64_t numbering_ = 0;
  std::vector<PhraseMatcher::WordId> known_;  // by number of the spelling
  std::vector<PhraseMatcher::WordId> ids_;
};

}  // namespace rapporteur
