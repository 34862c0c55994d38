// SPDX-License-Identifier: GPL-2.0-or-later
//
// One number for a list of hits: two searches with the same number found the same records in the
// same order.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace rapporteur {

// XXH3-128 over the ids, each with a newline: what `xxh128sum` makes of the id column of the hits.
class HitsHash {
 public:
  HitsHash();
  ~HitsHash();
  HitsHash(const HitsHash&) = delete;
  HitsHash& operator=(const HitsHash&) = delete;

  void add(const std::string& id);
  std::string hex() const;  // 32 digits
  std::size_t count() const { return count_; }

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::size_t count_ = 0;
};

}  // namespace rapporteur
