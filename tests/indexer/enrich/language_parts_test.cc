// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/language_parts.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

const std::string kEnglish =
    "The association has called on the government to release the three teachers who were arrested "
    "in March after a meeting about the new school law. Their families have not been told where "
    "they are held.\n\nLawyers who asked for access were turned away twice. The court has set no "
    "date, and the prosecutor has given no reason for the delay. The teachers' union will march on "
    "Friday.";
const std::string kFrench =
    "L'association demande au gouvernement de libérer les trois enseignants arrêtés en mars après "
    "une réunion sur la nouvelle loi scolaire. Leurs familles ne savent toujours pas où ils sont "
    "détenus.\n\nLes avocats qui ont demandé à les voir ont été renvoyés deux fois. Le tribunal "
    "n'a "
    "fixé aucune date, et le procureur n'a donné aucune raison de ce retard. Le syndicat défilera "
    "vendredi.";

SplitPage page_of(const std::string& text, const std::string& kind = "article") {
  SplitPage page;
  Piece piece;
  piece.kind = kind;
  piece.title = "Release the teachers";
  piece.text = text;
  piece.body_end = text.size();
  page.pieces.push_back(piece);
  return page;
}

TEST(LanguageParts, AStatementAndItsTranslationAreTwoRecords) {
  const SplitPage parts =
      cut_by_language(page_of(kEnglish + "\n\nLibérez les enseignants\n\n" + kFrench));
  ASSERT_EQ(parts.pieces.size(), 2u);
  EXPECT_EQ(parts.pieces[0].text, kEnglish);
  EXPECT_EQ(parts.pieces[0].title, "Release the teachers");
  EXPECT_FALSE(parts.pieces[0].continues);
  EXPECT_EQ(parts.pieces[1].text, kFrench);
  EXPECT_EQ(parts.pieces[1].title, "Libérez les enseignants");
  EXPECT_TRUE(parts.pieces[1].continues);
  EXPECT_EQ(parts.pieces[1].body_end, kFrench.size());
}

TEST(LanguageParts, SignatoriesStayAtTheEnd) {
  SplitPage page = page_of(kEnglish + "\n\n" + kFrench);
  page.pieces[0].text += "\n\nLigue des enseignants\n\nTeachers' League";
  page.pieces[0].body_end = page.pieces[0].text.find("Ligue");
  const SplitPage parts = cut_by_language(page);
  ASSERT_EQ(parts.pieces.size(), 2u);
  EXPECT_EQ(parts.pieces[1].text.substr(parts.pieces[1].body_end),
            "Ligue des enseignants\n\nTeachers' League");
}

TEST(LanguageParts, AQuotationParagraphsInTurnsAndTeasersStayWhole) {
  EXPECT_EQ(cut_by_language(page_of(kEnglish + "\n\n" + kFrench + "\n\n" + kEnglish)).pieces.size(),
            1u);
  const std::string frame = "Partager cet article : lire aussi nos autres communiqués du mois.";
  EXPECT_EQ(cut_by_language(page_of(frame + "\n\n" + kEnglish + "\n\n" + frame)).pieces.size(), 1u);
  EXPECT_EQ(cut_by_language(page_of(kEnglish + "\n\n" + kFrench, "teaser")).pieces.size(), 1u);
  EXPECT_EQ(cut_by_language(page_of(kEnglish)).pieces.size(), 1u);
  EXPECT_TRUE(cut_by_language({}).pieces.empty());
}

}  // namespace
}  // namespace rapporteur
