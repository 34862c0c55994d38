// SPDX-License-Identifier: GPL-2.0-or-later
//
// Snowball stems, with a cache, for one language.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// One a thread. Languages without a stemmer leave words as they are.
class Stemmer {
 public:
  // `language` is ISO 639-1 ("en", "fr"...); anything unknown or empty means no stemming.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The accent-folded stem of a source word (any case, accents kept): stemmed with its accents,
  // then folded, so that the language's endings are seen. The view is good until the next call.
  std::string_view stem(std::string_view word);

  // The stem of the word as somebody types it without accents; differs from stem() for some
  // accented words only. Both are indexed, so either spelling finds the other.
  std::string_view stem_without_accents(std::string_view word);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The languages that have a stemmer, ISO 639-1, sorted.
const std::vector<std::string>& stemmed_languages();

}  // namespace rapporteur
