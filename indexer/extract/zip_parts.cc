// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/zip_parts.h"

#include <zip.h>

#include <algorithm>

namespace rapporteur {

struct ZipParts::State {
  zip_t* archive = nullptr;
  ~State() {
    if (archive != nullptr) zip_discard(archive);
  }
};

ZipParts::ZipParts(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipParts::ZipParts(ZipParts&&) noexcept = default;
ZipParts& ZipParts::operator=(ZipParts&&) noexcept = default;
ZipParts::~ZipParts() = default;

Result<ZipParts> ZipParts::open(std::string_view bytes) {
  const Error damaged{ErrorCode::kCorrupt, "is a damaged zip archive"};
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  auto state = std::make_unique<State>();
  if (source != nullptr) {
    state->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (state->archive == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (state->archive == nullptr) return damaged;
  return ZipParts(std::move(state));
}

bool ZipParts::has(const std::string& name) const {
  return zip_name_locate(state_->archive, name.c_str(), 0) >= 0;
}

std::uint64_t ZipParts::bytes_of(const std::string& name) const {
  zip_stat_t part;
  zip_stat_init(&part);
  const bool known = zip_stat(state_->archive, name.c_str(), 0, &part) == 0;
  return known && (part.valid & ZIP_STAT_SIZE) != 0 ? part.size : 0;
}

std::vector<std::string> ZipParts::names(std::string_view prefix) const {
  constexpr std::size_t kMost = 100;
  std::vector<std::string> found;
  const zip_int64_t count = zip_get_num_entries(state_->archive, 0);
  for (zip_int64_t i = 0; i < count && found.size() < kMost; ++i) {
    const char* name = zip_get_name(state_->archive, static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr && std::string_view(name).starts_with(prefix)) found.emplace_back(name);
  }
  return found;
}

std::optional<std::string> ZipParts::read(const std::string& name) const {
  zip_file_t* file = zip_fopen(state_->archive, name.c_str(), 0);
  if (file == nullptr) return std::nullopt;
  std::string bytes;
  constexpr std::size_t kStep = 256 * 1024;
  zip_int64_t got = 1;
  while (got > 0 && bytes.size() <= kMaxPartBytes) {
    const std::size_t have = bytes.size();
    bytes.resize(have + kStep);
    got = zip_fread(file, bytes.data() + have, kStep);
    bytes.resize(have + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
  }
  zip_fclose(file);
  if (got < 0 || bytes.size() > kMaxPartBytes) return std::nullopt;
  return bytes;
}

}  // namespace rapporteur
