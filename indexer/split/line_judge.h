// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a short line of a plain-text page is, judged by its shape and by the blank lines around it.
#pragma once

#include <cstddef>

#include "indexer/split/outline.h"

namespace rapporteur {

// "By Jane Doe, director, Some Institute"
bool is_byline(const BlockShape& shape);

// Judges the lines of one page; the outline outlives it. `usual`: blank lines between paragraphs.
class LineJudge {
 public:
  // What stands below a run of lines.
  enum class Next { kText, kDay, kEnd };

  static constexpr std::uint32_t kLongestCaption = 6;  // words

  LineJudge(const Outline& outline, int usual);

  // So many blank lines above a block that it is set apart.
  bool wide(std::size_t i) const { return gap(i) >= usual_ + 2; }

  // True if some blocks have more blank lines above them than usual: the page has a rhythm.
  bool rhythmic() const { return rhythmic_; }

  Next next_after(std::size_t end) const;

  // The end of the run of lines that starts at `begin`. In a list some entries may end in a full
  // stop.
  std::size_t end_of_lines(std::size_t begin) const;

  // A contact, credit or sharing line; of these, a credit.
  bool is_announced(std::size_t i) const;
  bool is_credit(std::size_t i) const { return shape(i).label == LabelKind::kCredit; }

  // A short line in the manner of "Flyer Test": capitals throughout, or next to nothing.
  bool is_caption(std::size_t i) const;
  // The same, or a line not half as long as the title below it.
  bool is_caption_of(std::size_t i, std::size_t title) const;

  // "Label: Name Name" below a text and far above the next: a contact with an unknown label.
  bool ends_piece(std::size_t i) const;

  // The title among the lines [begin, last] at the top of a page or behind a border: the one that
  // stands apart from what is below it, else the last one; last + 1 if it is an author's line.
  std::size_t best_of_first(std::size_t begin, std::size_t last) const;

  // The title among the lines [begin, last] below an article's text, `none` if they may as well be
  // headings inside it.
  std::size_t title_behind_article(std::size_t begin, std::size_t last, std::size_t none) const;

  // Tells that line `i` is a title: others of the page will stand like it.
  void note_title(std::size_t i);

 private:
  const BlockShape& shape(std::size_t i) const { return out_.shapes[i]; }
  int gap(std::size_t i) const { return out_.gap(i); }
  int title_score(std::size_t begin, std::size_t i) const;

  const Outline& out_;
  const int usual_;
  bool rhythmic_ = false;
  bool titles_stand_apart_ = false;  // titles so far have more blank lines below than paragraphs
};

}  // namespace rapporteur
