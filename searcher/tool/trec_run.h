// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hits as lines of a TREC run: "topic Q0 id rank score tag".
#pragma once

#include <rapporteur/answer.h>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <limits>
#include <string>

namespace rapporteur {

// The lines of one topic.
class TrecRun {
 public:
  // `out` is kept by reference.
  TrecRun(std::string topic, std::string tag, std::ostream& out)
      : topic_(std::move(topic)), tag_(std::move(tag)), out_(out) {}

  // Scores fall strictly as printed: trec_eval goes by scores alone and breaks ties its own way.
  void write(const Hit& hit);

 private:
  std::string topic_;
  std::string tag_;
  std::ostream& out_;
  std::size_t rank_ = 0;
  // In millionths, as printed, so that what falls here falls in the file.
  std::int64_t last_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace rapporteur
