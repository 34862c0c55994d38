// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/stemmer.h"

#include <xapian.h>

#include <array>
#include <unordered_map>
#include <utility>

#include "common/text/arabic_stem.h"
#include "common/text/tokenizer.h"

namespace rapporteur {

namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 26> kStemmers = {{
    {"ar", "arabic"},     {"ca", "catalan"},  {"da", "danish"},     {"de", "german2"},
    {"en", "english"},    {"es", "spanish"},  {"eu", "basque"},     {"fi", "finnish"},
    {"fr", "french"},     {"ga", "irish"},    {"hu", "hungarian"},  {"hy", "armenian"},
    {"id", "indonesian"}, {"it", "italian"},  {"lt", "lithuanian"}, {"nb", "norwegian"},
    {"ne", "nepali"},     {"nl", "dutch"},    {"nn", "norwegian"},  {"no", "norwegian"},
    {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"},    {"sv", "swedish"},
    {"ta", "tamil"},      {"tr", "turkish"},
}};

Xapian::Stem make_stem(std::string_view language) {
  for (const auto& [code, name] : kStemmers) {
    if (code != language) continue;
    try {
      return Xapian::Stem(name);
    } catch (const Xapian::InvalidArgumentError&) {
      break;  // a Xapian built without it
    }
  }
  return Xapian::Stem();
}

}  // namespace

struct Stemmer::State {
  struct Stems {
    std::string with_accents;
    std::string without_accents;
  };
  Xapian::Stem stem;
  bool is_arabic = false;
  std::unordered_map<std::string, Stems> cache;
  static constexpr std::size_t kCacheSize = 1u << 17;

  const Stems& look_up(std::string_view word) {
    if (cache.size() >= kCacheSize) cache.clear();
    const auto [entry, is_new] = cache.try_emplace(std::string(word));
    if (is_new) {
      if (is_arabic) {
        entry->second.with_accents = arabic_light_stem(fold(word));
        entry->second.without_accents = entry->second.with_accents;
        return entry->second;
      }
      const std::string lower = fold_case(word);
      const std::string plain = fold(word);
      entry->second.with_accents = fold(stem(lower));
      entry->second.without_accents =
          lower == plain ? entry->second.with_accents : fold(stem(plain));
    }
    return entry->second;
  }
};

Stemmer::Stemmer(std::string_view language) : state_(std::make_unique<State>()) {
  state_->stem = make_stem(language);
  state_->is_arabic = language == "ar";
}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view word) {
  return state_->look_up(word).with_accents;
}

std::string_view Stemmer::stem_without_accents(std::string_view word) {
  return state_->look_up(word).without_accents;
}

const std::vector<std::string>& stemmed_languages() {
  static const std::vector<std::string> languages = [] {
    std::vector<std::string> codes;
    for (const auto& [code, name] : kStemmers) codes.emplace_back(code);
    return codes;
  }();
  return languages;
}

}  // namespace rapporteur
