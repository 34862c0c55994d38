// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pages in a WARC file, also in a WET file (the plain text of pages). WAT files hold no pages.
#pragma once

#include <cstddef>

#include "indexer/source/container.h"
#include "indexer/source/web_archive/record_cutter.h"
#include "indexer/source/web_archive/seen_captures.h"
#include "indexer/source/web_archive/warc_record.h"

namespace rapporteur {

class WarcReader : public Container {
 public:
  // `stream` and `seen` must outlive the reader; `seen` goes on from archive to archive.
  // `max_bytes` is the most a page may have.
  WarcReader(PeekStream& stream, std::size_t max_bytes, SeenCaptures& seen);

  Result<bool> next(Entry& entry) override;
  // The revisits whose pages were not in what the run has read so far.
  std::string missing() const override;

 private:
  bool take(const WarcHeader& header, Entry& entry);
  void take_revisit(const WarcHeader& header);

  const WarcFormat format_;
  RecordCutter cutter_;
  const std::size_t max_bytes_;
  SeenCaptures& seen_;
  CutRecord record_;
  std::size_t missing_ = 0;
  std::string first_missing_;
};

}  // namespace rapporteur
