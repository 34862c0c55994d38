// SPDX-License-Identifier: GPL-2.0-or-later
//
// A value is the number of the generation, eight bytes, big end first, and the mark: the value that
// sorts last is the latest.
#include "indexer/index/input_marks.h"

#include <algorithm>
#include <cstdint>

#include "common/index/schema.h"

namespace rapporteur {
namespace {

constexpr std::size_t kNumberBytes = sizeof(std::uint64_t);

std::string numbered(long generation, const std::string& mark) {
  const auto number = static_cast<std::uint64_t>(generation);
  std::string value;
  for (int shift = 56; shift >= 0; shift -= 8) value += static_cast<char>(number >> shift);
  return value + mark;
}

}  // namespace

std::string read_mark(const Xapian::Database& database, const std::string& source_term) {
  const std::string value = database.get_metadata(source_term);
  return value.size() <= kNumberBytes ? std::string() : value.substr(kNumberBytes);
}

InputMarks read_marks(const Xapian::Database& database) {
  InputMarks marks;
  const std::string prefix(1, schema::kSourcePrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    std::string mark = read_mark(database, *key);
    if (!mark.empty()) marks.emplace(*key, std::move(mark));
  }
  return marks;
}

void write_marks(Xapian::WritableDatabase& database, const InputMarks& marks, long generation) {
  for (const auto& [source_term, mark] : marks) {
    database.set_metadata(source_term, numbered(generation, mark));
  }
}

std::string LatestMarks::resolve_duplicate_metadata(const std::string&, size_t count,
                                                    const std::string values[]) {
  return *std::max_element(values, values + count);
}

}  // namespace rapporteur
