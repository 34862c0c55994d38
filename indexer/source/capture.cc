// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/capture.h"

#include "common/text/utf8.h"

namespace rapporteur {

std::string clean_url(std::string_view url) {
  url = trim(url);
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  std::string clean;
  for (const char c : clean_utf8(url)) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) {
      clean += "%20";
    } else {
      clean += c;
    }
  }
  return clean;
}

std::optional<RecordDate> capture_date(std::string_view time) {
  constexpr int kFirstYear = 1990;
  std::string digits;
  for (const char c : time) {
    if (c == 'T' || digits.size() == 8) break;
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.size() != 8) return std::nullopt;
  const auto day = parse_iso_interval(digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' +
                                      digits.substr(6, 2));
  if (!day || day->from.year < kFirstYear) return std::nullopt;
  return RecordDate{*day, DatePrecision::kDay, DateMethod::kMetadata,
                    "captured " + to_iso(day->to)};
}

}  // namespace rapporteur
