// SPDX-License-Identifier: GPL-2.0-or-later
//
// Human rights themes (data/themes) and the wordings that tell them.
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "common/vocabulary/phrase_matcher.h"

namespace rapporteur {

struct Theme {
  std::string id;     // "enforced-disappearances"
  std::string label;  // English
};

enum class ThemeMatch : std::uint8_t {
  kOwn,     // the wording is the theme's own
  kExact,   // the same, every letter as written
  kCommon,  // other texts hold it too: enough in a question or in the title of a short text
  kWeak,    // it only supports
};

// A wording of a theme, in stems of its language.
struct ThemeWording {
  std::uint16_t theme = 0;  // index into Themes::all()
  ThemeMatch match = ThemeMatch::kOwn;
  std::vector<std::string> words;  // in WordForm::kStem
  std::vector<LetterCase> cases;   // of an exact wording
};

// The wordings of one language, ready to be found. PhraseValue::entry is an index into `wordings`.
struct ThemePhrases {
  std::string language;  // whose stems: make a PhraseReader of WordForm::kStem with it
  std::vector<ThemeWording> wordings;
  PhraseMatcher matcher;
};

// Immutable once loaded; safe from any thread; copies share their data.
class Themes {
 public:
  // From the tables inside the program. Errors name the table and the row.
  static Result<Themes> load();

  // In the order of themes.tsv.
  const std::vector<Theme>& all() const;
  // By id, label or wording (not a weak one) in any of the six languages; case does not matter.
  // nullptr if there is none.
  const Theme* find(std::string_view id_or_wording) const;
  // The English label; `id` itself if there is no such theme.
  std::string label(std::string_view id) const;

  // The wordings of `language` (ISO 639-1): Arabic, Chinese, English, French, Russian or Spanish;
  // the English ones for every other.
  const ThemePhrases& phrases(std::string_view language) const;
  // The languages there are wordings in.
  const std::vector<std::string>& languages() const;

 private:
  struct State;
  explicit Themes(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace rapporteur
