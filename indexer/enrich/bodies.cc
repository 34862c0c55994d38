// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/bodies.h"

#include <algorithm>

#include "common/vocabulary/countries.h"

namespace rapporteur {

namespace {

bool is_romance(std::string_view language) {
  return language == "fr" || language == "es" || language == "pt" || language == "it" ||
         language == "ca";
}

bool is_latin_word(const BodyName& name) {
  return static_cast<unsigned char>(name.words.front().front()) < 0x80;
}

// One word of a Latin alphabet may mean something else in another language (CPI, HCR).
bool fits_language(const BodyName& name, const std::string& language) {
  if (name.language == "en" || name.words.size() > 1 || !is_latin_word(name)) return true;
  return language.empty() || name.language == language ||
         (is_romance(language) && name.match == BodyNameMatch::kExact);
}

class Finder {
 public:
  Finder(const BodyPhrases& phrases, const CutText& text, const std::vector<PhraseMatch>& matches)
      : bodies_(phrases.bodies()), text_(text), matches_(matches) {}

  std::vector<BodyFound> find() {
    collect_cues();
    std::vector<PhraseMatch> candidates = written_right();
    longest_only(candidates);
    for (const PhraseMatch& match : candidates) {
      if (name_of(match).body != BodyName::kNoBody && name_of(match).match != BodyNameMatch::kShort)
        full_.push_back(match);
    }
    find_redefinitions();
    std::vector<bool> named(bodies_.all().size(), false);
    std::vector<BodyFound> found;
    for (const PhraseMatch& match : full_) {
      if (!counts(match)) continue;
      named[name_of(match).body] = true;
      found.push_back(as_found(match));
    }
    for (const PhraseMatch& match : candidates) {
      const BodyName& name = name_of(match);
      if (name.match == BodyNameMatch::kShort && name.body != BodyName::kNoBody && named[name.body])
        found.push_back(as_found(match));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const BodyFound& a, const BodyFound& b) { return a.first < b.first; });
    return found;
  }

 private:
  const BodyName& name_of(const PhraseMatch& match) const {
    return bodies_.names()[match.value.entry];
  }

  const Token* tokens_at(const PhraseMatch& match) const { return &text_.tokens.list[match.first]; }

  BodyFound as_found(const PhraseMatch& match) const {
    return {name_of(match).body, match.first, match.length, &name_of(match)};
  }

  void collect_cues() {
    context_.assign(bodies_.contexts().size(), false);
    treaty_word_.assign(text_.size(), false);
    for (const PhraseMatch& match : matches_) {
      if (kind_of(match) == BodyPhrase::kContext) {
        const BodyCue& cue = bodies_.contexts()[match.value.entry];
        if (has_capitals(cue.cases, tokens_at(match))) context_[match.value.entry] = true;
      } else if (kind_of(match) == BodyPhrase::kTreatyWord) {
        for (std::uint32_t i = 0; i < match.length; ++i) treaty_word_[match.first + i] = true;
      }
    }
  }

  // The names whose letters are as the table wants them.
  std::vector<PhraseMatch> written_right() const {
    std::vector<PhraseMatch> right;
    for (const PhraseMatch& match : matches_) {
      if (kind_of(match) != BodyPhrase::kName) continue;
      const BodyName& name = name_of(match);
      if (!fits_language(name, text_.language)) continue;
      const bool agrees = name.match == BodyNameMatch::kAny ? true
                          : name.is_acronym() ? has_same_cases(name.cases, tokens_at(match))
                                              : has_capitals(name.cases, tokens_at(match));
      if (agrees) right.push_back(match);
    }
    return right;
  }

  // "(ICJ)": the match is all that stands between two brackets.
  bool in_brackets(const PhraseMatch& match) const {
    const Token& first = text_.tokens.list[match.first];
    const Token& last = text_.tokens.list[match.first + match.length - 1];
    return first.begin > 0 && text_.text[first.begin - 1] == '(' && last.end < text_.text.size() &&
           text_.text[last.end] == ')';
  }

  bool is_named_before(std::uint16_t body, std::uint32_t token) const {
    constexpr std::uint32_t kLongestName = 24;
    auto other = std::lower_bound(
        full_.begin(), full_.end(), token > kLongestName ? token - kLongestName : 0,
        [](const PhraseMatch& match, std::uint32_t at) { return match.first < at; });
    for (; other != full_.end() && other->first < token; ++other) {
      const std::uint32_t end = other->first + other->length;
      if (name_of(*other).body == body && end <= token && token - end <= 3) return true;
    }
    return false;
  }

