// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/trec_run.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace rapporteur {

void TrecRun::write(const Hit& hit) {
  const auto own = static_cast<std::int64_t>(std::llround(hit.score * 1e6));
  last_ = std::min(own, last_ - 1);
  char score[48];
  std::snprintf(score, sizeof score, "%.6f", static_cast<double>(last_) / 1e6);
  out_ << topic_ << " Q0 " << hit.id << ' ' << ++rank_ << ' ' << score << ' ' << tag_ << '\n';
}

}  // namespace rapporteur
