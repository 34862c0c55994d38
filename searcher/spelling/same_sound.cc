// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling/same_sound.h"

#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace rapporteur {

namespace {

// "quan" for 权 and 全. Empty where ICU has no reading.
std::string reading_of(char32_t letter) {
  thread_local const std::unique_ptr<icu::Transliterator> latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    return U_FAILURE(status) ? nullptr : std::move(made);
  }();
  if (latin == nullptr) return "";
  icu::UnicodeString text(static_cast<UChar32>(letter));
  latin->transliterate(text);
  std::string reading;
  text.toUTF8String(reading);
  return reading.empty() || static_cast<unsigned char>(reading.front()) >= 0x80 ? "" : reading;
}

// "zhang" and "zan" as "zan", "na" and "la" as "la".
std::string blurred(std::string reading) {
  if (reading.size() > 2 && reading[1] == 'h') reading.erase(1, 1);
  if (reading.starts_with('n')) reading[0] = 'l';
  if (reading.ends_with("ng")) reading.pop_back();
  return reading;
}

struct Reading {
  std::string exact;
  std::string blurred;
};

const Reading& known_reading(char32_t letter) {
  thread_local std::unordered_map<char32_t, Reading> known;
  const auto [entry, is_new] = known.try_emplace(letter);
  if (is_new) {
    entry->second.exact = reading_of(letter);
    entry->second.blurred = blurred(entry->second.exact);
  }
  return entry->second;
}

}  // namespace

bool is_han(char32_t letter) {
  return letter >= 0x2E80 && uscript_hasScript(static_cast<UChar32>(letter), USCRIPT_HAN) != 0;
}

Sound compare_sound(char32_t a, char32_t b) {
  if (!is_han(a) || !is_han(b)) return Sound::kOther;
  const Reading& first = known_reading(a);
  const Reading& second = known_reading(b);
  if (first.exact.empty() || first.blurred != second.blurred) return Sound::kOther;
  return first.exact == second.exact ? Sound::kSame : Sound::kNear;
}

}  // namespace rapporteur
