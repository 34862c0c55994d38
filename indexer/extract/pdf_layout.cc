// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/extract/html_reader.h"

namespace rapporteur {
namespace {

// Words nearer to each other than this share of their height are one: "A" and "/HRC/26/4" where the
// first letter is larger.
constexpr double kSameWord = 0.06;

std::string_view attribute(const unsigned char** attributes, std::string_view name) {
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    if (attributes[1] != nullptr && name == reinterpret_cast<const char*>(attributes[0])) {
      return reinterpret_cast<const char*>(attributes[1]);
    }
  }
  return {};
}

double number(const unsigned char** attributes, std::string_view name) {
  const double value = std::strtod(std::string(attribute(attributes, name)).c_str(), nullptr);
  return std::isfinite(value) ? value : 0;
}

PdfBox box_of(const unsigned char** attributes) {
  return {number(attributes, "xmin"), number(attributes, "ymin"), number(attributes, "xmax"),
          number(attributes, "ymax")};
}

class LayoutEvents : public HtmlEvents {
 public:
  void start(std::string_view name, const unsigned char** attributes) override {
    reading_ = Reading::kNothing;
    if (name == "word") {
      word_ = box_of(attributes);
      word_text_.clear();
      reading_ = Reading::kWord;
    } else if (name == "line") {
      end_line();
      line_.box = box_of(attributes);
    } else if (name == "block") {
      end_block();
    } else if (name == "page") {
      end_block();
      layout_.pages.push_back({number(attributes, "width"), number(attributes, "height"), {}});
    } else if (name == "title") {
      reading_ = Reading::kTitle;
    } else if (name == "meta" && attribute(attributes, "name") == "CreationDate") {
      layout_.created = clean_utf8(attribute(attributes, "content"));
    }
    open_.push_back(name == "word");
  }

  void end() override {
    if (open_.empty()) return;
    if (open_.back()) end_word();
    open_.pop_back();
    reading_ = Reading::kNothing;
  }

  void end_refused(std::string_view) override {}

  void end_all() override {
    while (!open_.empty()) end();
  }

  void text(std::string_view characters, std::size_t, std::size_t) override {
    if (reading_ == Reading::kWord) word_text_ += characters;
    if (reading_ == Reading::kTitle) title_ += characters;
  }

  PdfLayout finish() {
    end_all();
    end_block();
    const std::string title = collapse_spaces(clean_utf8(title_));
    if (!title.empty()) layout_.title = title;
    return std::move(layout_);
  }

 private:
  enum class Reading { kNothing, kWord, kTitle };

  void end_word() {
    const std::string word = collapse_spaces(clean_utf8(word_text_));
    if (word.empty()) return;
    const double gap = word_.left - last_right_;
    const bool same = gap < kSameWord * word_.height() && gap > -word_.height();
    if (!line_.text.empty() && !same) line_.text += ' ';
    line_.text += word;
    last_right_ = word_.right;
  }

  void end_line() {
    if (!line_.text.empty()) block_.lines.push_back(std::move(line_));
    line_ = {};
  }

  void end_block() {
    end_line();
    if (block_.lines.empty()) return;
    if (layout_.pages.empty()) layout_.pages.emplace_back();
    layout_.pages.back().blocks.push_back(std::move(block_));
    block_ = {};
  }

  PdfLayout layout_;
  PdfBlock block_;
  PdfLine line_;
  PdfBox word_;
  double last_right_ = 0;
  std::string word_text_;
  std::string title_;
  Reading reading_ = Reading::kNothing;
  std::vector<bool> open_;  // for each open element: is it a word
};

}  // namespace

PdfLayout read_pdf_layout(std::string_view xhtml) {
  LayoutEvents events;
  const std::string clean = clean_utf8(xhtml);
  read_html(clean, events);
  return events.finish();
}

}  // namespace rapporteur
