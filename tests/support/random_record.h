// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records made by chance, the same for the same seed, with every member missing, "none" or given.
#pragma once

#include <random>
#include <string>

#include "common/record/record.h"

namespace rapporteur::testing {

class RandomRecords {
 public:
  explicit RandomRecords(unsigned seed) : random_(seed) {}

  // 0 .. bound - 1
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  bool chance(int percent) { return below(100) < percent; }

  // Up to `most` words out of a small, awkward vocabulary.
  std::string words(int most) {
    static constexpr const char* kWords[] = {
        "rights",      "Rights",     "defenders", "Türkiye",  "non-governmental",
        "HRC40",       "U.S.",       "l'homme",   "Šuc",      "\"quoted\"",
        "back\\slash", "tab\there",  "\x7F",      "中文人权", "العدالة",
        "justice",     "\U0001F600", "2018",      "x",        "\n\n"};
    std::string text;
    for (int i = below(most + 1); i > 0; --i) {
      if (!text.empty()) text += ' ';
      text += kWords[below(std::size(kWords))];
    }
    return text;
  }

  Record record(std::string id) {
    Record record;
    record.id = std::move(id);
    record.text = words(60);
    if (chance(50)) record.url = "https://example.org/" + words(2);
    if (chance(80)) record.source = "source-" + std::to_string(below(5));
    if (chance(50)) {
      const auto begin = static_cast<std::uint64_t>(below(1000));
      record.offset = ByteRange{begin, begin + static_cast<std::uint64_t>(below(1000))};
    }
    if (chance(50)) record.kind = chance(50) ? "article" : "other";
    if (chance(70)) record.title = optionally(words(8));
    if (chance(70)) record.language = optionally(std::string(chance(50) ? "en" : "fr"));
    if (chance(70)) record.date = optionally(date());
    if (chance(70)) {
      record.countries.emplace();
      for (int i = below(4); i > 0; --i) {
        record.countries->push_back({std::string(1, static_cast<char>('A' + below(26))) + "BC",
                                     chance(50), below(101) / 100.0});
      }
    }
    for (auto* member :
         {&record.bodies, &record.sessions, &record.symbols, &record.mandates, &record.themes}) {
      if (chance(50)) continue;
      member->emplace();
      for (int i = below(4); i > 0; --i) member->value().push_back("v" + std::to_string(below(9)));
    }
    if (chance(20)) record.duplicate_of = "other-" + std::to_string(below(9));
    if (chance(30)) record.extra = R"({"note":"x \"é\" \\u0000","list":[1,-2.5,null,{"k":[]}]})";
    return record;
  }

 private:
  template <typename Value>
  std::optional<Value> optionally(Value value) {
    return chance(20) ? std::nullopt : std::optional<Value>(std::move(value));
  }

  RecordDate date() {
    const CivilDate from = civil_from_days(below(20000));
    const CivilDate to = civil_from_days(days_from_civil(from) + (chance(50) ? 0 : below(800)));
    return {{from, to},
            static_cast<DatePrecision>(below(4)),
            static_cast<DateMethod>(below(3)),
            words(3)};
  }

  std::mt19937 random_;
};

}  // namespace rapporteur::testing
