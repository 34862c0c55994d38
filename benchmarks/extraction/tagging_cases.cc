// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/extraction/tagging_cases.h"

#include <fstream>
#include <sstream>

namespace rapporteur {
namespace {

std::set<std::string> ids_in(const std::string& cell) {
  std::set<std::string> ids;
  std::istringstream words(cell);
  for (std::string id; words >> id;)
    if (id != "-") ids.insert(id);
  return ids;
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Result<std::vector<TaggingCase>> read_tagging_cases(const std::string& folder,
                                                    const std::string& language) {
  const std::string path = folder + "/tagging_" + language + ".tsv";
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::kNotFound, path + ": no such file"};
  std::vector<TaggingCase> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || line.starts_with("text\t")) continue;
    std::istringstream cells(line);
    std::string countries;
    std::string bodies;
    TaggingCase one;
    one.language = language;
    std::getline(cells, one.text, '\t');
    std::getline(cells, countries, '\t');
    std::getline(cells, bodies, '\t');
    one.countries = ids_in(countries);
    one.bodies = ids_in(bodies);
    cases.push_back(std::move(one));
  }
  return cases;
}

bool TaggingCounts::add(const std::set<std::string>& expected, const std::set<std::string>& found) {
  for (const std::string& id : expected) ++(found.contains(id) ? right : missed);
  for (const std::string& id : found) wrong += expected.contains(id) ? 0 : 1;
  return expected == found;
}

double TaggingCounts::precision() const {
  return ratio(right, right + wrong);
}
double TaggingCounts::recall() const {
  return ratio(right, right + missed);
}
double TaggingCounts::f1() const {
  return ratio(2 * right, 2 * right + missed + wrong);
}

Taggers::Taggers()
    : vocabularies_(Vocabularies::load().value()),
      country_tagger_(vocabularies_.countries),
      subject_tagger_(vocabularies_.subjects) {}

std::set<std::string> Taggers::countries(const TaggingCase& sentence) {
  std::set<std::string> codes;
  for (const CountryMention& mention :
       country_tagger_.tag({"", sentence.text, sentence.language, sentence.text.size()}))
    codes.insert(mention.country.code);
  return codes;
}

std::set<std::string> Taggers::bodies(const TaggingCase& sentence) {
  std::set<std::string> ids;
  const SubjectTags tags =
      subject_tagger_.tag({"", sentence.text, sentence.language, sentence.text.size()});
  for (const SubjectMention& mention : tags.bodies) ids.insert(mention.id);
  return ids;
}

}  // namespace rapporteur
