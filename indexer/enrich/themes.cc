// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/themes.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "common/vocabulary/countries.h"
#include "common/vocabulary/phrase_reader.h"
#include "indexer/enrich/word_ids.h"

namespace rapporteur {

namespace {

// How much a wording tells where it stands, in mentions of a theme's own wording. A text of up to
// kShortText words needs one to be about a theme, a longer one more, up to kMostNeeded.
struct Telling {
  double title;
  double lead;  // the first kLead words behind the title
  double text;
};
constexpr Telling kOwnTells{4, 1.6, 1};
constexpr Telling kCommonTells{1.2, 0.5, 0.4};
constexpr Telling kWeakTells{0.55, 0.25, 0.2};
constexpr std::uint32_t kLead = 60;
constexpr double kShortText = 150;
constexpr double kMostNeeded = 14;

const Telling& telling_of(ThemeMatch match) {
  if (match == ThemeMatch::kCommon) return kCommonTells;
  return match == ThemeMatch::kWeak ? kWeakTells : kOwnTells;
}

double mentions_needed(std::uint32_t words) {
  if (words <= kShortText) return 1;
  return std::min(kMostNeeded, std::sqrt(words / kShortText) + 0.5);
}

}  // namespace

struct ThemeTagger::State {
  struct Reader {
    const ThemePhrases* phrases;
    PhraseReader names;
    WordIds words;
  };
  struct Sum {
    double mentions = 0;
    double best = 0;  // what the strongest mention told
    std::uint32_t first = 0;
    std::uint32_t length = 0;
  };

  const Themes* themes;
  std::unordered_map<std::string, Reader> readers;  // by language of the phrases
  std::vector<PhraseMatch> matches;
  std::vector<Sum> sums;

  Reader& reader_of(const std::string& language) {
    const ThemePhrases& phrases = themes->phrases(language);
    auto reader = readers.find(phrases.language);
    if (reader == readers.end()) {
      reader = readers
                   .emplace(phrases.language,
                            Reader{&phrases, PhraseReader(phrases.matcher, WordForm::kStem,
                                                          phrases.language), {}})
                   .first;
    }
    return reader->second;
  }

  void add(const CutText& text, const PhraseMatch& match, const ThemeWording& wording) {
    const Telling& telling = telling_of(wording.match);
    const double told = match.first < text.title_tokens           ? telling.title
                        : match.first < text.title_tokens + kLead ? telling.lead
                                                                  : telling.text;
    Sum& sum = sums[wording.theme];
    sum.mentions += told;
    if (told > sum.best) {
      sum.best = told;
      sum.first = match.first;
      sum.length = match.length;
    }
  }
};

ThemeTagger::ThemeTagger(const Themes& themes) : state_(std::make_unique<State>()) {
  state_->themes = &themes;
}
ThemeTagger::~ThemeTagger() = default;
ThemeTagger::ThemeTagger(ThemeTagger&&) noexcept = default;
ThemeTagger& ThemeTagger::operator=(ThemeTagger&&) noexcept = default;

std::vector<ThemeFound> ThemeTagger::tag(const CutText& text) {
  State::Reader& reader = state_->reader_of(text.language);
  const ThemePhrases& phrases = *reader.phrases;
  const auto& ids = reader.words.read(text, [&](std::string_view word, std::string_view folded) {
    return reader.names.id_of(word, folded);
  });
  phrases.matcher.find(ids, state_->matches);
  std::erase_if(state_->matches, [&](const PhraseMatch& match) {
    const ThemeWording& wording = phrases.wordings[match.value.entry];
    return wording.match == ThemeMatch::kExact &&
           !has_same_cases(wording.cases, &text.tokens.list[match.first]);
  });
  longest_only(state_->matches);

  state_->sums.assign(state_->themes->all().size(), {});
  for (const PhraseMatch& match : state_->matches) {
    state_->add(text, match, phrases.wordings[match.value.entry]);
  }
  const double needed = mentions_needed(text.size());
  std::vector<ThemeFound> found;
  for (std::size_t i = 0; i < state_->sums.size(); ++i) {
    const State::Sum& sum = state_->sums[i];
    if (sum.mentions < needed) continue;
    found.push_back({static_cast<std::uint16_t>(i), sum.mentions / needed, sum.first, sum.length});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const ThemeFound& a, const ThemeFound& b) { return a.score > b.score; });
  if (found.size() > kMostThemes) found.resize(kMostThemes);
  return found;
}

}  // namespace rapporteur
