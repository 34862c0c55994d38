// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/explain_record.h"

#include <algorithm>
#include <cstdio>

#include "common/record/record_names.h"
#include "common/text/printable.h"
#include "common/text/utf8.h"

namespace rapporteur {
namespace {

constexpr std::size_t kMostPlaces = 5;     // a value
constexpr std::size_t kContextBytes = 48;  // on either side of the words
constexpr std::size_t kNameColumn = 10;    // width of "country", "mandate" ...

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return printable(line);
}

// The words of a place in [brackets], with what stands around them.
std::string in_context(std::string_view text, const TagEvidence& place) {
  const std::size_t begin = std::min<std::size_t>(place.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(place.end, begin, text.size());
  const std::size_t from =
      begin > kContextBytes ? utf8_prefix(text, begin - kContextBytes).size() : 0;
  const std::string_view after = utf8_prefix(text.substr(end), kContextBytes);
  return (from > 0 ? "... " : "") + one_line(text.substr(from, begin - from)) + '[' +
         one_line(text.substr(begin, end - begin)) + ']' + one_line(after) +
         (end + after.size() < text.size() ? " ..." : "");
}

class Explanation {
 public:
  Explanation(const Record& record, const RecordEvidence& evidence)
      : record_(record), evidence_(evidence) {
    if (record.title && *record.title) title_ = **record.title;
  }

  std::string text() {
    head();
    date();
    if (record_.countries) {
      for (const RecordCountry& country : *record_.countries) this->country(country);
    }
    list("body", record_.bodies);
    list("session", record_.sessions);
    list("symbol", record_.symbols);
    list("mandate", record_.mandates);
    list("theme", record_.themes);
    return std::move(out_);
  }

 private:
  void head() {
    out_ += record_.id + "  " + (title_.empty() ? "(no title)" : one_line(title_)) + '\n';
    std::string place = record_.source;
    if (record_.offset) {
      place += ", bytes " + std::to_string(record_.offset->begin) + "-" +
               std::to_string(record_.offset->end);
    }
    row("source", one_line(place));
    if (record_.kind) row("kind", *record_.kind);
    row("language", record_.language && *record_.language ? **record_.language : "unknown");
  }

  void date() {
    if (!record_.date || !*record_.date) return row("date", "none: nothing tells it");
    const RecordDate& date = **record_.date;
    std::string line = to_iso(date.interval.from);
    if (date.interval.to != date.interval.from) line += " to " + to_iso(date.interval.to);
    line.append(", precision ")
        .append(name_of(date.precision))
        .append(", ")
        .append(name_of(date.method));
    row("date", line + (date.evidence.empty() ? "" : ": \"" + one_line(date.evidence) + '"'));
  }

  void country(const RecordCountry& country) {
    char salience[32];
    std::snprintf(salience, sizeof salience, "salience %.2f", country.salience);
    row("country", country.code + (country.primary ? "  primary, " : "  ") + salience);
    places("country", country.code);
  }

  void list(const char* facet, const std::optional<std::vector<std::string>>& values) {
    if (!values) return;
    for (const std::string& value : *values) {
      row(facet, value);
      places(facet, value);
    }
  }

  void places(std::string_view facet, const std::string& value) {
    std::size_t shown = 0;
    std::size_t all = 0;
    for (const TagEvidence& place : evidence_) {
      if (place.facet != facet || place.value != value) continue;
      if (++all > kMostPlaces) continue;
      ++shown;
      row("", (place.in_title ? "title: " : "text: ") +
                  in_context(place.in_title ? title_ : record_.text, place));
    }
    if (all > shown) row("", "and " + std::to_string(all - shown) + " places more");
    if (all == 0) row("", "given with the record");
  }

  void row(std::string name, const std::string& value) {
    name.resize(std::max(kNameColumn, name.size()), ' ');
    out_ += "  " + name + value + '\n';
  }

  const Record& record_;
  const RecordEvidence& evidence_;
  std::string_view title_;
  std::string out_;
};

}  // namespace

std::string explain_record(const Record& record, const RecordEvidence& evidence) {
  return Explanation(record, evidence).text();
}

}  // namespace rapporteur
