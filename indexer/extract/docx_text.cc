// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/extract/office_text.h"
#include "indexer/extract/xml_pull.h"

namespace rapporteur {
namespace {

constexpr int kLastLevel = 6;

class DocxReader {
 public:
  DocxReader(std::string_view xml, const StyleLevels& styles) : xml_(xml), styles_(styles) {}

  std::vector<Block> run() {
    for (auto event = xml_.next(); event != XmlPull::Event::kDone; event = xml_.next()) {
      if (event == XmlPull::Event::kStart) start();
      if (event == XmlPull::Event::kEnd) end();
      if (event == XmlPull::Event::kText && in_text_ && muted_ == 0) text_ += xml_.text();
    }
    end_paragraph();
    return std::move(blocks_);
  }

 private:
  void start() {
    const std::string_view name = xml_.name();
    // Text boxes come twice, for new and for old programs; moved text at its old place too.
    if (name == "Fallback" || name == "moveFrom" || name == "del") ++muted_;
    if (name == "p") {
      end_paragraph();
      level_ = 0;
      is_item_ = false;
    } else if (name == "pStyle") {
      if (const auto style = styles_.find(xml_.attribute("val")); style != styles_.end()) {
        level_ = style->second;
      }
    } else if (name == "outlineLvl" && level_ == 0) {
      const std::string level = xml_.attribute("val");
      if (level.size() == 1 && level[0] >= '0' && level[0] < '5') level_ = level[0] - '0' + 2;
    } else if (name == "numPr") {
      is_item_ = true;
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab" || name == "br" || name == "cr") {
      if (muted_ == 0 && !text_.empty()) text_ += ' ';
    } else if (name == "noBreakHyphen") {
      text_ += '-';
    } else if (name == "tr") {
      end_paragraph();
      ++in_row_;
    }
  }

  void end() {
    const std::string_view name = xml_.name();
    if (name == "Fallback" || name == "moveFrom" || name == "del") muted_ = std::max(0, muted_ - 1);
    if (name == "t") in_text_ = false;
    if (name == "p") end_paragraph();
    if (name == "tr" && in_row_ > 0 && --in_row_ == 0) end_row();
    if (name == "tc" && in_row_ == 1) end_cell();
  }

  void end_paragraph() {
    std::string text = collapse_spaces(text_);
    text_.clear();
    if (text.empty()) return;
    if (in_row_ > 0) {
      cell_ += (cell_.empty() ? "" : " ") + text;
      return;
    }
    Block block;
    block.kind = level_ > 0 ? BlockKind::kHeading
                 : is_item_ ? BlockKind::kListItem
                            : BlockKind::kParagraph;
    block.level = level_;
    block.text = std::move(text);
    blocks_.push_back(std::move(block));
  }

  void end_cell() {
    end_paragraph();
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
  }

  XmlPull xml_;
  const StyleLevels& styles_;
  std::vector<Block> blocks_;
  std::string text_;
  std::string cell_;
  std::string row_;
  int level_ = 0;
  int in_row_ = 0;
  int muted_ = 0;
  bool is_item_ = false;
  bool in_text_ = false;
};

}  // namespace

StyleLevels docx_styles(std::string_view xml) {
  StyleLevels levels;
  XmlPull pull(xml);
  std::string id;
  for (auto event = pull.next(); event != XmlPull::Event::kDone; event = pull.next()) {
    if (event != XmlPull::Event::kStart) continue;
    if (pull.name() == "style") id = pull.attribute("styleId");
    if (pull.name() != "name" || id.empty()) continue;
    // Names are English in every language's program: "heading 1", "Title".
    const std::string name = fold(pull.attribute("val"));
    if (name == "title") levels[id] = 1;
    if (name.size() == 9 && name.starts_with("heading ") && name[8] >= '1' && name[8] <= '9') {
      levels[id] = std::min(name[8] - '0' + 1, kLastLevel);
    }
  }
  return levels;
}

std::vector<Block> docx_blocks(std::string_view xml, const StyleLevels& styles) {
  return DocxReader(xml, styles).run();
}

OfficeProperties read_office_properties(std::string_view xml) {
  OfficeProperties properties;
  XmlPull pull(xml);
  std::string name;
  std::string value;
  for (auto event = pull.next(); event != XmlPull::Event::kDone; event = pull.next()) {
    if (event == XmlPull::Event::kStart) {
      name = pull.name();
      value.clear();
    } else if (event == XmlPull::Event::kText) {
      value += pull.text();
    } else {
      const std::string text = collapse_spaces(value);
      value.clear();
      if (text.empty()) continue;
      if (name == "title") properties.title = text;
      if (name == "language") properties.language = text;
      if (name == "created" || name == "creation-date") properties.created = text;
      name.clear();
    }
  }
  return properties;
}

}  // namespace rapporteur
