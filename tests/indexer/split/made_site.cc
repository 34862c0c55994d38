// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/split/made_site.h"

#include <algorithm>
#include <array>

#include "common/text/tokenizer.h"
#include "tests/indexer/split/made_words.h"

namespace rapporteur {

namespace {

enum class Footer { kNone, kHistory, kTimeline, kMenu, kAbout };

// What one site always does.
struct Habits {
  bool bars = true;        // "Topic | Title"
  bool collapsed = false;  // its dumps have one blank line everywhere
  bool titled_teasers = false;
  bool crlf = false;
  int title_gap = 2;  // blank lines below a title
  int entry_gap = 2;  // blank lines between the footer's entries
  int day_style = 0;
  int caption_chance = 50;
  int credit_chance = 60;
  int contact_chance = 60;
  bool known_labels = true;  // labels of a known language, else invented ones
  Footer footer = Footer::kHistory;
  std::vector<std::string> footer_lines;
  std::string footer_heading;  // may be empty
};

class Maker {
 public:
  Maker(std::uint32_t seed, MadeScript script) : words_(seed, script) {}

  std::vector<MadePage> site() {
    const int pages = words_.chance(40) ? 1 : words_.number(2, 6);
    draw_habits(pages);
    std::vector<MadePage> site;
    for (int i = 0; i < pages; ++i) site.push_back(page(i));
    return site;
  }

 private:
  bool latin() const { return words_.script() == MadeScript::kLatin; }
  bool cased() const { return latin() || words_.script() == MadeScript::kCyrillic; }

  void draw_habits(int pages) {
    habits_.bars = words_.chance(60);
    habits_.collapsed = words_.chance(15);
    habits_.titled_teasers = words_.chance(25);
    habits_.crlf = words_.chance(15);
    habits_.title_gap = habits_.collapsed ? 1 : words_.number(2, 3);
    habits_.entry_gap = habits_.collapsed ? 1 : words_.number(1, 3);
    habits_.day_style = words_.number(0, 3);
    habits_.caption_chance = words_.number(0, 9) * 10;
    habits_.known_labels = words_.chance(80);
    const int draw = words_.number(0, 9);
    habits_.footer = draw < 2   ? Footer::kNone
                     : draw < 6 ? Footer::kHistory
                     : draw < 7 ? Footer::kTimeline
                     : draw < 9 ? Footer::kMenu
                                : Footer::kAbout;
    // Sentences that nothing but their repetition marks as the site's.
    if (habits_.footer == Footer::kAbout && pages < 3) habits_.footer = Footer::kNone;
    if (words_.chance(50)) habits_.footer_heading = words_.phrase(words_.number(2, 5), 10) + ":";
    draw_footer();
  }

  void draw_footer() {
    std::vector<std::string>& lines = habits_.footer_lines;
    int year = words_.number(1950, 1990);
    switch (habits_.footer) {
      case Footer::kNone:
        break;
      case Footer::kHistory: {
        const int count = words_.number(5, 16);
        for (int i = 0; i < count; ++i) {
          std::string line = words_.phrase(words_.number(10, 40), 15);
          if (i > 1 && i + 2 < count && lines.back().back() != '.' && words_.chance(7)) line += ".";
          lines.push_back(line);
        }
        break;
      }
      case Footer::kTimeline:
        for (int i = words_.number(4, 10); i > 0; --i) {
          year += words_.number(1, 5);
          lines.push_back(std::to_string(year));
          lines.push_back(words_.phrase(words_.number(6, 25), 15) + (words_.chance(30) ? "." : ""));
        }
        break;
      case Footer::kMenu:
        for (int i = words_.number(5, 12); i > 0; --i) {
          lines.push_back(words_.phrase(words_.chance(80) ? 1 : 2, 30));
        }
        break;
      case Footer::kAbout:
        lines.push_back(words_.paragraph(2));
        if (words_.chance(50)) lines.push_back(words_.paragraph(1));
        break;
    }
  }

  // ---- putting a page down ---------------------------------------------------------------------

  void put(const std::string& text, int blank_lines) {
    const std::string end = habits_.crlf ? "\r\n" : "\n";
    if (!page_.bytes.empty()) {
      page_.bytes += end;
      for (int i = 0; i < blank_lines; ++i) {
        page_.bytes += words_.chance(10) ? "\u00A0" + end : end;
      }
    }
    page_.bytes += text;
    if (words_.chance(10)) page_.bytes += "\u00A0";
  }

  void noise(const std::string& text, int blank_lines) {
    put(text, blank_lines);
    page_.noise.push_back(text);
  }

