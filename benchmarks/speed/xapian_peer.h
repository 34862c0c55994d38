// SPDX-License-Identifier: GPL-2.0-or-later
//
// The same work as a program on Xapian alone would do it: QueryParser, BM25, and a MatchSpy for
// each facet.
#pragma once

#include <xapian.h>

#include <string>

namespace rapporteur::speed {

// One thread; throws Xapian::Error.
class XapianPeer {
 public:
  // Opens the same index folder.
  explicit XapianPeer(const std::string& index);

  // Ten best records for the words of `question` and exact counts of three facets over all matches;
  // the number of matches.
  Xapian::doccount answer(const std::string& question);

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

}  // namespace rapporteur::speed
