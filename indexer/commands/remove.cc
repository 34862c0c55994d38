// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/remove.h"

#include <ostream>

#include "common/text/printable.h"
#include "indexer/commands/exit_code.h"
#include "indexer/index/index_writer.h"

namespace rapporteur {

int run_remove(const RemoveOptions& options, std::ostream& out, std::ostream& err) {
  (void)out;
  IndexWriterOptions writing;
  writing.create = false;
  auto writer = IndexWriter::open(options.index, writing);
  if (!writer) return report_failure(writer.error(), err);
  bool all_known = true;
  for (const std::string& id : options.ids) {
    const auto known = (*writer)->holds(id);
    if (!known) return report_failure(known.error(), err);
    if (!*known) {
      err << "rapporteur-index: no record has the id \"" << printable(id) << "\"\n";
      all_known = false;
    }
    (*writer)->remove(id, 0);
  }
  const auto report = (*writer)->commit();
  if (!report) return report_failure(report.error(), err);
  if (!options.quiet) {
    err << report->removed << " removed; " << report->records << " records now\n";
  }
  return all_known ? kExitDone : kExitSomeRejected;
}

}  // namespace rapporteur