  // True if the words before token `at` spell `acronym` with their first letters, small words and
  // hyphens aside: "International Commission of Jurists (ICJ)".
  bool is_spelt_before(std::string_view acronym, std::uint32_t at) const {
    std::size_t left = acronym.size();
    const std::uint32_t earliest = at > 12 ? at - 12 : 0;
    for (std::uint32_t i = at; i-- > earliest && left > 0;) {
      const std::string_view word = text_.tokens.folded(i);
      if (word.front() == acronym[left - 1]) {
        --left;
      } else if (word.size() > 3 && word != "against" && word != "toward") {
        return false;
      }
      if (text_.starts_sentence(i)) break;
    }
    return left == 0;
  }

  bool treaty_stands_before(std::uint32_t at) const {
    const std::uint32_t earliest = at > 14 ? at - 14 : 0;
    for (std::uint32_t i = at; i-- > earliest;) {
      if (treaty_word_[i]) return true;
      if (text_.starts_sentence(i)) return false;
    }
    return false;
  }

  // Acronyms that the text itself gives to something else.
  void find_redefinitions() {
    redefined_.assign(bodies_.all().size(), false);
    for (const PhraseMatch& match : full_) {
      const BodyName& name = name_of(match);
      if (!name.is_acronym() || match.length != 1 || !in_brackets(match)) continue;
      if (is_named_before(name.body, match.first)) continue;
      if (treaty_stands_before(match.first) || is_spelt_before(name.words.front(), match.first)) {
        redefined_[name.body] = true;
      }
    }
  }

  bool has_context(const BodyName& name) const {
    return std::any_of(name.context.begin(), name.context.end(),
                       [&](std::uint16_t cue) { return context_[cue]; });
  }

  // "article 2 of CEDAW", "CRC article 12", "States parties to CERD".
  bool means_treaty(const PhraseMatch& match) const {
    constexpr int kNear = 4;  // words, numbers aside
    int words = 0;
    for (std::uint32_t at = match.first; at-- > 0 && words < kNear;) {
      if (treaty_word_[at]) return true;
      if (text_.starts_sentence(at + 1)) break;
      const char first = text_.tokens.folded(at).front();
      if (first < '0' || first > '9') ++words;
    }
    for (std::uint32_t at = match.first + match.length;
         at < text_.size() && at < match.first + match.length + 1; ++at) {
      if (text_.starts_sentence(at)) break;
      if (treaty_word_[at]) return true;
    }
    return false;
  }

  bool counts(const PhraseMatch& match) const {
    const BodyName& name = name_of(match);
    if (name.is_acronym() && redefined_[name.body]) return false;
    switch (name.match) {
      case BodyNameMatch::kWeak:
        return has_context(name);
      case BodyNameMatch::kTreaty:
        return !means_treaty(match);
      case BodyNameMatch::kTreatyWeak:
        return has_context(name) && !means_treaty(match);
      default:
        return true;
    }
  }

  const Bodies& bodies_;
  const CutText& text_;
  const std::vector<PhraseMatch>& matches_;
  std::vector<PhraseMatch> full_;  // names that are not short forms
  std::vector<bool> context_;      // by Bodies::contexts(): found in the text
  std::vector<bool> treaty_word_;  // by token
  std::vector<bool> redefined_;    // by body
};

}  // namespace

std::vector<BodyFound> find_bodies(const BodyPhrases& phrases, const CutText& text,
                                   const std::vector<PhraseMatch>& matches) {
  return Finder(phrases, text, matches).find();
}

std::vector<BodyFound> find_short_forms(const BodyPhrases& phrases,
                                        const std::vector<PhraseMatch>& matches,
                                        std::uint16_t body) {
  std::vector<PhraseMatch> names;
  for (const PhraseMatch& match : matches) {
    if (kind_of(match) == BodyPhrase::kName) names.push_back(match);
  }
  longest_only(names);
  std::vector<BodyFound> found;
  for (const PhraseMatch& match : names) {
    const BodyName& name = phrases.bodies().names()[match.value.entry];
    if (name.match == BodyNameMatch::kShort && name.body == body)
      found.push_back({body, match.first, match.length, &name});
  }
  return found;
}

}  // namespace rapporteur
