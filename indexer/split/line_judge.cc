// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/split/line_judge.h"

#include <algorithm>

namespace rapporteur {

namespace {

constexpr int kTitleScore = 3;
constexpr std::uint32_t kLongestEntry = 16;  // words of a list's entry that ends in a full stop
constexpr int kSureList = 6;                 // lines more than twice the sentences among them
constexpr std::size_t kListHead = 3;         // lines before a list's first sentence
constexpr std::size_t kDoubtful = 64;        // blocks after which a list must be sure

}  // namespace

bool is_byline(const BlockShape& shape) {
  if (shape.words > 32 || shape.ends_sentence) return false;
  const double capitals = shape.capital_share();
  if (shape.label == LabelKind::kAuthor) return capitals < 0 || capitals >= 0.5;
  return shape.commas >= 2 && capitals >= 0.6 && shape.words >= 6;
}

LineJudge::LineJudge(const Outline& outline, int usual) : out_(outline), usual_(usual) {
  for (std::size_t i = 0; i < outline.size() && !rhythmic_; ++i) rhythmic_ = gap(i) > usual;
}

void LineJudge::note_title(std::size_t i) {
  titles_stand_apart_ = titles_stand_apart_ || (i + 1 < out_.size() && gap(i + 1) > usual_);
}

LineJudge::Next LineJudge::next_after(std::size_t end) const {
  if (end >= out_.size() || !out_.in_use(end)) return Next::kEnd;
  return shape(end).is_day ? Next::kDay : Next::kText;
}

std::size_t LineJudge::end_of_lines(std::size_t begin) const {
  // A sentence costs two lines, and the run ends where most has been gained.
  int gain = 0;
  int best_gain = 0;
  std::size_t best = begin;
  std::size_t strict = 0;
  for (std::size_t i = begin; i < out_.size() && out_.in_use(i) && gain + 8 > best_gain; ++i) {
    if (i - begin > kDoubtful && best_gain < kSureList && strict != 0) break;
    const bool line = shape(i).is_line();
    if (!line && strict == 0) strict = i;
    if (!line && (shape(i).is_day || shape(i).is_item || shape(i).words > kLongestEntry)) break;
    gain += line ? 1 : -2;
    if (line && gain >= best_gain) {
      best_gain = gain;
      best = i + 1;
    }
  }
  if (strict == 0 || best < strict) return best;
  if (best_gain < kSureList || strict - begin < kListHead) return strict;
  const bool ends_list = best < out_.size() && out_.in_use(best) && !shape(best).is_day &&
                         !shape(best).is_item && shape(best).words <= kLongestEntry &&
                         gap(best) == gap(best - 1) &&
                         (next_after(best + 1) == Next::kEnd || wide(best + 1));
  return ends_list ? best + 1 : best;
}

bool LineJudge::is_announced(std::size_t i) const {
  return shape(i).label && shape(i).label != LabelKind::kAuthor;
}

bool LineJudge::is_caption(std::size_t i) const {
  const BlockShape& line = shape(i);
  if (line.words > kLongestCaption || line.ends_sentence || line.ends_colon) return false;
  const double capitals = line.capital_share();
  return capitals < 0 ? line.words <= 3 : capitals >= 0.5 || line.words <= 2;
}

bool LineJudge::is_caption_of(std::size_t i, std::size_t title) const {
  return is_caption(i) || (shape(i).words <= kLongestCaption && !shape(i).ends_colon &&
                           shape(i).words * 2 <= shape(title).words);
}

bool LineJudge::ends_piece(std::size_t i) const {
  const BlockShape& line = shape(i);
  const double capitals = line.capital_share();
  if (line.label_end == 0 || line.words > 8 || (capitals >= 0 && capitals < 0.75)) return false;
  if (line.label == LabelKind::kAuthor || i + 1 >= out_.size()) return false;
  return gap(i) <= usual_ + 1 && gap(i + 1) > gap(i) && gap(i + 1) >= usual_ + 2;
}

std::size_t LineJudge::best_of_first(std::size_t begin, std::size_t last) const {
  if (is_byline(shape(last)) && begin == last) return last + 1;  // then no title at all
  std::size_t best = last;
  for (std::size_t i = begin; i < last; ++i) {
    const bool apart =
        gap(i + 1) > gap(last + 1) || (shape(last).ends_sentence && !is_caption_of(i, last));
    if (apart && shape(i).words >= 4 && last - i <= 2) best = i;
  }
  if (is_byline(shape(best)) && best > begin) --best;
  return best;
}

// The last line that stands apart from what is below it, else the one with most to speak for it;
// lines below it are the first of its text.
std::size_t LineJudge::title_behind_article(std::size_t begin, std::size_t last,
                                            std::size_t none) const {
  std::size_t best = none;
  int best_score = kTitleScore - 1;
  for (std::size_t i = last + 1; i-- > begin && last - i < 3;) {
    if (shape(i).label || shape(i).reachable || ends_piece(i)) continue;
    const int score = title_score(begin, i);
    if (score <= best_score) continue;
    best = i;
    best_score = score;
    if (gap(i + 1) > usual_) break;
  }
  return best;
}

// How much speaks for a line in or behind an article being the title of the next one, and not a
// heading inside it.
int LineJudge::title_score(std::size_t begin, std::size_t i) const {
  const BlockShape& line = shape(i);
  int score = 0;
  int above = gap(i);
  for (std::size_t k = i; k > begin && i - k < 2 && is_caption_of(k - 1, i); --k) {
    above = std::max(above, gap(k - 1));
  }
  int parted = 0;
  for (std::size_t k = begin; k <= i; ++k) {
    // A picture's credit may stand inside an article too, a contact hardly.
    if (shape(k).label == LabelKind::kContact) parted = 3;
    if (is_credit(k)) parted = std::max(parted, rhythmic_ ? 2 : 3);
  }
  score += parted;
  score += std::min(above - usual_, 2);
  const int below = i + 1 < out_.size() ? gap(i + 1) : 0;
  // Far above the next paragraph but close below the last one: the last line of a text.
  if (below > usual_) score += above <= usual_ && parted == 0 ? 1 : titles_stand_apart_ ? 3 : 2;
  if (i > begin && is_caption_of(i - 1, i)) ++score;
  if (i >= begin + 8) score += 1;
  if (line.words <= 2) --score;
  if (is_byline(line)) score = std::min(score, kTitleScore - 1);
  return score;
}

}  // namespace rapporteur
