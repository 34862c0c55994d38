// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/regions.h"

#include <algorithm>
#include <array>

#include "common/vocabulary/country_names.h"
#include "common/vocabulary/phrase_reader.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::string_view kTable = "countries/regions.tsv";
constexpr std::string_view kWordsTable = "countries/region-words.tsv";
constexpr std::array<std::string_view, 6> kLanguages = {"en", "fr", "es", "ru", "ar", "zh"};

// The next of several values that are separated by bars; takes it off `rest`.
std::string_view next_value(std::string_view& rest) {
  const std::size_t bar = rest.find('|');
  const std::string_view value = rest.substr(0, bar);
  rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  return value;
}

Error bad(std::string_view id, std::string_view what) {
  return Error{ErrorCode::kInvalidInput,
               std::string(kTable) + ", " + std::string(id) + ": " + std::string(what)};
}

// The countries that a code or short-hand of the column `members` stands for.
std::vector<std::string> countries_of(std::string_view member, const Countries& countries) {
  std::vector<std::string> codes;
  for (const Country& country : countries.all()) {
    if (country.code == member || "region:" + country.region == member ||
        "subregion:" + country.subregion == member) {
      codes.push_back(country.code);
    }
  }
  return codes;
}

}  // namespace

Result<Regions> Regions::load(const Countries& countries) {
  std::vector<std::string_view> columns = {"id", "kind", "members"};
  columns.insert(columns.end(), kLanguages.begin(), kLanguages.end());
  const Result<Table> table = Table::embedded(kTable, columns);
  if (!table.ok()) return table.error();
  Regions regions;
  PhraseCutter cutter(WordForm::kName, "");
  for (const auto& row : table->rows()) {
    Region region;
    region.id = row[0];
    region.is_organisation = row[1] == "organisation";
    if (!region.is_organisation && row[1] != "area") return bad(row[0], "unknown kind");
    for (std::string_view rest = row[2]; !rest.empty();) {
      const std::string_view member = next_value(rest);
      const std::vector<std::string> codes = countries_of(member, countries);
      if (codes.empty()) return bad(row[0], "no country is " + std::string(member));
      region.members.insert(region.members.end(), codes.begin(), codes.end());
    }
    std::sort(region.members.begin(), region.members.end());
    region.members.erase(std::unique(region.members.begin(), region.members.end()),
                         region.members.end());
    const auto number = static_cast<std::uint16_t>(regions.regions_.size());
    regions.by_name_.emplace(region.id, number);
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
      if (row[3 + i] == "-") continue;
      for (std::string_view rest = row[3 + i]; !rest.empty();) {
        const std::string wording(next_value(rest));
        if (region.label.empty()) region.label = wording;
        RegionName name{number, wording, std::string(kLanguages[i]), cutter.cut(wording)};
        if (name.words.empty()) return bad(row[0], "an empty wording");
        regions.by_name_.emplace(joined(name.words), number);
        regions.names_.push_back(std::move(name));
      }
    }
    regions.regions_.push_back(std::move(region));
  }
  const Result<Table> beside = Table::embedded(kWordsTable, {"side", "wording"});
  if (!beside.ok()) return beside.error();
  for (const auto& row : beside->rows())
    regions.words_beside_.push_back({row[0] == "after", cutter.cut(row[1])});
  return regions;
}

const Region* Regions::find(std::string_view id_or_name) const {
  auto found = by_name_.find(std::string(id_or_name));
  if (found == by_name_.end()) {
    thread_local PhraseCutter cutter(WordForm::kName, "");
    found = by_name_.find(joined(cutter.cut(id_or_name)));
  }
  return found == by_name_.end() ? nullptr : &regions_[found->second];
}

}  // namespace rapporteur
