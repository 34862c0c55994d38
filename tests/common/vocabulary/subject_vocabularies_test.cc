// SPDX-License-Identifier: GPL-2.0-or-later
//
// The tables of bodies, sessions, mandates and themes: whole, and found by id and by name.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "common/vocabulary/bodies.h"
#include "common/vocabulary/mandates.h"
#include "common/vocabulary/sessions.h"
#include "common/vocabulary/themes.h"

namespace rapporteur {
namespace {

TEST(Bodies, HoldTheIdsOfTheContract) {
  const Bodies bodies = Bodies::load().value();
  const char* const kIds[] = {
      "HRC",    "CHR",  "UPR",    "SP",    "OHCHR",  "GA",       "GA-C3",  "SC",    "SG",
      "ECOSOC", "CSW",  "CCPR",   "CESCR", "CERD",   "CEDAW",    "CAT",    "SPT",   "CRC",
      "CMW",    "CRPD", "CED",    "WGAD",  "WGEID",  "UNHCR",    "UNICEF", "UNDP",  "ILO",
      "ICC",    "ICJ",  "UNESCO", "IACHR", "IACTHR", "UN-WOMEN", "ACHPR",  "ECTHR", "ECOSOC-NGO"};
  for (const char* const id : kIds) EXPECT_TRUE(bodies.index_of(id).has_value()) << id;
  EXPECT_EQ(bodies.all().size(), std::size(kIds));
}

TEST(Bodies, HaveNamesInSixLanguages) {
  const Bodies bodies = Bodies::load().value();
  std::map<std::string, std::set<std::string>> languages;
  for (const BodyName& name : bodies.names()) {
    if (name.body != BodyName::kNoBody) {
      languages[bodies.all()[name.body].id].insert(name.language);
    }
  }
  for (const Body& body : bodies.all()) EXPECT_EQ(languages[body.id].size(), 6u) << body.id;
}

TEST(Bodies, AreFoundByIdAndByAnyName) {
  const Bodies bodies = Bodies::load().value();
  EXPECT_EQ(bodies.find("hrc")->id, "HRC");
  EXPECT_EQ(bodies.find("ga-c3")->id, "GA-C3");
  EXPECT_EQ(bodies.find("the human rights council")->id, "HRC");
  EXPECT_EQ(bodies.find("Comité contre la torture")->id, "CAT");
  EXPECT_EQ(bodies.find("禁止酷刑委员会")->id, "CAT");
  EXPECT_EQ(bodies.find("no such body"), nullptr);
  EXPECT_EQ(bodies.find(""), nullptr);
  EXPECT_EQ(bodies.label("GA-C3"), "Third Committee of the General Assembly");
}

TEST(Sessions, HaveDatesThatFollowEachOther) {
  const Sessions sessions = Sessions::load().value();
  const Bodies bodies = Bodies::load().value();
  std::set<std::string> ids;
  for (const Session& session : sessions.all()) {
    EXPECT_TRUE(ids.insert(session.id).second) << session.id;
    EXPECT_EQ(session.id, session.body + "-" + session.number);
    EXPECT_TRUE(bodies.index_of(session.body).has_value()) << session.id;
    EXPECT_LE(session.interval.from, session.interval.to) << session.id;
  }
  EXPECT_EQ(to_iso(sessions.find("HRC-40")->interval.from), "2019-02-25");
  EXPECT_EQ(to_iso(sessions.find("hrc-40")->interval.to), "2019-03-22");
  EXPECT_EQ(to_iso(sessions.find("CSW-63")->interval.from), "2019-03-11");
  EXPECT_EQ(to_iso(sessions.find("HRC-S28")->interval.from), "2018-05-18");
  EXPECT_EQ(sessions.on("HRC", {2018, 6, 20})->id, "HRC-38");
  EXPECT_EQ(sessions.on("HRC", {2018, 8, 1}), nullptr);
  EXPECT_EQ(sessions.find("HRC-999"), nullptr);
}

TEST(Mandates, AreFoundByIdAndLabel) {
  const Mandates mandates = Mandates::load().value();
  EXPECT_EQ(mandates.find("defenders")->label, "Human rights defenders");
  EXPECT_EQ(mandates.find("right to food")->id, "food");
  EXPECT_TRUE(mandates.find("belarus")->is_country);
  EXPECT_EQ(mandates.find("football"), nullptr);
}

TEST(Themes, AreFoundByIdLabelAndWording) {
  const Themes themes = Themes::load().value();
  EXPECT_GE(themes.all().size(), 60u);
  EXPECT_EQ(themes.find("reprisals")->id, "reprisals");
  EXPECT_EQ(themes.find("Reprisal")->id, "reprisals");
  EXPECT_EQ(themes.find("Death penalty")->id, "death-penalty");
  EXPECT_EQ(themes.find("peine de mort")->id, "death-penalty");
  EXPECT_EQ(themes.find("酷刑")->id, "torture");
  EXPECT_EQ(themes.find("activists")->id, "defenders");
  EXPECT_EQ(themes.find("football manager"), nullptr);
}

TEST(Themes, HaveWordingsInSixLanguages) {
  const Themes themes = Themes::load().value();
  for (const char* const language : {"en", "fr", "es", "ru", "ar", "zh"}) {
    const ThemePhrases& phrases = themes.phrases(language);
    EXPECT_EQ(phrases.language, language);
    std::set<std::uint16_t> covered;
    for (const ThemeWording& wording : phrases.wordings) covered.insert(wording.theme);
    EXPECT_EQ(covered.size(), themes.all().size()) << language;
  }
  EXPECT_EQ(themes.phrases("de").language, "en");
}

}  // namespace
}  // namespace rapporteur
