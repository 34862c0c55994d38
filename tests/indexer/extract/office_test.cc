// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/office.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <utility>

#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Parts& parts) {
  testing::TemporaryFolder folder;
  const std::string path = folder / "a.zip";
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                 0);
  }
  EXPECT_EQ(zip_close(archive), 0);
  return testing::read_whole(path);
}

std::string docx_xml(const std::string& body) {
  return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
         "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
         body + "</w:body></w:document>";
}

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::vector<std::string> texts(const Result<Page>& page) {
  std::vector<std::string> texts;
  EXPECT_TRUE(page.ok()) << page.error().message;
  if (page.ok()) {
    for (const Block& block : page->blocks) texts.push_back(block.text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Docx, GivesParagraphsHeadingsAndLists) {
  const auto page = read_office(
      "a.docx",
      zipped({{"[Content_Types].xml", "<Types/>"},
              {"word/styles.xml",
               "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Titre\"><w:name "
               "w:val=\"Title\"/></w:style>"
               "<w:style w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"},
              {"word/document.xml",
               docx_xml(paragraph("A year in prison", "<w:pStyle w:val=\"Titre\"/>") +
                        paragraph("3 May 2019") +
                        paragraph("Findings", "<w:pStyle w:val=\"Titre1\"/>") +
                        "<w:p><w:r><w:t>Two </w:t></w:r><w:r><w:t>lawyers</w:t><w:tab/>"
                        "<w:t>were held.</w:t></w:r></w:p>" +
                        paragraph("One item", "<w:numPr/>"))},
              {"docProps/core.xml",
               "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\" xmlns:dcterms=\"t\">"
               "<dc:title>Another title altogether</dc:title><dc:language>fr</dc:language>"
               "<dcterms:created>2019-05-02T08:00:00Z</dcterms:created></cp:coreProperties>"}}));
  EXPECT_EQ(texts(page), (Texts{"A year in prison", "3 May 2019", "Findings",
                                "Two lawyers were held.", "One item"}));
  EXPECT_TRUE(page->is_document);
  EXPECT_EQ(page->blocks[0].kind, BlockKind::kHeading);
  EXPECT_EQ(page->blocks[0].level, 1);
  EXPECT_EQ(page->blocks[1].kind, BlockKind::kTime);
  EXPECT_EQ(page->blocks[2].level, 2);
  EXPECT_EQ(page->blocks[4].kind, BlockKind::kListItem);
  EXPECT_EQ(page->metadata.language, "fr");
  ASSERT_EQ(page->metadata.dates.size(), 1U);
  EXPECT_EQ(page->metadata.dates[0].value, "2019-05-02T08:00:00Z");
}

TEST(Docx, GivesTablesAsRowsAndNotesBehind) {
  const auto page = read_office(
      "a.docx", zipped({{"word/document.xml",
                         docx_xml("<w:tbl><w:tr><w:tc>" + paragraph("Name") + "</w:tc><w:tc>" +
                                  paragraph("Held") + paragraph("since") +
                                  "</w:tc></w:tr><w:tr><w:tc>" + paragraph("A. Keeper") +
                                  "</w:tc><w:tc/></w:tr></w:tbl>" + paragraph("After."))},
                        {"word/footnotes.xml", docx_xml(paragraph("1 See A/HRC/99/4."))},
                        {"word/header1.xml", docx_xml(paragraph("A/HRC/99/5"))},
                        {"word/header2.xml", docx_xml(paragraph("A/HRC/99/5"))}}));
  EXPECT_EQ(texts(page),
            (Texts{"A/HRC/99/5", "Name | Held since", "A. Keeper", "After.", "1 See A/HRC/99/4."}));
}

TEST(Docx, LeavesOutWhatIsDeletedAndWhatStandsTwice) {
  const auto page = read_office(
      "a.docx",
      zipped({{"word/document.xml",
               docx_xml(
                   "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r>"
                   "</w:del><mc:AlternateContent><mc:Choice><w:r><w:t> box</w:t></w:r></mc:Choice>"
                   "<mc:Fallback><w:r><w:t> box</w:t></w:r></mc:Fallback></mc:AlternateContent>"
                   "</w:p>")}}));
  EXPECT_EQ(texts(page), Texts{"Kept box"});
}

TEST(Odt, GivesParagraphsHeadingsTablesAndNotes) {
  const std::string content =
      "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" "
      "xmlns:style=\"s\">"
      "<office:automatic-styles><style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>"
      "</office:automatic-styles><office:body><office:text>"
      "<text:p text:style-name=\"P1\">A year in prison</text:p>"
      "<text:h text:outline-level=\"1\">Findings</text:h>"
      "<text:p>Two<text:s/>lawyers<text:note><text:note-citation>1</text:note-citation>"
      "<text:note-body><text:p>See the list.</text:p></text:note-body></text:note> were held."
      "<office:annotation><text:p>Is that so?</text:p></office:annotation></text:p>"
      "<text:list><text:list-item><text:p>One item</text:p></text:list-item></text:list>"
      "<table:table><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell>"
      "<table:table-cell><text:p>Held</text:p></table:table-cell></table:table-row></table:table>"
      "</office:text></office:body></office:document-content>";
  const auto page =
      read_office("a.odt", zipped({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                   {"content.xml", content},
                                   {"meta.xml",
                                    "<m:meta xmlns:m=\"m\"><m:creation-date>2019-05-02"
                                    "</m:creation-date></m:meta>"}}));
  EXPECT_EQ(texts(page), (Texts{"A year in prison", "Findings", "Two lawyers were held.",
                                "See the list.", "One item", "Name | Held"}));
  EXPECT_EQ(page->blocks[0].level, 1);
  EXPECT_EQ(page->blocks[1].level, 2);
  EXPECT_EQ(page->blocks[4].kind, BlockKind::kListItem);
  EXPECT_EQ(page->metadata.dates.at(0).value, "2019-05-02");
}

TEST(Office, SaysWhatCannotBeRead) {
  const auto reason = [](const std::string& bytes) {
    return read_office("a", bytes).error().message;
  };
  EXPECT_NE(reason("PK\x03\x04 nothing").find("damaged"), std::string::npos);
  EXPECT_NE(reason(zipped({{"xl/workbook.xml", "<x/>"}})).find("CSV"), std::string::npos);
  EXPECT_NE(reason(zipped({{"word/document.xml", docx_xml("")}})).find("without text"),
            std::string::npos);
}

TEST(Office, ExpandsNoEntitiesAndNoBombs) {
  const std::string laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>" +
                             docx_xml(paragraph("Two &b; lawyers"));
  EXPECT_EQ(texts(read_office("a.docx", zipped({{"word/document.xml", laughs}}))),
            Texts{"Two lawyers"});
  const std::string bomb = docx_xml(paragraph(std::string(80U << 20, ' ')));
  EXPECT_FALSE(read_office("a.docx", zipped({{"word/document.xml", bomb}})).ok());
}

}  // namespace
}  // namespace rapporteur
