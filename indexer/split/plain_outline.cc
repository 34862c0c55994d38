// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pieces of a plain-text page. One walk over the blocks: day lines open teasers, titles open
// articles, prose goes on with what is open, and runs of short lines are judged by what stands
// around them.
#include <algorithm>
#include <array>
#include <utility>

#include "indexer/extract/day_line.h"
#include "indexer/split/line_judge.h"
#include "indexer/split/outline.h"
#include "indexer/split/signatories.h"

namespace rapporteur {

namespace {

constexpr int kPieceGap = 4;  // blank lines that part pieces wherever they stand

class PlainOutline {
 public:
  PlainOutline(Outline& outline, int usual)
      : out_(outline), judge_(outline, usual), usual_(usual) {}

  void run() {
    look_at_days();
    for (std::size_t i = 0; i < out_.size();) {
      if (!out_.in_use(i)) {
        close();
        ++i;
      } else if (out_.shapes[i].is_day) {
        day(i++);
      } else if (out_.shapes[i].is_line()) {
        const std::size_t end = judge_.end_of_lines(i);
        lines(i, end);
        i = end;
      } else {
        prose(i++);
      }
    }
    close();
  }

 private:
  // What ended an article, so that what follows is none of it.
  enum class Closer { kNone, kList, kCredit, kContact };
  using Next = LineJudge::Next;

  const BlockShape& shape(std::size_t i) const { return out_.shapes[i]; }
  int gap(std::size_t i) const { return out_.gap(i); }
  bool wide(std::size_t i) const { return judge_.wide(i); }

  // ---- the page as a whole -------------------------------------------------------------------

  // Do titles stand above their days ("Title / 13 Feb / text") or days above the texts?
  void look_at_days() {
    std::size_t days = 0;
    std::size_t below_lines = 0;
    std::size_t first = out_.size();
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (shape(i).bar > 0 && out_.in_use(i)) scraped_ = true;
      if (!shape(i).is_day || !out_.in_use(i)) continue;
      first = std::min(first, i);
      scraped_ = true;
      ++days;
      below_lines += i > 0 && out_.in_use(i - 1) && shape(i - 1).is_line() && !shape(i - 1).label;
    }
    titles_above_days_ = days > 0 && first > 0 && below_lines * 3 >= days * 2;
  }

  // ---- what is open ----------------------------------------------------------------------------

  void close() {
    closer_ = Closer::kNone;
    if (!open_) return;
    open_ = false;
    if (now_.body.empty() && now_.leads.empty()) {
      if (now_.day) out_.drop(*now_.day, "navigation");
      if (now_.title) out_.drop(*now_.title, "navigation");
      return;
    }
    out_.drafts.push_back(std::move(now_));
  }

  void open(std::optional<std::size_t> day, std::optional<std::size_t> title) {
    close();
    now_ = Draft{};
    now_.day = day;
    now_.title = title;
    now_.has_bar = title && shape(*title).bar > 0;
    if (title) judge_.note_title(*title);
    open_ = true;
  }

  void add(std::size_t i) {
    now_.body.push_back(i);
    closer_ = Closer::kNone;
  }

  bool in_teaser() const { return open_ && now_.is_day_teaser() && !now_.title; }

  // ---- days ------------------------------------------------------------------------------------

  void day(std::size_t i) {
    const bool with_year = day_line(out_.page.blocks[i].text) == DayLine::kWithYear;
    const bool titled = open_ && now_.title.has_value();
    if (titled && now_.body.empty() && !now_.day) {
      now_.day = i;  // the date under a title
      return;
    }
    // A date at an article's end is the article's, not that of a teaser with nothing in it.
    if (with_year && titled && (judge_.next_after(i + 1) != Next::kText || shape(i + 1).bar > 0)) {
      if (now_.day) {
        add(i);
      } else {
        now_.day = i;
      }
      return;
    }
    open(i, std::nullopt);
  }

  // ---- prose -----------------------------------------------------------------------------------

  void prose(std::size_t i) {
    if (!open_ || starts_untitled(i)) open(std::nullopt, std::nullopt);
    add(i);
  }

  // True if a paragraph without a title above it is no longer of the piece that is open.
  bool starts_untitled(std::size_t i) const {
    if (now_.body.empty()) return false;
    if (now_.is_day_teaser()) return wide(i);
    if (closer_ == Closer::kCredit) return wide(i);
    if (closer_ == Closer::kContact) return wide(i) || !judge_.rhythmic();
    if (!now_.title && !now_.day) return wide(i);
    return scraped_ && gap(i) >= std::max(kPieceGap, usual_ + 3);
  }

  // ---- lines -----------------------------------------------------------------------------------

