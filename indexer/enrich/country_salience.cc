// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/country_salience.h"

#include <algorithm>
#include <map>

namespace rapporteur {

namespace {

constexpr std::size_t kLeadBytes = 320;  // about two sentences
constexpr double kLeadFactor = 2.0;      // of a sighting there
constexpr std::size_t kOpeningBytes = 1200;
constexpr double kOpeningFactor = 1.3;
constexpr double kAfterLabel = 0.35;  // behind "Topic |" or "Country:"
constexpr std::size_t kFewInTitle = 3;

// What a publication says of one country.
struct Tally {
  double title = 0;
  double text = 0;
  int sightings = 0;  // in the text
  bool labels_title = false;
  bool in_title = false;
  bool named_in_title = false;  // more than by an adjective
  bool in_lead = false;
};

double weight_of(const CountrySighting& sighting) {
  const double weak = sighting.weak ? 0.6 : 1.0;
  switch (sighting.kind) {
    case CountryNameKind::kFormal:
    case CountryNameKind::kEveryday:
    case CountryNameKind::kAcronym:
    case CountryNameKind::kFormer:
    case CountryNameKind::kGroup:
      return weak;
    case CountryNameKind::kPeople:
      return 0.8 * weak;
    case CountryNameKind::kPlace:
    case CountryNameKind::kCapital:
      return 0.7 * weak;
    case CountryNameKind::kAdjective:
    case CountryNameKind::kFigure:
      return 0.6 * weak;
  }
  return weak;
}

// Where the label in front of a title ends: "Chad: ...", "Reprisals | ...", "Viet Nam - ..."; 0 if
// there is none.
std::size_t label_end(std::string_view title) {
  std::size_t end = std::string_view::npos;
  for (const std::string_view mark : {": ", " | ", " - ", " – ", " — ", "：", " : "}) {
    end = std::min(end, title.find(mark));
  }
  return end == std::string_view::npos ? 0 : end;
}

}  // namespace

std::vector<CountryWeight> weigh_countries(const std::vector<CountrySighting>& sightings,
                                           std::string_view title, std::string_view text) {
  std::map<std::uint16_t, Tally> tallies;
  const std::size_t label = label_end(title);
  double title_sum = 0;
  double text_sum = 0;
  bool has_label = false;
  for (const CountrySighting& sighting : sightings) {
    Tally& tally = tallies[sighting.country];
    double weight = weight_of(sighting);
    if (sighting.part == 0) {
      const bool in_label = sighting.begin < label;
      if (label > 0 && !in_label && has_label) weight *= kAfterLabel;
      tally.in_title = true;
      tally.named_in_title |=
          sighting.kind != CountryNameKind::kAdjective && sighting.kind != CountryNameKind::kPeople;
      if (in_label) tally.labels_title = has_label = true;
      tally.title += weight;
      title_sum += weight;
      continue;
    }
    if (sighting.begin < kLeadBytes) {
      weight *= kLeadFactor;
      tally.in_lead = true;
    } else if (sighting.begin < kOpeningBytes) {
      weight *= kOpeningFactor;
    }
    ++tally.sightings;
    tally.text += weight;
    text_sum += weight;
  }

  std::vector<CountryWeight> weights;
  std::size_t titled = 0;
  for (const auto& [country, tally] : tallies) titled += tally.in_title;
  const double title_half = text_sum > 0 ? 0.5 : 1.0;
  for (const auto& [country, tally] : tallies) {
    CountryWeight& weight = weights.emplace_back();
    weight.country = country;
    const double text_share = text_sum > 0 ? tally.text / text_sum : 0;
    const double title_share = title_sum > 0 ? tally.title / title_sum : 0;
    weight.salience =
        title_sum > 0 ? title_half * title_share + (1 - title_half) * text_share : text_share;
    // How many sightings make a subject: more in a longer text.
    const double needed = std::clamp(static_cast<double>(text.size()) / 1500.0, 1.0, 8.0);
    const bool sustained =
        tally.sightings >= needed || (tally.in_lead && tally.sightings >= needed / 2);
    if (has_label) {
      weight.primary = tally.labels_title || (tally.named_in_title && text_share >= 0.4) ||
                       (tally.in_title && text_share >= 0.5);
    } else if (titled > 0 && tally.in_title) {
      const bool outweighed = text_sum > 4 && text_share < 0.05;
      weight.primary = titled <= kFewInTitle ? !outweighed : text_share >= 0.2;
    } else if (titled > 0) {
      weight.primary = text_share >= 0.5 && tally.sightings >= 3 && sustained;
    } else {
      const bool few = tallies.size() <= 4;
      weight.primary =
          sustained && (text_share >= 0.4 || (text_share >= 0.25 && tally.in_lead && few));
    }
  }
  std::stable_sort(weights.begin(), weights.end(),
                   [](const auto& a, const auto& b) { return a.salience > b.salience; });
  return weights;
}

}  // namespace rapporteur
