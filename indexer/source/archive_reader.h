// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files in a tar or zip archive. Nothing is unpacked to disk: names are only names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "indexer/source/container.h"
#include "indexer/source/expansion.h"
#include "indexer/source/libarchive_input.h"
#include "indexer/source/peek_stream.h"

namespace rapporteur {

enum class ArchiveKind { kTar, kZip };

// Folders and hidden files are passed over in silence, links and devices are counted. A WACZ (a zip
// with web archives, their index and a description) gives its web archives only.
class ArchiveReader : public Container {
 public:
  // `source` must outlive the reader and stand at the archive's start. A zip is read by its central
  // directory where the source can be moved about in, else in the order of its bytes.
  ArchiveReader(PeekStream& source, ArchiveKind kind, const ExpansionLimit& limit,
                std::uint64_t max_entries);

  Result<bool> next(Entry& entry) override;

 private:
  Result<void> open();
  Result<bool> find_wacz();
  // The next header, null at the end; `damaged` is set if something before it could not be read.
  Result<archive_entry*> next_header(bool& damaged);
  bool is_wanted(archive_entry* header, const std::string& name);

  PeekStream& source_;
  const ArchiveKind kind_;
  const ExpansionLimit limit_;
  const std::uint64_t max_entries_;
  std::unique_ptr<LibarchiveInput> input_;
  bool is_wacz_ = false;
  std::uint64_t entries_ = 0;
  archive_entry* behind_damage_ = nullptr;  // a header that was read and not yet looked at
};

}  // namespace rapporteur
