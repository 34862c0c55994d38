// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/extract/office_text.h"
#include "indexer/extract/xml_pull.h"

namespace rapporteur {
namespace {

constexpr int kLastLevel = 6;

class OdtReader {
 public:
  OdtReader(std::string_view xml, const StyleLevels& styles) : xml_(xml), styles_(styles) {}

  std::vector<Block> run() {
    for (auto event = xml_.next(); event != XmlPull::Event::kDone; event = xml_.next()) {
      if (event == XmlPull::Event::kStart) start();
      if (event == XmlPull::Event::kEnd) end();
      if (event == XmlPull::Event::kText && muted_ == 0 && !open_.empty()) {
        open_.back().text += xml_.text();
      }
    }
    while (!open_.empty()) end_paragraph();
    flush_notes();
    return std::move(blocks_);
  }

 private:
  struct Paragraph {
    std::string text;
    int level = 0;
  };

  // Comments, deleted text, and the number in front of a note.
  static bool is_muted(std::string_view name) {
    return name == "annotation" || name == "tracked-changes" || name == "note-citation" ||
           name == "ruby-text" || name == "script";
  }

  void start() {
    const std::string_view name = xml_.name();
    if (is_muted(name)) ++muted_;
    if (muted_ > 0) return;
    if (name == "p" || name == "h") {
      Paragraph paragraph;
      if (const auto style = styles_.find(xml_.attribute("style-name")); style != styles_.end()) {
        paragraph.level = style->second;
      }
      if (name == "h" && paragraph.level == 0) {
        const std::string level = xml_.attribute("outline-level");
        paragraph.level = level.size() == 1 && level[0] >= '1' && level[0] <= '9'
                              ? std::min(level[0] - '0' + 1, kLastLevel)
                              : 2;
      }
      open_.push_back(std::move(paragraph));
    } else if (name == "s" || name == "tab" || name == "line-break") {
      if (!open_.empty()) open_.back().text += ' ';
    } else if (name == "list-item") {
      ++in_item_;
    } else if (name == "note-body") {
      ++in_note_;
    } else if (name == "table-row") {
      ++in_row_;
    }
  }

  void end() {
    const std::string_view name = xml_.name();
    if (is_muted(name)) muted_ = std::max(0, muted_ - 1);
    if (muted_ > 0) return;
    if (name == "p" || name == "h") end_paragraph();
    if (name == "list-item") in_item_ = std::max(0, in_item_ - 1);
    if (name == "note-body") in_note_ = std::max(0, in_note_ - 1);
    if (name == "table-cell" && in_row_ == 1) end_cell();
    if (name == "table-row" && in_row_ > 0 && --in_row_ == 0) end_row();
  }

  void end_paragraph() {
    if (open_.empty()) return;
    const Paragraph paragraph = std::move(open_.back());
    open_.pop_back();
    std::string text = collapse_spaces(paragraph.text);
    if (text.empty()) return;
    Block block;
    block.kind = paragraph.level > 0 ? BlockKind::kHeading
                 : in_item_ > 0      ? BlockKind::kListItem
                                     : BlockKind::kParagraph;
    block.level = paragraph.level;
    block.text = std::move(text);
    if (in_note_ > 0) {
      notes_.push_back(std::move(block));
    } else if (in_row_ > 0) {
      cell_ += (cell_.empty() ? "" : " ") + block.text;
    } else {
      blocks_.push_back(std::move(block));
      flush_notes();
    }
  }

  void end_cell() {
    if (cell_.empty()) return;
    row_ += (row_.empty() ? "" : " | ") + cell_;
    cell_.clear();
  }

  void end_row() {
    end_cell();
    if (row_.empty()) return;
    Block block;
    block.text = std::move(row_);
    row_.clear();
    blocks_.push_back(std::move(block));
    flush_notes();
  }

  void flush_notes() {
    std::move(notes_.begin(), notes_.end(), std::back_inserter(blocks_));
    notes_.clear();
  }

  XmlPull xml_;
  const StyleLevels& styles_;
  std::vector<Block> blocks_;
  std::vector<Block> notes_;
  std::vector<Paragraph> open_;  // inside each other: a note's stands in its text's
  std::string cell_;
  std::string row_;
  int in_row_ = 0;
  int in_item_ = 0;
  int in_note_ = 0;
  int muted_ = 0;
};

}  // namespace

void add_odt_styles(std::string_view xml, StyleLevels& styles) {
  styles.emplace("Title", 1);
  XmlPull pull(xml);
  for (auto event = pull.next(); event != XmlPull::Event::kDone; event = pull.next()) {
    if (event != XmlPull::Event::kStart || pull.name() != "style") continue;
    const auto parent = styles.find(pull.attribute("parent-style-name"));
    if (parent != styles.end()) styles.emplace(pull.attribute("name"), parent->second);
  }
}

std::vector<Block> odt_blocks(std::string_view xml, const StyleLevels& styles) {
  return OdtReader(xml, styles).run();
}

}  // namespace rapporteur
