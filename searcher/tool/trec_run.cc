// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/trec_run.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <ostream>

namespace rapporteur {

void write_trec_run(const std::string& topic, const std::vector<Hit>& hits, const std::string& tag,
                    std::ostream& out) {
  // In millionths, as printed, so that what falls here falls in the file.
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const auto own = static_cast<std::int64_t>(std::llround(hits[i].score * 1e6));
    last = std::min(own, last - 1);
    char score[48];
    std::snprintf(score, sizeof score, "%.6f", static_cast<double>(last) / 1e6);
    out << topic << " Q0 " << hits[i].id << ' ' << i + 1 << ' ' << score << ' ' << tag << '\n';
  }
}

}  // namespace rapporteur
