// SPDX-License-Identifier: GPL-2.0-or-later
//
// What fuzz targets share. A target is one file that defines LLVMFuzzerTestOneInput: libFuzzer
// calls it with made-up bytes (preset `fuzz`), in every other build replay.cc calls it with the
// corpus.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace rapporteur::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Ends the program, which is a finding, if what must always hold does not.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace rapporteur::fuzz