  void body(MadePiece& piece, const std::string& text, int blank_lines) {
    put(text, blank_lines);
    if (!piece.text.empty()) piece.text += blank_lines > 0 ? "\n\n" : "\n";
    piece.text += text;
  }

  int wide() { return habits_.collapsed ? 1 : words_.number(3, 6); }

  // ---- its parts -------------------------------------------------------------------------------

  std::string day() {
    static const std::array<std::vector<std::string>, 4> kMonths = {
        std::vector<std::string>{"Jan", "Feb", "March", "Apr", "June", "septembre", "décembre",
                                 "de junio", "de marzo", "Oktober"},
        {"января", "февраля", "марта", "июня", "сент.", "декабря"},
        {"يناير", "فبراير", "آذار", "حزيران", "سبتمبر", "ديسمبر"},
        {"1", "2", "5", "11", "12"}};
    const std::string& month = words_.one_of(kMonths[static_cast<std::size_t>(words_.script())]);
    const std::string number = std::to_string(words_.number(1, 31));
    if (words_.script() == MadeScript::kHan) {
      return (habits_.day_style == 1 ? "2018年" : "") + month + "月" + number + "日";
    }
    if (habits_.day_style == 1) return number + " " + month + " 2018";
    return number + " " + month;
  }

  void teaser() {
    MadePiece piece;
    piece.kind = "teaser";
    piece.day_line = day();
    put(*piece.day_line, words_.number(1, habits_.collapsed ? 1 : 2));
    if (habits_.titled_teasers) {
      piece.title = words_.phrase(words_.number(4, 10), 15);
      put(*piece.title, 1);
    } else if (words_.chance(10)) {
      noise(words_.phrase(2, 10) + " " + credit_label() + ": " + words_.name(2), 0);
    }
    body(piece, words_.paragraph(words_.number(1, 4)), 1);
    page_.pieces.push_back(piece);
  }

  std::string credit_label() {
    static const std::array<std::string, 4> kLabels = {"photo", "фото", "صورة", "图片"};
    return kLabels[static_cast<std::size_t>(words_.script())];
  }

  std::string contact_label() {
    static const std::array<std::string, 4> kLabels = {"Contact", "Контакт", "للاتصال", "联系人"};
    if (!habits_.known_labels) return words_.name(1);
    return kLabels[static_cast<std::size_t>(words_.script())];
  }

  void caption(int blank_lines) {
    std::string text = words_.phrase(words_.number(1, 3), 70);
    if (latin() && words_.chance(40)) text = words_.name(1) + " test";
    noise(text, blank_lines);
  }

  // `parted`: something has ended what stood above.
  void article(bool first_on_page, bool parted) {
    MadePiece piece;
    piece.kind = "article";
    // A caption under an unordered list of names is one more name to any reader.
    const bool captioned = words_.chance(habits_.caption_chance) && list_in_order_ &&
                           (habits_.bars || !habits_.collapsed || parted);
    list_in_order_ = true;
    const int above = habits_.collapsed ? 1 : words_.number(2, 5);
    if (captioned) caption(first_on_page ? 0 : above);
    std::string title = words_.phrase(words_.number(5, 14), 20);
    if (habits_.bars) title = words_.phrase(words_.number(1, 3), 50) + " | " + title;
    if (words_.chance(10)) title += words_.script() == MadeScript::kHan ? "？" : "?";
    piece.title = title;
    put(title, captioned ? words_.number(1, above) : first_on_page ? 0 : above);
    int gap = habits_.title_gap;
    const int paragraphs = words_.number(3, 12);
    for (int i = 0; i < paragraphs; ++i) {
      if (i > 0 && i + 1 < paragraphs && words_.chance(20)) {
        body(piece, words_.phrase(words_.number(2, 8), 10), 1);  // a heading inside
        gap = 1;
      }
      if (i > 0 && words_.chance(15)) {
        bullets(piece);
        if (i + 1 == paragraphs) break;
      }
      body(piece, words_.paragraph(words_.number(1, 5)), gap);
      gap = 1;
    }
    if (!must_part_ && words_.chance(15)) {
      signatories(piece);
    } else {
      if (cased() && !habits_.collapsed && words_.chance(15)) {
        body(piece, words_.phrase(5, 0), 1);  // "Access the full report here"
      }
      closers();
    }
    page_.pieces.push_back(piece);
  }

  void bullets(MadePiece& piece) {
    const std::string lead = words_.phrase(words_.number(9, 16), 10);
    body(piece, lead + (words_.script() == MadeScript::kHan ? "：" : ":"), 1);
    const bool close = words_.chance(50);
    for (int i = words_.number(2, 6); i > 0; --i) {
      body(piece, "• " + words_.phrase(words_.number(5, 20), 5) + (i > 1 ? ";" : "."),
           close ? 0 : 1);
    }
  }

