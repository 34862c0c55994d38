// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of an office file, which is a zip archive.
#pragma once

#include <rapporteur/result.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// An open archive in memory. One thread.
class ZipParts {
 public:
  // No part may be larger than this, whatever the archive says of it.
  static constexpr std::size_t kMaxPartBytes = 64ULL << 20;

  // `bytes` must outlive the object. kCorrupt: no zip archive, or a damaged one.
  static Result<ZipParts> open(std::string_view bytes);
  ZipParts(ZipParts&&) noexcept;
  ZipParts& operator=(ZipParts&&) noexcept;
  ~ZipParts();

  bool has(const std::string& name) const;
  // How large a part is by what the archive says; 0 if there is none of the name.
  std::uint64_t bytes_of(const std::string& name) const;
  // The names that start with `prefix`, in the order of the archive; a hundred at most.
  std::vector<std::string> names(std::string_view prefix) const;
  // The part's bytes; nullopt if there is none of the name, or it is damaged, encrypted or larger
  // than kMaxPartBytes.
  std::optional<std::string> read(const std::string& name) const;

 private:
  struct State;
  explicit ZipParts(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
