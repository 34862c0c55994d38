// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/dates/relative_dates.h"

#include <algorithm>
#include <array>

#include "common/dates/date_parts.h"

namespace rapporteur {

namespace {

constexpr std::array kPlainRoles = {DateRole::kLastYear, DateRole::kThisYear, DateRole::kLastMonth,
                                    DateRole::kThisMonth};

DateInterval month_of(int months_since_year_0) {
  return DateInterval::month(months_since_year_0 / 12, months_since_year_0 % 12 + 1);
}

DateInterval plain_interval(DateRole role, CivilDate today) {
  const int month = today.year * 12 + today.month - 1;
  switch (role) {
    case DateRole::kLastYear:
      return DateInterval::year(today.year - 1);
    case DateRole::kLastMonth:
      return month_of(month - 1);
    case DateRole::kThisMonth:
      return month_of(month);
    default:
      return DateInterval::year(today.year);
  }
}

// The day `months` months before today (the month's last day where that day does not exist), to
// today.
DateInterval last_months(int months, CivilDate today) {
  const int month = today.year * 12 + today.month - 1 - months;
  const DateInterval start = month_of(month);
  return {{start.from.year, start.from.month, std::min(today.day, start.to.day)}, today};
}

bool is_span(int count, int unit_months, CivilDate today) {
  return count > 0 && count * unit_months < (today.year - 1000) * 12;
}

// Chinese phrases touch what stands beside them, so bytes are compared.
void find_chinese(std::string_view text, CivilDate today, std::vector<QuestionDate>& dates) {
  const DateWords& words = DateWords::get();
  for (const DateRole role : kPlainRoles) {
    for (const std::string& word : words.chinese(role)) {
      const std::size_t at = text.find(word);
      if (at == text.npos) continue;
      dates.push_back({plain_interval(role, today), static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(at + word.size())});
      break;
    }
  }
  for (const std::string& word : words.chinese(DateRole::kLastN)) {
    const std::size_t at = text.find(word);
    if (at == text.npos) continue;
    std::size_t end = at + word.size();
    int count = 0;
    for (; end < text.size() && text[end] >= '0' && text[end] <= '9' && count < 1000; ++end) {
      count = count * 10 + (text[end] - '0');
    }
    for (const auto& [role, months] :
         {std::pair{DateRole::kNYears, 12}, std::pair{DateRole::kNMonths, 1}}) {
      for (const std::string& unit : words.chinese(role)) {
        if (!is_span(count, months, today) || !text.substr(end).starts_with(unit)) continue;
        dates.push_back({last_months(count * months, today), static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(end + unit.size())});
        return;
      }
    }
  }
}

}  // namespace

void find_relative_dates(std::string_view text, const Tokens& tokens, CivilDate today,
                         std::vector<QuestionDate>& dates) {
  const DateParts parts(text, tokens);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t end = i;
    DateInterval interval;
    for (const DateRole role : kPlainRoles) {
      const std::size_t behind = parts.skip(role, i);
      if (behind <= end) continue;
      end = behind;
      interval = plain_interval(role, today);
    }
    if (end == i) {
      const std::size_t number_at = parts.skip(DateRole::kLastN, i);
      const auto number = number_at != i ? parts.number(number_at) : std::nullopt;
      if (!number || number->digits > 3) continue;
      const std::size_t years = parts.skip(DateRole::kNYears, number_at + 1);
      const std::size_t months = parts.skip(DateRole::kNMonths, number_at + 1);
      const int unit = years > number_at + 1 ? 12 : 1;
      end = std::max(years, months);
      if (end == number_at + 1 || !is_span(number->value, unit, today)) continue;
      interval = last_months(number->value * unit, today);
    }
    dates.push_back({interval, parts.token(i).begin, parts.token(end - 1).end});
    i = end - 1;
  }
  find_chinese(text, today, dates);
}

}  // namespace rapporteur
