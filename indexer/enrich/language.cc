// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

constexpr std::size_t kHeadBytes = 4096;
constexpr std::size_t kMiddleBytes = 2048;
// Below this many letters the detector is a guess: "Statement on Burundi" is Latin for all it
// knows.
constexpr int kFewLetters = 60;
constexpr int kHardlyAnyLetters = 12;

// Letters of a text by script, as far as a script tells the language or bars it.
struct Letters {
  int latin = 0, han = 0, kana = 0, hangul = 0, thai = 0, arabic = 0, cyrillic = 0, other = 0;

  int all() const { return latin + han + kana + hangul + thai + arabic + cyrillic + other; }
  // An ideograph says as much as a short word.
  int weight() const { return all() + 4 * (han + hangul) + 2 * (kana + thai); }
};

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      letters.latin += std::isalpha(byte) != 0 ? 1 : 0;
      ++at;
      continue;
    }
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(next_code_point(text, at)), &status)) {
      case USCRIPT_LATIN:
        ++letters.latin;
        break;
      case USCRIPT_HAN:
        ++letters.han;
        break;
      case USCRIPT_HIRAGANA:
      case USCRIPT_KATAKANA:
        ++letters.kana;
        break;
      case USCRIPT_HANGUL:
        ++letters.hangul;
        break;
      case USCRIPT_THAI:
        ++letters.thai;
        break;
      case USCRIPT_ARABIC:
        ++letters.arabic;
        break;
      case USCRIPT_CYRILLIC:
        ++letters.cyrillic;
        break;
      case USCRIPT_COMMON:
      case USCRIPT_INHERITED:
        break;
      default:
        ++letters.other;
    }
  }
  return letters;
}

bool one_of(std::string_view code, std::initializer_list<std::string_view> codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// The languages that a text of mostly these letters can be in; `usual` is the one it most likely is
// in where the script is enough to say so.
struct ScriptVerdict {
  std::string_view usual;  // empty: the script does not tell
  bool (*possible)(std::string_view code);
};

ScriptVerdict judge(const Letters& letters) {
  // Kana are a third of any Japanese text; Chinese has none. A Latin name weighs many letters.
  const int half = letters.weight() / 2;
  if (letters.kana * 3 + letters.han * 5 > half) {
    if (letters.kana * 10 > letters.han) {
      return {"ja", [](std::string_view code) { return code == "ja"; }};
    }
    return {"zh", [](std::string_view code) { return one_of(code, {"zh", "yue"}); }};
  }
  if (letters.hangul * 5 > half) return {"ko", [](std::string_view code) { return code == "ko"; }};
  if (letters.thai * 3 > half) return {"th", [](std::string_view code) { return code == "th"; }};
  if (letters.arabic > half) {
    return {"ar", [](std::string_view code) {
              return one_of(code, {"ar", "fa", "ur", "ps", "ku", "ckb", "sd", "ug", "ha", "dv"});
            }};
  }
  if (letters.cyrillic > half) {
    return {"ru", [](std::string_view code) {
              return one_of(code, {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn",
                                   "uz", "tt", "ab", "os", "az", "ba", "ce", "cv", "tk", "ug"});
            }};
  }
  if (letters.latin > half) {
    return {"", [](std::string_view code) {
              return !one_of(code, {"zh", "ja", "ko", "th", "ar", "ru", "he", "el", "fa", "uk",
                                    "hi", "bn", "ka", "hy", "am", "my", "km", "lo", "ta"});
            }};
  }
  return {"", [](std::string_view) { return true; }};
}

struct Guess {
  std::string code;  // empty: unknown
  bool reliable = false;
};

Guess guess(const std::string& sample, const std::string& hint) {
  const CLD2::CLDHints hints = {hint.empty() ? nullptr : hint.c_str(), nullptr,
                                CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language best = CLD2::ExtDetectLanguageSummary(
      sample.data(), static_cast<int>(sample.size()), true, &hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &bytes, &reliable);
  if (best == CLD2::UNKNOWN_LANGUAGE) return {};
  auto code = language_code(CLD2::LanguageCode(best));
  return {code.value_or(""), reliable};
}

std::string sample_of(std::string_view title, std::string_view text) {
  std::string sample(utf8_prefix(title, 512));
  sample += '\n';
  const std::string_view head = utf8_prefix(text, kHeadBytes);
  sample += head;
  // Reports open with pages of names and numbers; the middle is prose.
  if (text.size() > 4 * kHeadBytes) {
    std::size_t middle = text.size() / 2;
    while ((static_cast<unsigned char>(text[middle]) & 0xC0) == 0x80) ++middle;
    sample += '\n';
    sample += utf8_prefix(text.substr(middle), kMiddleBytes);
  }
  return sample;
}

}  // namespace

std::optional<std::string> detect_language(std::string_view title, std::string_view text,
                                           const std::optional<std::string>& around) {
  const std::string sample = sample_of(title, text);
  const Letters letters = count_letters(sample);
  if (letters.all() == 0) return around;
  const ScriptVerdict script = judge(letters);
  const bool around_fits = around && script.possible(*around);
  if (one_of(script.usual, {"zh", "ja", "ko", "th"})) return std::string(script.usual);

  Guess found = guess(sample, around_fits ? *around : std::string());
  if (!found.code.empty() && !script.possible(found.code)) found = {};
  const bool few = letters.weight() < kFewLetters;
  if (found.reliable && !(few && around_fits)) return found.code;
  if (around_fits) return around;
  if (!script.usual.empty()) return std::string(script.usual);
  if (found.code.empty() || letters.weight() < kHardlyAnyLetters) return std::nullopt;
  return found.code;
}

std::optional<std::string> language_code(std::string_view declared) {
  std::string code;
  for (const char c : declared) {
    if (c == '-' || c == '_') break;
    if (c == ' ' && code.empty()) continue;
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) return std::nullopt;
    code += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (code.size() < 2 || code.size() > 3 || code == "und" || code == "mul" || code == "xx") {
    return std::nullopt;
  }
  // The detector and old pages use codes that ISO has withdrawn.
  if (code == "iw") return "he";
  if (code == "in") return "id";
  if (code == "ji") return "yi";
  if (code == "jw") return "jv";
  if (code == "mo") return "ro";
  if (code == "nb" || code == "nn") return "no";
  if (code.size() == 3) {
    // ICU knows which three-letter codes have a two-letter one.
    std::array<char, 12> shorter{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(code.c_str(), shorter.data(), static_cast<int32_t>(shorter.size()), &status);
    if (U_SUCCESS(status) && shorter[0] != '\0') code = shorter.data();
  }
  return code;
}

}  // namespace rapporteur
