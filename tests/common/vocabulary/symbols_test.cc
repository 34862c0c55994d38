// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/symbols.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

const Symbols& symbols() {
  static const Symbols* const kSymbols = new Symbols(Symbols::load().value());
  return *kSymbols;
}

struct Expected {
  std::string_view symbol;
  std::string_view body;
  std::string_view kind;
  std::string_view session;
};

TEST(Symbols, TellBodyKindAndSession) {
  const Expected kCases[] = {
      {"A/HRC/RES/36/21", "HRC", "resolution", "HRC-36"},
      {"A/HRC/DEC/3/101", "HRC", "decision", "HRC-3"},
      {"A/HRC/RES/S-28/1", "HRC", "resolution", "HRC-S28"},
      {"A/HRC/40/L.22/Rev.1", "HRC", "resolution", "HRC-40"},
      {"A/HRC/37/51/Add.1", "HRC", "report", "HRC-37"},
      {"A/HRC/38/NGO/12", "HRC", "statement", "HRC-38"},
      {"A/HRC/WG.6/31/CHN/1", "UPR", "report", "UPR-31"},
      {"A/RES/72/247", "GA", "resolution", "GA-72"},
      {"A/RES/217(III)", "GA", "resolution", "GA-3"},
      {"A/C.3/72/L.50", "GA-C3", "resolution", "GA-C3-72"},
      {"A/73/175", "GA", "report", "GA-73"},
      {"S/RES/1325(2000)", "SC", "resolution", ""},
      {"S/PRST/2015/3", "SC", "statement", ""},
      {"E/CN.4/RES/1982/28", "CHR", "resolution", "CHR-38"},
      {"E/CN.4/RES/38(XXXVII)", "CHR", "resolution", "CHR-37"},
      {"E/CN.4/RES(II)", "CHR", "resolution", "CHR-2"},
      {"E/CN.4/2005/101", "CHR", "report", "CHR-61"},
      {"E/CN.6/2019/L.3", "CSW", "resolution", "CSW-63"},
      {"CCPR/C/100/D/1344/2005", "CCPR", "decision", "CCPR-100"},
      {"CCPR/C/CHN/CO/1", "CCPR", "report", ""},
      {"CCPR/C/79/Add.12", "CCPR", "", ""},
      {"CAT/C/68/D/810/2017", "CAT", "decision", "CAT-68"},
      {"CAT/OP/MEX/1", "SPT", "report", ""},
      {"E/C.12/55/D/2/2014", "CESCR", "decision", "CESCR-55"},
      {"E/2018/32", "ECOSOC", "report", ""},
      {"E/C.2/2018/R.2", "ECOSOC-NGO", "", ""},
  };
  for (const Expected& expected : kCases) {
    const auto meaning = symbols().read(expected.symbol);
    ASSERT_TRUE(meaning.has_value()) << expected.symbol;
    ASSERT_EQ(meaning->bodies.size(), 1u) << expected.symbol;
    EXPECT_EQ(meaning->bodies[0], expected.body) << expected.symbol;
    EXPECT_EQ(meaning->kind, expected.kind) << expected.symbol;
    EXPECT_EQ(meaning->session, expected.session) << expected.symbol;
  }
}

TEST(Symbols, OtherSlashesAreNone) {
  for (const std::string_view none : {"A/B", "S/he", "and/or", "E/W", "A/", "/", "", "A/HRC"}) {
    EXPECT_FALSE(symbols().read(none).has_value()) << none;
  }
}

}  // namespace
}  // namespace rapporteur
