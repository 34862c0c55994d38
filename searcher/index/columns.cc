// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index/columns.h"

#include <algorithm>
#include <optional>

#include "common/index/packed_facets.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace rapporteur {

namespace {

std::int32_t days_in_slot(const std::string& value) {
  const std::optional<CivilDate> day = decode_day(value);
  return day ? days_from_civil(*day) : Columns::kUndated;
}

}  // namespace

FacetColumn::ValueNumber FacetColumn::number_of(std::string_view value) const {
  const auto found = numbers_by_value_.find(std::string(value));
  return found == numbers_by_value_.end() ? kNoValue : found->second;
}

// Fills the columns docid by docid: value streams come in that order.
class ColumnsBuilder {
 public:
  explicit ColumnsBuilder(const Xapian::Database& database)
      : database_(database), columns_(std::make_shared<Columns>()) {}

  std::shared_ptr<const Columns> build() {
    expect_plausible_counts();
    columns_->size_ = std::size_t{database_.get_lastdocid()} + 1;
    columns_->record_count_ = database_.get_doccount();
    read_lengths();
    read_facets();
    read_dates();
    read_ids();
    read_groups();
    return columns_;
  }

 private:
  // Xapian's blocks hold no checksums: numbers out of a damaged one must not become the size of an
  // array, nor a place outside of it.
  void expect_plausible_counts() const {
    constexpr std::uint64_t kMostGaps = 256;  // numbers of removed records for one that is there
    constexpr std::uint64_t kFewRecords = 1'000'000;
    const std::uint64_t records = database_.get_doccount();
    if (database_.get_value_freq(schema::kIdSlot) != records ||
        database_.get_lastdocid() > records * kMostGaps + kFewRecords) {
      throw Xapian::DatabaseCorruptError("the number of records cannot be right");
    }
  }

  // Of a stream of values; `next`: one behind the last record seen.
  Xapian::docid expect_ascending(Xapian::docid docid, Xapian::docid next) const {
    if (docid >= next) return columns_->checked(docid);
    throw Xapian::DatabaseCorruptError("the numbers of records do not ascend");
  }

  void read_lengths() {
    columns_->records_ = DocSet(columns_->size_);
    columns_->lengths_.assign(columns_->size_, 1.0F);
    double sum = 0.0;
    const Xapian::PostingIterator end = database_.postlist_end("");
    for (auto record = database_.postlist_begin(""); record != end; ++record) {
      columns_->records_.insert(columns_->checked(*record));
      const auto length = static_cast<float>(record.get_doclength());
      columns_->lengths_[*record] = std::max(length, 1.0F);
      sum += length;
    }
    if (columns_->record_count_ > 0) {
      columns_->mean_length_ = std::max(1.0, sum / static_cast<double>(columns_->record_count_));
    }
  }

  void read_facets() {
    columns_->facets_.resize(schema::kFacets.size());
    for (FacetColumn& column : columns_->facets_) column.starts_.assign(columns_->size_ + 1, 0);
    std::vector<PackedFacet> values;
    Xapian::docid next = 0;  // the first docid whose start is not yet written
    const Xapian::ValueIterator end = database_.valuestream_end(schema::kFacetSlot);
    for (auto slot = database_.valuestream_begin(schema::kFacetSlot); slot != end; ++slot) {
      close_up_to(expect_ascending(slot.get_docid(), next), next);
      const std::string packed = *slot;
      unpack_facets(packed, values);
      for (const PackedFacet& value : values) {
        FacetColumn& column = columns_->facets_[static_cast<std::size_t>(value.facet)];
        column.numbers_.push_back(number_for(column, value.value));
        column.weights_.push_back(value.weight);
      }
    }
    close_up_to(static_cast<Xapian::docid>(columns_->size_), next);
    for (FacetColumn& column : columns_->facets_) invert(column);
  }

