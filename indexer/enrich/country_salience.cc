// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/country_salience.h"

#include <algorithm>
#include <map>

namespace rapporteur {

namespace {

constexpr double kFirstSentenceFactor = 3.0;  // of a sighting there
constexpr std::size_t kLeadBytes = 320;       // about two or three sentences
constexpr double kLeadFactor = 1.5;
constexpr std::size_t kOpeningBytes = 1200;
constexpr double kOpeningFactor = 1.2;
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
  bool in_first_sentence = false;
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

// How long the first sentence is; what is too short for one ("Dr. ", a place line) is not counted.
std::size_t first_sentence(std::string_view text) {
  constexpr std::size_t kShortest = 50;
  std::size_t end = text.size();
  for (const std::string_view mark : {". ", "? ", "! ", ".\n", "\n\n", "。", "؟ "}) {
    end = std::min(end, text.find(mark, kShortest));
  }
  return end;
}

// What is said of all countries together.
struct Totals {
  double title = 0;
  double text = 0;
  double most_in_text = 0;  // said of one country
  double next_in_text = 0;
  std::size_t countries = 0;
  std::size_t in_title = 0;
  std::size_t first_sentence = 0;  // bytes of the text
  bool has_label = false;          // the title opens with a country: "Chad: ..."
};

void count(const CountrySighting& sighting, std::size_t label, Tally& tally, Totals& totals) {
  double weight = weight_of(sighting);
  if (sighting.part == 0) {
    const bool in_label = sighting.begin < label;
    if (!in_label && totals.has_label) weight *= kAfterLabel;
    totals.has_label |= in_label;
    totals.title += weight;
    tally.title += weight;
    tally.in_title = true;
    tally.labels_title |= in_label;
    tally.named_in_title |=
        sighting.kind != CountryNameKind::kAdjective && sighting.kind != CountryNameKind::kPeople;
    return;
  }
  if (sighting.begin < totals.first_sentence) {
    weight *= kFirstSentenceFactor;
    tally.in_first_sentence = true;
  } else if (sighting.begin < kLeadBytes) {
    weight *= kLeadFactor;
  } else if (sighting.begin < kOpeningBytes) {
    weight *= kOpeningFactor;
  }
  ++tally.sightings;
  tally.text += weight;
  totals.text += weight;
}

// Whether a reader would say that the publication is about the country.
bool is_subject(const Tally& tally, const Totals& totals, std::size_t text_bytes) {
  const double share = totals.text > 0 ? tally.text / totals.text : 0;
  if (totals.has_label) {
    return tally.labels_title || (tally.named_in_title && share >= 0.4 && tally.sightings >= 2) ||
           (tally.in_title && share >= 0.5 && tally.sightings >= 2);
  }
  if (tally.in_title) {
    const bool outweighed = totals.text > 4 && share < 0.05;
    return totals.in_title <= kFewInTitle ? !outweighed : share >= 0.2;
  }
  // How many sightings make a subject: more in a longer text.
  const double needed = std::clamp(static_cast<double>(text_bytes) / 1500.0, 1.0, 5.0);
  const bool sustained =
      tally.sightings >= needed || (tally.in_first_sentence && tally.sightings >= needed / 2);
  if (!sustained) return false;
  if (totals.in_title > 0) return share >= 0.5 && tally.sightings >= 3;
  const bool stands_out =
      tally.text == totals.most_in_text && tally.text >= 2 * totals.next_in_text;
  return share >= 0.4 ||
         (share >= 0.25 && (stands_out || (tally.in_first_sentence && totals.countries <= 4)));
}

}  // namespace

std::vector<CountryWeight> weigh_countries(const std::vector<CountrySighting>& sightings,
                                           std::string_view title, std::string_view text) {
  std::map<std::uint16_t, Tally> tallies;
  Totals totals;
  totals.first_sentence = first_sentence(text);
  const std::size_t label = label_end(title);
  for (const CountrySighting& sighting : sightings) {
    count(sighting, label, tallies[sighting.country], totals);
  }
  totals.countries = tallies.size();
  for (const auto& [country, tally] : tallies) {
    totals.in_title += tally.in_title;
    totals.next_in_text = std::max(totals.next_in_text, std::min(totals.most_in_text, tally.text));
    totals.most_in_text = std::max(totals.most_in_text, tally.text);
  }

  std::vector<CountryWeight> weights;
  const double title_part = totals.title == 0 ? 0.0 : totals.text == 0 ? 1.0 : 0.5;
  for (const auto& [country, tally] : tallies) {
    CountryWeight& weight = weights.emplace_back();
    weight.country = country;
    if (totals.title > 0) weight.salience += title_part * tally.title / totals.title;
    if (totals.text > 0) weight.salience += (1 - title_part) * tally.text / totals.text;
    weight.primary = is_subject(tally, totals, text.size());
  }
  std::stable_sort(weights.begin(), weights.end(),
                   [](const auto& a, const auto& b) { return a.salience > b.salience; });
  return weights;
}

}  // namespace rapporteur
