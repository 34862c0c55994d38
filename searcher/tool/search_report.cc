// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/search_report.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "common/text/printable.h"

namespace rapporteur {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kBlockBegin = "\n```json\n";
constexpr const char* kBlockEnd = "\n```\n";

// A word as a shell takes it.
std::string quoted(const std::string& word) {
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("-_.,:=/").find(c) != std::string_view::npos;
  });
  if (plain) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string command_of(const std::vector<std::string>& words) {
  std::string command = "rapporteur";
  for (const std::string& word : words) command += " " + quoted(word);
  return command;
}

std::string line(const std::string& what, const std::string& value) {
  return "- " + what + ": " + printable(value) + "\n";
}

// Indented: Markdown prints it as it stands.
std::string as_typed(const std::string& text) {
  return "    " + printable(text) + "\n";
}

std::string reading(const Answer& answer) {
  std::string text;
  for (const Interpretation& one : answer.query.interpretation) {
    const std::string value =
        one.dates ? to_iso(one.dates->from) + " to " + to_iso(one.dates->to) : one.value;
    text += line(one.facet, value + " (\"" + one.words + "\"), " +
                                (one.filters ? "a filter" : "lifts records that have it"));
  }
  for (const Choice& choice : answer.query.choices) {
    std::string taken;
    for (const Reading& one : choice.taken)
      taken += (taken.empty() ? "" : ", ") + (one.label.empty() ? one.facet : one.label);
    std::string others;
    for (const Reading& one : choice.others)
      others += (others.empty() ? "" : ", ") + (one.label.empty() ? one.facet : one.label);
    text += line("\"" + choice.words + "\"",
                 "taken for " + taken + (others.empty() ? "" : "; could be " + others));
  }
  text += line("words", answer.query.text.empty() ? "none" : answer.query.text);
  for (const Expansion& one : answer.query.expansions) {
    std::string also;
    for (const std::string& other : one.also) also += (also.empty() ? "" : ", ") + other;
    text += line("also", one.words + " as " + also);
  }
  for (const AddedWord& one : answer.query.added) text += line("added", one.word);
  for (const std::string& notice : answer.notices) text += line("note", notice);
  return text;
}

std::string findings(const SearchRecord& record, const Answer& answer) {
  std::string text = line("matches", std::to_string(answer.total));
  if (answer.tail_total > 0) {
    text += line("records that satisfy what was understood, without the words",
                 std::to_string(answer.tail_total));
  }
  if (answer.collapsed + answer.tail_collapsed > 0) {
    text += line("of these, not listed since they are the same publication as a listed one",
                 std::to_string(answer.collapsed + answer.tail_collapsed));
  }
  text += line("listed", std::to_string(record.listed) +
                             "; XXH3-128 of their ids, a line each: " + record.hits_hash);
  for (const FacetCounts& facet : answer.facets) {
    std::string counts;
    for (const FacetCount& value : facet.values) {
      counts += (counts.empty() ? "" : ", ") + (value.label.empty() ? value.value : value.label) +
                " " + std::to_string(value.count);
    }
    if (!counts.empty()) text += line(facet_field_name(facet.field), counts);
  }
  return text;
}

std::string block(const SearchRecord& record) {
  const Json json = {{"format", 1},
                     {"words", record.words},
                     {"today", to_iso(record.today)},
                     {"made", record.made},
                     {"index", {{"fingerprint", record.fingerprint}, {"records", record.records}}},
                     {"total", record.total},
                     {"tail_total", record.tail_total},
                     {"listed", record.listed},
                     {"hits_hash", record.hits_hash}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::vector<std::string> repeatable_words(const CommandLine& line) {
  static constexpr std::array<std::string_view, 5> kOwn = {"index", "report", "format", "color",
                                                           "quiet"};
  std::vector<std::string> words = {line.command->name};
  for (const std::string& option : line.command->options) {
    if (!line.has(option) || std::find(kOwn.begin(), kOwn.end(), option) != kOwn.end()) continue;
    const std::vector<std::string> values = line.values(option);
    if (values.empty()) words.push_back("--" + option);
    for (const std::string& value : values) words.push_back("--" + option + "=" + value);
  }
  // What the format would choose by itself.
  if (!line.has("duplicates") && line.value("format") == "trec")
    words.emplace_back("--duplicates=show");
  words.emplace_back("--");
  words.insert(words.end(), line.arguments.begin(), line.arguments.end());
  return words;
}

std::string search_report(const SearchRecord& record, const Answer& answer) {
  std::string text = "# Search report\n\n";
  if (!answer.query.typed.empty()) text += as_typed(answer.query.typed) + "\n";
  text += line("made", record.made + " with rapporteur " RAPPORTEUR_VERSION);
  text += line("index", record.fingerprint + ", " + std::to_string(record.records) + " records");
  text += "\n## How the question was read\n\n" + reading(answer);
  text += "\n## What was found\n\n" + findings(record, answer);
  text +=
      "\n## To repeat it\n\n" + as_typed(command_of(record.words)) +
      "\n`rapporteur repeat REPORT --index DIR` does so and says whether the hits are the same.\n";
  return text + kBlockBegin + block(record) + kBlockEnd;
}

Result<SearchRecord> read_search_report(const std::string& name, const std::string& report) {
  const Error none{ErrorCode::kInvalidInput,
                   name + " is no search report: it has no block of JSON as --report writes it"};
  const std::size_t begin = report.rfind(kBlockBegin);
  if (begin == std::string::npos) return none;
  const std::size_t from = begin + std::string_view(kBlockBegin).size();
  const std::size_t end = report.find(kBlockEnd, from);
  if (end == std::string::npos) return none;
  const Json json = Json::parse(report.substr(from, end - from), nullptr, false);
  if (!json.is_object()) return none;
  try {
    SearchRecord record;
    if (json.at("format").get<int>() != 1) {
      return Error{ErrorCode::kInvalidInput, name + " is of a later version of rapporteur"};
    }
    record.words = json.at("words").get<std::vector<std::string>>();
    const auto today = parse_iso_interval(json.at("today").get<std::string>());
    if (!today || today->from != today->to) return none;
    record.today = today->from;
    record.made = json.at("made").get<std::string>();
    record.fingerprint = json.at("index").at("fingerprint").get<std::string>();
    record.records = json.at("index").at("records").get<std::uint64_t>();
    record.total = json.at("total").get<std::uint64_t>();
    record.tail_total = json.at("tail_total").get<std::uint64_t>();
    record.listed = json.at("listed").get<std::uint64_t>();
    record.hits_hash = json.at("hits_hash").get<std::string>();
    return record;
  } catch (const Json::exception&) {
    return none;
  }
}

}  // namespace rapporteur
