// SPDX-License-Identifier: GPL-2.0-or-later
//
// That the word which was meant is the one suggested, over slips made from a seed in real words.
#include "tests/support/slips.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/made_index.h"

namespace rapporteur {
namespace {

using testing::made_record;

const std::string kShared = RAPPORTEUR_SHARED_DATA;
constexpr std::size_t kSlips = 500;
constexpr std::uint32_t kSeed = 20'180'213;

std::vector<Record> collection(const std::string& name) {
  std::vector<Record> records;
  std::ifstream file(kShared + "/relevance/" + name + "/docs.jsonl");
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line);
    records.push_back(made_record(json["id"], json.value("title", ""), json["text"]));
  }
  return records;
}

// A record a paragraph.
std::vector<Record> declaration(const std::string& file_name, const std::string& language) {
  std::ifstream file(kShared + "/udhr/" + file_name);
  std::ostringstream html;
  html << file.rdbuf();
  std::vector<Record> records;
  std::string paragraph;
  bool in_tag = false;
  for (const char c : html.str()) {
    if (c == '<' && paragraph.find_first_not_of(" \n\r\t") != std::string::npos) {
      records.push_back(made_record(std::to_string(records.size()), "", paragraph));
      records.back().language = std::optional<std::string>(language);
    }
    if (c == '<') paragraph.clear();
    in_tag = c == '<' || (in_tag && c != '>');
    if (!in_tag && c != '>') paragraph += c;
  }
  return records;
}

double share_right(const std::vector<Record>& records) {
  const testing::MadeIndex index(records);
  const testing::SlipResult result = testing::measure_slips(index.path(), kSlips, kSeed);
  std::cout << result.right << " of " << result.slips << " put right\n";
  EXPECT_EQ(result.slips, kSlips);
  return static_cast<double>(result.right) / static_cast<double>(kSlips);
}

TEST(Slips, InEnglishAbstractsAndSpanishParagraphs) {
  if (!std::filesystem::exists(kShared + "/relevance")) GTEST_SKIP() << kShared << " is missing";
  EXPECT_GE(share_right(collection("cranfield")), 0.85);
  EXPECT_GE(share_right(collection("xquad-es")), 0.85);
}

TEST(Slips, InTheDeclarationInOtherScripts) {
  if (!std::filesystem::exists(kShared + "/udhr")) GTEST_SKIP() << kShared << " is missing";
  EXPECT_GE(share_right(declaration("arb.html", "ar")), 0.85);
  EXPECT_GE(share_right(declaration("rus.html", "ru")), 0.85);
  EXPECT_GE(share_right(declaration("cmn_hans.html", "zh")), 0.85);
}

}  // namespace
}  // namespace rapporteur
