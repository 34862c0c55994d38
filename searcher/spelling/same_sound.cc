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

const std::string& known_reading(char32_t letter) {
  thread_local std::unordered_map<char32_t, std::string> known;
  const auto [entry, is_new] = known.try_emplace(letter);
  if (is_new) entry->second = reading_of(letter);
  return entry->second;
}

}  // namespace

bool is_han(char32_t letter) {
  return letter >= 0x2E80 && uscript_hasScript(static_cast<UChar32>(letter), USCRIPT_HAN) != 0;
}

bool sound_alike(char32_t a, char32_t b) {
  if (!is_han(a) || !is_han(b)) return false;
  const std::string& reading = known_reading(a);
  return !reading.empty() && reading == known_reading(b);
}

}  // namespace rapporteur
