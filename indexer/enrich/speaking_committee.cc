// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/speaking_committee.h"

#include <algorithm>
#include <map>

namespace rapporteur {

namespace {

constexpr unsigned kLeastWeight = 20;
constexpr double kLead = 1.1;

struct Voice {
  unsigned weight = 0;
  const PhraseMatch* loudest = nullptr;  // the first of the heaviest
};

}  // namespace

bool tells_case(const std::vector<PhraseMatch>& matches) {
  return std::any_of(matches.begin(), matches.end(),
                     [](const PhraseMatch& match) { return kind_of(match) == BodyPhrase::kCase; });
}

std::optional<SpeakingCommittee> find_speaking_committee(const std::vector<PhraseMatch>& matches) {
  std::map<std::uint16_t, Voice> voices;
  for (const PhraseMatch& match : matches) {
    if (kind_of(match) != BodyPhrase::kCommitteeWord) continue;
    Voice& voice = voices[static_cast<std::uint16_t>(match.value.entry)];
    voice.weight += match.value.flags;
    if (voice.loudest == nullptr || match.value.flags > voice.loudest->value.flags)
      voice.loudest = &match;
  }
  std::pair<std::uint16_t, Voice> best;
  unsigned second = 0;
  for (const auto& [body, voice] : voices) {
    if (voice.weight > best.second.weight) {
      second = best.second.weight;
      best = {body, voice};
    } else {
      second = std::max(second, voice.weight);
    }
  }
  if (best.second.weight < kLeastWeight || best.second.weight <= kLead * second)
    return std::nullopt;
  return SpeakingCommittee{best.first, best.second.loudest->first, best.second.loudest->length};
}

}  // namespace rapporteur
