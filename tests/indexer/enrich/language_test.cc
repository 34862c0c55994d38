// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/language.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::string detect(std::string_view text, std::optional<std::string> around = std::nullopt) {
  return detect_language("", text, around).value_or("-");
}

TEST(Language, ASentenceIsEnough) {
  EXPECT_EQ(detect("The Council heard from defenders who had been threatened for their work with "
                   "the United Nations."),
            "en");
  EXPECT_EQ(detect("Le Conseil a entendu des défenseurs menacés en raison de leur coopération avec "
                   "les Nations Unies."),
            "fr");
  EXPECT_EQ(detect("El Consejo escuchó a personas defensoras amenazadas por cooperar con las "
                   "Naciones Unidas."),
            "es");
  EXPECT_EQ(detect("Совет заслушал правозащитников, которым угрожали из-за их сотрудничества."),
            "ru");
  EXPECT_EQ(detect("استمع المجلس إلى مدافعين عن حقوق الإنسان تعرضوا للتهديد بسبب عملهم."), "ar");
}

TEST(Language, TheScriptTellsEastAsianLanguagesFromAFewCharacters) {
  EXPECT_EQ(detect("人权理事会"), "zh");
  EXPECT_EQ(detect("人権理事会について"), "ja");
  EXPECT_EQ(detect("인권이사회"), "ko");
  EXPECT_EQ(detect("คณะมนตรีสิทธิมนุษยชน"), "th");
}

TEST(Language, LatinNamesDoNotHideTheLanguageAroundThem) {
  EXPECT_EQ(detect("人权理事会在 Geneva 听取了 Human Rights Watch 代表的发言，并通过了一项决议。"),
            "zh");
}

TEST(Language, TooFewWordsTakeTheLanguageAround) {
  EXPECT_EQ(detect("Urgences Burundi", "fr"), "fr");
  EXPECT_EQ(detect("Communication", "es"), "es");
}

TEST(Language, TheLanguageAroundNeverGoesAgainstTheScript) {
  EXPECT_EQ(detect("Доклад", "en"), "ru");
  EXPECT_EQ(detect("تقرير", "fr"), "ar");
  EXPECT_NE(detect("Report of the Council", "zh"), "zh");
}

TEST(Language, AWrongDeclarationLosesAgainstAParagraph) {
  EXPECT_EQ(detect("Le Conseil a entendu des défenseurs menacés en raison de leur coopération avec "
                   "les Nations Unies.",
                   "en"),
            "fr");
}

TEST(Language, NothingToReadTellsNothing) {
  EXPECT_EQ(detect(""), "-");
  EXPECT_EQ(detect("12 34 // 56", "fr"), "fr");
}

TEST(LanguageCode, ReadsWhatPagesDeclare) {
  EXPECT_EQ(language_code("fr-FR"), "fr");
  EXPECT_EQ(language_code("FR_ca"), "fr");
  EXPECT_EQ(language_code("zh-Hant"), "zh");
  EXPECT_EQ(language_code("iw"), "he");
  EXPECT_EQ(language_code("eng"), "en");
  EXPECT_EQ(language_code("french"), std::nullopt);
  EXPECT_EQ(language_code("x"), std::nullopt);
  EXPECT_EQ(language_code(""), std::nullopt);
}

}  // namespace
}  // namespace rapporteur
