// SPDX-License-Identifier: GPL-2.0-or-later
//
// What holds other things: a tar or zip archive, a web archive.
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "indexer/source/byte_stream.h"
#include "indexer/source/capture.h"

namespace rapporteur {

// A thing in a container: something to read, or something that cannot be read.
struct Entry {
  std::string name;  // valid UTF-8, without "." and ".." parts; below the container
  std::unique_ptr<ByteStream> bytes;  // null if rejected; valid until next()
  Capture capture;
  bool is_web_text = false;    // a web page without its tags
  bool from_web = false;       // fetched by a crawl, which takes pictures and scripts along
  std::uint64_t position = 0;  // of a record in a web archive: its first byte, decompressed
  std::string rejected;        // why it cannot be read
  std::string notice;          // what is to know of it all the same
};

// Hands out its entries one after the other. One thread.
class Container {
 public:
  virtual ~Container() = default;
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  // Replaces `entry` by the next one; false at the end. An error ends the container: what came
  // before was read.
  virtual Result<bool> next(Entry& entry) = 0;

  // Notes that something was left out on purpose: "images", "request records".
  void pass_over(const std::string& kind) { ++passed_over_[kind]; }
  // What was left out, for -v: "3 images, 12 request records"; "" if nothing.
  std::string passed_over() const;
  // What was looked for and is not there; "" if nothing. At the end.
  virtual std::string missing() const { return {}; }

 protected:
  Container() = default;

 private:
  std::map<std::string, std::uint64_t> passed_over_;
};

}  // namespace rapporteur
