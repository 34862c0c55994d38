// SPDX-License-Identifier: GPL-2.0-or-later
//
// Judged web pages, and how an extraction is held against them.
#pragma once

#include <rapporteur/result.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page.h"

namespace rapporteur {

// A page and what must and must not be in its text; `date`, `title` and `author` are "" where
// unknown.
struct GoldPage {
  std::string url;
  std::string file;
  std::vector<std::string> with;
  std::vector<std::string> without;
  std::string date;
  std::string title;
  std::string author;
};

// Reads extraction-gold.json or date-gold.json (an object: URL -> page).
Result<std::vector<GoldPage>> read_gold(const std::string& path);

// Counts as trafilatura's own evaluation does: a segment that must be there and is (true positive)
// or is not (false negative), one that must not and is (false positive).
struct SegmentCounts {
  std::size_t true_positives = 0;
  std::size_t false_negatives = 0;
  std::size_t false_positives = 0;
  std::size_t true_negatives = 0;

  double precision() const;
  double recall() const;
  double f1() const;
  SegmentCounts& operator+=(const SegmentCounts& other);
};

// The text of a page as a record would hold it: its blocks in order without captions, dates of
// their own and the heading that is the title; all white space one space.
std::string article_text(const Page& page);

// `text` as article_text() gives it. The segments that were wrong are appended to `wrong`.
SegmentCounts score_segments(const GoldPage& gold, std::string_view text,
                             std::vector<std::string>* wrong = nullptr);

// The day of publication that a page's claims give, as "2018-02-13", or "": the first claim that is
// not about a change, else the first.
std::string claimed_day(const Page& page);

// A day that was found and is right (true positive), found and wrong (false positive), or not found
// (false negative).
void score_date(const GoldPage& gold, const std::string& day, SegmentCounts& counts);

// A title or name that was found and is right (true positive), found and wrong (false positive), or
// not found (false negative). It is right if it differs in case, accents, punctuation and spaces
// only. Nothing counts where the judged file has none.
void score_line(const std::string& gold, const std::string& line, SegmentCounts& counts);

// A publication of a listing page as the judged file has it.
struct GoldCard {
  std::string url;
  std::string title;
  std::string day;  // "" if none is printed
};

// The cards of a listing page by the elements that hold them, read with a plain search of the
// source
// (<article ... post--result>, <h1 class="post-title">, <span class="post-byline">), which is how
// the pages of amnesty/ are built. Independent of the extraction that it is to judge.
std::vector<GoldCard> read_gold_cards(const std::string& html);

// How many of `gold` are cards of the page with their title, URL and day; and how many cards the
// page has.
struct CardCounts {
  std::size_t gold = 0;
  std::size_t right = 0;
  std::size_t found = 0;
  CardCounts& operator+=(const CardCounts& other);
};
CardCounts score_cards(const std::vector<GoldCard>& gold, const Page& page);

// The whole file, or "" if it cannot be read.
std::string read_whole_file(const std::string& path);

}  // namespace rapporteur
