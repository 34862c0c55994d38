// SPDX-License-Identifier: GPL-2.0-or-later
//
// Made layouts, as pdftotext would print them: a word a box, lines and blocks around them.
#include "indexer/extract/pdf.h"

#include <gtest/gtest.h>

#include <sstream>

namespace rapporteur {
namespace {

// Prints blocks of lines of `size` points at 0.5 size a character.
class MadePdf {
 public:
  explicit MadePdf(std::string head = "") : head_(std::move(head)) { page(); }

  MadePdf& page() {
    if (pages_ > 0) out_ << "</page>\n";
    ++pages_;
    out_ << "<page width=\"600\" height=\"800\">\n";
    return *this;
  }

  MadePdf& block(double left, double top, double size, const std::vector<std::string>& lines) {
    out_ << "<flow><block>\n";
    for (const std::string& line : lines) {
      double x = left;
      out_ << "<line" << box(left, top, left + 0.5 * size * line.size(), top + size) << ">\n";
      std::istringstream words(line);
      for (std::string word; words >> word;) {
        const double width = 0.5 * size * word.size();
        out_ << "<word" << box(x, top, x + width, top + size) << '>' << word << "</word>\n";
        x += width + 0.5 * size;
      }
      out_ << "</line>\n";
      top += 1.3 * size;
    }
    out_ << "</block></flow>\n";
    return *this;
  }

  Result<Page> read() const {
    return pdf_document("a.pdf",
                        read_pdf_layout("<html><head>" + head_ + "</head><body><doc>" + out_.str() +
                                        "</page></doc></body></html>"),
                        1000);
  }

  std::vector<std::string> texts() const {
    const auto page = read();
    EXPECT_TRUE(page.ok()) << page.error().message;
    std::vector<std::string> texts;
    for (const Block& block : page->blocks) texts.push_back(block.text);
    return texts;
  }

 private:
  static std::string box(double x0, double y0, double x1, double y1) {
    std::ostringstream out;
    out << " xMin=\"" << x0 << "\" yMin=\"" << y0 << "\" xMax=\"" << x1 << "\" yMax=\"" << y1
        << '"';
    return out.str();
  }

