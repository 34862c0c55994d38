// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/split/made_words.h"

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

const std::vector<std::string> kLatinSyllables = {"ba",  "ke",  "lo", "mi",  "nu",
                                                  "ra",  "ség", "ti", "vor", "lam",
                                                  "den", "kir", "ço", "pul", "zan"};
const std::vector<std::string> kCyrillicSyllables = {
    "ба", "ке", "ло", "ми", "ну", "ра", "вор", "лам", "ден", "кир", "пуль", "зан", "щи"};
const std::vector<std::string> kArabicSyllables = {"با",  "كي", "لو", "مي", "نو", "را",
                                                   "فور", "لم", "دن", "كر", "بل", "زن"};

}  // namespace

int MadeWords::number(int low, int high) {
  return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
}

std::string MadeWords::word() {
  std::string word;
  if (script_ == MadeScript::kHan) {
    const int length = number(1, 3);
    for (int i = 0; i < length; ++i) {
      append_code_point(word, static_cast<char32_t>(0x4E10 + number(0, 0x3000)));
    }
    return word;
  }
  const auto& syllables = script_ == MadeScript::kLatin      ? kLatinSyllables
                          : script_ == MadeScript::kCyrillic ? kCyrillicSyllables
                                                             : kArabicSyllables;
  const int length = number(1, 4);
  for (int i = 0; i < length; ++i) word += one_of(syllables);
  return word;
}

std::string MadeWords::capitalised(std::string word) const {
  const auto first = static_cast<unsigned char>(word[0]);
  if (script_ == MadeScript::kLatin && first >= 'a' && first <= 'z') {
    word[0] = static_cast<char>(first - 'a' + 'A');
  } else if (script_ == MadeScript::kLatin) {
    word[1] = static_cast<char>(word[1] - 0x20);  // ç
  } else if (script_ == MadeScript::kCyrillic) {
    std::size_t position = 0;
    const char32_t c = next_code_point(word, position);
    std::string capital;
    append_code_point(capital, c - 0x20);
    word = capital + word.substr(position);
  }
  return word;
}

std::string MadeWords::joined(const std::vector<std::string>& words) const {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty() && script_ != MadeScript::kHan) text += ' ';
    text += word;
  }
  return text;
}

std::string MadeWords::name(int words) {
  std::vector<std::string> list;
  for (int i = 0; i < words; ++i) list.push_back(capitalised(word()));
  return joined(list);
}

std::string MadeWords::phrase(int words, int capitals) {
  std::vector<std::string> list;
  for (int i = 0; i < words; ++i) {
    list.push_back(i == 0 || chance(capitals) ? capitalised(word()) : word());
  }
  return joined(list);
}

std::string MadeWords::sentence() {
  std::string text = phrase(number(6, 24), 12);
  const bool latin = script_ == MadeScript::kLatin;
  if (chance(20)) text += (latin ? ", " : script_ == MadeScript::kHan ? "，" : ", ") + phrase(4, 5);
  const std::string stop = script_ == MadeScript::kHan ? "。" : ".";
  const std::string question = script_ == MadeScript::kHan      ? "？"
                               : script_ == MadeScript::kArabic ? "؟"
                                                                : "?";
  text += chance(92) ? stop : question;
  if (chance(8)) return "“" + text + "”";
  if (chance(5)) return text + "[" + std::to_string(number(1, 9)) + "]";
  return text;
}

std::string MadeWords::paragraph(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    if (i > 0 && script_ != MadeScript::kHan) text += ' ';
    text += sentence();
  }
  return text;
}

std::string MadeWords::organisation() {
  std::string text = phrase(number(2, 7), 70);
  if (chance(20)) text += " (" + phrase(1, 0) + ")";
  if (chance(10)) text += (script_ == MadeScript::kHan ? "，" : ", ") + name(1);
  if (chance(8)) text += " – " + name(1);
  if (chance(3) && script_ == MadeScript::kLatin) text += ".";
  return text;
}

}  // namespace rapporteur
