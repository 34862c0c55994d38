// SPDX-License-Identifier: GPL-2.0-or-later
//
// Page dumps of sites that do not exist, with the day on which each of their publications came out:
// day lines without a year above teasers, articles that print theirs.
#pragma once

#include <rapporteur/date_interval.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur {

enum class DatedSiteKind {
  kOverNewYear,    // the teasers run from one year into another
  kCapturedLater,  // a crawl fetched the page years after
  kTwoSites,       // pages of two sites lie in one folder
  kNoFooter,       // nothing but teasers and articles
  kOneTeaser,      // a day, a text, and perhaps something that tells the year
};

struct MadeDatedPage {
  std::string bytes;
  std::optional<CivilDate> captured;
  // By publication, in order; nullopt where nothing on the page tells the year.
  std::vector<std::optional<CivilDate>> days;
};

// The pages of one folder. The same arguments always give the same pages.
std::vector<MadeDatedPage> make_dated_pages(DatedSiteKind kind, std::uint32_t seed);

}  // namespace rapporteur
