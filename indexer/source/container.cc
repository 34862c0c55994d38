// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/container.h"

namespace rapporteur {

std::string Container::passed_over() const {
  std::string list;
  for (const auto& [kind, count] : passed_over_) {
    if (!list.empty()) list += ", ";
    list += std::to_string(count) + ' ' + kind;
  }
  return list;
}

}  // namespace rapporteur
