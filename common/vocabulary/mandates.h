// SPDX-License-Identifier: GPL-2.0-or-later
//
// Special-procedure mandates (data/bodies/mandates.tsv) and what they are called behind the words
// for their holder: "Special Rapporteur on the situation of [human rights defenders]".
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/vocabulary/phrase_matcher.h"

namespace rapporteur {

struct Mandate {
  std::string id;     // "defenders", "belarus"
  std::string label;  // English
  bool is_country = false;
};

// What a phrase of MandatePhrases is.
enum class MandatePart : std::uint16_t {
  kTopic,        // PhraseValue::entry is an index into Mandates::all()
  kHolder,       // stands before the topic
  kHolderAfter,  // stands behind it: "UN torture expert"
  kFiller,       // may stand between holder and topic
  kJoiner,       // may stand between two topics
};

// The phrases of one language; PhraseValue::kind is a MandatePart.
struct MandatePhrases {
  std::string language;  // whose stems: make a PhraseReader of WordForm::kStem with it
  PhraseMatcher matcher;
};

// Immutable once loaded; safe from any thread; copies share their data.
class Mandates {
 public:
  // From the tables inside the program. Errors name the table and the row.
  static Result<Mandates> load();

  const std::vector<Mandate>& all() const;
  // By id or label, any case; nullptr if there is none.
  const Mandate* find(std::string_view id_or_label) const;
  // The English label; `id` itself if there is no such mandate.
  std::string label(std::string_view id) const;
  // The phrases of Arabic, Chinese, English, French, Russian or Spanish; the English ones for every
  // other language.
  const MandatePhrases& phrases(std::string_view language) const;

 private:
  struct State;
  explicit Mandates(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace rapporteur
