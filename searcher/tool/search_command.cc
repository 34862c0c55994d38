// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur search: one question, or a file of them; like: a record as a question.
#include <fstream>
#include <iostream>
#include <istream>

#include "common/text/printable.h"
#include "searcher/tool/commands.h"
#include "searcher/tool/print_answer.h"
#include "searcher/tool/program_table.h"
#include "searcher/tool/trec_run.h"

namespace rapporteur {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

int print(const CommandContext& context, const std::string& id, const Answer& answer) {
  if (!context.line.has("quiet") && context.format != OutputFormat::kText) {
    for (const std::string& notice : answer.notices)
      context.err << "rapporteur: " << printable(notice) << '\n';
  }
  switch (context.format) {
    case OutputFormat::kText:
      print_text(answer, context);
      break;
    case OutputFormat::kJson:
      context.out << to_json(answer) << '\n';
      break;
    case OutputFormat::kJsonLines:
      print_json_lines(answer, context.out);
      break;
    case OutputFormat::kTsv:
      print_tsv(answer, context.out);
      break;
    case OutputFormat::kTrec:
      write_trec_run(id, answer.hits,
                     context.line.value("tag").value_or("rapporteur-" + answer.fingerprint),
                     context.out);
      break;
  }
  return answer.hits.empty() && answer.total + answer.tail_total == 0 ? kExitNothingFound
                                                                      : kExitFound;
}

// A run needs neither the records nor the facets.
void trim_for_run(const CommandContext& context, Question& question) {
  if (context.format != OutputFormat::kTrec) return;
  question.details = false;
  question.facets.clear();
  question.correct = false;
}

int search_one(const CommandContext& context, Question question, const std::string& id,
               const std::string& text) {
  question.text = text;
  trim_for_run(context, question);
  const Result<Answer> answer = context.searcher.search(question);
  if (!answer.ok()) return report(context.err, answer.error().message);
  return print(context, id, *answer);
}

int search_file(const CommandContext& context, const Question& question, const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path);
    if (!file) return report(context.err, "the file of questions " + path + " cannot be read");
  }
  std::istream& lines = path == "-" ? std::cin : file;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      return report(context.err, path + ", line " + std::to_string(number) +
                                     ": should be ID, a tab and a question");
    }
    const int code = search_one(context, question, line.substr(0, tab), line.substr(tab + 1));
    if (code == kExitError) return code;
    if (!context.out) break;
  }
  return kExitFound;
}

}  // namespace

int report(std::ostream& err, const std::string& message) {
  err << "rapporteur: " << printable(message) << '\n';
  return kExitError;
}

int run_search(const CommandContext& context) {
  const Result<Question> question = read_question(context.line);
  if (!question.ok()) return report(context.err, question.error().message);
  const std::optional<std::string> queries = context.line.value("queries");
  if (queries && !context.line.arguments.empty()) {
    return report(context.err, "search takes a question or --queries, not both");
  }
  if (queries) return search_file(context, *question, *queries);
  if (context.line.arguments.empty() && question->selections.empty() && !question->dates) {
    return report(context.err,
                  "search needs a question, or at least a filter; see rapporteur search --help");
  }
  return search_one(context, *question, "1", joined(context.line.arguments));
}

int run_like(const CommandContext& context) {
  Result<Question> question = read_question(context.line);
  if (!question.ok()) return report(context.err, question.error().message);
  if (context.line.arguments.size() != 1) {
    return report(context.err,
                  "like takes the id of one record; name others that are wanted with "
                  "search --relevant ID");
  }
  question->like = context.line.arguments.front();
  return search_one(context, *question, *question->like, "");
}

int run_facets(const CommandContext& context) {
  Result<Question> question = read_question(context.line);
  if (!question.ok()) return report(context.err, question.error().message);
  question->text = joined(context.line.arguments);
  question->limit = 0;
  if (!context.line.has("facets")) question->facets = all_facet_fields();
  const Result<Answer> answer = context.searcher.search(*question);
  if (!answer.ok()) return report(context.err, answer.error().message);
  if (context.format == OutputFormat::kText || context.format == OutputFormat::kTsv) {
    print_facets(*answer, context);
    return answer->total == 0 ? kExitNothingFound : kExitFound;
  }
  return print(context, "1", *answer);
}

}  // namespace rapporteur
