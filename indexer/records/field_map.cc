// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/field_map.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include "common/record/json_guard.h"
#include "common/text/utf8.h"
#include "indexer/extract/html_fragment.h"

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

enum class Want { kString, kText, kList, kAsIs };

struct Member {
  std::string_view name;
  Want want;
};

constexpr std::array<Member, 14> kMembers = {{{"id", Want::kString},
                                              {"url", Want::kString},
                                              {"kind", Want::kString},
                                              {"title", Want::kText},
                                              {"text", Want::kText},
                                              {"language", Want::kString},
                                              {"date", Want::kString},
                                              {"countries", Want::kList},
                                              {"bodies", Want::kList},
                                              {"sessions", Want::kList},
                                              {"symbols", Want::kList},
                                              {"mandates", Want::kList},
                                              {"themes", Want::kList},
                                              {"extra", Want::kAsIs}}};

std::optional<Want> wanted(std::string_view member) {
  for (const Member& known : kMembers) {
    if (known.name == member) return known.want;
  }
  return std::nullopt;
}

std::string member_names() {
  std::string names;
  for (const Member& member : kMembers) {
    if (member.name == "extra") continue;
    names += (names.empty() ? "" : ", ") + std::string(member.name);
  }
  return names;
}

bool is_index(const std::string& name) {
  return !name.empty() && name.size() < 7 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What `path` leads to from `value`; several values where it goes through arrays.
void collect(const Json& value, const std::vector<std::string>& path, std::size_t at,
             std::vector<const Json*>& found) {
  if (at == path.size()) {
    found.push_back(&value);
  } else if (value.is_object()) {
    if (const auto inner = value.find(path[at]); inner != value.end()) {
      collect(*inner, path, at + 1, found);
    }
  } else if (value.is_array() && is_index(path[at])) {
    const std::size_t index = std::stoul(path[at]);
    if (index < value.size()) collect(value[index], path, at + 1, found);
  } else if (value.is_array()) {
    for (const Json& item : value) collect(item, path, at, found);
  }
}

// Takes away what `path` leads to, and the objects that are empty then: said once is enough.
void erase_leaf(Json& value, const std::vector<std::string>& path, std::size_t at) {
  if (!value.is_object()) return;
  const auto inner = value.find(path[at]);
  if (inner == value.end()) return;
  if (at + 1 < path.size()) erase_leaf(*inner, path, at + 1);
  if (at + 1 == path.size() || (inner->is_object() && inner->empty())) value.erase(path[at]);
}

// The strings in what was found; numbers and truth values as they are written.
void collect_strings(const Json& value, std::vector<std::string>& strings) {
  if (value.is_array()) {
    for (const Json& item : value) collect_strings(item, strings);
  } else if (value.is_string()) {
    strings.push_back(value.get<std::string>());
  } else if (value.is_number() || value.is_boolean()) {
    strings.push_back(value.dump());
  }
}

std::vector<std::string> parted(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(";|\n", at), text.size());
    if (auto part = trim(std::string_view(text).substr(at, end - at)); !part.empty()) {
      parts.emplace_back(part);
    }
    at = end + 1;
  }
  return parts;
}

std::string plain(const std::string& member, const std::string& text) {
  const std::string clean = clean_utf8(text);
  const bool entities =
      clean.find('&') != std::string::npos && clean.find(';') != std::string::npos;
  if (member == "title") return entities || is_marked_up(clean) ? fragment_line(clean) : clean;
  return is_marked_up(clean) ? fragment_text(clean) : clean;
}

// The strings in the type that `member` wants; null where there is nothing.
Json shaped(const std::string& member, Want want, const std::vector<std::string>& strings) {
  if (want == Want::kList) {
    Json list = Json::array();
    for (const std::string& text : strings) {
      for (std::string& part : parted(text)) list.push_back(std::move(part));
    }
    return list.empty() ? Json() : list;
  }
  std::string joined;
  for (const std::string& text : strings) {
    const std::string part = want == Want::kText ? plain(member, text) : text;
    if (trim(part).empty()) continue;
    if (want == Want::kString && !joined.empty()) break;  // the first one
    joined += joined.empty() ? part : "\n\n" + part;
  }
  return joined.empty() ? Json() : Json(std::move(joined));
}

