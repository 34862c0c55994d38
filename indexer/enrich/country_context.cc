// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/country_context.h"

#include <algorithm>
#include <string>

namespace rapporteur {

namespace {

using Effect = CountryCue::Effect;

bool is_capital(const Token& token) {
  return token.letter_case == LetterCase::kTitle || token.letter_case == LetterCase::kUpper;
}

// True if only white space, or the dot of an abbreviation, stands between two neighbouring tokens.
bool side_by_side(std::string_view text, const Token& left, const Token& right) {
  if (right.begin < left.end || right.begin - left.end > 2) return false;
  for (std::uint32_t i = left.end; i < right.begin; ++i) {
    const char c = text[i];
    if (c != ' ' && c != '\xc2' && c != '\xa0' && !(c == '.' && i == left.end)) return false;
  }
  return true;
}

bool has_cue(const CountryPart& part, std::uint32_t token, Effect effect) {
  const auto at = std::lower_bound(
      part.cues.begin(), part.cues.end(), token,
      [](const CueFound& cue, std::uint32_t wanted) { return cue.first < wanted; });
  for (auto cue = at; cue != part.cues.end() && cue->first == token; ++cue) {
    if (cue->cue->effect == effect) return true;
  }
  return false;
}

// "Michael Jordan", "Israel Lopez": a name that people have as well, beside another of theirs.
bool is_person(const CountryMatcher& matcher, const CountryPart& part, const NameFound& found) {
  if (found.length != 1 || !matcher.is_personal(*found.meanings.front())) return false;
  const auto& list = part.tokens.list;
  const std::uint32_t at = found.first;
  if (at > 0 && is_capital(list[at - 1]) && side_by_side(part.text, list[at - 1], list[at]) &&
      has_cue(part, at - 1, Effect::kGivenName)) {
    return true;
  }
  return at + 1 < list.size() && list[at + 1].glue == Glue::kNone && !list[at + 1].sentence_start &&
         side_by_side(part.text, list[at], list[at + 1]) && has_cue(part, at + 1, Effect::kSurname);
}

// Whether the sentence around a token has words in small letters besides the little ones: in a
// headline capitals tell nothing.
bool in_running_text(const CountryPart& part, std::uint32_t token) {
  constexpr std::uint32_t kLongWord = 4;  // bytes
  constexpr int kEnough = 2;
  constexpr std::uint32_t kReach = 25;  // tokens to either side
  const auto& list = part.tokens.list;
  std::uint32_t first = token;
  while (first > 0 && token - first < kReach && !list[first].sentence_start) --first;
  int words = 0;
  for (std::uint32_t at = first; at < list.size() && at < token + kReach; ++at) {
    if (at > token && list[at].sentence_start) break;
    words +=
        list[at].letter_case == LetterCase::kLower && list[at].end - list[at].begin >= kLongWord;
  }
  return words >= kEnough;
}

// "Jordan Ellery, who", "Ms. Chelsea Ireland": names that no table knows. "Jordan Times" and
// "Israel Prison Service" are no persons.
bool may_be_person(const CountryMatcher& matcher, const CountryPart& part, std::size_t index) {
  const NameFound& found = part.names[index];
  if (found.length != 1 || matcher.has_capital_nouns() ||
      !matcher.is_personal(*found.meanings.front()))
    return false;
  const auto& list = part.tokens.list;
  const std::uint32_t at = found.first;
  const auto is_name = [&](std::uint32_t token) {
    return list[token].letter_case == LetterCase::kTitle && list[token].glue == Glue::kNone;
  };
  if (at > 1 && is_name(at - 1) && side_by_side(part.text, list[at - 1], list[at]) &&
      side_by_side(part.text, list[at - 2], list[at - 1]) &&
      has_cue(part, at - 2, Effect::kGivenName)) {
    return true;
  }
  const std::uint32_t next = at + 1;
  if (next >= list.size() || !is_name(next) || list[next].sentence_start ||
      !side_by_side(part.text, list[at], list[next]) || has_cue(part, next, Effect::kInstitution))
    return false;
  if (index + 1 < part.names.size() && part.names[index + 1].first == next) return false;
  const bool goes_on = next + 1 < list.size() && is_capital(list[next + 1]) &&
                       !list[next + 1].sentence_start &&
                       side_by_side(part.text, list[next], list[next + 1]);
  return !goes_on && in_running_text(part, at);
}

bool joins_languages(std::string_view word) {
  return word == "and" || word == "or" || word == "et" || word == "ou" || word == "y" ||
         word == "o" || word == "и" || word == "или";
}

bool opens_languages(std::string_view word) {
  return word == "in" || word == "into" || word == "from" || word == "speaks" || word == "speak" ||
         word == "language" || word == "languages" || word == "fluent" || word == "parle" ||
         word == "parlent" || word == "parler" || word == "habla" || word == "hablan" ||
         word == "hablar" || word == "говорит" || word == "говорят";
}

// "available in Arabic, French and Spanish": a row of languages that "in" opens and no noun
// follows.
bool is_language(const CountryPart& part, const NameFound& found) {
  if (found.length != 1 || !has_cue(part, found.first, Effect::kLanguage)) return false;
  const auto& list = part.tokens.list;
  const Token& word = list[found.first];
  if (word.begin > 0 && part.text[word.begin - 1] == '[' && word.end < part.text.size() &&
      part.text[word.end] == ']') {
    return true;  // "Newsletter, March 1991 [Russian]"
  }
  std::uint32_t first = found.first;
  while (first > 0 && (has_cue(part, first - 1, Effect::kLanguage) ||
                       joins_languages(part.tokens.folded(first - 1)))) {
    --first;
  }
  if (first == 0 || !opens_languages(part.tokens.folded(first - 1))) return false;
  std::uint32_t last = found.first;
  while (last + 1 < list.size() && (has_cue(part, last + 1, Effect::kLanguage) ||
                                    joins_languages(part.tokens.folded(last + 1)))) {
    ++last;
  }
  if (last + 1 == list.size() || list[last + 1].sentence_start) return true;
  return !side_by_side(part.text, list[last], list[last + 1]) ||
         part.tokens.folded(last + 1) == "only" || part.tokens.folded(last + 1) == "at" ||
         part.tokens.folded(last + 1) == "on" || part.tokens.folded(last + 1) == "with" ||
         part.tokens.folded(last + 1) == "by";
}

// A name between the names of other countries, with commas: "Chad, Congo, Gabon".
bool stands_in_list(const CountryPart& part, std::size_t index) {
  const NameFound& found = part.names[index];
  const auto near = [&](const NameFound& left, const NameFound& right) {
    const std::uint32_t gap = right.first - (left.first + left.length);
    if (gap > 1) return false;
    const std::uint32_t end = part.tokens.list[left.first + left.length - 1].end;
    const std::uint32_t begin = part.tokens.list[right.first].begin;
    return part.text.substr(end, begin - end).find(',') != std::string_view::npos;
  };
  const bool before = index > 0 && near(part.names[index - 1], found);
  const bool after = index + 1 < part.names.size() && near(found, part.names[index + 1]);
  return before && after;
}

bool has_several(const NameFound& found) {
  return std::any_of(found.meanings.begin(), found.meanings.end(), [&](const CountryName* name) {
    return name->country != found.meanings.front()->country;
  });
}

// A weak name of a country beside another country: "Того и Бенин", "Maurice, Madagascar".
bool stands_beside(const CountryPart& part, std::size_t index) {
  const auto beside = [&](std::size_t left, std::size_t right) {
    const NameFound& first = part.names[left];
    const NameFound& second = part.names[right];
    const std::uint32_t behind = first.first + first.length;
    if (second.first - behind > 1) return false;
    if (second.first == behind + 1 && !joins_languages(part.tokens.folded(behind))) return false;
    const NameFound& other = left == index ? second : first;
    const std::uint32_t gap =
        part.tokens.list[second.first].begin - part.tokens.list[behind - 1].end;
    return gap > 1 && other.meanings.front()->match != NameMatch::kWeak &&
           other.meanings.front()->kind == CountryNameKind::kEveryday;
  };
  return (index > 0 && beside(index - 1, index)) ||
         (index + 1 < part.names.size() && beside(index, index + 1));
}

// Joined to `country` by "and": what the name means is another one ("Oman and Jordan").
bool is_joined_to(const CountryPart& part, std::size_t index, std::uint16_t country) {
  const auto joined_to = [&](std::size_t left, std::size_t right, std::size_t other) {
    const NameFound& meant = part.names[other];
    if (has_several(meant) || meant.meanings.front()->country != country) return false;
    const std::uint32_t behind = part.names[left].first + part.names[left].length;
    const std::uint32_t next = part.names[right].first;
    if (next == behind) return part.tokens.folded(next).starts_with("و");
    return next == behind + 1 && joins_languages(part.tokens.folded(behind));
  };
  return (index > 0 && joined_to(index - 1, index, index - 1)) ||
         (index + 1 < part.names.size() && joined_to(index, index + 1, index + 1));
}

// What `country`'s name beside an ambiguous one says of it: "USA (Georgia)" and "Georgia (USA)"
// tell the place in that country, "USA: Georgia to execute" nearly does.
double speaks_for_place(const CountryPart& part, std::size_t index, std::uint16_t country) {
  constexpr double kDecisive = 5.0;
  constexpr double kHeading = 0.5;
  const auto between = [&](std::size_t left, std::size_t other) -> std::string_view {
    const NameFound& first = part.names[left];
    const NameFound& second = part.names[left + 1];
    const NameFound& named = part.names[other];
    if (second.first != first.first + first.length) return {};
    if (has_several(named) || named.meanings.front()->country != country) return {};
    const std::uint32_t end = part.tokens.list[second.first - 1].end;
    return part.text.substr(end, part.tokens.list[second.first].begin - end);
  };
  if (index + 1 < part.names.size() && between(index, index + 1) == " (") return kDecisive;
  if (index == 0) return 0.0;
  const std::string_view before = between(index - 1, index - 1);
  return before == " (" ? kDecisive : before == ": " ? kHeading : 0.0;
}

bool is_group(const NameFound& found) {
  return found.meanings.front()->kind == CountryNameKind::kGroup;
}

// What speaks for each country before ambiguous and weak names are looked at.
class Support {
 public:
  explicit Support(std::size_t countries) : by_country_(countries, 0.0) {}

