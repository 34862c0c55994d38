// SPDX-License-Identifier: GPL-2.0-or-later
//
// Record -> JSON. Written by hand: most of a record is one long text, which a document tree would
// copy twice.
#include <cstdio>

#include <nlohmann/json.hpp>

#include "common/record/record_json.h"
#include "common/record/record_names.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

void append_clean_string(std::string_view text, std::string& json) {
  json += '"';
  std::size_t plain = 0;  // what lies between here and `i` needs no escape
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
    json.append(text, plain, i - plain);
    plain = i + 1;
    if (c == '"' || c == '\\') {
      json += '\\';
      json += static_cast<char>(c);
    } else if (c == '\n') {
      json += "\\n";
    } else if (c == '\t') {
      json += "\\t";
    } else if (c == '\r') {
      json += "\\r";
    } else {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", c);
      json += escape;
    }
  }
  json.append(text, plain, text.size() - plain);
  json += '"';
}

void append_string(std::string_view text, std::string& json) {
  if (is_clean_utf8(text)) {
    append_clean_string(text, json);
  } else {
    append_clean_string(clean_utf8(text), json);
  }
}

// One JSON object, member by member.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& json) : json_(json) { json_ += '{'; }
  ~ObjectWriter() { json_ += '}'; }
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;

  // The text to which the member's value is appended.
  std::string& member(std::string_view name) {
    if (!empty_) json_ += ',';
    empty_ = false;
    json_ += '"';
    json_ += name;
    json_ += "\":";
    return json_;
  }

  void string(std::string_view name, std::string_view value) { append_string(value, member(name)); }

  void string_or_null(std::string_view name, const std::optional<std::string>& value) {
    if (value) {
      string(name, *value);
    } else {
      member(name) += "null";
    }
  }

  void strings(std::string_view name, const std::optional<std::vector<std::string>>& values) {
    if (!values) return;
    member(name) += '[';
    for (const std::string& value : *values) {
      if (json_.back() != '[') json_ += ',';
      append_string(value, json_);
    }
    json_ += ']';
  }

 private:
  std::string& json_;
  bool empty_ = true;
};

void append_date(const std::optional<RecordDate>& date, std::string& json) {
  if (!date) {
    json += "null";
    return;
  }
  ObjectWriter object(json);
  object.string("from", to_iso(date->interval.from));
  object.string("to", to_iso(date->interval.to));
  object.string("precision", name_of(date->precision));
  object.string("method", name_of(date->method));
  object.string("evidence", date->evidence);
}

void append_countries(const std::vector<RecordCountry>& countries, std::string& json) {
  json += '[';
  for (const RecordCountry& country : countries) {
    if (json.back() != '[') json += ',';
    ObjectWriter object(json);
    object.string("code", country.code);
    object.member("primary") += country.primary ? "true" : "false";
    object.member("salience") += nlohmann::json(country.salience).dump();
  }
  json += ']';
}

}  // namespace

std::string to_json_line(const Record& record) {
  std::string json;
  json.reserve(record.text.size() + record.text.size() / 16 + 512);
  {
    ObjectWriter object(json);
    if (!record.id.empty()) object.string("id", record.id);
    object.string_or_null("url", record.url);
    if (!record.source.empty()) object.string("source", record.source);
    if (record.offset) {
      object.member("offset") += '[' + std::to_string(record.offset->begin) + ',' +
                                 std::to_string(record.offset->end) + ']';
    } else {
      object.member("offset") += "null";
    }
    if (record.kind) object.string("kind", *record.kind);
    if (record.title) object.string_or_null("title", *record.title);
    object.string("text", record.text);
    if (record.language) object.string_or_null("language", *record.language);
    if (record.date) append_date(*record.date, object.member("date"));
    if (record.countries) append_countries(*record.countries, object.member("countries"));
    object.strings("bodies", record.bodies);
    object.strings("sessions", record.sessions);
    object.strings("symbols", record.symbols);
    object.strings("mandates", record.mandates);
    object.strings("themes", record.themes);
    object.string_or_null("duplicate_of", record.duplicate_of);
    object.member("extra") += record.extra.empty() ? "{}" : record.extra;
  }
  return json;
}

}  // namespace rapporteur