// A language as "fr-FR" or "FR" is fr; words are left to be worked out.
bool mend_language(Json& value) {
  std::string code = value.get<std::string>();
  code = code.substr(0, code.find_first_of("-_"));
  for (char& c : code) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (code.size() < 2 || code.size() > 3) return false;
  value = code;
  return true;
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Result<void> FieldMap::add(std::string_view mapping) {
  const std::size_t sign = mapping.find('=');
  const std::string member(trim(mapping.substr(0, std::min(sign, mapping.size()))));
  const std::string path(sign == mapping.npos ? std::string_view()
                                              : trim(mapping.substr(sign + 1)));
  if (!wanted(member) || member == "extra") {
    return Error{
        ErrorCode::kInvalidInput,
        "\"" + std::string(mapping) + "\" maps no member of a record, which are " + member_names()};
  }
  FieldMapping made{member, {}};
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('.', at), path.size());
    if (end == at) {
      return Error{ErrorCode::kInvalidInput, "\"" + std::string(mapping) +
                                                 "\" names no member after \"=\"; write " + member +
                                                 "=NAME or " + member + "=OUTER.INNER"};
    }
    made.path.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  std::erase_if(mappings_, [&](const FieldMapping& old) { return old.member == member; });
  mappings_.push_back(std::move(made));
  return {};
}

Result<void> FieldMap::add_profile(std::string_view name, std::string_view text) {
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view words = trim(line.substr(0, std::min(line.find('#'), line.size())));
    if (words.empty()) continue;
    const std::size_t space = words.find_first_of(" \t");
    const std::string_view path =
        space == words.npos ? std::string_view() : trim(words.substr(space));
    if (auto added = add(std::string(words.substr(0, space)) + '=' + std::string(path)); !added) {
      return Error{ErrorCode::kInvalidInput,
                   std::string(name) + ':' + std::to_string(number) + ": " + added.error().message};
    }
  }
  return {};
}

std::string FieldMap::hint(std::string_view member) const {
  for (const FieldMapping& mapping : mappings_) {
    if (mapping.member != member) continue;
    std::string path;
    for (const std::string& name : mapping.path) path += (path.empty() ? "" : ".") + name;
    return ", for which \"" + path + "\" was to stand";
  }
  return "; --field " + std::string(member) + "=NAME says what else it is called";
}

std::string FieldMap::apply(std::string_view json_line, bool is_row) const {
  const std::string clean = mend_surrogates(clean_utf8(json_line));
  if (!check_json_shape(clean)) return std::string(json_line);
  Json record = Json::parse(clean, nullptr, false);
  if (!record.is_object()) return std::string(json_line);
  Json made = Json::object();
  for (const FieldMapping& mapping : mappings_) {
    std::vector<const Json*> found;
    collect(record, mapping.path, 0, found);
    const Want want = *wanted(mapping.member);
    std::vector<std::string> strings;
    for (const Json* value : found) collect_strings(*value, strings);
    Json value = shaped(mapping.member, want, strings);
    // A date or countries may be in our own form already.
    if (value.is_null() && found.size() == 1 && found[0]->is_object()) value = *found[0];
    if (mapping.member == "language" && value.is_string() && !mend_language(value)) continue;
    if (!value.is_null()) made[mapping.member] = std::move(value);
  }
  Json extra = Json::object();
  if (record.contains("extra") && record["extra"].is_object()) extra = record["extra"];
  for (const FieldMapping& mapping : mappings_) {
    if (made.contains(mapping.member)) erase_leaf(record, mapping.path, 0);
  }
  for (auto& [name, value] : record.items()) {
    if (name == "extra" && value.is_object()) continue;
    const auto want = wanted(name);
    const bool ours = want && *want != Want::kAsIs && !made.contains(name);
    if (is_row && ours && *want == Want::kList && value.is_string()) {
      value = parted(value.get<std::string>());
    }
    // "offset" and the like, which no cell can hold, stay what the table's author meant by them.
    const bool known =
        ours || (!is_row && (name == "source" || name == "offset" || name == "duplicate_of"));
    (known ? made : extra)[name] = std::move(value);
  }
  if (!extra.empty()) made["extra"] = std::move(extra);
  return dump(made);
}

std::string FieldMap::describe() const {
  std::string text;
  for (const FieldMapping& mapping : mappings_) {
    text += mapping.member + '=';
    for (const std::string& name : mapping.path) text += name + '\t';
    text += '\n';
  }
  return text;
}

}  // namespace rapporteur
