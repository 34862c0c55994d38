// SPDX-License-Identifier: GPL-2.0-or-later
//
// gzip on the way through. Web archives have a gzip member for each record, so that one can go on
// behind a broken one; that is why this is not left to libarchive like the other compressions.
#pragma once

#include <zlib.h>

#include <memory>
#include <string>

#include "indexer/source/byte_stream.h"
#include "indexer/source/expansion.h"

namespace rapporteur {

// Decompresses `source`. Several members behind each other are one stream (RFC 1952, 2.2); whatever
// else follows the last member (padding of tapes and disks) is ignored, as gzip does.
class GzipStream : public ByteStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> source, const ExpansionLimit& limit);
  ~GzipStream() override;

  Result<std::size_t> read(char* buffer, std::size_t size) override;
  // Goes on at the next member.
  bool skip_damage() override;

 private:
  Result<void> refill();
  bool starts_member() const;
  bool find_member();
  bool inflates(std::size_t at) const;
  void set_input(std::size_t begin, std::size_t end);
  std::size_t input_at() const;

  std::unique_ptr<ByteStream> source_;
  const ExpansionLimit limit_;
  std::string input_;            // compressed bytes; some that were read already stay in front
  std::size_t search_from_ = 0;  // where in them a member may start that was not yet tried
  z_stream zlib_ = {};
  bool ready_ = false;
  bool between_members_ = true;
  bool source_ended_ = false;
  bool ended_ = false;
  std::uint64_t taken_ = 0;
  std::uint64_t produced_ = 0;
};

}  // namespace rapporteur
