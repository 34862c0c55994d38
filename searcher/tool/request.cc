// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/request.h"

#include <algorithm>
#include <array>
#include <limits>

namespace rapporteur {

namespace {

constexpr std::array<const char*, 5> kFormats = {"text", "json", "jsonl", "tsv", "trec"};
constexpr std::array<const char*, 3> kSorts = {"relevance", "newest", "oldest"};
constexpr std::array<const char*, 2> kDuplicates = {"show", "collapse"};
constexpr std::array<const char*, 2> kMatches = {"any", "all"};
constexpr std::array<const char*, 3> kWhens = {"auto", "always", "never"};
constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();

void read_selections(const CommandLine& line, Question& question) {
  for (const FacetField field : all_facet_fields()) {
    std::string option = facet_field_name(field);
    std::replace(option.begin(), option.end(), '_', '-');
    for (const std::string& value : line.values(option))
      question.selections.push_back({field, value, false});
    for (const std::string& value : line.values("not-" + option))
      question.selections.push_back({field, value, true});
  }
}

Result<void> read_dates(const CommandLine& line, Question& question) {
  DateInterval dates{{1, 1, 1}, {9999, 12, 31}};
  for (const char* option : {"from", "to"}) {
    const std::optional<std::string> typed = line.value(option);
    if (!typed) continue;
    const std::optional<DateInterval> interval = parse_iso_interval(*typed);
    if (!interval) {
      return Error{ErrorCode::kInvalidInput,
                   std::string("--") + option +
                       " must be a date like 2018, 2018-05 or 2018-05-31, not \"" + *typed + "\""};
    }
    (option == std::string("from") ? dates.from = interval->from : dates.to = interval->to);
    question.dates = dates;
  }
  if (question.dates && question.dates->to < question.dates->from) {
    return Error{ErrorCode::kInvalidInput, "--from " + to_iso(question.dates->from) +
                                               " is later than --to " + to_iso(question.dates->to)};
  }
  return {};
}

Result<void> read_facets(const CommandLine& line, Question& question) {
  if (const std::optional<std::string> list = line.value("facets")) {
    question.facets.clear();
    std::string rest = *list == "none" ? "" : *list;
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      const std::string name = rest.substr(0, comma);
      rest = comma == std::string::npos ? "" : rest.substr(comma + 1);
      const std::optional<FacetField> field = facet_field_from_name(name);
      if (!field) {
        return Error{ErrorCode::kInvalidInput, "--facets: there is no facet \"" + name +
                                                   "\"; there are country, primary_country, body, "
                                                   "session, mandate, theme, year, language, kind"};
      }
      question.facets.push_back(*field);
    }
  }
  if (const std::optional<std::string> limit = line.value("facet-limit")) {
    question.facet_limit = kMost;
    if (*limit == "all") return {};
    const Result<std::size_t> number = parse_number("facet-limit", *limit, 1, 1'000'000);
    if (!number.ok()) return number.error();
    question.facet_limit = *number;
  }
  return {};
}

// Reads --option as a number or a choice into `target`, if it was given.
template <typename Read, typename Assign>
Result<void> read_if_given(const CommandLine& line, const char* option, Read read, Assign assign) {
  const std::optional<std::string> typed = line.value(option);
  if (!typed) return {};
  const Result<std::size_t> value = read(option, *typed);
  if (!value.ok()) return value.error();
  assign(*value);
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// A run must not lose a record; a person wants to read a publication once.
DuplicateMode default_duplicates(const CommandLine& line) {
  const bool is_run = line.value("format") == "trec" || line.has("queries") || wants_all(line);
  return is_run ? DuplicateMode::kShow : DuplicateMode::kCollapse;
}

}  // namespace

Result<Question> read_question(const CommandLine& line) {
  Question question;
  question.literal = line.has("literal");
  question.tail = !line.has("no-tail");
  question.explain = line.has("explain");
  question.expand = line.has("expand");
  question.relevant = line.values("relevant");
  question.duplicates = default_duplicates(line);
  read_selections(line, question);
  const auto number = [](const char* option, const std::string& word) {
    return parse_number(option, word, 0, 100'000'000);
  };
  const auto sort = [](const char* option, const std::string& word) {
    return parse_choice(option, word, kSorts);
  };
  const auto duplicates = [](const char* option, const std::string& word) {
    return parse_choice(option, word, kDuplicates);
  };
  const auto match = [](const char* option, const std::string& word) {
    return parse_choice(option, word, kMatches);
  };
  const auto number_or_all = [](const char* option, const std::string& word) {
    return word == "all" ? Result<std::size_t>(kMost) : parse_number(option, word, 0, 100'000'000);
  };
  for (const Result<void>& read :
       {read_dates(line, question), read_facets(line, question),
        read_if_given(line, "limit", number_or_all, [&](std::size_t n) { question.limit = n; }),
        read_if_given(line, "offset", number, [&](std::size_t n) { question.offset = n; }),
        read_if_given(line, "deadline", number,
                      [&](std::size_t n) { question.deadline = std::chrono::milliseconds(n); }),
        read_if_given(line, "sort", sort,
                      [&](std::size_t n) { question.sort = static_cast<SortOrder>(n); }),
        read_if_given(line, "match", match,
                      [&](std::size_t n) { question.match = static_cast<MatchMode>(n); }),
        read_if_given(line, "duplicates", duplicates, [&](std::size_t n) {
          question.duplicates = static_cast<DuplicateMode>(n);
        })}) {
    if (!read.ok()) return read.error();
  }
  question.records = line.has("records") || wants_all(line);
  if (line.command->name == std::string_view("like")) {
    if (!line.arguments.empty()) question.like = line.arguments.front();
  } else {
    question.text = joined(line.arguments);
  }
  return question;
}

bool wants_all(const CommandLine& line) {
  return line.value("limit") == "all";
}

Result<OutputFormat> read_format(const CommandLine& line) {
  const Result<std::size_t> choice =
      parse_choice("format", line.value("format").value_or("text"), kFormats);
  if (!choice.ok()) return choice.error();
  return static_cast<OutputFormat>(*choice);
}

Result<bool> read_color(const CommandLine& line, bool is_terminal, bool no_color) {
  const Result<std::size_t> choice =
      parse_choice("color", line.value("color").value_or("auto"), kWhens);
  if (!choice.ok()) return choice.error();
  return *choice == 1 || (*choice == 0 && is_terminal && !no_color);
}

}  // namespace rapporteur