  void lines(std::size_t begin, std::size_t end) {
    const Next next = judge_.next_after(end);
    const std::size_t title = find_title(begin, end, next);
    if (title == end) {
      loose_lines(begin, end, next, false);
      return;
    }
    if (in_teaser() && now_.body.empty() && shape(title).bar > 0 && now_.leads.empty() &&
        title == begin) {
      now_.title = title;  // a day, a title with its bar, and the text
      now_.has_bar = true;
    } else {
      loose_lines(begin, title, next, true);
      open(std::nullopt, title);
    }
    for (std::size_t i = title + 1; i < end; ++i) {
      if (!drop_labelled(i, end)) add(i);
    }
  }

  // The line of [begin, end) that is the title of a new piece; `end` if none is.
  std::size_t find_title(std::size_t begin, std::size_t end, Next next) const {
    for (std::size_t i = end; i-- > begin && end - i <= 4;) {
      if (shape(i).bar > 0 && next != Next::kEnd && !(end - begin > 8 && gap(i) < usual_)) return i;
    }
    if (next == Next::kEnd) return end;
    std::size_t last = end;
    while (last > begin && (judge_.is_announced(last - 1) || shape(last - 1).reachable)) --last;
    if (last == begin) return end;
    // Between a title and its text a picture's credit may stand, but neither contact nor distance.
    const bool apart = last < end && (wide(end) || !judge_.is_credit(last));
    --last;
    if (apart) return end;
    if (shape(last).ends_colon) return end;  // leads in to something, names nothing
    if (next == Next::kDay) {
      const bool takes_day = titles_above_days_ || !open_;
      return takes_day && end - last == 1 ? last : end;
    }
    if (!open_) return judge_.best_of_first(begin, last);
    if (in_teaser()) {
      if (is_byline(shape(last))) return end;
      if (!now_.body.empty()) return last;
      // The teaser's own title or caption, unless its text, of one line, stands above.
      const bool own_text = shape(begin).ends_sentence || (wide(last) && gap(last + 1) > usual_);
      return last > begin && own_text ? last : end;
    }
    if (is_byline(shape(last)) && wide(last)) return end;
    return judge_.title_behind_article(begin, last, end);
  }

  // Drops line `i` if it is a contact, credit or sharing line, and what it announces.
  bool drop_labelled(std::size_t& i, std::size_t end) {
    const BlockShape& line = shape(i);
    const bool below_text = open_ && !now_.body.empty();
    // "Label: Name" far above what follows or right above a number; or the number itself.
    const bool above_number = line.label_end > 0 && i + 1 < end && shape(i + 1).reachable;
    const bool number = line.reachable && !line.is_item && line.words <= 6;
    const bool unknown =
        !line.label && below_text && (judge_.ends_piece(i) || above_number || number);
    if (!unknown && !judge_.is_announced(i)) return false;
    const bool contact = unknown || line.label == LabelKind::kContact;
    out_.drop(i, contact ? "contact" : line.label == LabelKind::kCredit ? "credit" : "share");
    if (!contact) {
      if (closer_ != Closer::kContact) closer_ = Closer::kCredit;
      return true;
    }
    closer_ = Closer::kContact;
    // "Contact:" alone has its name on the next line; numbers and addresses may follow.
    bool take_one = line.ends_colon;
    while (i + 1 < end && !wide(i + 1) && !shape(i + 1).label &&
           (take_one || shape(i + 1).reachable)) {
      out_.drop(++i, "contact");
      take_one = false;
    }
    return true;
  }

  // Lines that are no title. `before_title`: the line at `end` is one. What stands below a contact
  // or credit or behind wide gaps is judged apart from what stands above.
  void loose_lines(std::size_t begin, std::size_t end, Next next, bool before_title) {
    std::vector<std::size_t> group;
    bool closed = closer_ != Closer::kNone;
    bool closed_next = closed;
    const auto judge_group = [&](bool is_last) {
      if (!group.empty()) {
        loose_group(group, closed, is_last ? next : Next::kEnd, is_last && before_title);
      }
      group.clear();
      closed = closed_next;
    };
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t first = i;
      if (drop_labelled(i, end)) {
        closed_next = true;
        const Closer closer = closer_;
        judge_group(false);
        closer_ = closer;
        continue;
      }
      // "Browse our articles:" and a list.
      const bool heads_list = shape(first).ends_colon && end - first > kShortestList;
      if (heads_list || (wide(first) && group.size() >= kShortestList)) judge_group(false);
      if (heads_list && shape(first).words <= LineJudge::kLongestCaption) {
        out_.drop(first, "navigation");
        headed_ = true;
        continue;
      }
      group.push_back(first);
    }
    judge_group(true);
    headed_ = false;
  }

