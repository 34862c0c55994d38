// SPDX-License-Identifier: GPL-2.0-or-later
//
// The facet values, dates, lengths and ids of all records in memory, by docid: built once an index
// revision, read while facets are counted and filters applied. Faster than any walk over Xapian's
// values at query time.
#pragma once

#include <rapporteur/date_interval.h>
#include <xapian.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/schema.h"
#include "searcher/index/group_column.h"
#include "searcher/rank/doc_set.h"

namespace rapporteur {

// The values of one facet: which value numbers each record has.
class FacetColumn {
 public:
  using ValueNumber = std::uint32_t;
  static constexpr ValueNumber kNoValue = std::numeric_limits<ValueNumber>::max();

  std::span<const ValueNumber> values(Xapian::docid docid) const {
    return std::span(numbers_).subspan(starts_[docid], starts_[docid + 1] - starts_[docid]);
  }
  // For countries, parallel to values(): salience in 1/127ths, plus 128 if primary.
  std::span<const unsigned char> weights(Xapian::docid docid) const {
    return std::span(weights_).subspan(starts_[docid], starts_[docid + 1] - starts_[docid]);
  }
  const std::vector<std::string>& dictionary() const { return dictionary_; }

  // The other way round: the records that have a value, ascending, and their weights for it.
  std::span<const Xapian::docid> records(ValueNumber number) const {
    return std::span(records_).subspan(record_starts_[number],
                                       record_starts_[number + 1] - record_starts_[number]);
  }
  std::span<const unsigned char> record_weights(ValueNumber number) const {
    return std::span(record_weights_)
        .subspan(record_starts_[number], record_starts_[number + 1] - record_starts_[number]);
  }
  // kNoValue if no record has it.
  ValueNumber number_of(std::string_view value) const;

 private:
  friend class ColumnsBuilder;
  std::vector<std::uint32_t> starts_;  // by docid, one more than there are docids
  std::vector<ValueNumber> numbers_;
  std::vector<unsigned char> weights_;
  std::vector<std::string> dictionary_;
  std::vector<std::uint32_t> record_starts_;  // by value number, one more than there are values
  std::vector<Xapian::docid> records_;
  std::vector<unsigned char> record_weights_;
  std::unordered_map<std::string, ValueNumber> numbers_by_value_;
};

// Immutable once built; shared between threads.
class Columns {
 public:
  static constexpr std::int32_t kUndated = std::numeric_limits<std::int32_t>::min();

  // Reads the index through. Throws Xapian::Error.
  static std::shared_ptr<const Columns> build(const Xapian::Database& database);

  // Docids run from 1 to size() - 1; some may be unused.
  std::size_t size() const { return size_; }
  // `docid`, if it is one: what a damaged index names may not be. Throws
  // Xapian::DatabaseCorruptError.
  Xapian::docid checked(Xapian::docid docid) const {
    if (docid < size_) return docid;
    throw Xapian::DatabaseCorruptError("a record's number is beyond the last one");
  }
  const DocSet& records() const { return records_; }
  std::size_t record_count() const { return record_count_; }

  // Of any facet but the primary country and the year, which are views of other columns.
  const FacetColumn& facet(schema::Facet facet) const {
    return facets_[static_cast<std::size_t>(facet)];
  }

  // Days since 1970-01-01; kUndated for both where there is no date.
  std::int32_t date_from(Xapian::docid docid) const { return date_from_[docid]; }
  std::int32_t date_to(Xapian::docid docid) const { return date_to_[docid]; }
  // Years of the interval's ends; 0 where undated.
  int first_year(Xapian::docid docid) const { return first_year_[docid]; }
  int last_year(Xapian::docid docid) const { return last_year_[docid]; }
  // Indexed words of the record, the title's counted twice.
  float length(Xapian::docid docid) const { return lengths_[docid]; }
  double mean_length() const { return mean_length_; }
  // Records that are the same publication.
  const GroupColumn& groups() const { return groups_; }
  std::string_view id(Xapian::docid docid) const {
    return std::string_view(ids_).substr(id_starts_[docid],
                                         id_starts_[docid + 1] - id_starts_[docid]);
  }

 private:
  friend class ColumnsBuilder;
  std::size_t size_ = 0;
  std::size_t record_count_ = 0;
  DocSet records_;
  std::vector<FacetColumn> facets_;
  std::vector<std::int32_t> date_from_;
  std::vector<std::int32_t> date_to_;
  std::vector<std::int16_t> first_year_;
  std::vector<std::int16_t> last_year_;
  std::vector<float> lengths_;
  double mean_length_ = 1.0;
  std::string ids_;
  std::vector<std::uint64_t> id_starts_;
  GroupColumn groups_;
};

}  // namespace rapporteur
