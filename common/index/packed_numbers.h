// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whole numbers as bytes in value slots and metadata: little end first, as many bytes as the type
// has, the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

template <typename Number>
void append_number(Number number, std::string& bytes) {
  const auto bits = static_cast<std::uint64_t>(number);
  for (std::size_t i = 0; i < sizeof number; ++i) bytes += static_cast<char>(bits >> (8 * i));
}

// Reads what append_number() wrote and takes it off `bytes`; false if they are too few, which
// leaves both as they were.
template <typename Number>
bool take_number(std::string_view& bytes, Number& number) {
  if (bytes.size() < sizeof number) return false;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    bits |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  number = static_cast<Number>(bits);
  bytes.remove_prefix(sizeof number);
  return true;
}

}  // namespace rapporteur