  void closers() {
    bool apart = words_.chance(40);
    if (must_part_ || words_.chance(habits_.contact_chance)) {
      noise(contact_label() + ": " + words_.name(words_.number(2, 4)),
            apart && !habits_.collapsed ? 2 : 1);
      if (words_.chance(15)) noise("+41 22 555 0" + std::to_string(words_.number(100, 999)), 1);
    }
    if (words_.chance(habits_.credit_chance) && habits_.known_labels) {
      std::string label = credit_label();
      if (latin()) label[0] = 'P';
      noise(label + ": " + words_.name(2), habits_.collapsed ? 1 : words_.number(1, 2));
    }
  }

  void signatories(MadePiece& piece) {
    std::vector<std::string> names;
    for (int i = words_.number(8, 90); i > 0; --i) names.push_back(words_.organisation());
    list_in_order_ = words_.chance(80);
    if (list_in_order_) {
      std::sort(names.begin(), names.end(),
                [](const auto& a, const auto& b) { return fold(a) < fold(b); });
    }
    // Full stops at an end of the list, or one after the other, make sentences to anybody.
    std::size_t plain = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool stop = names[i].back() == '.';
      if (stop && (plain < 3 || i + 1 == names.size())) names[i].pop_back();
      plain = stop && plain >= 3 ? 0 : plain + 1;
    }
    const std::size_t start = piece.text.size();
    for (const std::string& name : names) {
      body(piece, name, habits_.collapsed || words_.chance(85) ? 1 : 2);
    }
    piece.signatories = piece.text.substr(start + 2);
  }

  // The footer needs something by which it can be told from the end of an article.
  void footer() {
    if (habits_.footer == Footer::kNone) return;
    int gap = wide();
    if (!habits_.footer_heading.empty()) {
      noise(habits_.footer_heading, habits_.collapsed ? 1 : words_.number(1, 4));
      gap = habits_.collapsed ? 1 : words_.number(2, 6);
    }
    for (const std::string& line : habits_.footer_lines) {
      noise(line, gap);
      gap = habits_.entry_gap;
    }
  }

  MadePage page(int) {
    page_ = MadePage{};
    page_.needs_others = habits_.footer == Footer::kAbout;
    const int teasers = words_.chance(80) ? words_.number(2, 8) : 0;
    for (int i = 0; i < teasers; ++i) teaser();
    const int articles = teasers == 0 ? words_.number(1, 3) : words_.number(0, 3);
    const bool trailing = words_.chance(40) && articles > 0;
    for (int i = 0; i < articles; ++i) {
      const bool last = i + 1 == articles;
      // Without blank lines or bars to tell by, a contact must end an article.
      must_part_ = habits_.collapsed && (!habits_.bars || last);
      // A page without days and bars could be any document, gaps or no gaps.
      if (trailing && last && teasers == 0 && !habits_.bars) must_part_ = true;
      if (must_part_) habits_.known_labels = true;
      article(i == 0 && teasers == 0, i > 0 || teasers > 0);
    }
    if (trailing && page_.pieces.back().signatories.empty()) trailing_teaser();
    footer();
    if (words_.chance(50)) page_.bytes += "\n\n";
    return std::move(page_);
  }

  void trailing_teaser() {
    MadePiece piece;
    piece.kind = "teaser";
    int gap = habits_.collapsed ? 1 : words_.number(4, 6);
    if (latin() && words_.chance(40)) {
      // (One short question under an author's name could as well be a heading.)
      body(piece, "By " + words_.name(2) + ", " + words_.name(2) + ", " + words_.name(3), gap);
      gap = 1;
    }
    body(piece, words_.paragraph(words_.number(2, 4)), gap);
    page_.pieces.push_back(piece);
  }

  MadeWords words_;
  Habits habits_;
  MadePage page_;
  bool must_part_ = false;     // the article must end in a contact
  bool list_in_order_ = true;  // of the last list of signatories
};

}  // namespace

std::vector<MadePage> make_site(std::uint32_t seed) {
  constexpr std::array<MadeScript, 10> kScripts = {
      MadeScript::kLatin, MadeScript::kLatin,    MadeScript::kLatin, MadeScript::kLatin,
      MadeScript::kLatin, MadeScript::kCyrillic, MadeScript::kLatin, MadeScript::kArabic,
      MadeScript::kHan,   MadeScript::kCyrillic};
  return Maker(seed, kScripts[seed % kScripts.size()]).site();
}

}  // namespace rapporteur
