// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/day_lines.h"

#include <algorithm>
#include <cstdlib>

namespace rapporteur {

namespace {

constexpr double kPrintedYear = 0.9;

// Steps between the lines of a list, in days of the year.
constexpr int kDisorder = 45;   // a line this much out of order is only that
constexpr int kHalfYear = 183;  // a jump beyond it is New Year
constexpr int kDenseStep = 31;  // typical step of a list that has something every month
constexpr std::size_t kLongList = 4;

constexpr int kPlainYear = 2001;  // any common year, to count days of the year

int day_of_year(const DateMention& mention) {
  CivilDate day = mention.interval.from;
  day.year = kPlainYear;
  if (day.month == 2 && day.day == 29) day.day = 28;
  return days_from_civil(day) - days_from_civil({kPlainYear, 1, 1});
}

// Lines whose years depend on each other: year of lines[first + i] = unknown + offsets[i].
struct Chain {
  std::size_t first = 0;
  std::vector<int> offsets;
};

// Whether a list runs from old to new. Lists of news do the opposite.
bool runs_upwards(const std::vector<DayLine>& lines) {
  int up = 0;
  int down = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const int step = day_of_year(lines[i].mention) - day_of_year(lines[i - 1].mention);
    if (step > 0 && step <= kHalfYear) ++up;
    if (step < 0 && step >= -kHalfYear) ++down;
  }
  return up >= 2 && up > 2 * down;
}

std::vector<Chain> build_chains(const std::vector<DayLine>& lines) {
  std::vector<Chain> chains;
  if (lines.empty()) return chains;
  const int sign = runs_upwards(lines) ? -1 : 1;
  std::vector<int> sizes;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    sizes.push_back(std::abs(day_of_year(lines[i].mention) - day_of_year(lines[i - 1].mention)));
  }
  std::sort(sizes.begin(), sizes.end());
  const bool dense = !sizes.empty() && sizes[sizes.size() / 2] <= kDenseStep;
  chains.push_back({0, {0}});
  for (std::size_t i = 1; i < lines.size(); ++i) {
    // Positive: against the list's direction.
    const int step = sign * (day_of_year(lines[i].mention) - day_of_year(lines[i - 1].mention));
    int years = 0;
    bool linked = true;
    if (step > kHalfYear) {
      years = -sign;  // 3 Jan above 20 Dec
    } else if (step > kDisorder) {
      linked = !dense && lines.size() >= kLongList;
      years = -sign;
    } else if (step < -2 * kHalfYear + kDisorder) {
      linked = dense;  // 28 Dec above 2 Jan: one out of order over New Year
      years = sign;
    }
    if (!linked) {
      chains.push_back({i, {0}});
      continue;
    }
    Chain& chain = chains.back();
    chain.offsets.push_back(chain.offsets.back() + years);
  }
  return chains;
}

int weekday_of(CivilDate day) {
  return ((days_from_civil(day) + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
}

// One reading of a chain: the days of its lines and how well they are supported.
struct Reading {
  std::vector<DateInterval> days;
  double weight = 0.0;
  std::string because;                         // the strongest word of the page or of a neighbour
  std::vector<const DateEvidence*> own_words;  // by line: the strongest of its own
};

std::optional<Reading> read_chain(const std::vector<DayLine>& lines, const Chain& chain, int year,
                                  const PageView& page,
                                  const std::function<bool(const DateInterval&)>& possible) {
  Reading reading;
  double doubt = 1.0;
  double strongest = 0.0;
  DateInterval span;
  for (std::size_t i = 0; i < chain.offsets.size(); ++i) {
    const DayLine& line = lines[chain.first + i];
    const int line_year = year + chain.offsets[i];
    const bool has_year = line.mention.has_year;
    const bool same_year = !has_year || line.mention.interval.from.year == line_year;
    const auto days = in_year(line.mention, line_year);
    // A printed year that disagrees is one out of order, not a reason to give the list up.
    if (!days || (!has_year && !possible(*days))) return std::nullopt;
    if (!has_year && line.mention.weekday >= 0 && weekday_of(days->from) != line.mention.weekday) {
      return std::nullopt;
    }
    span =
        i == 0 ? *days : DateInterval{std::min(span.from, days->from), std::max(span.to, days->to)};
    const DateEvidence* own = nullptr;
    double weight = support(line.spoken_of, *days, &own);
    reading.own_words.push_back(own);
    reading.days.push_back(*days);
    if (own != nullptr && weight > strongest) {
      strongest = weight;
      reading.because = own->label;
    }
    if (has_year && same_year) {
      weight = kPrintedYear;
      if (weight > strongest) {
        strongest = weight;
        reading.because = to_iso(days->from);
      }
    }
    doubt *= 1.0 - weight;
  }
  const PageSupport around = page(span);
  if (around.weight > strongest) reading.because = around.label;
  reading.weight = 1.0 - doubt * (1.0 - around.weight);
  return reading;
}

// The reading that clearly leads.
std::optional<Reading> best_reading(const std::vector<DayLine>& lines, const Chain& chain,
                                    const std::set<int>& years, const PageView& page,
                                    const std::function<bool(const DateInterval&)>& possible) {
  std::optional<Reading> best;
  double second = 0.0;
  for (const int year : years) {
    auto reading = read_chain(lines, chain, year, page, possible);
    if (!reading) continue;
    if (!best || reading->weight > best->weight) {
      if (best) second = best->weight;
      best = std::move(reading);
    } else {
      second = std::max(second, reading->weight);
    }
  }
  if (!best || !clearly_leads(best->weight, second)) return std::nullopt;
  return best;
}

}  // namespace

std::vector<std::optional<DatedLine>> resolve_day_lines(
    const std::vector<DayLine>& lines, const std::set<int>& years, const PageView& page,
    const std::function<bool(const DateInterval&)>& possible) {
  std::vector<std::optional<DatedLine>> dated(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].mention.has_year) dated[i] = DatedLine{lines[i].mention.interval, ""};
  }
  const auto take = [&](const Chain& chain, const Reading& reading) {
    for (std::size_t i = 0; i < reading.days.size(); ++i) {
      if (dated[chain.first + i]) continue;
      const DateEvidence* own = reading.own_words[i];
      dated[chain.first + i] =
          DatedLine{reading.days[i], own != nullptr ? own->label : reading.because};
    }
  };
  for (const Chain& chain : build_chains(lines)) {
    if (const auto reading = best_reading(lines, chain, years, page, possible)) {
      take(chain, *reading);
      continue;
    }
    if (chain.offsets.size() == 1) continue;
    // The list as a whole does not fit; a line may still know its own year.
    for (std::size_t i = 0; i < chain.offsets.size(); ++i) {
      const Chain single{chain.first + i, {0}};
      if (const auto reading = best_reading(lines, single, years, page, possible)) {
        take(single, *reading);
      }
    }
  }
  return dated;
}

}  // namespace rapporteur