  // `closed`: a contact or credit has ended the article above.
  void loose_group(const std::vector<std::size_t>& rest, bool closed, Next next,
                   bool before_title) {
    if (!open_) {
      without_piece(rest, next, before_title);
    } else if (now_.is_day_teaser() && !now_.title) {
      in_day_teaser(rest, next, before_title);
    } else if (looks_like_names(out_.shapes, rest)) {
      list(rest, std::exchange(headed_, false), before_title);
    } else if (next == Next::kText && !before_title) {
      inside_article(rest, closed);
    } else {
      at_article_end(rest, closed, before_title);
    }
  }

  void without_piece(const std::vector<std::size_t>& rest, Next next, bool before_title) {
    const bool byline = next == Next::kText && !before_title && is_byline(shape(rest.back()));
    for (const std::size_t i : rest) {
      if (byline && i == rest.back()) {
        open(std::nullopt, std::nullopt);
        add(i);
      } else {
        out_.drop(i, rest.size() >= 3 ? "navigation" : "caption");
      }
    }
  }

  void in_day_teaser(const std::vector<std::size_t>& rest, Next next, bool before_title) {
    if (!now_.body.empty()) {
      const bool byline = next == Next::kText && !before_title && is_byline(shape(rest.back()));
      for (const std::size_t i : rest) {
        if (byline && i == rest.back()) {
          open(std::nullopt, std::nullopt);
          add(i);
        } else {
          out_.drop(i, "caption");
        }
      }
      return;
    }
    for (const std::size_t i : rest) {
      // Above the next title only the first line is the teaser's, and a question below it.
      if (before_title && !now_.leads.empty() && !shape(i).ends_sentence) {
        out_.drop(i, "caption");
      } else {
        now_.leads.push_back(i);
      }
    }
  }

  // Signatories, or what a page has at its end.
  void list(const std::vector<std::size_t>& rest, bool headed, bool before_title) {
    std::size_t count = rest.size();
    if (before_title && judge_.is_caption(rest.back()) &&
        (gap(rest.back()) > usual_list_gap(rest) + 1 || breaks_order(out_.page, rest))) {
      out_.drop(rest[--count], "caption");
    }
    const bool short_words = std::count_if(rest.begin(), rest.end(),
                                           [this](std::size_t i) { return shape(i).words <= 2; }) *
                                 2 >
                             static_cast<std::ptrdiff_t>(rest.size());
    const bool menu = short_words && (headed || closer_ != Closer::kNone || wide(rest.front()));
    const bool teaser = (!now_.title || now_.is_day_teaser()) && now_.body.size() <= 2;
    for (std::size_t k = 0; k < count; ++k) {
      if (menu || teaser) {
        out_.drop(rest[k], "navigation");
      } else {
        add(rest[k]);
      }
    }
    closer_ = Closer::kList;
  }

  int usual_list_gap(const std::vector<std::size_t>& rest) const {
    std::array<int, 8> counts{};
    for (std::size_t k = 1; k < rest.size(); ++k) {
      ++counts[static_cast<std::size_t>(std::min(gap(rest[k]), 7))];
    }
    return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  }

  // Lines between paragraphs: headings and unpunctuated sentences. Behind the article's end an
  // author's line starts something new.
  void inside_article(const std::vector<std::size_t>& rest, bool closed) {
    const bool ended = closed || std::any_of(rest.begin(), rest.end(), [this](std::size_t i) {
                         return gap(i) >= usual_ + 3;
                       });
    if (ended && is_byline(shape(rest.back()))) {
      at_article_end({rest.begin(), rest.end() - 1}, closed, false);
      open(std::nullopt, std::nullopt);
      add(rest.back());
      return;
    }
    for (const std::size_t i : rest) add(i);
  }

  void at_article_end(const std::vector<std::size_t>& rest, bool closed, bool before_title) {
    for (const std::size_t i : rest) {
      closed =
          closed || wide(i) ||
          (before_title && (judge_.is_caption(i) ||
                            (gap(i) > usual_ && shape(i).words <= LineJudge::kLongestCaption)));
      if (wide(i) && shape(i).ends_sentence && !before_title) {
        open(std::nullopt, std::nullopt);  // a teaser of one question
        add(i);
        closed = false;
      } else if (closed) {
        out_.drop(i, "caption");
      } else {
        now_.body.push_back(i);
      }
    }
  }

  Outline& out_;
  LineJudge judge_;
  const int usual_;
  bool scraped_ = false;            // the page has day lines or titles with bars
  bool titles_above_days_ = false;  // "Title / 13 Feb / text"
  bool headed_ = false;             // "Browse our articles:" stood above the lines at hand
  bool open_ = false;
  Draft now_;
  Closer closer_ = Closer::kNone;
};

}  // namespace

void outline_plain_page(Outline& outline, int usual) {
  PlainOutline(outline, usual).run();
}

}  // namespace rapporteur
