// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands where in the Xapian index: the one place that both sides read it from.
//
// A document is one record.
//   terms     no prefix: the stems of title and text with positions; the title is counted twice
//   (kTitleWeight), the body
//             starts kTitleGap positions behind it, so that no phrase crosses the border
//             kTitlePrefix: the stems of the title, with positions; kExactPrefix: folded words as
//             written, no positions boolean terms: id, source, facets, and each year, month and day
//             that the date interval touches
//   values    kFacetSlot: all facet values, packed (packed_facets.h); kDateFromSlot, kDateToSlot:
//   exact ends data      the whole record, compressed, with a checksum (stored_record.h)
// Terms longer than kMaxTermBytes are cut on a character border (words) or replaced by a hash (ids,
// sources).
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace rapporteur::schema {

// ---- terms ----
inline constexpr char kTitlePrefix = 'S';
inline constexpr char kExactPrefix = '=';  // no stem starts with it: stems are letters and digits
inline constexpr char kIdPrefix = 'Q';
inline constexpr char kSourcePrefix = 'U';
inline constexpr char kYearPrefix = 'Y';   // Y2018
inline constexpr char kMonthPrefix = 'M';  // M201802
inline constexpr char kDayPrefix =
    'D';  // D20180213; only for intervals of at most kMaxDayTerms days
inline constexpr std::size_t kMaxTermBytes = 200;  // Xapian takes 245
inline constexpr int kMaxDayTerms = 31;
inline constexpr unsigned kTitleWeight = 2;
inline constexpr Xapian::termpos kTitleGap = 100;

// ---- facets ----
// The order is the number under which packed_facets.h stores a value: append only.
enum class Facet : unsigned char {
  kCountry,
  kPrimaryCountry,  // counted and filtered on its own; stored as a flag of kCountry
  kBody,
  kSession,
  kMandate,
  kTheme,
  kLanguage,
  kKind,
  kYear,  // from the date slots
};

struct FacetName {
  Facet facet;
  std::string_view name;    // in options, JSON and output
  std::string_view prefix;  // of its boolean terms; a value follows the prefix directly
};

inline constexpr std::array<FacetName, 9> kFacets = {{
    {Facet::kCountry, "country", "XC"},
    {Facet::kPrimaryCountry, "primary_country", "XP"},
    {Facet::kBody, "body", "XB"},
    {Facet::kSession, "session", "XS"},
    {Facet::kMandate, "mandate", "XM"},
    {Facet::kTheme, "theme", "XT"},
    {Facet::kLanguage, "language", "XL"},
    {Facet::kKind, "kind", "XK"},
    {Facet::kYear, "year", "Y"},
}};

// ---- value slots ----
inline constexpr Xapian::valueno kFacetSlot = 0;
// Days since 1970-01-01 plus kDayOffset, four bytes, big end first; absent where a record is
// undated.
inline constexpr Xapian::valueno kDateFromSlot = 1;
inline constexpr Xapian::valueno kDateToSlot = 2;
inline constexpr long kDayOffset = 1L << 30;
// The record's id as given: results that tie are ordered by it without reading the records.
inline constexpr Xapian::valueno kIdSlot = 3;
// What the indexer finds the same publication by (indexer/group/signature.h).
inline constexpr Xapian::valueno kSignatureSlot = 4;
// Since when the record is there and when it changed (record_history.h).
inline constexpr Xapian::valueno kHistorySlot = 5;

// ---- database metadata ----
inline constexpr const char* kFormatKey =
    "rapporteur.format";  // others: indexer/index/input_marks.h
// The groups of records that are the same publication (record_groups.h), replaced as a whole by
// each commit that changes them.
inline constexpr const char* kGroupsKey = "rapporteur.groups";

// Format features: an index says which it was written with; one with an unknown feature refuses to
// open.
inline constexpr std::array<std::string_view, 8> kFeatures = {
    "stems-title-twice",        "exact-forms", "packed-facets-1", "date-terms",
    "stored-record-zstd-xxh64", "groups-1",    "history-1",       "arabic-light10",
};

// ---- files of an index folder ----
// XAPIANDB is a Xapian stub that names the current generation, so that any Xapian program can open
// the folder; it is replaced by rename(2). Readers look at it before each query. A writer holds
// flock(2) on the lock file.
inline constexpr const char* kStubFile = "XAPIANDB";
inline constexpr const char* kLockFile = "writer.lock";
inline constexpr const char* kGenerationPrefix = "generation-";

}  // namespace rapporteur::schema