  // Counting sort of the column by value.
  void invert(FacetColumn& column) const {
    column.record_starts_.assign(column.dictionary_.size() + 1, 0);
    for (const FacetColumn::ValueNumber number : column.numbers_)
      ++column.record_starts_[number + 1];
    for (std::size_t i = 1; i < column.record_starts_.size(); ++i) {
      column.record_starts_[i] += column.record_starts_[i - 1];
    }
    column.records_.resize(column.numbers_.size());
    column.record_weights_.resize(column.numbers_.size());
    std::vector<std::uint32_t> next(column.record_starts_.begin(), column.record_starts_.end() - 1);
    for (Xapian::docid docid = 0; docid < columns_->size_; ++docid) {
      for (std::uint32_t i = column.starts_[docid]; i < column.starts_[docid + 1]; ++i) {
        const std::uint32_t to = next[column.numbers_[i]]++;
        column.records_[to] = docid;
        column.record_weights_[to] = column.weights_[i];
      }
    }
  }

  // Writes the starts of the docids from `next` to `docid`: all values seen so far belong to
  // earlier records.
  void close_up_to(Xapian::docid docid, Xapian::docid& next) {
    for (FacetColumn& column : columns_->facets_) {
      const auto start = static_cast<std::uint32_t>(column.numbers_.size());
      for (Xapian::docid i = next; i <= docid; ++i) column.starts_[i] = start;
    }
    next = docid + 1;
  }

  static FacetColumn::ValueNumber number_for(FacetColumn& column, std::string_view value) {
    const auto next = static_cast<FacetColumn::ValueNumber>(column.dictionary_.size());
    const auto [entry, is_new] = column.numbers_by_value_.try_emplace(std::string(value), next);
    if (is_new) column.dictionary_.emplace_back(value);
    return entry->second;
  }

  void read_dates() {
    read_days(schema::kDateFromSlot, columns_->date_from_);
    read_days(schema::kDateToSlot, columns_->date_to_);
    columns_->first_year_.assign(columns_->size_, 0);
    columns_->last_year_.assign(columns_->size_, 0);
    for (std::size_t docid = 0; docid < columns_->size_; ++docid) {
      if (columns_->date_from_[docid] == Columns::kUndated ||
          columns_->date_to_[docid] == Columns::kUndated) {
        continue;
      }
      columns_->first_year_[docid] =
          static_cast<std::int16_t>(civil_from_days(columns_->date_from_[docid]).year);
      columns_->last_year_[docid] =
          static_cast<std::int16_t>(civil_from_days(columns_->date_to_[docid]).year);
    }
  }

  void read_days(Xapian::valueno slot, std::vector<std::int32_t>& days) {
    days.assign(columns_->size_, Columns::kUndated);
    const Xapian::ValueIterator end = database_.valuestream_end(slot);
    for (auto value = database_.valuestream_begin(slot); value != end; ++value) {
      days[columns_->checked(value.get_docid())] = days_in_slot(*value);
    }
  }

  void read_ids() {
    columns_->id_starts_.assign(columns_->size_ + 1, 0);
    Xapian::docid next = 0;
    const auto close = [&](Xapian::docid docid) {
      for (; next <= docid; ++next) columns_->id_starts_[next] = columns_->ids_.size();
    };
    const Xapian::ValueIterator end = database_.valuestream_end(schema::kIdSlot);
    for (auto id = database_.valuestream_begin(schema::kIdSlot); id != end; ++id) {
      close(expect_ascending(id.get_docid(), next));
      columns_->ids_ += *id;
    }
    close(static_cast<Xapian::docid>(columns_->size_));
  }

  void read_groups() {
    columns_->groups_ = GroupColumn::build(
        database_.get_metadata(schema::kGroupsKey), columns_->size_, [&](const auto& visit) {
          columns_->records_.for_each(
              [&](Xapian::docid docid) { visit(docid, columns_->id(docid)); });
        });
  }

  const Xapian::Database& database_;
  std::shared_ptr<Columns> columns_;
};

std::shared_ptr<const Columns> Columns::build(const Xapian::Database& database) {
  return ColumnsBuilder(database).build();
}

}  // namespace rapporteur
