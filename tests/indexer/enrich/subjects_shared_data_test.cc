// SPDX-License-Identifier: GPL-2.0-or-later
//
// Real documents whose body and session are known: resolutions of the Council and the Commission by
// symbol and title, decisions of the treaty bodies.
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/indexer/enrich/subject_cases.h"
#include "tests/support/shared_lines.h"

namespace rapporteur {
namespace {

using testing::csv_cells;
using testing::for_each_gz_line;

const std::string kShared = RAPPORTEUR_SHARED_DATA;

// "... at its 36th session" / "at its 4th special session"
std::string session_in(const std::string& statement, const std::string& body) {
  const std::size_t at = statement.find("at its ");
  if (at == std::string::npos) return {};
  const int number = std::atoi(statement.c_str() + at + 7);
  if (number == 0 || statement.find("nuclear") != std::string::npos) return {};
  const bool special = statement.find("special session") != std::string::npos;
  return body + (special ? "-S" : "-") + std::to_string(number);
}

TEST(SubjectsOnRealDocuments, SymbolsOfResolutionsTellBodyAndSession) {
  const std::string path = kShared + "/resolutions/resolutions.csv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "needs " << path;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  SubjectTagger tagger(vocabularies());
  Agreement bodies;
  Agreement by_symbol;
  int shown = 0;
  int rows = 0;
  double statement_right = 0;
  double statements = 0;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = csv_cells(line);
    if (cells.size() < 7 || cells[1].empty()) continue;
    ++rows;
    const std::string body = cells[6] == "Human Rights Council" ? "HRC" : "CHR";
    const std::string session = session_in(cells[3], body);
    const SubjectTags tags = tagger.tag({cells[1], cells[2], "en", std::string_view::npos});
    const bool has_body = ids_of(tags.bodies).count(body) > 0;
    (has_body ? bodies.right : bodies.missed) += 1;
    if (!session.empty()) {
      const bool right = ids_of(tags.sessions).count(session) > 0;
      (right ? by_symbol.right : by_symbol.missed) += 1;
      if (!right && shown++ < 25) {
        std::cout << "  " << cells[1] << ": expected " << session << " found "
                  << listed(ids_of(tags.sessions)) << "\n";
      }
      // The same told in words.
      const SubjectTags told = tagger.tag({"", cells[3], "en", std::string_view::npos});
      ++statements;
      const bool told_right = ids_of(told.sessions) == std::set<std::string>{session};
      statement_right += told_right;
      if (!told_right && shown++ < 25) {
        std::cout << "  " << cells[3] << ": found " << listed(ids_of(told.sessions)) << "\n";
      }
    }
  }
  const double body_share = bodies.right / (bodies.right + bodies.missed);
  const double session_share = by_symbol.right / (by_symbol.right + by_symbol.missed);
  std::cout << rows << " resolutions: body " << body_share << ", session by symbol "
            << session_share << ", session by words " << statement_right / statements << "\n";
  EXPECT_GE(body_share, 0.99);
  EXPECT_GE(session_share, 0.95);
  EXPECT_GE(statement_right / statements, 0.99);
}

TEST(SubjectsOnRealDocuments, TreatyBodyDocumentsTellTheirCommitteeAndSession) {
  const std::string path = kShared + "/un-treaty-bodies.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "needs " << path;
  SubjectTagger tagger(vocabularies());
  std::map<std::string, std::pair<int, int>> by_body;
  int sessions = 0;
  int sessions_right = 0;
  int all = 0;
  int right = 0;
  std::size_t bytes = 0;
  int shown = 0;
  double seconds = 0;
  int lines = 0;
  for_each_gz_line(path, [&](const std::string& line) {
    if (++lines % 5 != 0) return true;  // every fifth is enough
    const auto item = nlohmann::json::parse(line);
    const std::string title = item["title"];
    const std::string text = item["text"];
    bytes += title.size() + text.size();
    const std::clock_t start = std::clock();
    const SubjectTags tags = tagger.tag({title, text, "en", std::string_view::npos});
    seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::string body = item["treaty_body"];
    const bool rapporteur = body.rfind("SR ", 0) == 0;
    if (rapporteur) body = "SP";
    const bool found = ids_of(tags.bodies).count(body) > 0;
    ++all;
    right += found;
    by_body[body].first += found;
    by_body[body].second += 1;
    if (!found && shown++ < 25) {
      std::cout << "  " << body << " found " << listed(ids_of(tags.bodies)) << ": " << title
                << " / " << text.substr(0, 120) << "\n";
    }
    if (item.contains("session") && item.contains("symbol")) {
      ++sessions;
      const std::string session = body + "-" + std::to_string(item["session"].get<int>());
      const bool session_found = ids_of(tags.sessions).count(session) > 0;
      sessions_right += session_found;
      if (!session_found && shown++ < 25) {
        std::cout << "  " << item["symbol"] << " expected " << session << " found "
                  << listed(ids_of(tags.sessions)) << "\n";
      }
    }
    return true;
  });
  for (const auto& [body, counts] : by_body) {
    std::cout << "  " << body << " " << counts.first << "/" << counts.second << "\n";
  }
  std::cout << all << " documents: body " << static_cast<double>(right) / all << ", session "
            << static_cast<double>(sessions_right) / sessions << "; "
            << seconds / (static_cast<double>(bytes) / 1e6) << " s of CPU a MB\n";
  EXPECT_GE(static_cast<double>(right) / all, 0.98);
  EXPECT_GE(static_cast<double>(sessions_right) / sessions, 0.98);
}

// treaty_sample.tsv was read by hand, not taken from the file's own members.
TEST(SubjectsOnRealDocuments, ASampleReadByHandIsTaggedAsItsReaderDid) {
  const std::string path = kShared + "/un-treaty-bodies.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "needs " << path;
  const std::string text = read_test_file("treaty_sample.tsv");
  const auto table = Table::parse("treaty_sample.tsv", text, {"id", "body", "session", "symbol"});
  ASSERT_TRUE(table.ok()) << table.error().message;
  std::map<std::string, std::vector<std::string>> wanted;
  for (const auto& row : table->rows())
    wanted[std::string(row[0])] = {std::string(row[1]), std::string(row[2]), std::string(row[3])};
  SubjectTagger tagger(vocabularies());
  double met = 0;
  double body_met_by_text = 0;
  double all = 0;
  for_each_gz_line(path, [&](const std::string& line) {
    const auto item = nlohmann::json::parse(line);
    const auto entry = wanted.find(item["id"]);
    if (entry == wanted.end()) return true;
    const std::string title = item["title"];
    const std::string body = item["text"];
    const SubjectTags tags = tagger.tag({title, body, "en", std::string_view::npos});
    const auto has = [](const std::vector<SubjectMention>& found, const std::string& id) {
      return id == "-" || ids_of(found).count(id) > 0;
    };
    const std::vector<std::string>& truth = entry->second;
    const bool right =
        has(tags.bodies, truth[0]) && has(tags.sessions, truth[1]) && has(tags.symbols, truth[2]);
    if (!right) {
      std::cout << "  " << entry->first << ": found " << listed(ids_of(tags.bodies)) << " "
                << listed(ids_of(tags.sessions)) << "\n";
    }
    met += right;
    body_met_by_text += has(tagger.tag({"", body, "en", std::string_view::npos}).bodies, truth[0]);
    ++all;
    return true;
  });
  std::cout << all << " read by hand: all right " << met / all << ", the body by the text alone "
            << body_met_by_text / all << "\n";
  EXPECT_EQ(all, 60);
  EXPECT_GE(met / all, 0.98);
  EXPECT_GE(body_met_by_text / all, 0.85);
}

}  // namespace
}  // namespace rapporteur
