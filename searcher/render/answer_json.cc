// SPDX-License-Identifier: GPL-2.0-or-later
//
// The answer as JSON, format 1: keys are only ever added.
#include <rapporteur/answer.h>

#include <nlohmann/json.hpp>

#include "searcher/render/facets_json.h"

namespace rapporteur {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json interpretation_json(const Interpretation& one) {
  Json json = {{"facet", one.facet}};
  if (one.dates) {
    json["from"] = to_iso(one.dates->from);
    json["to"] = to_iso(one.dates->to);
  } else {
    json["value"] = one.value;
    if (!one.values.empty()) json["values"] = one.values;
  }
  json["words"] = one.words;
  json["applied"] = one.filters ? "filter" : "boost";
  return json;
}

Json readings_json(const std::vector<Reading>& readings) {
  Json list = Json::array();
  for (const Reading& one : readings)
    list.push_back({{"facet", one.facet}, {"value", one.value}, {"label", one.label}});
  return list;
}

Json query_json(const UnderstoodQuery& query) {
  Json interpretation = Json::array();
  for (const Interpretation& one : query.interpretation)
    interpretation.push_back(interpretation_json(one));
  Json choices = Json::array();
  for (const Choice& choice : query.choices) {
    choices.push_back({{"words", choice.words},
                       {"taken", readings_json(choice.taken)},
                       {"others", readings_json(choice.others)}});
  }
  Json expansions = Json::array();
  for (const Expansion& one : query.expansions)
    expansions.push_back({{"words", one.words}, {"also", one.also}});
  Json corrections = Json::array();
  for (const Correction& one : query.corrections)
    corrections.push_back(
        {{"begin", one.begin}, {"end", one.end}, {"words", one.words}, {"instead", one.instead}});
  Json added = Json::array();
  for (const AddedWord& one : query.added)
    added.push_back({{"word", one.word}, {"weight", one.weight}});
  return {{"typed", query.typed},
          {"text", query.text},
          {"interpretation", std::move(interpretation)},
          {"choices", std::move(choices)},
          {"expansions", std::move(expansions)},
          {"corrected", or_null(query.corrected)},
          {"corrections", std::move(corrections)},
          {"added", std::move(added)},
          {"added_from", query.added_from}};
}

Json date_json(const std::optional<HitDate>& date) {
  if (!date) return nullptr;
  return {{"from", to_iso(date->interval.from)},
          {"to", to_iso(date->interval.to)},
          {"precision", date->precision},
          {"method", date->method},
          {"evidence", date->evidence}};
}

Json group_json(const std::optional<HitGroup>& group) {
  if (!group) return nullptr;
  return {{"representative", group->representative},
          {"size", group->size},
          {"ids", group->ids},
          {"collapsed", group->collapsed},
          {"expanded", group->expanded}};
}

Json hit_json(const Hit& hit) {
  Json countries = Json::array();
  for (const HitCountry& country : hit.countries) {
    countries.push_back(
        {{"code", country.code}, {"primary", country.primary}, {"salience", country.salience}});
  }
  Json json = {{"id", hit.id},
               {"title", or_null(hit.title)},
               {"url", or_null(hit.url)},
               {"date", date_json(hit.date)},
               {"countries", std::move(countries)},
               {"bodies", hit.bodies},
               {"language", or_null(hit.language)},
               {"kind", hit.kind},
               {"score", hit.score},
               {"snippet", hit.snippet.text},
               {"snippet_matches", hit.snippet.matches},
               {"matched", hit.matched},
               {"tail", hit.tail},
               {"group", group_json(hit.group)}};
  if (!hit.explanation.empty()) {
    Json explanation = Json::array();
    for (const Contribution& part : hit.explanation) {
      explanation.push_back({{"what", part.what}, {"score", part.score}, {"detail", part.detail}});
    }
    json["explanation"] = std::move(explanation);
  }
  if (hit.record) {
    Json record = Json::parse(*hit.record, nullptr, false);
    json["record"] = record.is_discarded() ? Json(nullptr) : std::move(record);
  }
  return json;
}

}  // namespace

std::string to_json(const Answer& answer) {
  Json hits = Json::array();
  for (const Hit& hit : answer.hits) hits.push_back(hit_json(hit));
  const Json json = {{"format", 1},
                     {"query", query_json(answer.query)},
                     {"total", answer.total},
                     {"total_is_exact", true},
                     {"tail_total", answer.tail_total},
                     {"collapsed", answer.collapsed},
                     {"tail_collapsed", answer.tail_collapsed},
                     {"hits", std::move(hits)},
                     {"facets", facets_json(answer.facets)},
                     {"notices", answer.notices},
                     {"index", {{"fingerprint", answer.fingerprint}, {"records", answer.records}}},
                     {"took_ms", answer.took_ms}};
  return dump(json);
}

std::string to_json(const Hit& hit) {
  return dump(hit_json(hit));
}

}  // namespace rapporteur
