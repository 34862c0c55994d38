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

}  // namespace

int run_show(const CommandContext& context) {
  int code = kExitFound;
  for (const std::string& id : context.line.arguments) {
    const Result<std::string> record = context.searcher.show(id);
    if (!record.ok()) {
      code = report(context.err, record.error().message);
      if (record.error().code == ErrorCode::kNotFound) code = kExitNothingFound;
      continue;
    }
    if (context.format != OutputFormat::kText) {
      context.out << *record << '\n';
      continue;
    }
    print_record(Json::parse(*record, nullptr, false), context);
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
  context.out << "fingerprint: " << statistics->fingerprint << '\n';
  for (const FacetCounts& facet : statistics->facets) {
    context.out << facet_field_name(facet.field) << ": " << facet.values.size() << " values\n";
  }
  return kExitFound;
}

}  // namespace rapporteur
