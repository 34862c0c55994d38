// SPDX-License-Identifier: GPL-2.0-or-later
//
// The entries of a feed as records.
#pragma once

#include <string>
#include <vector>

#include "common/record/record.h"
#include "indexer/extract/feed.h"

namespace rapporteur {

// One record an entry, in their order, with id, url, source, title, text, language and, where the
// feed says so, the date; author, categories and the feed's title are in `extra`. An entry that
// brings its publication's whole text stands for it and has its id; one with a summary is a teaser.
std::vector<Record> feed_records(const Feed& feed, const std::string& source);

}  // namespace rapporteur
