// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/page_year.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "common/dates/date_text.h"

namespace rapporteur {

namespace {

constexpr double kOwnWords = 0.5;     // a text also tells of what is long past
constexpr double kSameYear = 0.7;     // all dated pieces of the page are of that year
constexpr double kTwoYears = 0.4;     // one of the two years that they span
constexpr double kNeighbour = 0.3;    // what an undated neighbour's words say
constexpr double kForetold = 0.4;     // part of the weight of days after the year's end
constexpr double kAnticipated = 0.4;  // anniversaries are prepared for in the year before
constexpr double kOvertaken = 0.25;   // part of the weight of years before the newest day told of
constexpr double kFewNewer = 0.45;    // what one day says
constexpr double kAlone = 0.55;       // least support by words alone: a single day may be long past
constexpr double kMostOfBareYears = 0.24;
constexpr int kFirstInferredYear = 1990;
constexpr std::size_t kHistory = 4;  // different years of the days that a text tells of

bool is_firm(const DateEvidence& item) {
  return item.kind == EvidenceKind::kDay || item.kind == EvidenceKind::kMonth;
}

// What a piece's words say of a year, with the words that say most.
double year_support(const std::vector<DateEvidence>& spoken_of, int year, std::string* because) {
  double doubt = 1.0;
  double best = 0.0;
  double bare_years = 0.0;
  double newer_doubt = 1.0;
  for (const DateEvidence& item : spoken_of) {
    if (item.interval.to.year < kFirstInferredYear) continue;
    double weight = kOwnWords * support(item, DateInterval::year(year));
    if (item.interval.from.year > year) {
      if (is_firm(item)) newer_doubt *= 1.0 - kOwnWords * support(item, item.interval);
      weight *= kForetold;
    }
    if (item.kind == EvidenceKind::kAnniversary) weight *= kAnticipated;
    if (item.kind == EvidenceKind::kYear) {
      if (bare_years >= kMostOfBareYears) continue;
      bare_years += weight;
    }
    doubt *= 1.0 - weight;
    if (weight <= best) continue;
    best = weight;
    if (because != nullptr) *because = item.label;
  }
  // One later day may lie ahead of the text; several have been lived through.
  const double newer = 1.0 - newer_doubt;
  return (1.0 - doubt) * (newer > kFewNewer ? kOvertaken : 1.0);
}

// Days of many years are those of a history or a report: it came out when all was over, and nothing
// tells how long after.
bool tells_history(const std::vector<DateEvidence>& spoken_of) {
  std::set<int> years;
  for (const DateEvidence& item : spoken_of) {
    if (is_firm(item)) years.insert(item.interval.from.year);
  }
  return years.size() >= kHistory;
}

// Whether a day behind `year` is told of.
bool knows_later(const std::vector<DateEvidence>& spoken_of, int year) {
  return std::any_of(spoken_of.begin(), spoken_of.end(), [&](const DateEvidence& item) {
    return is_firm(item) && item.interval.from.year > year;
  });
}

std::set<int> candidate_years(const std::vector<DateEvidence>& spoken_of) {
  std::set<int> years;
  for (const DateEvidence& item : spoken_of) {
    if (item.interval.to.year < kFirstInferredYear) continue;
    years.insert({item.interval.from.year, item.interval.to.year, item.interval.to.year + 1});
  }
  return years;
}

}  // namespace

double capture_support(const DateInterval& captured, const DateInterval& span) {
  const int age = days_from_civil(captured.to) - days_from_civil(span.to);
  if (age < -1) return 0.0;
  if (age <= 31) return 0.55;
  if (age <= 90) return 0.4;
  return age <= 180 ? 0.2 : 0.0;
}

int copyright_year(const Page& page) {
  int newest = 0;
  for (const Block& block : page.blocks) {
    const std::string_view text = block.text;
    if (text.size() > 500) continue;
    const bool notice = text.find("\u00a9") != text.npos || text.find("opyright") != text.npos;
    if (!notice) continue;
    for (const DateMention& mention : find_dates(text)) {
      if (mention.has_year) newest = std::max(newest, mention.interval.to.year);
    }
  }
  return newest;
}

void PageYear::add_dated(const DateInterval& date) {
  dated_ = dated_ ? DateInterval{std::min(dated_->from, date.from), std::max(dated_->to, date.to)}
                  : date;
}

void PageYear::add_undated(std::size_t id, const std::vector<DateEvidence>& spoken_of) {
  for (const int year : candidate_years(spoken_of)) {
    undated_[id][year] = year_support(spoken_of, year, nullptr);
  }
}

double PageYear::dated_support(int year) const {
  if (!dated_ || year < dated_->from.year || year > dated_->to.year) return 0.0;
  if (dated_->from.year == dated_->to.year) return kSameYear;
  return dated_->to.year - dated_->from.year == 1 ? kTwoYears : 0.0;
}

std::optional<RecordDate> PageYear::infer(std::size_t id, const PieceEvidence& evidence,
                                          bool on_its_own) const {
  const std::vector<DateEvidence>& spoken_of = evidence.spoken_of;
  std::set<int> years = candidate_years(spoken_of);
  if (dated_ && !on_its_own) years.insert({dated_->from.year, dated_->to.year});
  double best = 0.0;
  double second = 0.0;
  RecordDate date;
  for (const int year : years) {
    if (captured_ && year > captured_->interval.to.year) continue;
    std::string because;
    const double own = year_support(spoken_of, year, &because);
    double doubt = 1.0 - own;
    if (!on_its_own) {
      const double dated = dated_support(year);
      doubt *= 1.0 - dated;
      if (dated > own) because = "page of " + to_iso(dated_->to);
      for (const auto& [other, by_year] : undated_) {
        const auto entry = by_year.find(year);
        if (other != id && entry != by_year.end()) doubt *= 1.0 - kNeighbour * entry->second;
      }
    }
    const double weight = 1.0 - doubt;
    if (weight > best) {
      second = best;
      best = weight;
      date = {DateInterval::year(year), DatePrecision::kYear, DateMethod::kInferred, because};
    } else {
      second = std::max(second, weight);
    }
  }
  if (!clearly_leads(best, second)) return std::nullopt;
  const bool by_words_alone = !dated_ || on_its_own;
  if (by_words_alone && (evidence.tells_case || tells_history(spoken_of) ||
                         knows_later(spoken_of, date.interval.to.year)))
    return std::nullopt;
  if (by_words_alone && best < kAlone) return std::nullopt;
  return date;
}

}  // namespace rapporteur
