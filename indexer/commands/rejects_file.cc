// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/rejects_file.h"

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

Json known(std::uint64_t number) {
  return number == 0 ? Json() : Json(number);
}

Error cannot_write(const std::filesystem::path& path) {
  return {ErrorCode::kIo, "--rejects " + path.string() + " cannot be written: " +
                              (errno != 0 ? std::strerror(errno) : "it failed")};
}

}  // namespace

Result<RejectsFile> RejectsFile::create(const std::filesystem::path& path) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (!out) return cannot_write(path);
  return RejectsFile(path, std::move(out));
}

void RejectsFile::add(const PipelineMessage& message) {
  if (message.kind != PipelineMessage::Kind::kRejected) return;
  const Json line = {{"source", message.source},
                     {"record", known(message.record)},
                     {"reason", message.text},
                     {"bytes", known(message.bytes)}};
  out_ << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Result<void> RejectsFile::finish() {
  errno = 0;
  out_.close();
  if (!out_) return cannot_write(path_);
  return {};
}

}  // namespace rapporteur
