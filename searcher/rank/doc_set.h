// SPDX-License-Identifier: GPL-2.0-or-later
//
// A set of documents as a bitmap over docids: what filters, matches and facets are computed with.
#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rapporteur {

// All sets of one search have the same size: the index's last docid plus one. Operations between
// sets of different sizes are defects.
class DocSet {
 public:
  DocSet() = default;
  explicit DocSet(std::size_t size) : size_(size), words_((size + 63) / 64) {}

  std::size_t size() const { return size_; }
  void insert(Xapian::docid docid) { words_[docid / 64] |= bit(docid); }
  bool contains(Xapian::docid docid) const { return (words_[docid / 64] & bit(docid)) != 0; }

  std::size_t count() const {
    std::size_t total = 0;
    for (const std::uint64_t word : words_) total += static_cast<std::size_t>(std::popcount(word));
    return total;
  }
  bool empty() const {
    for (const std::uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }
  bool intersects(const DocSet& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i] & other.words_[i]) return true;
    }
    return false;
  }

  DocSet& operator&=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocSet& operator|=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  // Takes the members of `other` out.
  DocSet& operator-=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  // Calls `visit(docid)` for each member, ascending.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(
            static_cast<Xapian::docid>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  static std::uint64_t bit(Xapian::docid docid) { return std::uint64_t{1} << (docid % 64); }

  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace rapporteur
