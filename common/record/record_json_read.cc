// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON -> Record. Strict about types, since a wrong one means that the writer meant something else;
// lenient about values that can be worked out again: those are noted and count as missing.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/dates/date_text.h"
#include "common/record/json_guard.h"
#include "common/record/record_json.h"
#include "common/record/record_names.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

using Json = nlohmann::ordered_json;

// Why the record is rejected; caught in from_json_line().
struct Rejected {
  std::string message;
};

[[noreturn]] void wrong_type(std::string_view member, std::string_view wanted, const Json& value) {
  throw Rejected{"member " + in_quotes(member) + " must be " + std::string(wanted) + ", not " +
                 (value.is_null()                         ? ""
                  : value.is_array() || value.is_object() ? "an "
                                                          : "a ") +
                 value.type_name()};
}

// The string, with NULs (they may come as \u0000) made spaces.
std::string take_string(std::string_view member, Json& value, std::string_view wanted) {
  if (!value.is_string()) wrong_type(member, wanted, value);
  auto& text = value.get_ref<std::string&>();
  return text.find('\0') == text.npos ? std::move(text) : clean_utf8(text);
}

std::optional<std::string> take_string_or_null(std::string_view member, Json& value) {
  if (value.is_null()) return std::nullopt;
  return take_string(member, value, "a string or null");
}

std::vector<std::string> take_strings(std::string_view member, Json& value) {
  constexpr std::string_view kWanted = "an array of strings or null";
  std::vector<std::string> strings;
  if (value.is_null()) return strings;
  if (!value.is_array()) wrong_type(member, kWanted, value);
  for (Json& item : value) strings.push_back(take_string(member, item, kWanted));
  return strings;
}

std::string take_id(Json& value) {
  std::string id = take_string("id", value, "a string or null");
  if (id.empty()) throw Rejected{"member \"id\" is empty; leave it away to have one made"};
  for (std::size_t i = 0; i < id.size();) {
    const char32_t c = next_code_point(id, i);
    if (is_space(c) || c < 0x20 || c == 0x7F) {
      throw Rejected{"the id " + in_quotes(id) + " has white space in it"};
    }
  }
  return id;
}

std::optional<ByteRange> take_offset(const Json& value) {
  if (value.is_null()) return std::nullopt;
  constexpr std::string_view kWanted = "null or two byte positions [from, to]";
  if (!value.is_array() || value.size() != 2) wrong_type("offset", kWanted, value);
  for (const Json& position : value) {
    if (!position.is_number_unsigned()) wrong_type("offset", kWanted, position);
  }
  const ByteRange range{value[0].get<std::uint64_t>(), value[1].get<std::uint64_t>()};
  if (range.begin > range.end) throw Rejected{"member \"offset\" ends before it begins"};
  return range;
}

DatePrecision precision_of(const DateInterval& interval) {
  const CivilDate from = interval.from;
  if (interval.from == interval.to) return DatePrecision::kDay;
  if (interval == DateInterval::month(from.year, from.month)) return DatePrecision::kMonth;
  if (interval == DateInterval::year(from.year)) return DatePrecision::kYear;
  return DatePrecision::kRange;
}

// An enumerated word of a date; an unknown one is noted and counts as missing.
template <std::size_t kSize>
std::optional<std::size_t> take_name(std::string_view member, Json& value,
                                     const std::array<std::string_view, kSize>& names,
                                     std::vector<std::string>& notes) {
  if (value.is_null()) return std::nullopt;
  const std::string name = take_string(member, value, "a string");
  const auto index = find_name(names, name);
  if (!index) notes.push_back(std::string(member) + " " + in_quotes(name) + " is not known");
  return index;
}

std::optional<RecordDate> date_from_object(Json& value, std::vector<std::string>& notes) {
  RecordDate date;
  date.method = DateMethod::kMetadata;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::size_t> precision;
  for (auto& [name, part] : value.items()) {
    if (name == "from") {
      from = take_string_or_null("date.from", part);
    } else if (name == "to") {
      to = take_string_or_null("date.to", part);
    } else if (name == "precision") {
      precision = take_name("date.precision", part, kDatePrecisions, notes);
    } else if (name == "method") {
      const auto method = take_name("date.method", part, kDateMethods, notes);
      if (method) date.method = static_cast<DateMethod>(*method);
    } else if (name == "evidence") {
      date.evidence = take_string_or_null("date.evidence", part).value_or("");
    } else {
      notes.push_back("date." + name + " is not known and was left out");
    }
  }
  if (!from && !to) {
    notes.emplace_back("date has neither \"from\" nor \"to\"");
    return std::nullopt;
  }
  const auto first = parse_iso_interval(from ? *from : *to);
  const auto last = parse_iso_interval(to ? *to : *from);
  if (!first || !last || last->to < first->from) {
    notes.push_back("date from " + in_quotes(from.value_or("")) + " to " +
                    in_quotes(to.value_or("")) + " cannot be read");
    return std::nullopt;
  }
  date.interval = {first->from, last->to};
  date.precision = precision ? static_cast<DatePrecision>(*precision) : precision_of(date.interval);
  return date;
}