  void count(const NameFound& found) {
    const CountryName& name = *found.meanings.front();
    if (is_group(found) || has_several(found) || name.match == NameMatch::kWeak) return;
    by_country_[name.country] += 1.0;
  }

  double of(std::uint16_t country) const { return by_country_[country]; }

 private:
  std::vector<double> by_country_;
};

// How many tokens away a cue still speaks for a name; those of the title always do.
constexpr std::uint32_t kCueReach = 80;

double cues_for(const std::vector<CountryPart>& parts, std::size_t part, const NameFound& found,
                const CountryName& name) {
  double hits = 0;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if (p != part && p != 0) continue;
    for (const CueFound& cue : parts[p].cues) {
      if (cue.cue->effect != Effect::kFor || cue.cue->country != name.country) continue;
      if (cue.cue->name != name.words) continue;
      const bool near = cue.first < found.first + kCueReach && found.first < cue.first + kCueReach;
      if (p == 0 || near) hits += 1;
    }
  }
  return std::min(hits, 3.0);
}

// How much more must speak for another country than for the one that is meant by default.
constexpr double kMargin = 0.9;
// A place of the same name in another country needs more than that country's being mentioned.
constexpr double kPlaceSupport = 0.5;

const CountryName* choose(const std::vector<CountryPart>& parts, std::size_t part,
                          const Support& support, std::size_t index) {
  const NameFound& found = parts[part].names[index];
  const CountryName* best = found.meanings.front();
  const auto score = [&](const CountryName& name) {
    const double mentions = support.of(name.country);
    const double cues = cues_for(parts, part, found, name);
    if (name.kind != CountryNameKind::kPlace) return mentions + cues;
    return kPlaceSupport * std::min(mentions, 2.0) + cues +
           speaks_for_place(parts[part], index, name.country);
  };
  double best_score = score(*best) + kMargin;
  for (const CountryName* name : found.meanings) {
    if (name->country == found.meanings.front()->country) continue;
    if (is_joined_to(parts[part], index, name->country)) continue;
    if (const double here = score(*name); here > best_score) {
      best = name;
      best_score = here;
    }
  }
  return best;
}

}  // namespace

