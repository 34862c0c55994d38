// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/judgments_file.h"

#include <filesystem>
#include <fstream>

namespace rapporteur::recall {

Result<JudgmentsFile> JudgmentsFile::open(const std::string& path) {
  if (!std::filesystem::exists(path)) return JudgmentsFile(path, {});
  Result<Qrels> judged = read_qrels(path);
  if (!judged.ok()) return judged.error();
  JudgmentsFile file(path, std::move(*judged));
  std::ifstream bytes(path, std::ios::binary | std::ios::ate);
  if (bytes.tellg() > 0) file.line_open_ = bytes.seekg(-1, std::ios::end).get() != '\n';
  return file;
}

JudgmentsFile::JudgmentsFile(std::string path, Qrels judged)
    : path_(std::move(path)), judged_(std::move(judged)) {
  for (const auto& [topic, judgments] : judged_) count_ += judgments.size();
}

bool JudgmentsFile::has(const std::string& topic, const std::string& id) const {
  const auto judgments = judged_.find(topic);
  return judgments != judged_.end() && judgments->second.count(id) > 0;
}

Result<void> JudgmentsFile::append(const std::string& line) {
  std::ofstream file(path_, std::ios::app | std::ios::binary);
  if (line_open_) file << '\n';
  if (!(file << line << '\n').flush()) return Error{ErrorCode::kIo, path_ + " cannot be written"};
  line_open_ = false;
  return {};
}

Result<void> JudgmentsFile::comment(const std::string& text) {
  return append("# " + text);
}

Result<void> JudgmentsFile::add(const Judgment& judgment) {
  std::error_code none;
  const std::uintmax_t size = std::filesystem::file_size(path_, none);
  const Result<void> written =
      append(judgment.topic + " 0 " + judgment.id + ' ' + std::to_string(judgment.relevance));
  if (!written.ok()) return written;
  judged_[judgment.topic][judgment.id] = judgment.relevance;
  ++count_;
  added_.push_back({judgment, none ? 0 : size});
  return {};
}

Result<std::optional<Judgment>> JudgmentsFile::undo() {
  if (added_.empty()) return std::optional<Judgment>();
  Added last = std::move(added_.back());
  std::error_code error;
  std::filesystem::resize_file(path_, last.before, error);
  if (error) return Error{ErrorCode::kIo, path_ + " cannot be cut: " + error.message()};
  added_.pop_back();
  judged_[last.judgment.topic].erase(last.judgment.id);
  --count_;
  return std::optional<Judgment>(std::move(last.judgment));
}

}  // namespace rapporteur::recall
