// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur search: one question, or a file of them; like: a record as a question.
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <istream>
#include <set>

#include "common/text/printable.h"
#include "searcher/tool/commands.h"
#include "searcher/tool/hits_hash.h"
#include "searcher/tool/print_answer.h"
#include "searcher/tool/program_table.h"
#include "searcher/tool/search_report.h"
#include "searcher/tool/utc.h"

namespace rapporteur {

namespace {

// Hands an answer to a printer and keeps what a report needs of it.
class Recorder : public AnswerSink {
 public:
  explicit Recorder(AnswerSink& printer) : printer_(printer) {}

  void begin(const Answer& answer) override {
    head_ = answer;
    printer_.begin(answer);
  }
  bool take(Hit hit) override {
    hash_.add(hit.id);
    return printer_.take(std::move(hit));
  }

  const Answer& head() const { return head_; }
  const HitsHash& hash() const { return hash_; }

 private:
  AnswerSink& printer_;
  Answer head_;
  HitsHash hash_;
};

// A page of an answer is read at once, so that the time it took is known when it is printed; an
// answer of any size comes hit by hit.
Result<StreamEnd> hand_out(const CommandContext& context, const Question& question,
                           AnswerSink& sink) {
  if (wants_all(context.line)) return context.searcher.stream(question, sink);
  Result<Answer> answer = context.searcher.search(question);
  if (!answer.ok()) return answer.error();
  StreamEnd end;
  end.hits = answer->hits.size();
  end.took_ms = answer->took_ms;
  std::vector<Hit> hits = std::move(answer->hits);
  answer->hits.clear();
  sink.begin(*answer);
  for (Hit& hit : hits) {
    if (!sink.take(std::move(hit))) break;
  }
  return end;
}

// A run needs neither the records nor the facets.
void trim_for_run(const CommandContext& context, Question& question) {
  if (context.format != OutputFormat::kTrec) return;
  question.details = false;
  question.facets.clear();
  question.correct = false;
}

int write_report(const CommandContext& context, const Question& question, const Recorder& recorded,
                 const std::string& path) {
  const Answer& answer = recorded.head();
  const SearchRecord record = {repeatable_words(context.line),
                               *question.today,
                               now_in_utc(),
                               answer.fingerprint,
                               answer.records,
                               answer.total,
                               answer.tail_total,
                               recorded.hash().count(),
                               recorded.hash().hex()};
  std::ofstream file(path, std::ios::binary);
  file << search_report(record, answer);
  file.close();
  return file ? kExitFound : report(context.err, "the report " + path + " cannot be written");
}

int search_one(const CommandContext& context, Question question, const std::string& id) {
  question.today = today_in_utc();
  trim_for_run(context, question);
  const std::unique_ptr<AnswerPrinter> printer = make_answer_printer(context, id);
  Recorder recorded(*printer);
  const Result<StreamEnd> end = hand_out(context, question, recorded);
  if (!end.ok()) return report(context.err, end.error().message);
  printer->finish(*end);
  if (const std::optional<std::string> path = context.line.value("report")) {
    const int written = write_report(context, question, recorded, *path);
    if (written != kExitFound) return written;
  }
  const Answer& answer = recorded.head();
  return answer.total + answer.tail_total == 0 ? kExitNothingFound : kExitFound;
}

int search_file(const CommandContext& context, Question question, const std::string& path) {
  std::ifstream file;
  std::error_code error;
  if (path != "-") {
    file.open(path);
    if (!file || std::filesystem::is_directory(path, error))
      return report(context.err, "the file of questions " + path + " cannot be read");
  }
  std::istream& lines = path == "-" ? std::cin : file;
  int worst = kExitFound;
  std::set<std::string, std::less<>> ids;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const std::string id = line.substr(0, line.find('\t'));
    const std::string place = path + ", line " + std::to_string(number) + ": ";
    if (id.empty() || id.size() == line.size() || id.find(' ') != std::string::npos) {
      worst = report(context.err, place +
                                      "should be an ID without spaces, a tab and a question; "
                                      "it was passed over");
      continue;
    }
    if (!ids.insert(id).second) {
      context.err << "rapporteur: " << printable(place + "a question " + id + " came before")
                  << '\n';
    }
    question.text = line.substr(id.size() + 1);
    if (search_one(context, question, id) == kExitError) worst = kExitError;
    if (!context.out) break;
  }
  return worst;
}

}  // namespace

int report(std::ostream& err, const std::string& message) {
  err << "rapporteur: " << printable(message) << '\n';
  return kExitError;
}

int run_search(const CommandContext& context) {
  const Result<Question> question = read_question(context.line);
  if (!question.ok()) return report(context.err, question.error().message);
  if (wants_all(context.line) && context.format == OutputFormat::kJson) {
    return report(
        context.err,
        "--format json would hold all hits in memory; use --format jsonl with --limit all");
  }
  const std::optional<std::string> queries = context.line.value("queries");
  if (queries && !context.line.arguments.empty()) {
    return report(context.err, "search takes a question or --queries, not both");
  }
  if (queries && context.line.has("report")) {
    return report(context.err, "--report is of one question, not of a file of them");
  }
  if (queries) return search_file(context, *question, *queries);
  if (context.line.arguments.empty() && question->selections.empty() && !question->dates) {
    return report(context.err,
                  "search needs a question, or at least a filter; see rapporteur search --help");
  }
  return search_one(context, *question, "1");
}

int run_like(const CommandContext& context) {
  const Result<Question> question = read_question(context.line);
  if (!question.ok()) return report(context.err, question.error().message);
  if (context.line.arguments.size() != 1) {
    return report(context.err,
                  "like takes the id of one record; name others that are wanted with "
                  "search --relevant ID");
  }
  return search_one(context, *question, *question->like);
}

int run_facets(const CommandContext& context) {
  Result<Question> question = read_question(context.line);
  if (!question.ok()) return report(context.err, question.error().message);
  question->limit = 0;
  if (!context.line.has("facets")) question->facets = all_facet_fields();
  const Result<Answer> answer = context.searcher.search(*question);
  if (!answer.ok()) return report(context.err, answer.error().message);
  if (context.format == OutputFormat::kText || context.format == OutputFormat::kTsv) {
    print_facets(*answer, context);
    return answer->total == 0 ? kExitNothingFound : kExitFound;
  }
  const std::unique_ptr<AnswerPrinter> printer = make_answer_printer(context, "1");
  printer->begin(*answer);
  printer->finish({});
  return answer->total == 0 ? kExitNothingFound : kExitFound;
}

}  // namespace rapporteur
