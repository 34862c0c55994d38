// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

constexpr std::size_t kMetaWindow = 4096;        // a <meta charset> stands near the top
constexpr std::size_t kDetectionWindow = 65536;  // enough for statistics, little enough for speed
constexpr std::size_t kDenseLimit = std::size_t{16} << 20;
constexpr std::uint32_t kSparseStep = 64;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// The names that pages use for what they really hold (WHATWG Encoding Standard, section 4.2).
std::string real_charset(std::string_view name) {
  std::string label = lower(trim(name));
  static constexpr std::array<std::array<const char*, 2>, 14> kLabels = {{
      {"iso-8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"ascii", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"gb2312", "gb18030"},
      {"gbk", "gb18030"},
      {"x-sjis", "windows-31j"},
      {"shift_jis", "windows-31j"},
      {"tis-620", "windows-874"},
      {"ks_c_5601-1987", "windows-949"},
      {"utf8", "utf-8"},
      {"x-user-defined", "windows-1252"},
  }};
  for (const auto& [from, to] : kLabels)
    if (label == from) return to;
  return label;
}

// The charset of <meta charset=X> or <meta ... content="text/html; charset=X">, or "".
std::string meta_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kMetaWindow));
  for (std::size_t at = head.find("charset"); at != std::string::npos;
       at = head.find("charset", at + 7)) {
    const std::size_t tag = head.rfind('<', at);
    if (tag == std::string::npos || head.compare(tag, 5, "<meta") != 0) continue;
    std::size_t from = head.find_first_not_of(" \t\r\n", at + 7);
    if (from == std::string::npos || head[from] != '=') continue;
    from = head.find_first_not_of(" \t\r\n\"'", from + 1);
    if (from == std::string::npos) continue;
    const std::size_t to = head.find_first_of(" \t\r\n\"';/>", from);
    return head.substr(from, to == std::string::npos ? to : to - from);
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
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const int confidence = ucsdet_getConfidence(match, &status);
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || name == nullptr || confidence < 20) return "windows-1252";
  return real_charset(name);
}

// Whether ill-formed sequences are so rare that this is UTF-8 with a few broken characters.
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

void decode_utf8(std::string_view bytes, DecodedHtml& page) {
  page.charset = "UTF-8";
  if (is_clean_utf8(bytes)) {
    page.text = bytes;
    return;
  }
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  page.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t start = i;
    UChar32 code_point;
    U8_NEXT(data, i, bytes.size(), code_point);
    if (code_point > 0) {
      page.text.append(bytes, start, i - start);
    } else if (code_point == 0) {
      page.text += ' ';
    } else {
      page.text += "\xEF\xBF\xBD";
      if (i - start != 3)
        page.steps.emplace_back(static_cast<std::uint32_t>(page.text.size()),
                                static_cast<std::uint32_t>(i));
    }
  }
}

// Decodes with ICU; false if it has no such charset.
bool decode_with_icu(std::string_view bytes, const std::string& charset, DecodedHtml& page) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                               &ucnv_close);
  if (U_FAILURE(status)) return false;
  page.charset = charset;
  page.text.reserve(bytes.size() + bytes.size() / 4);
  const bool dense = bytes.size() < kDenseLimit;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> units;
  std::array<std::int32_t, 4096> offsets;
  std::uint32_t last_step = 0;
  // Text and source run alike since `alike_text`/`alike_source`.
  std::uint64_t alike_text = 0;
  std::uint64_t alike_source = 0;
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
      const std::uint64_t from =
          static_cast<std::uint64_t>(chunk - bytes.data()) + std::max(0, offsets[at]);
      const std::uint64_t text_at = page.text.size();
      if (text_at - alike_text != from - alike_source &&
          (dense || text_at - last_step >= kSparseStep)) {
        page.steps.emplace_back(static_cast<std::uint32_t>(text_at),
                                static_cast<std::uint32_t>(from));
        alike_text = text_at;
        alike_source = from;
        last_step = static_cast<std::uint32_t>(text_at);
      }
      append_code_point(page.text, static_cast<char32_t>(code_point));
    }
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  page.steps.emplace_back(static_cast<std::uint32_t>(page.text.size()),
                          static_cast<std::uint32_t>(bytes.size()));
  return true;
}

}  // namespace

std::uint64_t DecodedHtml::source_offset(std::size_t position) const {
  auto step =
      std::upper_bound(steps.begin(), steps.end(), position,
                       [](std::size_t value, const auto& entry) { return value < entry.first; });
  if (step == steps.begin()) return position;
  --step;
  return step->second + (position - step->first);
}

DecodedHtml decode_html(std::string_view bytes, const std::optional<std::string>& declared) {
  DecodedHtml page;
  std::string charset;
  std::size_t skip = 0;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    charset = "utf-8";
    skip = 3;
  } else if (bytes.starts_with("\xFF\xFE")) {
    charset = "UTF-16LE";
    skip = 2;
  } else if (bytes.starts_with("\xFE\xFF")) {
    charset = "UTF-16BE";
    skip = 2;
  }
  std::string_view body = bytes.substr(skip);
  if (charset.empty()) {
    const bool escapes = bytes.substr(0, kDetectionWindow).find('\x1B') != std::string_view::npos;
    if (is_mostly_utf8(bytes.substr(0, kDetectionWindow)) && !escapes) charset = "utf-8";
    if (charset.empty() && declared) charset = real_charset(*declared);
    if (charset.empty()) {
      charset = real_charset(meta_charset(bytes));
      // <meta> was readable as ASCII, so this page is not in UTF-16.
      if (charset.starts_with("utf-16")) charset = "utf-8";
    }
    if (charset == "utf-8" && !is_mostly_utf8(bytes)) {
      const bool ascii = std::all_of(bytes.begin(), bytes.end(),
                                     [](char c) { return static_cast<signed char>(c) > 0; });
      if (!ascii) charset = detected_charset(bytes);
    }
    if (charset.empty()) charset = detected_charset(bytes);
  }
  if (charset == "utf-8" || !decode_with_icu(body, charset, page)) decode_utf8(body, page);
  if (skip > 0) {
    for (auto& [text_at, source_at] : page.steps) source_at += static_cast<std::uint32_t>(skip);
    page.steps.insert(page.steps.begin(), {0, static_cast<std::uint32_t>(skip)});
  }
  return page;
}

}  // namespace rapporteur
