// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which special-procedure mandates a text names: the words for a holder ("Special Rapporteur") with
// the name of a mandate right beside them; small words may stand between, other words may not.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "common/vocabulary/mandates.h"
#include "indexer/enrich/cut_text.h"

namespace rapporteur {

// A mandate in a text.
struct MandateFound {
  std::uint32_t mandate = 0;  // index into Mandates::all()
  std::uint32_t first = 0;    // tokens [first, first + length)
  std::uint32_t length = 0;
};

// Keeps the words it has met: one a thread. `mandates` must outlive it.
class MandateFinder {
 public:
  explicit MandateFinder(const Mandates& mandates);
  ~MandateFinder();
  MandateFinder(MandateFinder&&) noexcept;
  MandateFinder& operator=(MandateFinder&&) noexcept;

  // Looks around tokens [first, first + length) of `text`, which name a special procedure in
  // `language`, and appends what it finds.
  void find_near(const CutText& text, std::uint32_t first, std::uint32_t length,
                 std::string_view language, std::vector<MandateFound>& found);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
