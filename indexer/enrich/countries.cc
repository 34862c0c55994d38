// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/countries.h"

#include <map>
#include <span>

#include "indexer/enrich/country_context.h"
#include "indexer/enrich/country_matcher.h"
#include "indexer/enrich/country_salience.h"
#include "indexer/enrich/word_ids.h"

namespace rapporteur {

struct CountryTagger::State {
  explicit State(const Countries& all) : countries(all) {}

  // The names of one language.
  struct Reader {
    CountryMatcher matcher;
    WordIds words;
  };

  const Countries& countries;
  std::map<const std::vector<CountryName>*, Reader> readers;  // by their names

  Reader& reader(std::string_view language) {
    const std::vector<CountryName>* names = &countries.names(language);
    const auto found = readers.find(names);
    if (found != readers.end()) return found->second;
    return readers.emplace(names, Reader{CountryMatcher(countries, language), {}}).first->second;
  }

  static std::vector<CountryPart> read(Reader& reader, const CutText& text) {
    const std::span<const PhraseMatcher::WordId> ids =
        reader.words.read(text, [&](std::string_view, std::string_view folded) {
          return reader.matcher.word_id(folded);
        });
    std::vector<CountryPart> parts;
    parts.push_back({text.title(), text.title_only, {}, {}});
    parts.push_back({text.body(), text.body_only, {}, {}});
    for (CountryPart& part : parts) {
      const bool is_title = &part == &parts.front();
      reader.matcher.find(
          part.text, part.tokens,
          is_title ? ids.first(text.title_tokens) : ids.subspan(text.title_tokens), part.names,
          part.cues);
    }
    return parts;
  }
};

CountryTagger::CountryTagger(const Countries& countries)
    : state_(std::make_unique<State>(countries)) {}
CountryTagger::~CountryTagger() = default;
CountryTagger::CountryTagger(CountryTagger&&) noexcept = default;
CountryTagger& CountryTagger::operator=(CountryTagger&&) noexcept = default;

std::vector<CountryMention> CountryTagger::tag(const PublicationText& publication) {
  CutText text;
  TextCutter().cut(publication, text);
  return tag(text);
}

std::vector<CountryMention> CountryTagger::tag(const CutText& text) {
  State& state = *state_;
  State::Reader& reader = state.reader(text.language);
  const std::vector<CountryPart> parts = State::read(reader, text);
  const std::vector<CountrySighting> sightings =
      decide_countries(reader.matcher, state.countries.all().size(), parts);

  std::vector<CountryMention> mentions;
  for (const CountryWeight& weight : weigh_countries(sightings, text.title(), text.body())) {
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
