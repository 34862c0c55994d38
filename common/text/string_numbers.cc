// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/string_numbers.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace rapporteur {

std::pair<std::uint32_t, bool> StringNumbers::number(std::string_view text) {
  if (2 * (ends_.size() + 1) > slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number_plus_one != 0) {
    const std::uint32_t number = slots_[at].number_plus_one - 1;
    if (slots_[at].hash == hash && this->text(number) == text) return {number, false};
    at = (at + 1) & mask;
  }
  bytes_ += text;
  ends_.push_back(bytes_.size());
  slots_[at] = {hash, size()};
  return {size() - 1, true};
}

std::string_view StringNumbers::text(std::uint32_t number) const {
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

void StringNumbers::grow() {
  std::vector<Slot> larger(slots_.empty() ? 1024 : 2 * slots_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number_plus_one == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number_plus_one != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace rapporteur
