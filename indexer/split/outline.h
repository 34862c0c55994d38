// SPDX-License-Identifier: GPL-2.0-or-later
//
// The outline of a page while it is split: which block is the title, day or text of which piece,
// and which blocks are none of these. Blocks are named by their index in Page::blocks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/page.h"
#include "indexer/split/block_shape.h"
#include "indexer/split/site_repeats.h"

namespace rapporteur {

// A piece in the making.
struct Draft {
  std::optional<std::size_t> day;
  std::optional<std::size_t> title;
  bool has_bar = false;            // the title is of the form "Topic | Title"
  std::vector<std::size_t> leads;  // lines between a teaser's day and its text: title or caption
  std::vector<std::size_t> body;   // ascending
  bool is_card = false;            // of an HTML listing
  std::optional<std::string> title_text;  // HTML: the head's title where no block holds it

  // A short notice under a day line, as opposed to an article.
  bool is_day_teaser() const { return day.has_value() && !has_bar; }
};

struct Outline {
  explicit Outline(const Page& of_page) : page(of_page), dropped(of_page.blocks.size(), nullptr) {
    shapes.reserve(of_page.blocks.size());
    for (const Block& block : of_page.blocks) shapes.push_back(shape_of(block));
  }

  std::size_t size() const { return shapes.size(); }
  int gap(std::size_t block) const { return page.blocks[block].blank_lines_before; }
  bool in_use(std::size_t block) const { return dropped[block] == nullptr; }
  void drop(std::size_t block, const char* reason) { dropped[block] = reason; }

  const Page& page;
  std::vector<BlockShape> shapes;
  std::vector<const char*> dropped;  // the reason (DroppedBlock::reason), or nullptr
  std::vector<Draft> drafts;         // in source order
};

// The blank lines that the page has between two paragraphs of running text, most often.
int usual_gap(const Outline& outline);

// Recognises a plain-text page's footer: a run of parallel paragraphs without full stops (a
// history, a list of merits), or of years each with its line, with the heading above it. Marks its
// blocks as dropped.
void drop_footer(Outline& outline, int usual);

// Finds the pieces of a plain-text page among the blocks that are still in use.
void outline_plain_page(Outline& outline, int usual);

// Decides what the lines between a teaser's day and its text are: titles, captions or by-lines.
void resolve_leads(Outline& outline);

// Takes out of the pieces what `repeats` knows as the site's, and pieces that are nothing else. A
// publication that stands whole on several pages stays.
void drop_repeats(Outline& outline, const SiteRepeats& repeats, int usual);

// Takes from the ends of articles what trails them: addresses, contacts under labels of an unknown
// language, headings of nothing.
void trim_ends(Outline& outline);

// Finds the pieces of an HTML page: a teaser for each card, an article for what is in no card.
void outline_html_page(Outline& outline);

// Takes a document (Page::is_document) for one publication.
void outline_document(Outline& outline);

}  // namespace rapporteur