std::vector<CountrySighting> decide_countries(const CountryMatcher& matcher,
                                              std::size_t country_count,
                                              const std::vector<CountryPart>& parts) {
  Support support(country_count);
  std::vector<std::vector<bool>> dropped(parts.size());
  std::vector<std::pair<std::size_t, std::size_t>> doubtful;  // part, name
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (std::size_t i = 0; i < parts[p].names.size(); ++i) {
      const NameFound& found = parts[p].names[i];
      const bool drop = is_person(matcher, parts[p], found) || is_language(parts[p], found);
      dropped[p].push_back(drop);
      if (drop) continue;
      if (may_be_person(matcher, parts[p], i)) {
        doubtful.emplace_back(p, i);
      } else {
        support.count(found);
      }
    }
  }
  for (const auto& [p, i] : doubtful) {
    const auto& meanings = parts[p].names[i].meanings;
    dropped[p][i] = std::none_of(meanings.begin(), meanings.end(), [&](const CountryName* name) {
      return support.of(name->country) > 0;
    });
  }

  std::vector<CountrySighting> sightings;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const CountryPart& part = parts[p];
    for (std::size_t i = 0; i < part.names.size(); ++i) {
      if (dropped[p][i]) continue;
      const NameFound& found = part.names[i];
      CountrySighting sighting;
      sighting.part = static_cast<std::uint32_t>(p);
      sighting.begin = part.tokens.list[found.first].begin;
      sighting.end = part.tokens.list[found.first + found.length - 1].end;
      if (is_group(found)) {
        for (const CountryName* name : found.meanings) {
          sighting.country = name->country;
          sighting.kind = name->kind;
          sightings.push_back(sighting);
        }
        continue;
      }
      const CountryName* name = found.meanings.front();
      if (has_several(found)) {
        name = choose(parts, p, support, i);
        if (name->kind == CountryNameKind::kEveryday && found.length == 1 &&
            stands_in_list(part, i)) {
          for (const CountryName* other : found.meanings) {
            if (other->is_label) name = other;
          }
        }
      }
      sighting.weak = name->match == NameMatch::kWeak;
      if (sighting.weak && support.of(name->country) == 0 &&
          !(name->kind == CountryNameKind::kEveryday && stands_beside(part, i))) {
        continue;
      }
      sighting.country = name->country;
      sighting.kind = name->kind;
      sightings.push_back(sighting);
    }
  }
  return sightings;
}

}  // namespace rapporteur
