// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/countries.h"

#include <algorithm>
#include <map>

#include "indexer/enrich/country_context.h"
#include "indexer/enrich/country_matcher.h"
#include "indexer/enrich/country_salience.h"

namespace rapporteur {

struct CountryTagger::State {
  explicit State(const Countries& all) : countries(all) {}

  const Countries& countries;
  Tokenizer tokenizer{UnspacedScripts::kCharacters};
  std::map<const std::vector<CountryName>*, CountryMatcher> matchers;  // by their names
  std::vector<CountryPart> parts = std::vector<CountryPart>(2);        // title and text, reused

  const CountryMatcher& matcher(std::string_view language) {
    const std::vector<CountryName>* names = &countries.names(language);
    const auto found = matchers.find(names);
    if (found != matchers.end()) return found->second;
    return matchers.try_emplace(names, countries, language).first->second;
  }

  void read(const CountryMatcher& names, std::string_view text, std::size_t end,
            CountryPart& part) {
    part.text = text;
    tokenizer.tokenize(text.substr(0, end), part.tokens);
    names.find(text, part.tokens, end, part.names, part.cues);
  }
};

CountryTagger::CountryTagger(const Countries& countries)
    : state_(std::make_unique<State>(countries)) {}
CountryTagger::~CountryTagger() = default;
CountryTagger::CountryTagger(CountryTagger&&) noexcept = default;
CountryTagger& CountryTagger::operator=(CountryTagger&&) noexcept = default;

std::vector<CountryMention> CountryTagger::tag(const CountryText& publication) {
  State& state = *state_;
  const CountryMatcher& matcher = state.matcher(publication.language);
  std::vector<CountryPart>& parts = state.parts;
  state.read(matcher, publication.title, publication.title.size(), parts[0]);
  state.read(matcher, publication.text, std::min(publication.body_end, publication.text.size()),
             parts[1]);
  const std::vector<CountrySighting> sightings =
      decide_countries(matcher, state.countries.all().size(), parts);

  std::vector<CountryMention> mentions;
  for (const CountryWeight& weight : weigh_countries(
           sightings, publication.title, publication.text.substr(0, publication.body_end))) {
    CountryMention& mention = mentions.emplace_back();
    mention.country = {state.countries.all()[weight.country].code, weight.primary, weight.salience};
    for (const CountrySighting& sighting : sightings) {
      if (sighting.country != weight.country) continue;
      const std::string_view from = parts[sighting.part].text;
      mention.evidence.push_back(
          {sighting.part == 0, sighting.begin, sighting.end,
           std::string(from.substr(sighting.begin, sighting.end - sighting.begin))});
    }
  }
  return mentions;
}

}  // namespace rapporteur
