// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/tool/record_view.h"

#include <nlohmann/json.hpp>

#include "common/text/printable.h"
#include "common/text/utf8.h"

namespace rapporteur::recall {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kHits = 1000;      // of a question that are looked through for a record
constexpr std::size_t kBeginning = 400;  // bytes of a text

std::string text_of(const Json& record, const char* member) {
  const Json value = record.value(member, Json());
  return value.is_string() ? value.get<std::string>() : "";
}

// Title and facts of a record as `show` gives it.
std::string head_of(const Json& record) {
  const std::string title = text_of(record, "title");
  std::string facts = "undated";
  if (record.contains("date") && record["date"].is_object()) {
    const std::string from = text_of(record["date"], "from"), to = text_of(record["date"], "to");
    facts = from == to ? from : from + ".." + to;
  }
  const Json countries = record.value("countries", Json::array());
  for (const Json& country : countries) {
    if (country.is_object()) facts += ' ' + text_of(country, "code");
  }
  return (title.empty() ? "(no title)" : printable(title)) + "\n" + printable(facts) + "\n";
}

}  // namespace

RecordView::RecordView(const Searcher& searcher, std::map<std::string, std::string> questions,
                       bool styled)
    : searcher_(searcher), questions_(std::move(questions)), styled_(styled) {}

std::string RecordView::question(const std::string& topic) const {
  const auto question = questions_.find(topic);
  return question == questions_.end() ? "(no question is known)" : printable(question->second);
}

std::string RecordView::brief(const std::string& topic, const std::string& id) {
  const Result<std::string> shown = searcher_.show(id);
  if (!shown.ok()) return printable(shown.error().message);
  const Json record = Json::parse(*shown, nullptr, false);
  const auto hit = hits_of(topic).find(id);
  std::string passage;
  if (hit != hits_.end()) passage = marked(hit->second.snippet);
  if (passage.empty()) passage = printable(utf8_prefix(text_of(record, "text"), kBeginning));
  return head_of(record) + passage + "\n" + printable(id);
}

std::string RecordView::whole(const std::string& id) const {
  const Result<std::string> shown = searcher_.show(id);
  if (!shown.ok()) return printable(shown.error().message);
  return printable_lines(text_of(Json::parse(*shown, nullptr, false), "text"));
}

const std::map<std::string, Hit>& RecordView::hits_of(const std::string& topic) {
  if (topic == topic_) return hits_;
  topic_ = topic;
  hits_.clear();
  const auto text = questions_.find(topic);
  if (text == questions_.end()) return hits_;
  Question question;
  question.text = text->second;
  question.limit = kHits;
  question.facets.clear();
  Result<Answer> answer = searcher_.search(question);
  if (!answer.ok()) return hits_;
  for (Hit& hit : answer->hits) hits_.emplace(hit.id, std::move(hit));
  return hits_;
}

std::string RecordView::marked(const Snippet& snippet) const {
  if (!styled_) return printable(snippet.text);
  std::string text;
  std::size_t at = 0;
  for (const auto& [from, to] : snippet.matches) {
    text += printable(snippet.text.substr(at, from - at)) + "\x1b[1m" +
            printable(snippet.text.substr(from, to - from)) + "\x1b[0m";
    at = to;
  }
  return text + printable(snippet.text.substr(at));
}

}  // namespace rapporteur::recall
