// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur show, suggest and stats.
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/text/printable.h"
#include "searcher/render/facets_json.h"
#include "searcher/tool/commands.h"
#include "searcher/tool/program_table.h"

namespace rapporteur {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Members one a line, the text last: what a person wants to read.
void print_record(const Json& record, const CommandContext& context) {
  const auto safe = [&](const std::string& text) {
    return context.terminal ? printable_lines(text) : text;
  };
  for (const auto& [name, value] : record.items()) {
    if (name == "text" || value.is_null()) continue;
    context.out << name << ": " << safe(value.is_string() ? value.get<std::string>() : dump(value))
                << '\n';
  }
  context.out << '\n' << safe(record.value("text", "")) << '\n';
}

Json date_json(const std::optional<DateInterval>& date) {
  if (!date) return nullptr;
  return {{"from", to_iso(date->from)}, {"to", to_iso(date->to)}};
}

std::string date_words(const std::optional<DateInterval>& date) {
  if (!date) return "undated";
  return date->from == date->to ? to_iso(date->from) : to_iso(date->from) + ".." + to_iso(date->to);
}

std::optional<DateInterval> interval_of(const std::optional<HitDate>& date) {
  return date ? std::optional(date->interval) : std::nullopt;
}

void print_group(const std::vector<GroupMember>& members, const CommandContext& context) {
  const auto safe = [&](const std::string& text) {
    return context.terminal ? printable(text) : text;
  };
  for (const GroupMember& member : members) {
    if (context.format != OutputFormat::kText) {
      context.out << dump({{"id", member.id},
                           {"representative", member.representative},
                           {"title", member.title ? Json(*member.title) : Json(nullptr)},
                           {"url", member.url ? Json(*member.url) : Json(nullptr)},
                           {"date", date_json(interval_of(member.date))},
                           {"kind", member.kind}})
                  << '\n';
      continue;
    }
    context.out << (member.representative ? "* " : "  ") << safe(member.id) << "  "
                << date_words(interval_of(member.date)) << "  " << safe(member.kind) << "  "
                << safe(member.title.value_or("(no title)"))
                << (member.url ? "  " + safe(*member.url) : "") << '\n';
  }
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void print_history(const std::string& id, const std::vector<RecordState>& states,
                   const CommandContext& context) {
  if (states.empty() && context.format == OutputFormat::kText) {
    context.out << id << ": indexed by a version that kept no history\n";
  }
  for (const RecordState& state : states) {
    if (context.format != OutputFormat::kText) {
      context.out << dump({{"id", id},
                           {"since", state.since},
                           {"content", state.content},
                           {"date", date_json(state.date)},
                           {"text_bytes", state.text_bytes},
                           {"changed", state.changed}})
                  << '\n';
      continue;
    }
    context.out << state.since << "  "
                << (state.changed.empty() ? "first indexed" : "changed: " + listed(state.changed))
                << "; " << date_words(state.date) << ", " << state.text_bytes
                << " bytes of text, content " << state.content << '\n';
  }
}

// One of the things to show of a record: prints it, or answers what went wrong.
Result<void> show_one(const CommandContext& context, const std::string& id) {
  if (context.line.has("group")) {
    const auto members = context.searcher.group(id);
    if (!members.ok()) return members.error();
    print_group(*members, context);
  }
  if (context.line.has("history")) {
    const auto states = context.searcher.history(id);
    if (!states.ok()) return states.error();
    print_history(id, *states, context);
  }
  if (context.line.has("group") || context.line.has("history")) return {};
  const auto record = context.searcher.show(id);
  if (!record.ok()) return record.error();
  if (context.format == OutputFormat::kText) {
    print_record(Json::parse(*record, nullptr, false), context);
  } else {
    context.out << *record << '\n';
  }
  return {};
}

}  // namespace

int run_show(const CommandContext& context) {
  int code = kExitFound;
  for (const std::string& id : context.line.arguments) {
    const Result<void> shown = show_one(context, id);
    if (shown.ok()) continue;
    code = report(context.err, shown.error().message);
    if (shown.error().code == ErrorCode::kNotFound) code = kExitNothingFound;
  }
  return code;
}

int run_suggest(const CommandContext& context) {
  std::string prefix;
  for (const std::string& word : context.line.arguments)
    prefix += (prefix.empty() ? "" : " ") + word;
  const Result<Question> request = read_question(context.line);
  if (!request.ok()) return report(context.err, request.error().message);
  const Result<std::vector<Suggestion>> suggestions =
      context.searcher.suggest(prefix, request->limit);
  if (!suggestions.ok()) return report(context.err, suggestions.error().message);
  for (const Suggestion& one : *suggestions) {
    if (context.format == OutputFormat::kText || context.format == OutputFormat::kTsv) {
      context.out << (context.terminal ? printable(one.text) : one.text) << '\t' << one.kind << '\t'
                  << one.count << '\n';
    } else {
      context.out << dump({{"text", one.text}, {"kind", one.kind}, {"count", one.count}}) << '\n';
    }
  }
  return suggestions->empty() ? kExitNothingFound : kExitFound;
}

int run_stats(const CommandContext& context) {
  const Result<IndexStatistics> statistics = context.searcher.statistics();
  if (!statistics.ok()) return report(context.err, statistics.error().message);
  if (context.format != OutputFormat::kText) {
    Json json = {
        {"records", statistics->records},
        {"undated", statistics->undated},
        {"without_country", statistics->without_country},
        {"from", statistics->dates ? Json(to_iso(statistics->dates->from)) : Json(nullptr)},
        {"to", statistics->dates ? Json(to_iso(statistics->dates->to)) : Json(nullptr)},
        {"mean_words", statistics->mean_words},
        {"groups", statistics->groups},
        {"grouped", statistics->grouped},
        {"fingerprint", statistics->fingerprint},
        {"facets", facets_json(statistics->facets)}};
    context.out << dump(json) << '\n';
    return kExitFound;
  }
  context.out << statistics->records << " records, " << statistics->undated << " undated, "
              << statistics->without_country << " without a country\n";
  if (statistics->dates) {
    context.out << "dates: " << to_iso(statistics->dates->from) << " to "
                << to_iso(statistics->dates->to) << '\n';
  }
  context.out << "words a record: " << static_cast<long>(statistics->mean_words) << '\n';
  context.out << "groups: " << statistics->groups << ", whose representatives stand for "
              << statistics->grouped << " more records\n";
  context.out << "fingerprint: " << statistics->fingerprint << '\n';
  for (const FacetCounts& facet : statistics->facets) {
    context.out << facet_field_name(facet.field) << ": " << facet.values.size() << " values\n";
  }
  return kExitFound;
}

}  // namespace rapporteur
