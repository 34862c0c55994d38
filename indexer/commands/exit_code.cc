// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/exit_code.h"

#include <ostream>

#include "common/text/printable.h"

namespace rapporteur {

int exit_code(const Error& error) {
  return error.code == ErrorCode::kBusy ? kExitBusy : kExitFailed;
}

int report_failure(const Error& error, std::ostream& err) {
  err << "rapporteur-index: " << printable(error.message) << '\n';
  return exit_code(error);
}

}  // namespace rapporteur
