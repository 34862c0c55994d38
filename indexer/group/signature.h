// SPDX-License-Identifier: GPL-2.0-or-later
//
// What grouping knows of a record without reading its text: enough to propose what may be the same
// publication, to rule most pairs out, and to choose the representative of a group. Stored with
// each document (schema::kSignatureSlot), about a hundred bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// Hashes are XXH3 of folded words, so that case, accents and punctuation do not matter; 0 stands
// for "none".
struct Signature {
  static constexpr std::int32_t kUndated = std::numeric_limits<std::int32_t>::min();
  static constexpr std::size_t kAnchors = 8;
  static constexpr std::size_t kLeadAnchors = 2;

  std::uint64_t id = 0;            // hash_of_id() of the record's id
  std::uint64_t duplicate_of = 0;  // the same of a given `duplicate_of`
  std::uint64_t content = 0;       // of all words of the text, in order
  // Charikar, "Similarity Estimation Techniques from Rounding Algorithms" (2002), over pairs of
  // neighbouring words: texts that share most of them differ in few bits.
  std::uint64_t simhash = 0;
  std::uint64_t title = 0;  // of the words of its longest part between bars
  std::uint64_t url = 0;    // of the canonical URL
  // The smallest hashes of four words in a row, in the whole text and in its first kLeadWords
  // words, ascending (Broder, "On the resemblance and containment of documents", 1997): two texts
  // share about as many of these as of all their shingles.
  std::array<std::uint32_t, kAnchors> anchors{};
  std::array<std::uint32_t, kLeadAnchors> lead_anchors{};
  std::uint32_t opening = 0;     // of the first six words
  std::uint32_t subjects = 0;    // of sessions, symbols and primary countries
  std::uint32_t words = 0;       // in the text
  std::int32_t from = kUndated;  // the date's ends, days since 1970-01-01
  std::int32_t to = kUndated;
  std::uint16_t language = 0;   // of its code
  std::uint16_t url_bytes = 0;  // of the canonical URL, as far as 16 bits go
  std::uint8_t is_teaser = 0;
  std::uint8_t url_has_query = 0;

  bool operator==(const Signature&) const = default;
};

std::uint64_t hash_of_id(std::string_view id);

// As bytes, the same on every machine; and back: nullopt for bytes of another length.
std::string pack(const Signature& signature);
std::optional<Signature> unpack_signature(std::string_view bytes);

}  // namespace rapporteur
