// SPDX-License-Identifier: GPL-2.0-or-later
//
// Layout: XXH64 of the JSON (8 bytes, big end first), then a zstd frame that tells its content
// size.
#include "common/index/stored_record.h"

#define XXH_INLINE_ALL
#include <xxhash.h>
#include <zstd.h>

#include <cstdint>
#include <memory>

#include "common/record/record_json.h"

namespace rapporteur {

namespace {

constexpr std::size_t kChecksumBytes = 8;
constexpr int kLevel = 3;  // 6 % smaller than level 1, hardly slower
constexpr unsigned long long kMaxJson =
    1u << 30;  // no record is larger: a damaged size is not believed

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

std::string checksum_of(std::string_view json) {
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, XXH64(json.data(), json.size(), 0));
  return {reinterpret_cast<const char*>(canonical.digest), kChecksumBytes};
}

Error corrupt(const char* what) {
  return {ErrorCode::kCorrupt,
          std::string("a stored record is damaged (") + what + "); run rapporteur-index verify"};
}

}  // namespace

std::string store_record(const Record& record) {
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  const std::string json = to_json_line(record);
  std::string data = checksum_of(json);
  data.resize(kChecksumBytes + ZSTD_compressBound(json.size()));
  const std::size_t size =
      ZSTD_compressCCtx(context.get(), data.data() + kChecksumBytes, data.size() - kChecksumBytes,
                        json.data(), json.size(), kLevel);
  // It cannot fail with that much room; if it did, load_record() would say so.
  data.resize(kChecksumBytes + (ZSTD_isError(size) ? 0 : size));
  return data;
}

Result<std::string> load_record_json(std::string_view data) {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  if (data.size() <= kChecksumBytes) return corrupt("too short");
  const std::string_view frame = data.substr(kChecksumBytes);
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kMaxJson) return corrupt("no size");  // the error values are larger, too
  std::string json(size, '\0');
  const std::size_t written =
      ZSTD_decompressDCtx(context.get(), json.data(), json.size(), frame.data(), frame.size());
  if (ZSTD_isError(written) || written != size) return corrupt("compression");
  if (data.substr(0, kChecksumBytes) != checksum_of(json)) return corrupt("checksum");
  return json;
}

Result<Record> load_record(std::string_view data) {
  auto json = load_record_json(data);
  if (!json) return json.error();
  auto read = from_json_line(json.value());
  if (!read)
    return Error{ErrorCode::kCorrupt, "a stored record is damaged: " + read.error().message};
  return std::move(read.value().record);
}

}  // namespace rapporteur
