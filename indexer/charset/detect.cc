// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/charset/detect.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "indexer/charset/declared.h"

namespace rapporteur {
namespace {

constexpr const char* kDefault = "windows-1252";
constexpr const char* kMacRoman = "macintosh";

// How many characters of `sample` make no sense in `charset`, a set of one byte a character: a
// control, a capital behind a small letter, a sign between two letters.
std::size_t oddities(std::string_view sample, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset, &status),
                                                               &ucnv_close);
  if (U_FAILURE(status)) return sample.size();
  std::array<UChar32, 256> letters;
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const char* source = &c;
    status = U_ZERO_ERROR;
    letters[static_cast<std::size_t>(byte)] =
        ucnv_getNextUChar(converter.get(), &source, source + 1, &status);
    if (U_FAILURE(status)) letters[static_cast<std::size_t>(byte)] = 0x80;  // a control
  }
  const auto at = [&](std::size_t i) {
    return i < sample.size() ? letters[static_cast<unsigned char>(sample[i])] : UChar32{' '};
  };
  std::size_t odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (static_cast<unsigned char>(sample[i]) < 0x80) continue;
    const UChar32 c = at(i);
    const UChar32 before = i > 0 ? at(i - 1) : UChar32{' '};
    const bool between = u_isalpha(before) && u_isalpha(at(i + 1));
    if (c >= 0x80 && c < 0xA0) {
      odd += 2;
    } else if (u_isalpha(c)) {
      odd += (u_isupper(c) && u_islower(before)) || (u_islower(before) && u_isupper(at(i + 1)));
    } else {
      odd += between && c != 0x2019 && c != 0xB7 && c != 0xAD;
    }
  }
  return odd;
}

bool is_latin(std::string_view charset) {
  return charset == kDefault || charset.starts_with("iso-8859-1") || charset == "windows-1250" ||
         charset == "windows-1254" || charset == "iso-8859-2" || charset == "iso-8859-9";
}

}  // namespace

bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t i = 0; i < bytes.size();) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 code_point;
    U8_NEXT(data, i, bytes.size(), code_point);
    ++(code_point < 0 ? bad : good);
  }
  return bad == 0 ? good > 0 : good >= 2 * bad;
}

std::string unmarked_utf16(std::string_view sample) {
  constexpr std::size_t kFewest = 16;
  if (sample.size() < kFewest || sample.size() % 2 != 0) sample.remove_suffix(sample.size() % 2);
  if (sample.size() < kFewest) return "";
  // Most characters of a text are of one script, so one of a character's two bytes hardly changes.
  std::array<std::array<std::size_t, 256>, 2> counts = {};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    ++counts[i % 2][static_cast<unsigned char>(sample[i])];
  }
  const std::size_t half = sample.size() / 2;
  for (const std::size_t high : {0U, 1U}) {
    const auto& page = counts[high];
    const auto& low = counts[1 - high];
    // Spaces and digits have page 0 in every script; letters of a script have a low page.
    const std::size_t letters = *std::max_element(page.begin() + 1, page.begin() + 0x21);
    const bool one_script = page[0] > 0 && page[0] + letters > half * 9 / 10;
    if (one_script && low[0] * 20 < half) return high == 1 ? "UTF-16LE" : "UTF-16BE";
  }
  return "";
}

std::string detected_charset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                      &ucsdet_close);
  const std::string_view sample = bytes.substr(0, kDetectionWindow);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), true);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return kDefault;
  const int confidence = ucsdet_getConfidence(match, &status);
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || name == nullptr || confidence < 20) return kDefault;
  std::string charset = real_charset(name);
  // ICU does not know the Macintosh's set, and takes it for its neighbours.
  if (is_latin(charset)) {
    const std::size_t as_mac = oddities(sample, kMacRoman);
    if (as_mac * 2 < oddities(sample, charset.c_str())) return kMacRoman;
  }
  return charset;
}

}  // namespace rapporteur