  std::string head_;
  std::ostringstream out_;
  int pages_ = 0;
};

using Texts = std::vector<std::string>;

TEST(Pdf, JoinsTheLinesOfAParagraph) {
  EXPECT_EQ(
      MadePdf()
          .block(50, 200, 10, {"The committee met on a Tuesday and heard", "from nobody at all."})
          .block(50, 240, 10, {"It then went home."})
          .texts(),
      (Texts{"The committee met on a Tuesday and heard from nobody at all.",
             "It then went home."}));
}

TEST(Pdf, PutsParagraphNumbersInFrontOfTheirParagraphs) {
  EXPECT_EQ(MadePdf()
                .block(50, 200, 10, {"12."})
                .block(80, 200, 10, {"The delegation said that it would answer."})
                .block(50, 230, 10, {"(a)"})
                .block(80, 230, 10, {"In writing, and within a week of the day;"})
                .texts(),
            (Texts{"12. The delegation said that it would answer.",
                   "(a) In writing, and within a week of the day;"}));
}

TEST(Pdf, TellsHyphensOfWordsFromThoseOfLines) {
  EXPECT_EQ(
      MadePdf()
          .block(50, 200, 10,
                 {"Health-care and the special needs of the special-",
                  "ists were heard in the well-", "known hall, by the Vice-",
                  "Minister and the health-", "care workers; specialists spoke."})
          .texts(),
      (Texts{"Health-care and the special needs of the specialists were heard in the wellknown "
             "hall, by the Vice-Minister and the health-care workers; specialists spoke."}));
}

TEST(Pdf, LeavesHeadersFootersAndPageNumbersOut) {
  MadePdf pdf;
  for (int i = 1; i <= 4; ++i) {
    if (i > 1) pdf.page();
    pdf.block(50, 30, 8, {"A/HRC/99/4"})
        .block(
            50, 300, 10,
            {"Paragraph " + std::string(1, static_cast<char>('a' + i)) + " of the report is here."})
        .block(50, 770, 8, {"GE.14-1295" + std::to_string(i)})
        .block(500, 770, 8, {std::to_string(i)});
  }
  EXPECT_EQ(pdf.texts(),
            (Texts{"A/HRC/99/4", "Paragraph b of the report is here.", "GE.14-12951",
                   "Paragraph c of the report is here.", "Paragraph d of the report is here.",
                   "Paragraph e of the report is here."}));
}

TEST(Pdf, KeepsWhatOnlyLooksLikeAPageNumber) {
  EXPECT_EQ(MadePdf()
                .block(50, 60, 10, {"4 April 2014"})
                .block(50, 75, 10, {"7."})
                .block(80, 75, 10, {"The hall was full on the day of the vote."})
                .texts(),
            (Texts{"4 April 2014", "7. The hall was full on the day of the vote."}));
}

TEST(Pdf, JoinsWhatThePageEndCuts) {
  EXPECT_EQ(
      MadePdf()
          .block(50, 400, 10, {"The first page has little on it."})
          .page()
          .block(50, 600, 10,
                 {"The commission wrote to the ministers who", "had been there when the"})
          .block(50, 640, 7, {"1 See the second report."})
          .page()
          .block(50, 200, 10, {"prison was opened."})
          .texts(),
      (Texts{"The first page has little on it.",
             "The commission wrote to the ministers who had been there when the prison was opened.",
             "1 See the second report."}));
}

TEST(Pdf, LeavesTheTableOfContentsOut) {
  EXPECT_EQ(MadePdf()
                .block(50, 100, 10, {"Contents"})
                .block(50, 130, 10, {"Introduction.........................."})
                .block(500, 130, 10, {"3"})
                .block(50, 150, 10, {"Summary..............................."})
                .block(500, 150, 10, {"5-135"})
                .block(50, 170, 10, {"Conclusions..........................."})
                .block(500, 170, 10, {"13"})
                .block(50, 300, 10, {"The committee met on a Tuesday."})
                .texts(),
            Texts{"The committee met on a Tuesday."});
}

TEST(Pdf, TakesTheLargestLinesForTheTitle) {
  const auto page =
      MadePdf()
          .block(50, 60, 18, {"General Assembly"})
          .block(50, 200, 10, {"Tenth session"})
          .block(50, 300, 15, {"Report of the group on the", "periodic review*"})
          .block(50, 345, 13, {"Atlantis"})
          .block(50, 400, 10,
                 {"The group met for the first time in the spring and", "went on until autumn."})
          .read();
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->blocks.size(), 4U);
  EXPECT_EQ(page->blocks[2].text, "Report of the group on the periodic review: Atlantis");
  EXPECT_EQ(page->blocks[2].kind, BlockKind::kHeading);
  EXPECT_EQ(page->blocks[2].level, 1);
}

TEST(Pdf, TakesThePropertiesForTheTitleOnlyIfTheyHoldOne) {
  const auto title_of = [](const std::string& title) {
    return MadePdf("<title>" + title + "</title>")
        .block(50, 400, 10, {"the group met for the first time in the spring."})
        .read()
        ->metadata.title;
  };
  EXPECT_EQ(title_of("A year in the prisons of Atlantis"), "A year in the prisons of Atlantis");
  EXPECT_EQ(title_of("Microsoft Word - A_HRC_99.doc"), std::nullopt);
  EXPECT_EQ(title_of("final version of report.docx"), std::nullopt);
  EXPECT_EQ(title_of("untitled"), std::nullopt);
}

TEST(Pdf, JoinsWordsThatTouch) {
  EXPECT_EQ(
      read_pdf_layout("<page width=\"600\" height=\"800\"><block><line>"
                      "<word xMin=\"480\" yMin=\"52\" xMax=\"494.7\" yMax=\"70\">A</word>"
                      "<word xMin=\"494.76\" yMin=\"59\" xMax=\"538\" yMax=\"68\">/HRC/26/4</word>"
                      "</line></block></page>")
          .pages.at(0)
          .blocks.at(0)
          .lines.at(0)
          .text,
      "A/HRC/26/4");
}

TEST(Pdf, AScanWithoutTextIsNoDocument) {
  const auto page = MadePdf().block(50, 30, 8, {"Scan 1"}).read();
  ASSERT_FALSE(page.ok());
  EXPECT_NE(page.error().message.find("scan without text"), std::string::npos);
}

TEST(Pdf, WhatIsNoPdfIsToldFrom) {
  const auto page = read_pdf("a.pdf", "%PDF-1.4\nnothing more");
  ASSERT_FALSE(page.ok());
  EXPECT_NE(page.error().message.find("damaged PDF"), std::string::npos) << page.error().message;
}

}  // namespace
}  // namespace rapporteur
