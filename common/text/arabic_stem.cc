// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/arabic_stem.h"

#include <array>

namespace rapporteur {

namespace {

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8

struct Affix {
  std::string_view letters;
  std::size_t left;  // letters that must be left
};

// The longest first.
constexpr std::array<Affix, 7> kPrefixes = {
    {{"وال", 2}, {"بال", 2}, {"كال", 2}, {"فال", 2}, {"لل", 2}, {"ال", 2}, {"و", 3}}};
constexpr std::array<Affix, 8> kSuffixes = {
    {{"ها", 2}, {"ان", 2}, {"ات", 2}, {"ون", 2}, {"ين", 2}, {"يه", 2}, {"ه", 2}, {"ي", 2}}};

bool leaves_enough(const std::string& word, const Affix& affix) {
  return word.size() >= affix.letters.size() + affix.left * kLetter;
}

// One letter for the two that end words alike, and are often written one for the other.
void normalise(std::string& word) {
  for (std::size_t at = 0; at + 1 < word.size();) {
    if (word.compare(at, kLetter, "ـ") == 0) {
      word.erase(at, kLetter);
      continue;
    }
    if (word.compare(at, kLetter, "ى") == 0) word.replace(at, kLetter, "ي");
    if (word.compare(at, kLetter, "ة") == 0) word.replace(at, kLetter, "ه");
    at += kLetter;
  }
}

}  // namespace

std::string arabic_light_stem(std::string_view folded) {
  std::string word(folded);
  normalise(word);
  for (const Affix& prefix : kPrefixes) {
    if (!word.starts_with(prefix.letters) || !leaves_enough(word, prefix)) continue;
    word.erase(0, prefix.letters.size());
    break;
  }
  for (const Affix& suffix : kSuffixes) {
    if (!word.ends_with(suffix.letters) || !leaves_enough(word, suffix)) continue;
    word.resize(word.size() - suffix.letters.size());
  }
  return word;
}

}  // namespace rapporteur
