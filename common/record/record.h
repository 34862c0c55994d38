// SPDX-License-Identifier: GPL-2.0-or-later
//
// The record: one publication with everything that was worked out about it. The contract is one
// JSON object a line, as `rapporteur-index extract` prints and `rapporteur-index add` accepts
// (record_json.h).
#pragma once

#include <rapporteur/date_interval.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur {

enum class DatePrecision { kDay, kMonth, kYear, kRange };
enum class DateMethod { kMetadata, kPrinted, kInferred };

// When a publication came out, as far as its source tells.
struct RecordDate {
  DateInterval interval;
  DatePrecision precision = DatePrecision::kDay;
  DateMethod method = DateMethod::kPrinted;
  std::string evidence;  // UTF-8: the words it was read from, e.g. "13 Feb; HRC 37"
  bool operator==(const RecordDate&) const = default;
};

// A country named in a publication.
struct RecordCountry {
  std::string code;       // ISO 3166-1 alpha-3, XKX for Kosovo
  bool primary = false;   // a reader would say the piece is about it
  double salience = 0.0;  // (0, 1]: its share of what the piece says about countries
  bool operator==(const RecordCountry&) const = default;
};

// A half-open byte range in the (decompressed) source.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

// All strings are valid UTF-8. A member that is an empty optional is *missing*: nobody has said
// anything about it yet. A given "none" (JSON null or []) is an engaged optional that holds
// nothing: it is believed and never worked out again.
struct Record {
  std::string id;  // no white space; empty until one is given or made
  std::optional<std::string> url;
  std::string source;               // path below the INPUT argument
  std::optional<ByteRange> offset;  // empty for JSONL
  std::optional<std::string>
      kind;  // article teaser statement letter resolution decision report speech other
  std::optional<std::optional<std::string>> title;
  std::string text;  // paragraphs separated by a blank line, title not repeated
  std::optional<std::optional<std::string>> language;  // ISO 639-1, 639-3 where there is none
  std::optional<std::optional<RecordDate>> date;
  std::optional<std::vector<RecordCountry>> countries;
  std::optional<std::vector<std::string>> bodies;
  std::optional<std::vector<std::string>> sessions;
  std::optional<std::vector<std::string>> symbols;
  std::optional<std::vector<std::string>> mandates;
  std::optional<std::vector<std::string>> themes;
  std::optional<std::string> duplicate_of;
  // Unknown members as the text of one JSON object, kept unchanged, never searched; empty: none.
  std::string extra;
  bool operator==(const Record&) const = default;
};

}  // namespace rapporteur
