// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/gzip_stream.h"

#include <algorithm>

namespace rapporteur {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMemberStart = "\x1F\x8B\x08"sv;
constexpr std::size_t kChunkBytes = 128 * 1024;
// Broken data is noticed a little late; the next member may have started by then.
constexpr std::size_t kKeptBytes = 32 * 1024;
constexpr int kGzipWindow = 15 + 16;

Bytef* bytes_of(const char* text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text));
}

}  // namespace

GzipStream::GzipStream(std::unique_ptr<ByteStream> source, const ExpansionLimit& limit)
    : source_(std::move(source)), limit_(limit) {
  ready_ = inflateInit2(&zlib_, kGzipWindow) == Z_OK;
}

GzipStream::~GzipStream() {
  if (ready_) inflateEnd(&zlib_);
}

Result<std::size_t> GzipStream::read(char* buffer, std::size_t size) {
  if (!ready_) return Error{ErrorCode::kInternal, "no memory to decompress"};
  zlib_.next_out = reinterpret_cast<Bytef*>(buffer);
  zlib_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30));
  const uInt room = zlib_.avail_out;
  while (zlib_.avail_out == room && !ended_) {
    if (auto refilled = refill(); !refilled) return refilled.error();
    if (between_members_) {
      ended_ = !starts_member();
      if (ended_) break;
      search_from_ = input_at() + 1;
      inflateReset(&zlib_);
      between_members_ = false;
    }
    if (zlib_.avail_in == 0) {
      return Error{ErrorCode::kCorrupt, "ends in the middle of its compressed data"};
    }
    const int state = inflate(&zlib_, Z_NO_FLUSH);
    if (state == Z_STREAM_END) {
      between_members_ = true;
    } else if (state != Z_OK && state != Z_BUF_ERROR) {
      return Error{ErrorCode::kCorrupt, "holds broken compressed data"};
    }
  }
  const std::size_t got = room - zlib_.avail_out;
  produced_ += got;
  if (auto likely = limit_.check(produced_, taken_); !likely) return likely.error();
  return got;
}

bool GzipStream::skip_damage() {
  if (!ready_ || !find_member()) return false;
  inflateReset(&zlib_);
  between_members_ = true;
  ended_ = false;
  return true;
}

Result<void> GzipStream::refill() {
  // One byte may be left: a member's two magic bytes must be seen together.
  if (zlib_.avail_in > 1 || source_ended_) return {};
  const std::size_t dropped = input_at() - std::min(input_at(), kKeptBytes);
  const std::size_t begin = input_at() - dropped;
  input_.erase(0, dropped);
  search_from_ -= std::min(search_from_, dropped);
  const std::size_t have = input_.size();
  input_.resize(have + kChunkBytes);
  auto got = source_->read(input_.data() + have, kChunkBytes);
  input_.resize(have + (got ? *got : 0));
  set_input(begin, input_.size());
  if (!got) return got.error();
  source_ended_ = *got == 0;
  taken_ += *got;
  return {};
}

bool GzipStream::starts_member() const {
  return zlib_.avail_in >= 2 && zlib_.next_in[0] == 0x1F && zlib_.next_in[1] == 0x8B;
}

// Moves the input to the next place where a member starts.
bool GzipStream::find_member() {
  for (;;) {
    const std::size_t at = input_.find(kMemberStart, search_from_);
    if (at != std::string::npos && inflates(at)) {
      set_input(at, input_.size());
      return true;
    }
    if (at != std::string::npos && at + kKeptBytes <= input_.size()) {
      search_from_ = at + 1;
      continue;
    }
    if (source_ended_) {
      if (at == std::string::npos) return false;
      search_from_ = at + 1;
      continue;
    }
    // The start of a member may be cut off at the end of what is there.
    const std::size_t seen = input_.size() - std::min(input_.size(), kMemberStart.size() - 1);
    search_from_ = std::min(at, seen);
    zlib_.avail_in = 0;
    if (!refill()) return false;
  }
}

// Whether what is at hand from `at` on decompresses: three bytes alone stand in many places.
bool GzipStream::inflates(std::size_t at) const {
  z_stream trial = {};
  if (inflateInit2(&trial, kGzipWindow) != Z_OK) return false;
  std::string text(kKeptBytes, '\0');
  trial.next_in = bytes_of(input_.data() + at);
  trial.avail_in = static_cast<uInt>(std::min(input_.size() - at, kKeptBytes));
  const bool whole = trial.avail_in == kKeptBytes || source_ended_;
  trial.next_out = bytes_of(text.data());
  trial.avail_out = static_cast<uInt>(text.size());
  const int state = inflate(&trial, Z_NO_FLUSH);
  const bool filled = trial.avail_out == 0;
  const bool any = trial.avail_out < text.size();
  inflateEnd(&trial);
  return state == Z_STREAM_END || (state == Z_OK && any && (filled || whole));
}

void GzipStream::set_input(std::size_t begin, std::size_t end) {
  zlib_.next_in = bytes_of(input_.data() + begin);
  zlib_.avail_in = static_cast<uInt>(end - begin);
}

std::size_t GzipStream::input_at() const {
  return zlib_.next_in == nullptr ? 0 : input_.size() - zlib_.avail_in;
}

}  // namespace rapporteur
