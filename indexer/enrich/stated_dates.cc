// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/stated_dates.h"

#include "indexer/enrich/date_claims.h"

namespace rapporteur {

namespace {

constexpr int kFiledAnewDays = 31;

bool is_day(const std::optional<RecordDate>& date) {
  return date && date->precision == DatePrecision::kDay;
}

bool much_older(const RecordDate& date, const RecordDate& claim) {
  return days_from_civil(claim.interval.from) - days_from_civil(date.interval.to) > kFiledAnewDays;
}

}  // namespace

std::optional<RecordDate> printed_date(const std::optional<StatedDate>& stated) {
  if (!stated || !stated->mention.has_year) return std::nullopt;
  return RecordDate{stated->mention.interval, stated->mention.precision, DateMethod::kPrinted,
                    stated->label};
}

std::optional<RecordDate> stated_date(const Page& page, const Piece& piece,
                                      const PieceEvidence& evidence, const PieceClaims& claims) {
  const auto possible = [&](std::optional<RecordDate> date) {
    if (date && !before_capture(page, date->interval)) date.reset();
    return date;
  };
  const auto head = possible(claims.head);
  const auto url = possible(claims.url);
  const auto dateline = possible(printed_date(evidence.dateline));
  const auto line = possible(printed_date(evidence.day_line));
  const auto time = piece.datetime ? possible(datetime_date(*piece.datetime)) : std::nullopt;
  // The day on which a document's file was made comes behind what the document prints.
  if (head && !page.is_document) {
    const bool of_system =
        head->method == DateMethod::kMetadata && !(is_day(url) && url->interval == head->interval);
    if (of_system && is_day(dateline) && much_older(*dateline, *head)) return dateline;
    if (is_day(head)) return head;
  }
  if (is_day(time)) return time;
  if (line) return line;
  if (dateline) return dateline;
  if (is_day(url)) return url;
  if (head) return head;
  return time;
}

}  // namespace rapporteur
