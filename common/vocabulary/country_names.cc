// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/country_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <unordered_set>

#include "common/vocabulary/name_forms.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

constexpr std::string_view kNamesTable = "countries/names.tsv";

constexpr std::array<std::pair<std::string_view, CountryNameKind>, 10> kKinds = {{
    {"formal", CountryNameKind::kFormal},
    {"everyday", CountryNameKind::kEveryday},
    {"acronym", CountryNameKind::kAcronym},
    {"former", CountryNameKind::kFormer},
    {"adjective", CountryNameKind::kAdjective},
    {"people", CountryNameKind::kPeople},
    {"capital", CountryNameKind::kCapital},
    {"place", CountryNameKind::kPlace},
    {"figure", CountryNameKind::kFigure},
    {"group", CountryNameKind::kGroup},
}};

constexpr std::array<std::pair<std::string_view, NameMatch>, 4> kMatches = {{
    {"cased", NameMatch::kCased},
    {"exact", NameMatch::kExact},
    {"any", NameMatch::kAny},
    {"weak", NameMatch::kWeak},
}};

template <typename Map, typename Value>
bool look_up(const Map& map, std::string_view key, Value& value) {
  for (const auto& [name, found] : map) {
    if (name == key) {
      value = found;
      return true;
    }
  }
  return false;
}

Error bad_row(const std::vector<std::string_view>& row, std::string_view what) {
  std::string message(kNamesTable);
  message += ": ";
  message += what;
  message += " in the row";
  for (const std::string_view cell : row) message += " " + std::string(cell);
  return Error{ErrorCode::kInvalidInput, message};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Countries whose display names say in brackets or behind a dash which of several is meant.
bool needs_brackets(const Country& country) {
  static const std::unordered_set<std::string> kCodes = {"COD", "COG", "VGB", "VIR",
                                                         "MAF", "SXM", "HKG", "UMI"};
  return kCodes.contains(country.code);
}

bool in_latin_letters(std::string_view language) {
  return language != "ru" && language != "ar" && language != "zh";
}

bool declines(std::string_view language) {
  return language == "ru";
}

}  // namespace

bool NameCutter::cut(std::string_view name, std::vector<std::string>& words,
                     std::vector<LetterCase>& cases) {
  words.clear();
  cases.clear();
  tokenizer_.tokenize(name, tokens_);
  for (const Token& token : tokens_.list) {
    words.emplace_back(tokens_.folded(token));
    cases.push_back(token.letter_case);
  }
  return !words.empty();
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::vector<std::string> icu_names(const Country& country, std::string_view language) {
  const icu::Locale locale(std::string(language).c_str());
  icu::UnicodeString display;
  icu::Locale("", country.alpha2.c_str()).getDisplayCountry(locale, display);
  std::string name;
  display.toUTF8String(name);
  if (name.empty() || name == country.alpha2) return {};
  std::vector<std::string> names = {name};
  if (const std::size_t bracket = name.find(" (");
      bracket != std::string::npos && !needs_brackets(country)) {
    names.push_back(name.substr(0, bracket));
  }
  if (language == "ru") {
    replace_all(names.front(), "о-ва", "острова");
    replace_all(names.front(), "о-в", "остров");
    if (names.front().ends_with(" острова")) {
      std::string capital = names.front();
      replace_all(capital, " острова", " Острова");
      names.push_back(capital);
    }
  }
  return names;
}

bool icu_knows(std::string_view language) {
  for (const char* alpha2 : {"DE", "ES", "EG", "CH", "JP"}) {  // differ between any two languages
    Country country;
    country.alpha2 = alpha2;
    if (icu_names(country, language) != icu_names(country, "en")) return true;
  }
  return language == "en";
}

Result<NamesByLanguage> read_names(const std::unordered_map<std::string, std::uint16_t>& index,
                                   bool latin) {
  const auto table = Table::embedded(kNamesTable, {"code", "language", "kind", "name", "match"});
  if (!table) return table.error();
  NamesByLanguage names;
  NameCutter cutter;
  for (const auto& row : table->rows()) {
    CountryName entry;
    const auto country = index.find(std::string(row[0]));
    if (country == index.end()) return bad_row(row, "unknown country");
    entry.country = country->second;
    if (!look_up(kKinds, row[2], entry.kind)) return bad_row(row, "unknown kind");
    if (!look_up(kMatches, row[4], entry.match)) return bad_row(row, "unknown match");
    if (in_latin_letters(row[1]) != latin) continue;
    std::vector<CountryName>& of_language = names[std::string(row[1])];
    std::string_view rest = row[3];
    while (true) {
      const std::size_t bar = rest.find('|');
      const std::string_view form = rest.substr(0, bar);
      const bool unchanging = entry.match == NameMatch::kExact || !declines(row[1]);
      for (const std::string& spelling :
           unchanging ? std::vector<std::string>{std::string(form)} : russian_cases(form)) {
        if (!cutter.cut(spelling, entry.words, entry.cases)) return bad_row(row, "no word");
        of_language.push_back(entry);
      }
      if (bar == std::string_view::npos) break;
      rest.remove_prefix(bar + 1);
    }
  }
  return names;
}

std::vector<CountryName> all_names_of(std::string_view language,
                                      const std::vector<Country>& countries,
                                      const std::vector<CountryName>& from_table,
                                      const std::vector<CountryName>& more) {
  std::vector<CountryName> names = from_table;
  std::unordered_set<std::string> known;
  for (const CountryName& name : names) known.insert(joined(name.words));
  NameCutter cutter;
  std::vector<LetterCase> cases;
  std::vector<std::vector<std::string>> labels(countries.size());
  for (std::size_t i = 0; i < countries.size(); ++i) {
    cutter.cut(countries[i].label, labels[i], cases);
  }
  for (CountryName& name : names) {
    name.is_label = name.country < labels.size() && labels[name.country] == name.words;
  }
  for (std::size_t i = 0; i < countries.size(); ++i) {
    std::vector<std::string> spellings = icu_names(countries[i], language);
    if (language == "en") spellings.insert(spellings.begin(), countries[i].label);
    for (const std::string& spelling : spellings) {
      CountryName name;
      name.country = static_cast<std::uint16_t>(i);
      if (!cutter.cut(spelling, name.words, name.cases) || known.contains(joined(name.words))) {
        continue;
      }
      const std::vector<std::string> forms =
          declines(language) ? russian_cases(spelling) : std::vector<std::string>{spelling};
      for (const std::string& form : forms) {
        if (!cutter.cut(form, name.words, name.cases)) continue;
        if (known.insert(joined(name.words)).second) names.push_back(name);
      }
    }
  }
  for (const CountryName& name : more) {  // `more` may hold a name of several countries
    if (!known.contains(joined(name.words))) names.push_back(name);
  }
  return names;
}

}  // namespace rapporteur
