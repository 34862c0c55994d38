// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/date_claims.h"

#include <string>

#include "common/dates/date_text.h"
#include "common/dates/url_date.h"

namespace rapporteur {

namespace {

constexpr int kFirstClaimedYear = 1900;

bool contains_folded(std::string_view text, std::string_view part) {
  return fold(text).find(part) != std::string::npos;
}

RecordDate made(const ParsedDate& parsed, std::string evidence) {
  return {parsed.interval, parsed.precision, DateMethod::kMetadata, std::move(evidence)};
}

}  // namespace

bool before_capture(const Page& page, const DateInterval& interval) {
  if (!page.captured) return true;
  return days_from_civil(interval.from) <= days_from_civil(page.captured->interval.to) + 1;
}

std::optional<RecordDate> claimed_date(const Page& page) {
  for (const PageMetadata::Claim& claim : page.metadata.dates) {
    if (contains_folded(claim.name, "modif") || contains_folded(claim.name, "updat")) continue;
    const auto parsed = parse_date_string(claim.value);
    if (!parsed || parsed->interval.from.year < kFirstClaimedYear) continue;
    if (!before_capture(page, parsed->interval)) continue;
    RecordDate date = made(*parsed, claim.name + ": " + claim.value);
    if (claim.printed) date.method = DateMethod::kPrinted;
    return date;
  }
  return std::nullopt;
}

std::optional<RecordDate> url_date(std::string_view url) {
  const auto found = find_url_date(url);
  if (!found) return std::nullopt;
  return made(found->date, "URL " + std::string(found->words));
}

std::optional<RecordDate> datetime_date(std::string_view datetime) {
  const auto parsed = parse_date_string(datetime);
  if (!parsed) return std::nullopt;
  return made(*parsed, "time: " + std::string(datetime));
}

}  // namespace rapporteur
