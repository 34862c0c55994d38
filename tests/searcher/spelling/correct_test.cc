// SPDX-License-Identifier: GPL-2.0-or-later
//
// "Did you mean" as users see it.
#include <gtest/gtest.h>
#include <rapporteur/searcher.h>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

using testing::made_record;

class DidYouMean : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::vector<Record> records;
    for (int i = 0; i < 12; ++i) {
      records.push_back(made_record(
          "en" + std::to_string(i), "Reprisals against defenders",
          "The Committee heard of torture and enforced disappearances in Šabac. Human rights."));
      Record russian =
          made_record("ru" + std::to_string(i), "Пытки", "Правозащитник Андрей задержан.");
      russian.language = std::optional<std::string>("ru");
      records.push_back(std::move(russian));
      Record arabic = made_record("ar" + std::to_string(i), "التعذيب", "المدافعون عن حقوق الإنسان");
      arabic.language = std::optional<std::string>("ar");
      records.push_back(std::move(arabic));
      Record chinese = made_record("zh" + std::to_string(i), "酷刑", "人权理事会谈到维吾尔族。");
      chinese.language = std::optional<std::string>("zh");
      records.push_back(std::move(chinese));
    }
    records.push_back(made_record("rare", "Goverment", "Reprisal of one Zwentibold."));
    records[0].countries->push_back({"IRN", true, 1.0});
    index_ = new testing::MadeIndex(records);
    searcher_ = new Searcher(index_->searcher());
  }
  static void TearDownTestSuite() {
    delete searcher_;
    delete index_;
  }

  static std::string asked(const std::string& text) {
    Question question;
    question.text = text;
    const Result<Answer> answer = searcher_->search(question);
    return answer.ok() ? answer->query.corrected.value_or("-") : answer.error().message;
  }

  static inline testing::MadeIndex* index_ = nullptr;
  static inline Searcher* searcher_ = nullptr;
};

TEST_F(DidYouMean, SuggestsTheWordThatWasMeant) {
  EXPECT_EQ(asked("reprisls"), "reprisals");
  EXPECT_EQ(asked("comittee"), "committee");
  EXPECT_EQ(asked("totrure in prison"), "torture in prison");
  EXPECT_EQ(asked("enforced dissapearances"), "enforced disappearances");
}

TEST_F(DidYouMean, WorksInEveryScript) {
  EXPECT_EQ(asked("правозащитнк"), "правозащитник");
  EXPECT_EQ(asked("андрейй"), "андрей");  // as texts write it, not as it is folded
  EXPECT_EQ(asked("المدافعوون"), "المدافعون");
  EXPECT_EQ(asked("维尔吾族"), "维吾尔族");
}

TEST_F(DidYouMean, ChineseCharactersThatSoundTheSameOrChangedPlaces) {
  EXPECT_EQ(asked("酷行"), "酷刑");
  EXPECT_EQ(asked("刑酷"), "酷刑");
  EXPECT_EQ(asked("理是会"), "理事会");
  EXPECT_EQ(asked("理斯会"), "理事会");  // si for shi
  // Known words beside others are no slips of each other.
  for (const char* good : {"人权理事会", "谈到酷刑", "理事会的人权", "维吾尔族谈到人权"})
    EXPECT_EQ(asked(good), "-") << good;
}

TEST_F(DidYouMean, KnowsTheNamesOfTheVocabularies) {
  EXPECT_EQ(asked("torture in irann"), "torture in iran");
  EXPECT_EQ(asked("Иарн"), "иран");
}

TEST_F(DidYouMean, KeepsCapitalsAndAccents) {
  EXPECT_EQ(asked("Torure"), "Torture");
  EXPECT_EQ(asked("Sabax torture"), "Šabac torture");
}

TEST_F(DidYouMean, WordsWrittenAsOneOrWithAGap) {
  EXPECT_EQ(asked("enforceddisappearances"), "enforced disappearances");
  EXPECT_EQ(asked("dis appearances"), "disappearances");
}

TEST_F(DidYouMean, LeavesGoodWordsAlone) {
  for (const char* good :
       {"torture", "tortured", "zwentibold", "disappearance", "reprisal", "HRC 40", "2018", "DPRK",
        "iran", "human rights", "the", "", "A/HRC/RES/36/21", "xyzzyq", "tort*", "酷刑"}) {
    EXPECT_EQ(asked(good), "-") << good;
  }
}

TEST_F(DidYouMean, NothingIsReplaced) {
  Question question;
  question.text = "reprisls";
  const Result<Answer> answer = searcher_->search(question);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->query.text, "reprisls");
  EXPECT_EQ(answer->total, 0u);
  ASSERT_EQ(answer->query.corrections.size(), 1u);
  EXPECT_EQ(answer->query.corrections[0].words, "reprisls");
  EXPECT_EQ(answer->query.corrections[0].instead, "reprisals");
  question.correct = false;
  EXPECT_EQ(searcher_->search(question)->query.corrected, std::nullopt);
}

TEST_F(DidYouMean, FollowsTheWritersCommits) {
  testing::MadeIndex index({made_record("a", "Torture", "Torture.")});
  const Searcher searcher = index.searcher();
  Question question;
  question.text = "Nagorn";
  EXPECT_EQ(searcher.search(question)->query.corrected, std::nullopt);
  index.add({made_record("b", "Nagorno", "Karabakh.")});
  EXPECT_EQ(searcher.search(question)->query.corrected, "Nagorno");
}

}  // namespace
}  // namespace rapporteur
