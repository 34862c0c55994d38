// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a source reader hands out, as lines that a test can compare.
#pragma once

#include <string>
#include <vector>

#include "indexer/source/source_reader.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur::testing {

// "source:line bytes" or "source:line !reason", with "$" behind the last item of an input.
inline std::vector<std::string> items(const std::vector<std::string>& inputs,
                                      SourceLimits limits = {}) {
  SourceReader reader(walk_inputs(inputs).files, limits);
  std::vector<std::string> list;
  while (auto item = reader.next()) {
    list.push_back(item->source + ":" + std::to_string(item->line) + " " +
                   (item->rejected.empty() ? item->bytes : "!" + item->rejected) +
                   (item->input_ends ? "$" : ""));
  }
  return list;
}

// All items of one file with these bytes.
inline std::vector<SourceItem> items_of(std::string_view name, std::string_view bytes,
                                        SourceLimits limits = {}) {
  TemporaryFolder folder;
  SourceReader reader(walk_inputs({folder.write(name, bytes)}).files, limits);
  std::vector<SourceItem> list;
  while (auto item = reader.next()) list.push_back(std::move(*item));
  return list;
}

// What came out of it: "source: bytes", "source! reason", "source? notice", "(passed over)".
inline std::vector<std::string> told(const std::vector<SourceItem>& items) {
  std::vector<std::string> list;
  for (const SourceItem& item : items) {
    if (item.is_page()) list.push_back(item.source + ": " + item.bytes);
    if (!item.rejected.empty()) list.push_back(item.source + "! " + item.rejected);
    if (!item.notice.empty()) list.push_back(item.source + "? " + item.notice);
    if (!item.passed_over.empty()) list.push_back("(" + item.passed_over + ")");
  }
  return list;
}

using Told = std::vector<std::string>;

}  // namespace rapporteur::testing
