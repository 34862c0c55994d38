// SPDX-License-Identifier: GPL-2.0-or-later
//
// Real pages and the project's own sample against what people said should come out of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/extract/html.h"
#include "indexer/extract/plain_text.h"
#include "indexer/split/split.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Page read_page(const fs::path& folder, const std::string& name) {
  const std::string bytes = read_file(folder / name);
  if (name.ends_with(".html")) return extract_html(name, bytes).value();
  return read_plain_text(bytes, name, fs::path(name).parent_path().string());
}

// A page's expectations: `items` ("has", "kind", "title", "ends_with") and `noise`.
void expect_gold(const std::string& name, const SplitPage& split, const json& items,
                 const json& noise) {
  SCOPED_TRACE(name);
  std::vector<std::string> texts;
  for (const Piece& piece : split.pieces) texts.push_back(collapse_spaces(piece.text));
  for (const json& item : items) {
    const std::string has = collapse_spaces(item.at("has").get<std::string>());
    SCOPED_TRACE(has);
    std::vector<std::size_t> holders;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].find(has) != std::string::npos) holders.push_back(i);
    }
    ASSERT_EQ(holders.size(), 1U);
    const Piece& piece = split.pieces[holders[0]];
    const std::string& text = texts[holders[0]];
    if (item.contains("kind")) {
      EXPECT_EQ(piece.kind, item["kind"]);
    }
    if (item.contains("title")) {
      const std::string title = item["title"].is_null() ? "(none)" : item["title"];
      EXPECT_EQ(piece.title.value_or("(none)"), collapse_spaces(title));
    }
    if (item.contains("ends_with")) {
      const std::string end = collapse_spaces(item["ends_with"].get<std::string>());
      EXPECT_TRUE(text.ends_with(end))
          << text.substr(text.size() - std::min<std::size_t>(90, text.size()));
    }
  }
  for (const json& phrase : noise) {
    const std::string words = collapse_spaces(phrase.get<std::string>());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      EXPECT_EQ(texts[i].find(words), std::string::npos) << words << " is in: " << texts[i];
      EXPECT_EQ(split.pieces[i].title.value_or("").find(words), std::string::npos) << words;
    }
  }
}

class Seeds : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(RAPPORTEUR_SHARED_DATA) / "seeds";
    if (!fs::exists(folder_ / "gold.json")) GTEST_SKIP() << "no " << folder_ / "gold.json";
    gold_ = json::parse(read_file(folder_ / "gold.json"));
    gold_.erase("_about");
  }
  fs::path folder_;
  json gold_;
};

TEST_F(Seeds, AreSplitAsByHandOnePageAtATime) {
  for (const auto& [name, page] : gold_.items()) {
    expect_gold(name, split(read_page(folder_, name), SiteRepeats()), page["items"], page["noise"]);
  }
}

TEST_F(Seeds, AreSplitAsByHandTogether) {
  SiteRepeats repeats;
  for (const auto& [name, page] : gold_.items()) repeats.add(read_page(folder_, name));
  for (const auto& [name, page] : gold_.items()) {
    expect_gold(name, split(read_page(folder_, name), repeats), page["items"], page["noise"]);
  }
}

TEST_F(Seeds, GiveNoPieceThatNobodyExpects) {
  for (const auto& [name, page] : gold_.items()) {
    EXPECT_EQ(split(read_page(folder_, name), SiteRepeats()).pieces.size(), page["items"].size());
  }
}

TEST_F(Seeds, KeepTheSignatoriesAtTheEndAndSayWhereTheyBegin) {
  for (const Piece& piece :
       split(read_page(folder_, "ishr-page-2018-06.txt"), SiteRepeats()).pieces) {
    if (!piece.title || piece.title->find("Israel") != 0) {
      EXPECT_EQ(piece.body_end, piece.text.size());
      continue;
    }
    EXPECT_EQ(piece.text.find("Action by Christians"), piece.body_end);
    EXPECT_NE(piece.text.find("Youth for sexual"), std::string::npos);
  }
}

class Sample : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(RAPPORTEUR_SOURCE_DIR) / "data" / "sample";
    if (!fs::exists(folder_ / "gold.json")) GTEST_SKIP() << "no " << folder_ / "gold.json";
    gold_ = json::parse(read_file(folder_ / "gold.json")).at("pages");
    for (const auto& [name, page] : gold_.items()) {
      if (!name.ends_with(".jsonl")) names_.push_back(name);
    }
    folder_ /= "pages";
  }
  void expect(const std::string& name, const SiteRepeats& repeats) {
    const SplitPage parts = split(read_page(folder_, name), repeats);
    expect_gold(name, parts, gold_[name]["records"], gold_[name].value("noise", json::array()));
    EXPECT_EQ(parts.pieces.size(), gold_[name]["records"].size()) << name;
  }
  fs::path folder_;
  json gold_;
  std::vector<std::string> names_;
};

TEST_F(Sample, IsSplitAsItsGoldFileSaysOnePageAtATime) {
  for (const std::string& name : names_) expect(name, SiteRepeats());
}

TEST_F(Sample, IsSplitAsItsGoldFileSaysTogether) {
  SiteRepeats repeats;
  for (const std::string& name : names_) repeats.add(read_page(folder_, name));
  for (const std::string& name : names_) expect(name, repeats);
}

}  // namespace
}  // namespace rapporteur
