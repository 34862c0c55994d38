// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval: measures runs against judgments.
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "benchmarks/recall/measures.h"
#include "common/program/command_line.h"
#include "common/text/printable.h"

namespace rapporteur::recall {
namespace {

const ProgramTable& program_table() {
  static const ProgramTable table = {
      "rapporteur-eval",
      "measures runs against judgments.",
      "exit codes: 0 done, 2 error.\n",
      {{"qrels", 0, "FILE", false, "judgments: \"topic iteration id relevance\" a line"},
       {"measure", 0, "NAME", false, "what compare goes by (default: nDCG@10)"},
       {"topics", 0, nullptr, false, "print each topic as well"}},
      {{"score",
        "RUN...",
        true,
        "the measures of each run, as trec_eval computes them",
        "A run holds \"topic Q0 id rank score tag\" a line; ties of score are broken by id, "
        "falling.\n",
        {"qrels", "topics"}},
       {"compare",
        "RUN RUN...",
        true,
        "each run against the first, topic by topic, with a paired randomisation test",
        "",
        {"qrels", "measure"}}}};
  return table;
}

int fail(const std::string& message) {
  std::cerr << "rapporteur-eval: " << printable(message) << '\n';
  return 2;
}

void print_row(const std::string& name, const Measures& measures) {
  std::printf("%-28s", printable(name).c_str());
  for (const auto& [measure, value] : measures) std::printf(" %9.4f", value);
  std::printf("\n");
}

void print_head(const Measures& measures) {
  std::printf("%-28s", "");
  for (const auto& [measure, value] : measures) std::printf(" %9s", measure.c_str());
  std::printf("\n");
}

int score(const CommandLine& line, const Qrels& qrels) {
  bool first = true;
  for (const std::string& path : line.arguments) {
    const Result<Run> run = read_run(path);
    if (!run.ok()) return fail(run.error().message);
    const auto topics = measure(*run, qrels);
    const Measures means = mean(topics);
    if (first) print_head(means);
    first = false;
    if (line.has("topics")) {
      for (const auto& [topic, measures] : topics) print_row(topic, measures);
    }
    print_row(path, means);
  }
  return 0;
}

// The values of one measure, in the order of the topics.
Result<std::vector<double>> values_of(const std::map<std::string, Measures>& topics,
                                      const std::string& name) {
  std::vector<double> values;
  for (const auto& [topic, measures] : topics) {
    const auto found = std::find_if(measures.begin(), measures.end(),
                                    [&](const auto& m) { return m.first == name; });
    if (found == measures.end())
      return Error{ErrorCode::kInvalidInput, "there is no measure \"" + name + "\""};
    values.push_back(found->second);
  }
  return values;
}

void print_extremes(const std::map<std::string, Measures>& topics, const std::vector<double>& first,
                    const std::vector<double>& second) {
  std::vector<std::pair<double, std::string>> differences;
  std::size_t i = 0;
  for (const auto& [topic, measures] : topics) {
    differences.emplace_back(second[i] - first[i], topic);
    ++i;
  }
  std::sort(differences.begin(), differences.end());
  const std::size_t shown = std::min<std::size_t>(5, differences.size());
  std::printf("  lost most:");
  for (std::size_t n = 0; n < shown; ++n)
    std::printf(" %s %+.3f", differences[n].second.c_str(), differences[n].first);
  std::printf("\n  won most: ");
  for (std::size_t n = 0; n < shown; ++n) {
    const auto& [difference, topic] = differences[differences.size() - 1 - n];
    std::printf(" %s %+.3f", topic.c_str(), difference);
  }
  std::printf("\n");
}

int compare(const CommandLine& line, const Qrels& qrels) {
  if (line.arguments.size() < 2) return fail("compare needs two runs at least");
  const std::string name = line.value("measure").value_or("nDCG@10");
  std::vector<double> first;
  for (const std::string& path : line.arguments) {
    const Result<Run> run = read_run(path);
    if (!run.ok()) return fail(run.error().message);
    const auto topics = measure(*run, qrels);
    const Result<std::vector<double>> values = values_of(topics, name);
    if (!values.ok()) return fail(values.error().message);
    double sum = 0.0;
    for (const double value : *values) sum += value;
    std::printf("%-28s %s %.4f", printable(path).c_str(), name.c_str(),
                sum / static_cast<double>(values->size()));
    if (first.empty()) {
      first = *values;
      std::printf("\n");
      continue;
    }
    std::printf("  p = %.4f\n", randomisation_test(*values, first));
    print_extremes(topics, first, *values);
  }
  return 0;
}

int run(const std::vector<std::string>& words) {
  const Result<CommandLine> line = parse_command_line(program_table(), words);
  if (!line.ok()) return fail(line.error().message);
  if (line->has("help") || line->has("version") || line->command == nullptr) {
    std::cout << help_text(program_table(), line->command);
    return line->command == nullptr && !line->has("help") ? 2 : 0;
  }
  const std::optional<std::string> path = line->value("qrels");
  if (!path) return fail(std::string(line->command->name) + " needs --qrels FILE");
  const Result<Qrels> qrels = read_qrels(*path);
  if (!qrels.ok()) return fail(qrels.error().message);
  return std::string(line->command->name) == "score" ? score(*line, *qrels)
                                                     : compare(*line, *qrels);
}

}  // namespace
}  // namespace rapporteur::recall

int main(int argc, char** argv) {
  return rapporteur::recall::run({argv + 1, argv + argc});
}
