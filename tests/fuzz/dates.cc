// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates in metadata, running text and questions: those that are found exist, and stand in the text.
#include "common/dates/date_text.h"
#include "common/text/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

namespace {

void require_real(const DateInterval& interval) {
  fuzz::require(is_valid(interval.from) && is_valid(interval.to), "the days of a date exist");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = clean_utf8(fuzz::as_text(data, size));
  if (const auto parsed = parse_date_string(text)) require_real(parsed->interval);
  std::size_t end = 0;
  for (const DateMention& mention : find_dates(text)) {
    fuzz::require(end <= mention.begin && mention.begin < mention.end && mention.end <= text.size(),
                  "mentions stand in the text in order");
    end = mention.end;
    if (mention.has_year) require_real(mention.interval);
    if (const auto days = in_year(mention, 2019)) require_real(*days);
  }
  end = 0;
  for (const QuestionDate& date : find_question_dates(text, {2024, 2, 29})) {
    fuzz::require(end <= date.begin && date.begin < date.end && date.end <= text.size(),
                  "the times of a question stand in it in order");
    end = date.end;
    require_real(date.interval);
  }
  return 0;
}
