// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/compact.h"

#include <ostream>

#include "common/index/index_folder.h"
#include "indexer/commands/exit_code.h"
#include "indexer/commands/folder_size.h"
#include "indexer/index/index_writer.h"

namespace rapporteur {

namespace {

std::uintmax_t current_size(const std::filesystem::path& folder) {
  const auto generation = current_generation(folder);
  return generation ? folder_bytes(folder / *generation) : 0;
}

}  // namespace

int run_compact(const CompactOptions& options, std::ostream& out, std::ostream& err) {
  (void)out;
  IndexWriterOptions writing;
  writing.create = false;
  auto writer = IndexWriter::open(options.index, writing);
  if (!writer) return report_failure(writer.error(), err);
  const std::uintmax_t before = current_size(options.index);
  const auto report = (*writer)->compact();
  if (!report) return report_failure(report.error(), err);
  if (!options.quiet) {
    err << report->records << " records; " << readable_bytes(before) << " before, "
        << readable_bytes(current_size(options.index)) << " now\n";
  }
  return kExitDone;
}

}  // namespace rapporteur
