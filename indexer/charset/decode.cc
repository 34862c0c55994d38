// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/charset/decode.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/text/utf8.h"
#include "indexer/charset/declared.h"
#include "indexer/charset/detect.h"

namespace rapporteur {
namespace {

constexpr std::size_t kDenseLimit = std::size_t{16} << 20;
constexpr std::uint32_t kSparseStep = 64;

void decode_utf8(std::string_view bytes, DecodedText& decoded) {
  decoded.charset = "UTF-8";
  if (is_clean_utf8(bytes)) {
    decoded.text = bytes;
    return;
  }
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  decoded.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t start = i;
    UChar32 code_point;
    U8_NEXT(data, i, bytes.size(), code_point);
    if (code_point > 0) {
      decoded.text.append(bytes, start, i - start);
    } else if (code_point == 0) {
      decoded.text += ' ';
    } else {
      decoded.text += "\xEF\xBF\xBD";
      if (i - start != 3)
        decoded.steps.emplace_back(static_cast<std::uint32_t>(decoded.text.size()),
                                   static_cast<std::uint32_t>(i));
    }
  }
}

// Decodes with ICU; false if it has no such charset.
bool decode_with_icu(std::string_view bytes, const std::string& charset, DecodedText& decoded) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                               &ucnv_close);
  if (U_FAILURE(status)) return false;
  decoded.charset = charset;
  decoded.text.reserve(bytes.size() + bytes.size() / 4);
  const bool dense = bytes.size() < kDenseLimit;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> units;
  std::array<std::int32_t, 4096> offsets;
  std::uint32_t last_step = 0;
  // Text and source run alike since `alike_text`/`alike_source`.
  std::uint64_t alike_text = 0;
  std::uint64_t alike_source = 0;
  std::uint64_t from = 0;
  while (true) {
    UChar* target = units.data();
    const char* const chunk = source;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end,
                   offsets.data(), true, &status);
    const auto count = static_cast<std::int32_t>(target - units.data());
    for (std::int32_t i = 0; i < count;) {
      const std::int32_t at = i;
      UChar32 code_point;
      U16_NEXT(units.data(), i, count, code_point);
      if (code_point == 0) code_point = ' ';
      if (U_IS_SURROGATE(code_point)) code_point = 0xFFFD;
      // ICU's offsets go back in some charsets (ISCII, where a letter waits for the next).
      from = std::max(from,
                      static_cast<std::uint64_t>(chunk - bytes.data()) + std::max(0, offsets[at]));
      const std::uint64_t text_at = decoded.text.size();
      if (text_at - alike_text != from - alike_source &&
          (dense || text_at - last_step >= kSparseStep)) {
        decoded.steps.emplace_back(static_cast<std::uint32_t>(text_at),
                                   static_cast<std::uint32_t>(from));
        alike_text = text_at;
        alike_source = from;
        last_step = static_cast<std::uint32_t>(text_at);
      }
      append_code_point(decoded.text, static_cast<char32_t>(code_point));
    }
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  decoded.steps.emplace_back(static_cast<std::uint32_t>(decoded.text.size()),
                             static_cast<std::uint32_t>(bytes.size()));
  return true;
}

}  // namespace

std::uint64_t DecodedText::source_offset(std::size_t position) const {
  auto step =
      std::upper_bound(steps.begin(), steps.end(), position,
                       [](std::size_t value, const auto& entry) { return value < entry.first; });
  if (step == steps.begin()) return position;
  const std::uint64_t limit = step == steps.end() ? UINT64_MAX : step->second;
  --step;
  return std::min(step->second + (position - step->first), limit);
}

DecodedText decode_text(std::string_view bytes, const CharsetHints& hints) {
  DecodedText decoded;
  std::string charset;
  std::size_t skip = 0;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    charset = "utf-8";
    skip = 3;
  } else if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) {
    charset = "UTF-32LE";
    skip = 4;
  } else if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) {
    charset = "UTF-32BE";
    skip = 4;
  } else if (bytes.starts_with("\xFF\xFE")) {
    charset = "UTF-16LE";
    skip = 2;
  } else if (bytes.starts_with("\xFE\xFF")) {
    charset = "UTF-16BE";
    skip = 2;
  }
  const std::string_view body = bytes.substr(skip);
  if (charset.empty()) {
    const std::string_view sample = bytes.substr(0, kDetectionWindow);
    charset = unmarked_utf16(sample);
    const bool escapes = sample.find('\x1B') != std::string_view::npos;
    if (charset.empty() && is_mostly_utf8(sample) && !escapes) charset = "utf-8";
    if (charset.empty() && hints.declared) charset = real_charset(*hints.declared);
    if (charset.empty() && hints.is_markup) {
      charset = real_charset(charset_in_markup(bytes));
      // What declares it was readable as ASCII, so this is not UTF-16.
      if (charset.starts_with("utf-16")) charset = "utf-8";
    }
    if (charset == "utf-8" && !is_mostly_utf8(bytes)) {
      const bool ascii = std::all_of(bytes.begin(), bytes.end(),
                                     [](char c) { return static_cast<signed char>(c) > 0; });
      if (!ascii) charset = detected_charset(bytes);
    }
    if (charset.empty()) charset = detected_charset(bytes);
  }
  if (charset == "utf-8" || !decode_with_icu(body, charset, decoded)) decode_utf8(body, decoded);
  if (skip > 0) {
    for (auto& [text_at, source_at] : decoded.steps) source_at += static_cast<std::uint32_t>(skip);
    decoded.steps.insert(decoded.steps.begin(), {0, static_cast<std::uint32_t>(skip)});
  }
  return decoded;
}

}  // namespace rapporteur
