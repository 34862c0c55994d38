// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts of our own in the sets that people's files are in, declared by nobody.
#include "indexer/charset/detect.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "indexer/charset/decode.h"

namespace rapporteur {
namespace {

const char* const kFrench =
    "Les détenus ont été libérés après la décision du tribunal de Genève, a déclaré la présidente "
    "de "
    "l’association à Paris. « Nous n’avons pas été prévenus », dit-elle — son frère a été "
    "arrêté.\n";
const char* const kSpanish =
    "La comisión pidió al Estado que investigue la desaparición de las niñas. ¿Quién respondió? "
    "Según "
    "el abogado, nadie contestó — “ni una línea”, señaló.\n";
const char* const kGerman =
    "Die Gefängnisse sind überfüllt, schreibt der Ausschuß; für die Häftlinge gebe es weder Ärzte "
    "noch "
    "Bücher. „Das muß sich ändern“, heißt es im Bericht.\n";
const char* const kRussian =
    "Правозащитники сообщили о задержаниях адвокатов в Минске. Совет по правам человека принял "
    "резолюцию 13 февраля 2018 года, и никто не возразил.\n";
const char* const kArabic =
    "اعتقلت السلطات ناشطين اثنين بحسب بيان صادر عن منظمة حقوقية في القاهرة. وقالت المنظمة إن "
    "المحامين "
    "لم يتمكنوا من زيارتهم.\n";
const char* const kSimplified =
    "人权理事会第三十七届会议在日内瓦开幕。代表团在会上发言，那里的情况令人关切。人权捍卫者的处境没"
    "有改善，律师仍被关押。\n";
const char* const kTraditional =
    "人權理事會第三十七屆會議在日內瓦開幕。代表團在會上發言，那裡的情況令人關切。人權捍衛者的處境沒"
    "有改善，律師仍被關押。\n";
const char* const kJapanese =
    "人権理事会はジュネーブで開会した。代表団は死刑制度について説明した。弁護士二人が拘束されたまま"
    "である。\n";
const char* const kEnglish =
    "Two lawyers were held on Monday, and nobody says where they are now.\n";

std::string encoded(const char* text, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(4096, '\0');
  const int size = ucnv_convert(charset, "UTF-8", bytes.data(), 4096, text, -1, &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

struct Case {
  const char* text;
  const char* charset;
};

class Detection : public ::testing::TestWithParam<Case> {};

TEST_P(Detection, GivesTheTextBack) {
  const std::string bytes = encoded(GetParam().text, GetParam().charset);
  EXPECT_EQ(decode_text(bytes).text, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Sets, Detection,
    ::testing::Values(
        Case{kFrench, "windows-1252"}, Case{kFrench, "macintosh"}, Case{kFrench, "UTF-16LE"},
        Case{kSpanish, "windows-1252"}, Case{kSpanish, "macintosh"}, Case{kGerman, "windows-1252"},
        Case{kGerman, "macintosh"}, Case{kRussian, "windows-1251"}, Case{kRussian, "KOI8-R"},
        Case{kRussian, "UTF-16BE"}, Case{kRussian, "UTF-8"}, Case{kArabic, "windows-1256"},
        Case{kArabic, "UTF-16LE"}, Case{kSimplified, "gb18030"}, Case{kTraditional, "Big5"},
        Case{kJapanese, "Shift_JIS"}, Case{kJapanese, "EUC-JP"}, Case{kJapanese, "ISO-2022-JP"},
        Case{kEnglish, "UTF-16LE"}, Case{kEnglish, "UTF-16BE"}, Case{kEnglish, "US-ASCII"}));

TEST(Declaration, OfXmlIsBelievedUnlessTheTextIsUtf8) {
  const std::string head = "<?xml version=\"1.0\" encoding='windows-1251'?>";
  const std::string text = decode_text(head + "<p>\xCF\xF0\xE8\xE2\xE5\xF2", {{}, true}).text;
  EXPECT_TRUE(text.ends_with("<p>Привет")) << text;
  EXPECT_TRUE(decode_text(head + "<p>Привет", {{}, true}).text.ends_with("<p>Привет"));
}

TEST(Declaration, OfPlainTextIsTheServersOnly) {
  EXPECT_EQ(decode_text("\xCF\xF0\xE8\xE2\xE5\xF2", {"windows-1251", false}).text, "Привет");
}

}  // namespace
}  // namespace rapporteur
