// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of dates: data/dates/months.tsv, weekdays.tsv and markers.tsv, ready for look-up on
// tokens. Part of the reader of dates, not meant for others.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/tokenizer.h"

namespace rapporteur {

// What a word does beside a date; markers.tsv explains each.
enum class DateRole : std::uint8_t {
  kOf,
  kTo,
  kAnd,
  kArticle,
  kOrdinal,
  kYearMark,
  kYearWord,
  kDecade,
  kNumberBefore,
  kNumberAfter,
  kIn,
  kSince,
  kSinceBehind,
  kAfter,
  kAfterBehind,
  kBefore,
  kBeforeBehind,
  kUntil,
  kBetween,
  kBetweenBehind,
  kFrom,
  kLastYear,
  kThisYear,
  kLastMonth,
  kThisMonth,
  kLastN,
  kNYears,
  kNMonths,
  kPublished,
  kUpdated,
  kClock,
  kCount,
};

// A month's name at a token.
struct MonthWord {
  int month = 0;           // 1..12; 0: none there
  std::size_t tokens = 0;  // how many it takes
  bool cased = false;      // also another word: needs a capital or a year
  bool english = false;
};

// Immutable, shared by all threads.
class DateWords {
 public:
  static const DateWords& get();

  MonthWord month_at(const Tokens& tokens, std::size_t index) const;
  // 0 Monday .. 6 Sunday; -1 if the token is no weekday.
  int weekday(std::string_view folded) const;
  // How many tokens the longest phrase of `role` takes that starts at `index`; 0: none does.
  std::size_t starting_at(DateRole role, const Tokens& tokens, std::size_t index) const;
  // The same for phrases that end right before `index`.
  std::size_t ending_before(DateRole role, const Tokens& tokens, std::size_t index) const;
  // The Chinese words of a role, longest first.
  const std::vector<std::string>& chinese(DateRole role) const {
    return chinese_[static_cast<std::size_t>(role)];
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  template <typename T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  struct Month {
    int month = 0;
    bool cased = true;
    bool english = false;
    bool goes_on = false;  // the first word of a longer name
  };

  static constexpr std::size_t kLongestPhrase = 4;  // tokens

  DateWords();
  static std::size_t start_of(std::string_view word);
  bool has_role(std::string_view phrase, DateRole role) const;

  Map<Month> months_;
  std::bitset<1U << 16> month_starts_;  // by first two bytes: most words need no look-up
  Map<int> weekdays_;
  Map<std::uint64_t> roles_;  // phrase, words joined by a space -> bits by DateRole
  std::vector<std::vector<std::string>> chinese_;
};

}  // namespace rapporteur
