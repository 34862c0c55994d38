// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur repeat: asks again what a search report tells, and holds the outcome against it.
#include <fstream>
#include <ostream>
#include <sstream>

#include "searcher/tool/commands.h"
#include "searcher/tool/hits_hash.h"
#include "searcher/tool/program_table.h"
#include "searcher/tool/search_report.h"
#include "searcher/tool/utc.h"

namespace rapporteur {

namespace {

// Keeps what is compared.
class Outcome : public AnswerSink {
 public:
  explicit Outcome(SearchRecord& record) : record_(record) {}

  void begin(const Answer& answer) override {
    record_.fingerprint = answer.fingerprint;
    record_.records = answer.records;
    record_.total = answer.total;
    record_.tail_total = answer.tail_total;
  }
  bool take(Hit hit) override {
    hash_.add(hit.id);
    record_.listed = hash_.count();
    record_.hits_hash = hash_.hex();
    return true;
  }

 private:
  SearchRecord& record_;
  HitsHash hash_;
};

Result<SearchRecord> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) return Error{ErrorCode::kIo, "the report " + path + " cannot be read"};
  return read_search_report(path, text.str());
}

// The question that the report's words make, on its day.
Result<Question> question_of(const SearchRecord& record) {
  const Result<CommandLine> line = parse_command_line(program_table(), record.words);
  if (!line.ok()) return line.error();
  Result<Question> question = read_question(*line);
  if (!question.ok()) return question.error();
  question->today = record.today;
  question->details = false;
  question->facets.clear();
  question->correct = false;
  return question;
}

std::string outcome_words(const SearchRecord& record) {
  return record.made + ", index " + record.fingerprint + " (" + std::to_string(record.records) +
         " records): " + std::to_string(record.total) + " matches, " +
         std::to_string(record.tail_total) + " without the words, " +
         std::to_string(record.listed) + " listed";
}

}  // namespace

int run_repeat(const CommandContext& context) {
  if (context.line.arguments.size() != 1) {
    return report(context.err, "repeat takes one report, as search --report writes it");
  }
  const Result<SearchRecord> then = read_file(context.line.arguments.front());
  if (!then.ok()) return report(context.err, then.error().message);
  const Result<Question> question = question_of(*then);
  if (!question.ok()) return report(context.err, question.error().message);

  SearchRecord now;
  now.made = now_in_utc();
  now.hits_hash = HitsHash().hex();
  Outcome outcome(now);
  const Result<StreamEnd> end = context.searcher.stream(*question, outcome);
  if (!end.ok()) return report(context.err, end.error().message);

  const bool same = now.total == then->total && now.tail_total == then->tail_total &&
                    now.listed == then->listed && now.hits_hash == then->hits_hash;
  context.out << "report: " << outcome_words(*then) << "\nnow:    " << outcome_words(now) << '\n'
              << (same ? "the same hits in the same order" : "the hits differ")
              << (now.fingerprint == then->fingerprint
                      ? "; the index is the same\n"
                      : "; the index is another, or has changed since\n");
  return same ? kExitFound : kExitDiffers;
}

}  // namespace rapporteur
