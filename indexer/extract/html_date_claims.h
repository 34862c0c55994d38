// SPDX-License-Identifier: GPL-2.0-or-later
//
// The claims of a page about its day of publication, and which of them is to be believed first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page.h"

namespace rapporteur {

// Where a claim stands, from the most trusted place to the least.
enum class ClaimRank : std::uint8_t {
  kUrlDay,
  kPublished,    // <meta> names of publication
  kJsonLd,       // datePublished
  kTime,         // <time> at the title
  kNamed,        // an element called a date, at the title
  kBesideTitle,  // a short line at the title
  kMostly,       // <meta> names of less clear meaning
  kText,         // in the main content
  kAnyTime,      // <time> elsewhere
  kUrlMonth,
  kModified,
};

// The first and the last year in which a web page can have been published.
constexpr int kFirstWebYear = 1990;
constexpr int kLastWebYear = 2100;

class DateClaims {
 public:
  // Takes `value` if it is, or holds, a date of the web's years; a day unless `coarse`.
  bool add(ClaimRank rank, std::string name, std::string_view value, bool coarse = false);

  // The claims by rank, but for three corrections of the first. A day that others of different
  // places agree on comes before one that stands alone; a printed day before the moment in UTC that
  // it is elsewhere on Earth; and "11/01/2023" is read as the other claims have it.
  std::vector<PageMetadata::Claim> sorted() &&;

 private:
  struct Ranked {
    ClaimRank rank;
    PageMetadata::Claim claim;
    std::int32_t day = 0;  // days since 1970-01-01; of a coarse claim its first
    bool coarse = false;
  };

  void read_slashes();
  void prefer_agreed();
  void prefer_local_day();
  void put_first(std::size_t index);

  std::vector<Ranked> list_;
};

}  // namespace rapporteur
