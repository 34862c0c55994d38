// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/name_forms.h"

#include <algorithm>
#include <initializer_list>

namespace rapporteur {

namespace {

// An ending of the nominative, and what stands in its place in the other cases. Longest endings
// first; an empty list: the word does not change.
struct Declension {
  std::string_view ending;
  std::initializer_list<std::string_view> cases;
};

const Declension kDeclensions[] = {
    {"ская", {"ской", "скую"}},
    {"цкая", {"цкой", "цкую"}},
    {"ский",
     {"ского", "скому", "ским", "ском", "ская", "ской", "скую", "ское", "ские", "ских", "скими"}},
    {"цкий",
     {"цкого", "цкому", "цким", "цком", "цкая", "цкой", "цкую", "цкое", "цкие", "цких", "цкими"}},
    {"ские", {"ских", "ским", "скими"}},
    {"острова", {"островов", "островам", "островами", "островах"}},
    {"Острова", {"Островов", "Островам", "Островами", "Островах"}},
    {"ово", {"ова", "ову", "овом", "ове"}},
    {"анин", {"анина", "анину", "анином", "анине"}},
    {"янин", {"янина", "янину", "янином", "янине"}},
    {"ане", {"ан", "анам", "анами", "анах"}},
    {"яне", {"ян", "янам", "янами", "янах"}},
    {"ец", {"ца", "цу", "цем", "це", "йца", "йцу", "йцем", "йце"}},
    {"ния", {"нии", "нию", "нией"}},
    {"ия", {"ии", "ию", "ией"}},
    {"ый", {"ого", "ому", "ым", "ом"}},
    {"ой", {"ого", "ому", "ым", "ом"}},
    {"ий", {"его", "ему", "им", "ем"}},
    {"ая", {"ой", "ую"}},
    {"яя", {"ей", "юю"}},
    {"ые", {"ых", "ым", "ыми"}},
    {"ие", {"их", "им", "ими"}},
    {"цы", {"цев", "цам", "цами", "цах"}},
    {"а", {"ы", "и", "е", "у", "ой", "ей"}},
    {"я", {"и", "е", "ю", "ей", "ой"}},
    {"ы", {"", "ов", "ам", "ами", "ах"}},
    {"й", {"я", "ю", "ем", "е", "ев", "и", "ям", "ями", "ях"}},
    {"ь", {"я", "ю", "ем", "е", "и", "ью"}},
    {"и", {}},  // Чили, Мали, Гаити
};

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

// The other cases of one word.
std::vector<std::string> cases_of(std::string_view word) {
  std::vector<std::string> forms;
  if (word.size() < 6) return forms;  // fewer than three letters
  // People in the plural: казахи, грузины; countries on -и do not decline.
  const bool lower_case =
      static_cast<unsigned char>(word[0]) == 0xD1 ||
      (static_cast<unsigned char>(word[0]) == 0xD0 && static_cast<unsigned char>(word[1]) >= 0xB0);
  if (lower_case && word.ends_with("и") && !ends_with_any(word, {"ии"})) {
    const std::string stem(word.substr(0, word.size() - 2));
    for (const char* ending : {"ов", "ам", "ами", "ах"}) forms.push_back(stem + ending);
    return forms;
  }
  for (const Declension& declension : kDeclensions) {
    if (!word.ends_with(declension.ending)) continue;
    const std::string stem(word.substr(0, word.size() - declension.ending.size()));
    for (const std::string_view ending : declension.cases) {
      forms.push_back(stem + std::string(ending));
    }
    return forms;
  }
  if (ends_with_any(word, {"о", "у", "е", "э", "ю"})) return forms;
  const bool cyrillic = static_cast<unsigned char>(word[word.size() - 2]) == 0xD0 ||
                        static_cast<unsigned char>(word[word.size() - 2]) == 0xD1;
  const unsigned char last_lead = static_cast<unsigned char>(word[word.size() - 2]);
  const unsigned char last = static_cast<unsigned char>(word.back());
  const bool upper_case_end = last_lead == 0xD0 && last < 0xB0;  // США, ЮАР
  if (!cyrillic || upper_case_end) return forms;
  for (const char* ending : {"а", "у", "ом", "е"}) forms.push_back(std::string(word) + ending);
  if (lower_case) {  // казах, грузин: people also in the plural
    for (const char* ending : {"ы", "и", "ов", "ам", "ами", "ах"}) {
      forms.push_back(std::string(word) + ending);
    }
  }
  return forms;
}

}  // namespace

std::vector<std::string> russian_cases(std::string_view name) {
  std::vector<std::string> words;  // with what stands before each: a space or a hyphen
  std::vector<char> joints;
  std::string word;
  char joint = 0;
  for (const char c : name) {
    if (c == ' ' || c == '-') {
      words.push_back(word);
      joints.push_back(joint);
      word.clear();
      joint = c;
    } else {
      word += c;
    }
  }
  words.push_back(word);
  joints.push_back(joint);

  std::vector<std::string> forms = {std::string(name)};
  // The head declines and drags the words behind it along as far as `last`: all of "Саудовская
  // Аравия", only the first of "Республика Корея".
  for (std::size_t last = 0; last < words.size() && last < 4; ++last) {
    std::vector<std::vector<std::string>> options(words.size());
    std::size_t most = 0;
    for (std::size_t i = 0; i <= last; ++i) {
      options[i] = cases_of(words[i]);
      most = std::max(most, options[i].size());
    }
    // Adjectives have one form where nouns have several: try each against each.
    for (std::size_t first = 0; first < most; ++first) {
      for (std::size_t rest = 0; rest < most; ++rest) {
        if (last == 0 && first > 0) break;
        std::string form;
        for (std::size_t i = 0; i < words.size(); ++i) {
          if (joints[i] != 0) form += joints[i];
          const std::size_t wanted = i == last ? rest : first;
          const bool declined = i <= last && !options[i].empty();
          form += declined ? options[i][std::min(wanted, options[i].size() - 1)] : words[i];
        }
        forms.push_back(std::move(form));
      }
    }
  }
  // Joined by hyphens only the last may decline: "в Коста-Рике".
  if (words.size() > 1 && joints.back() == '-') {
    const std::string before(name.substr(0, name.size() - words.back().size()));
    for (const std::string& form : cases_of(words.back())) forms.push_back(before + form);
  }
  std::sort(forms.begin() + 1, forms.end());
  forms.erase(std::unique(forms.begin() + 1, forms.end()), forms.end());
  return forms;
}

std::vector<std::string> without_arabic_particles(std::string_view word) {
  std::vector<std::string> shorter;
  if (word.size() < 8 || (static_cast<unsigned char>(word[0]) & 0xFC) != 0xD8) return shorter;
  const auto take = [&](std::string_view from, bool conjunctions) {
    if (from.size() < 8) return;
    const std::string_view first = from.substr(0, 2);
    if (conjunctions && (first == "و" || first == "ف")) {
      shorter.emplace_back(from.substr(2));
    } else if (first == "ل" && from.substr(2, 2) == "ل") {  // li + al-
      shorter.push_back("ا" + std::string(from.substr(2)));
    } else if (first == "ب" || first == "ل" || first == "ك") {
      shorter.emplace_back(from.substr(2));
    }
  };
  take(word, true);
  if (!shorter.empty() && (word.starts_with("و") || word.starts_with("ف"))) {
    const std::string rest = shorter.front();
    take(rest, false);
  }
  return shorter;
}

}  // namespace rapporteur
