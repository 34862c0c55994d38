// SPDX-License-Identifier: GPL-2.0-or-later
//
// SQLite's full-text search as its users run it: an FTS5 table with the porter tokenizer, ranked by
// bm25().
//   rapporteur-fts5-peer index TEXTS.tsv DATABASE           a line "ID TAB TITLE TAB TEXT"
//   rapporteur-fts5-peer search TOPICS.tsv DATABASE LIMIT   a line "ID TAB QUESTION"; a TREC run
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

// Whatever goes wrong ends the program with SQLite's message.
class Database {
 public:
  explicit Database(const std::string& path) {
    if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) fail();
  }
  ~Database() { sqlite3_close(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr) != SQLITE_OK) fail();
    return {statement, sqlite3_finalize};
  }
  bool step(sqlite3_stmt* statement) {
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
    return code == SQLITE_ROW;
  }

 private:
  [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(handle_)); }
  sqlite3* handle_ = nullptr;
};

void bind(sqlite3_stmt* statement, int place, const std::string& text) {
  sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

std::vector<std::string> columns_of(const std::string& line, std::size_t most) {
  std::vector<std::string> columns;
  std::size_t start = 0;
  while (columns.size() + 1 < most) {
    const std::size_t tab = line.find('\t', start);
    if (tab == std::string::npos) break;
    columns.push_back(line.substr(start, tab - start));
    start = tab + 1;
  }
  columns.push_back(line.substr(start));
  return columns;
}

std::ifstream open(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + " cannot be read");
  return file;
}

void index(const std::string& texts, const std::string& path) {
  std::filesystem::remove_all(path);
  Database database(path);
  database.execute(
      "CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, text, tokenize = 'porter "
      "unicode61'); BEGIN");
  const auto insert = database.prepare("INSERT INTO docs VALUES (?, ?, ?)");
  std::ifstream file = open(texts);
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> columns = columns_of(line, 3);
    for (int i = 0; i < 3; ++i) {
      bind(insert.get(), i + 1, columns.at(static_cast<std::size_t>(i)));
    }
    database.step(insert.get());
    sqlite3_reset(insert.get());
  }
  database.execute("COMMIT; INSERT INTO docs(docs) VALUES ('optimize')");
}

// The words of a question, each quoted for FTS5's query language, joined by OR.
std::string any_word_of(const std::string& question) {
  std::string query;
  std::string word;
  for (const char c : question + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) {
      word += c;
      continue;
    }
    if (!word.empty()) query += (query.empty() ? "\"" : " OR \"") + word + '"';
    word.clear();
  }
  return query;
}

void search(const std::string& topics, const std::string& path, int limit) {
  Database database(path);
  const auto select =
      database.prepare("SELECT id FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT ?");
  std::ifstream file = open(topics);
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> columns = columns_of(line, 2);
    const std::string query = columns.size() == 2 ? any_word_of(columns[1]) : "";
    if (query.empty()) continue;
    bind(select.get(), 1, query);
    sqlite3_bind_int(select.get(), 2, limit);
    for (int rank = 0; database.step(select.get()); ++rank) {
      std::printf("%s Q0 %s %d %d sqlite-%s\n", columns[0].c_str(),
                  reinterpret_cast<const char*>(sqlite3_column_text(select.get(), 0)), rank + 1,
                  limit - rank, SQLITE_VERSION);
    }
    sqlite3_reset(select.get());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  try {
    if (words.size() == 3 && words[0] == "index") {
      index(words[1], words[2]);
    } else if (words.size() == 4 && words[0] == "search") {
      search(words[1], words[2], std::atoi(words[3].c_str()));
    } else {
      std::cerr << "usage: rapporteur-fts5-peer index TEXTS DATABASE | search TOPICS DATABASE "
                   "LIMIT\n";
      return 2;
    }
  } catch (const std::exception& error) {
    std::cerr << "rapporteur-fts5-peer: " << error.what() << '\n';
    return 2;
  }
  return 0;
}