// Outer: missing or not; inner: a date or a given "undated".
std::optional<std::optional<RecordDate>> take_date(Json& value, std::vector<std::string>& notes) {
  if (value.is_null()) return std::optional<RecordDate>();
  if (value.is_object()) {
    auto date = date_from_object(value, notes);
    if (!date) return std::nullopt;
    return std::make_optional<std::optional<RecordDate>>(std::move(date));
  }
  std::string words = take_string("date", value, "an object, a string or null");
  const auto parsed = parse_date_string(words);
  if (!parsed) {
    notes.push_back("date " + in_quotes(words) + " cannot be read");
    return std::nullopt;
  }
  return RecordDate{parsed->interval, parsed->precision, DateMethod::kMetadata, std::move(words)};
}

RecordCountry take_country(Json& value, std::vector<std::string>& notes) {
  constexpr std::string_view kWanted = "an array of codes, names or objects with a \"code\"";
  RecordCountry country;
  if (!value.is_object()) {
    country.code = take_string("countries", value, kWanted);
    return country;
  }
  for (auto& [name, part] : value.items()) {
    if (name == "code") {
      country.code = take_string("countries.code", part, "a string");
    } else if (name == "primary") {
      if (!part.is_boolean()) wrong_type("countries.primary", "true or false", part);
      country.primary = part.get<bool>();
    } else if (name == "salience") {
      if (!part.is_number()) wrong_type("countries.salience", "a number from 0 to 1", part);
      country.salience = std::clamp(part.get<double>(), 0.0, 1.0);
    } else {
      notes.push_back("countries." + name + " is not known and was left out");
    }
  }
  if (!value.contains("code")) wrong_type("countries", kWanted, value);
  return country;
}

std::vector<RecordCountry> take_countries(Json& value, std::vector<std::string>& notes) {
  std::vector<RecordCountry> countries;
  if (value.is_null()) return countries;
  if (!value.is_array()) wrong_type("countries", "an array or null", value);
  for (Json& item : value) {
    RecordCountry country = take_country(item, notes);
    if (country.code.empty()) {
      notes.emplace_back("\"\" among the countries is neither a code nor a known name; left out");
    } else {
      countries.push_back(std::move(country));
    }
  }
  return countries;
}

void take_kind(Json& value, ReadRecord& read) {
  const auto kind = take_string_or_null("kind", value);
  if (!kind) {
    read.record.kind = "other";  // the given "none"
  } else if (find_name(kRecordKinds, *kind)) {
    read.record.kind = *kind;
  } else {
    read.notes.push_back("kind " + in_quotes(*kind) + " is not known");
  }
}

// One member of the record; false if the contract does not know it.
bool take_member(const std::string& name, Json& value, ReadRecord& read) {
  Record& record = read.record;
  if (name == "id") {
    if (!value.is_null()) record.id = take_id(value);
  } else if (name == "url") {
    record.url = take_string_or_null(name, value);
  } else if (name == "source") {
    record.source = take_string_or_null(name, value).value_or("");
  } else if (name == "offset") {
    record.offset = take_offset(value);
  } else if (name == "kind") {
    take_kind(value, read);
  } else if (name == "title") {
    record.title = take_string_or_null(name, value);
  } else if (name == "text") {
    record.text = take_string(name, value, "a string");
  } else if (name == "language") {
    record.language = take_string_or_null(name, value);
  } else if (name == "date") {
    record.date = take_date(value, read.notes);
  } else if (name == "countries") {
    record.countries = take_countries(value, read.notes);
  } else if (name == "bodies") {
    record.bodies = take_strings(name, value);
  } else if (name == "sessions") {
    record.sessions = take_strings(name, value);
  } else if (name == "symbols") {
    record.symbols = take_strings(name, value);
  } else if (name == "mandates") {
    record.mandates = take_strings(name, value);
  } else if (name == "themes") {
    record.themes = take_strings(name, value);
  } else if (name == "duplicate_of") {
    record.duplicate_of = take_string_or_null(name, value);
  } else {
    return false;
  }
  return true;
}

Json parse(std::string_view line) {
  try {
    return Json::parse(line);
  } catch (const Json::parse_error& error) {
    throw Rejected{"is not JSON (at byte " + std::to_string(error.byte) + ")"};
  } catch (const Json::exception&) {
    throw Rejected{"has a number that is too large"};
  }
}

ReadRecord read_record(std::string_view line) {
  Json json = parse(line);
  if (!json.is_object()) throw Rejected{"is no JSON object, which a record must be"};
  if (!json.contains("text")) throw Rejected{"has no member \"text\""};
  ReadRecord read;
  Json unknown = Json::object();
  if (const auto extra = json.find("extra"); extra != json.end() && !extra->is_null()) {
    if (!extra->is_object()) wrong_type("extra", "an object", *extra);
    unknown = std::move(*extra);
  }
  for (auto& [name, value] : json.items()) {
    if (name == "extra" || take_member(name, value, read)) continue;
    unknown[name] = std::move(value);
  }
  if (!unknown.empty())
    read.record.extra = unknown.dump(-1, ' ', false, Json::error_handler_t::replace);
  return read;
}

}  // namespace

Result<ReadRecord> from_json_line(std::string_view line) {
  std::string mended;
  if (!is_clean_utf8(line)) line = mended = clean_utf8(line);
  if (line.find("\\ud") != line.npos || line.find("\\uD") != line.npos) {
    line = mended = mend_surrogates(line);
  }
  if (auto shape = check_json_shape(line); !shape) return shape.error();
  try {
    return read_record(line);
  } catch (const Rejected& rejected) {
    return Error{ErrorCode::kInvalidInput, rejected.message};
  }
}

}  // namespace rapporteur
