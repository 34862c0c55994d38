// SPDX-License-Identifier: GPL-2.0-or-later
//
// A page through the whole journey, as `rapporteur-index extract` takes it: read, split, enriched.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/record/record.h"
#include "indexer/enrich/enrich.h"

namespace rapporteur {

class PageJourney {
 public:
  PageJourney();

  // The records of one HTML page. Without `url` only the page's own word for its address counts,
  // as for a file in a folder. No other page of the site is known.
  std::vector<Record> records(const std::string& source, std::string_view html,
                              const std::optional<std::string>& url = std::nullopt);

 private:
  Vocabularies vocabularies_;
  Enricher enricher_;
};

// The record that the page is about: of those that are no teasers the one with most text; nullptr
// if there is none.
const Record* main_record(const std::vector<Record>& records);

// The day of a record's date as "2018-02-13"; "" for a coarser one or none.
std::string day_of(const Record* record);

}  // namespace rapporteur
