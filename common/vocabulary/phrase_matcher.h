// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds many phrases at once in a tokenised text: a trie over words. One pass serves all
// vocabularies; words that no phrase holds cost one hash look-up.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapporteur {

// What a phrase stands for: an index the caller chose, and the kind of vocabulary it is from. Both
// are the caller's own.
struct PhraseValue {
  std::uint16_t kind = 0;
  std::uint16_t flags = 0;
  std::uint32_t entry = 0;
};

// A phrase found: words [first, first + length) of the sequence that was matched.
struct PhraseMatch {
  std::uint32_t first = 0;
  std::uint32_t length = 0;
  PhraseValue value;
};

// Built once (add), then immutable and safe from any number of threads (find).
class PhraseMatcher {
 public:
  using WordId = std::uint32_t;
  static constexpr WordId kUnknownWord = 0;  // a word that no phrase holds

  // Adds a phrase. `words` are in whatever form the caller will match with (folded words, stems).
  // The same phrase may be added with several values; all are reported. Empty phrases are ignored.
  void add(const std::vector<std::string>& words, PhraseValue value);

  // The id of a word, kUnknownWord if no phrase holds it.
  WordId word_id(std::string_view word) const;

  // All phrases of `words` at every position, in the order of `first`, then of length. Overlaps are
  // all reported; longest_only() thins them out.
  void find(std::span<const WordId> words, std::vector<PhraseMatch>& matches) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  struct Node {
    std::vector<PhraseValue> values;
  };
  // Where a word leads from a node. Open addressing: a tenth of the time of std::unordered_map to
  // fill, and searches walk no lists.
  class Edges {
   public:
    // 0 (the root, where no edge leads) if there is none.
    std::uint32_t find(std::uint32_t from, WordId word) const;
    // There must be none yet; `to` is not 0.
    void add(std::uint32_t from, WordId word, std::uint32_t to);

   private:
    struct Edge {
      std::uint32_t from = 0;
      WordId word = kUnknownWord;
      std::uint32_t to = 0;  // 0: the place is free
    };
    std::size_t place_of(std::uint32_t from, WordId word) const;

    std::vector<Edge> table_ = std::vector<Edge>(64);  // a power of two, at most half full
    std::size_t count_ = 0;
  };

  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> word_ids_;
  // From the root every word of a text may set out: by word id, 0 if no phrase begins with it.
  std::vector<std::uint32_t> first_nodes_ = std::vector<std::uint32_t>(1);
  Edges edges_;  // from all other nodes
  std::vector<Node> nodes_ = std::vector<Node>(1);  // node 0 is the root
};

// Keeps, of matches of the same kind that overlap, the longest (the first of equals); several
// values of one phrase stay together. Matches of different kinds do not disturb each other.
void longest_only(std::vector<PhraseMatch>& matches);

}  // namespace rapporteur
