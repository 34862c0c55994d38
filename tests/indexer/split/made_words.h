// SPDX-License-Identifier: GPL-2.0-or-later
//
// Invented words, sentences and names in four scripts, for made_site.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace rapporteur {

enum class MadeScript { kLatin, kCyrillic, kArabic, kHan };

// A source of chance and of text in one script.
class MadeWords {
 public:
  MadeWords(std::uint32_t seed, MadeScript script) : script_(script), random_(seed) {}

  int number(int low, int high);  // both included
  bool chance(int percent) { return number(1, 100) <= percent; }
  template <typename T>
  const T& one_of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(number(0, static_cast<int>(list.size()) - 1))];
  }

  std::string word();                           // in small letters
  std::string name(int words);                  // each word with a capital
  std::string phrase(int words, int capitals);  // capital first; `capitals` percent more of them
  std::string sentence();                       // with its full stop, perhaps quotes or a note mark
  std::string paragraph(int sentences);
  std::string organisation();  // a name of 2 to 9 words, some of them small

  MadeScript script() const { return script_; }

 private:
  std::string joined(const std::vector<std::string>& words) const;
  std::string capitalised(std::string word) const;

  MadeScript script_;
  std::mt19937 random_;
};

}  // namespace rapporteur
