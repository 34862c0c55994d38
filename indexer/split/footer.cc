// SPDX-License-Identifier: GPL-2.0-or-later
//
// Footers by their shape. A body's paragraphs end in full stops; the entries of an organisation's
// history or of a list of links do not, come in numbers, and keep a rhythm of blank lines of their
// own.
#include <algorithm>
#include <array>

#include "indexer/split/outline.h"

namespace rapporteur {

namespace {

constexpr std::size_t kSureRun = 5;      // entries that need no further evidence
constexpr std::size_t kShortRun = 3;     // with a rhythm of their own, or a heading or gap above
constexpr std::size_t kAfterFooter = 3;  // blocks that may follow it: address, licence ...
constexpr std::uint32_t kLongestHeading = 8;  // words

// A run of parallel entries: [begin, end), and how many of them are unpunctuated paragraphs.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t entries = 0;
  std::size_t starts_small = 0;
  int rhythm = 0;  // blank lines between two entries
};

bool is_border(const BlockShape& shape) {
  return shape.is_day || shape.is_item || shape.bar > 0 || shape.label.has_value();
}

Run run_from(const Outline& outline, std::size_t begin) {
  Run run{begin, begin + 1, 1, outline.shapes[begin].starts_small ? 1U : 0U, 0};
  if (begin + 1 < outline.size()) run.rhythm = outline.gap(begin + 1);
  for (std::size_t i = begin + 1; i < outline.size(); ++i) {
    const BlockShape& shape = outline.shapes[i];
    if (is_border(shape)) break;
    const bool in_rhythm = outline.gap(i) == run.rhythm;
    if (shape.is_unpunctuated_paragraph()) {
      ++run.entries;
      run.starts_small += shape.starts_small;
      run.end = i + 1;
      // Runs that start with another gap than they go on with: the first gap was the heading's.
      if (run.entries == 2) run.rhythm = outline.gap(i);
      continue;
    }
    // A short entry, or one with a full stop, between two others.
    if (!in_rhythm || run.entries < 2) break;
    const bool last = i + 1 == outline.size();
    if (!last && (outline.gap(i + 1) != run.rhythm || is_border(outline.shapes[i + 1]))) break;
    if (last && shape.is_prose()) break;
    const bool goes_on =
        !last && (outline.shapes[i + 1].is_unpunctuated_paragraph() ||
                  (i + 2 < outline.size() && outline.shapes[i + 2].is_unpunctuated_paragraph()));
    if (!last && !goes_on) break;
    if (last) run.end = i + 1;
  }
  return run;
}

// Whether the page ends its paragraphs with full stops at all (Thai, say, does not).
bool punctuates_outside(const Outline& outline, const Run& run) {
  std::size_t with = 0;
  std::size_t without = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    if (i >= run.begin && i < run.end) continue;
    const BlockShape& shape = outline.shapes[i];
    if (shape.is_day || shape.words < 12) continue;
    ++(shape.ends_sentence || shape.ends_open || shape.ends_colon ? with : without);
  }
  return with >= without;
}

bool is_footer(const Outline& outline, const Run& run, int usual) {
  if (run.entries < kShortRun || run.entries * 5 < (run.end - run.begin) * 3) return false;
  if (run.starts_small * 2 > run.entries) return false;
  const bool at_end = outline.size() - run.end <= kAfterFooter;
  const bool own_rhythm = run.rhythm > usual;
  bool above = outline.gap(run.begin) >= usual + 2;
  if (run.begin > 0) {
    const BlockShape& before = outline.shapes[run.begin - 1];
    const bool heading = before.ends_colon && before.words <= kLongestHeading;
    // "urged:" and its list, which stands as close to it as all else and goes on to more text.
    if (before.ends_colon && !own_rhythm && !above && !(heading && at_end)) return false;
    above = above || heading;
  }
  if (!punctuates_outside(outline, run)) return false;
  if (run.entries >= kSureRun) return at_end || own_rhythm || above;
  return at_end && (own_rhythm || above);
}

// A line that only heads the footer.
bool heads_footer(const Outline& outline, std::size_t block, int usual) {
  const BlockShape& shape = outline.shapes[block];
  if (!shape.is_line() || is_border(shape) || shape.words > kLongestHeading) return false;
  return shape.ends_colon || outline.gap(block) >= usual + 2;
}

void drop_run(Outline& outline, std::size_t begin, std::size_t end, int usual) {
  for (std::size_t i = begin; i < end; ++i) outline.drop(i, "footer");
  if (begin > 0 && heads_footer(outline, begin - 1, usual)) outline.drop(begin - 1, "navigation");
  if (outline.size() - end > kAfterFooter) return;
  for (std::size_t i = end; i < outline.size(); ++i) {
    if (outline.shapes[i].is_day || outline.shapes[i].bar > 0) return;
  }
  for (std::size_t i = end; i < outline.size(); ++i) outline.drop(i, "footer");
}

// Years in order, each a line of its own or the start of one, down to the page's end.
void drop_timeline(Outline& outline, int usual) {
  std::size_t years = 0;
  std::size_t first = outline.size();
  std::string_view later;  // the year below
  std::size_t since = 0;   // blocks since a year was seen
  for (std::size_t i = outline.size(); i-- > 0 && since <= 2;) {
    const BlockShape& shape = outline.shapes[i];
    const std::string_view text = outline.page.blocks[i].text;
    const bool year = shape.is_year || (shape.starts_with_year && !shape.is_day);
    if (!year || (!later.empty() && text.substr(0, 4) > later)) {
      ++since;
      if (shape.is_day && !shape.is_year) break;
      continue;
    }
    later = text.substr(0, 4);
    since = 0;
    ++years;
    first = i;
  }
  if (years >= 3 && first > 0) drop_run(outline, first, outline.size(), usual);
}

}  // namespace

int usual_gap(const Outline& outline) {
  std::array<int, 8> counts{};
  for (std::size_t i = 1; i < outline.size(); ++i) {
    const BlockShape& before = outline.shapes[i - 1];
    const BlockShape& shape = outline.shapes[i];
    if (!before.ends_sentence || !shape.ends_sentence || before.is_item || shape.is_item) continue;
    ++counts[static_cast<std::size_t>(std::min(outline.gap(i), 7))];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? 1 : static_cast<int>(most - counts.begin());
}

void drop_footer(Outline& outline, int usual) {
  for (std::size_t i = 0; i < outline.size();) {
    if (!outline.shapes[i].is_unpunctuated_paragraph() || is_border(outline.shapes[i])) {
      ++i;
      continue;
    }
    const Run run = run_from(outline, i);
    if (is_footer(outline, run, usual)) {
      drop_run(outline, run.begin, run.end, usual);
      i = run.end;
    } else {
      // Its later entries would only make shorter runs of the same kind.
      i = std::max(run.end, i + 1);
    }
  }
  drop_timeline(outline, usual);
}

}  // namespace rapporteur
