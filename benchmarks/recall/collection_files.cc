// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/collection_files.h"

#include <zlib.h>

#include <array>
#include <cctype>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "benchmarks/recall/content_key.h"

namespace rapporteur::recall {

namespace {

using Json = nlohmann::json;

// Lines of a file, gzip or not.
class LineReader {
 public:
  explicit LineReader(const std::string& path) : file_(gzopen(path.c_str(), "rb"), gzclose) {}
  bool open() const { return file_ != nullptr; }
  bool next(std::string& line) {
    line.clear();
    std::array<char, 65536> buffer{};
    while (gzgets(file_.get(), buffer.data(), buffer.size()) != nullptr) {
      line += buffer.data();
      if (!line.empty() && line.back() == '\n') {
        line.pop_back();
        return true;
      }
    }
    return !line.empty();
  }
  // False if reading stopped before the end.
  bool whole() const {
    int code = Z_OK;
    gzerror(file_.get(), &code);
    return code == Z_OK || code == Z_STREAM_END;
  }

 private:
  std::unique_ptr<gzFile_s, decltype(&gzclose)> file_;
};

std::string one_line(const Json& record, const char* member) {
  std::string line;
  const Json value = record.value(member, Json());
  if (!value.is_string()) return line;
  for (const char c : value.get<std::string>()) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

}  // namespace

Result<CollectionFiles> make_collection_files(const Collection& collection,
                                              const std::string& folder) {
  const CollectionFiles files = {folder + "/records.jsonl", folder + "/texts.tsv"};
  std::vector<std::string> made_from = {collection.records, "with dates in the texts"};
  for (const auto& [to, from] : collection.members) made_from.push_back(to + '=' + from);
  const std::string key = content_key(made_from);
  if (has_key(files.records, key)) return files;
  forget_key(files.records);

  LineReader lines(collection.records);
  const std::string what = "collection " + collection.name + ": " + collection.records;
  if (!lines.open()) return Error{ErrorCode::kNotFound, what + " cannot be read"};
  std::ofstream records(files.records), texts(files.texts);
  std::string line;
  for (std::size_t number = 1; lines.next(line); ++number) {
    const Json read = Json::parse(line, nullptr, false);
    if (!read.is_object() || !read.contains("id") || !read["id"].is_string()) {
      return Error{ErrorCode::kInvalidInput, what + ", line " + std::to_string(number) +
                                                 ": should be a JSON object with a string \"id\""};
    }
    Json record = {{"id", read["id"]}};
    for (const auto& [to, from] : collection.members) {
      if (read.contains(from)) record[to] = read[from];
    }
    records << record.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    const std::string date = one_line(record, "date");
    texts << one_line(record, "id") << '\t' << one_line(record, "title") << '\t'
          << one_line(record, "text") << (date.empty() ? "" : ' ' + date) << '\n';
  }
  if (!lines.whole()) return Error{ErrorCode::kIo, what + " cannot be read to its end"};
  records.close();
  texts.close();
  if (!records || !texts) return Error{ErrorCode::kIo, folder + " cannot be written"};
  remember_key(files.records, key);
  return files;
}

}  // namespace rapporteur::recall
