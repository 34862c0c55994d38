// SPDX-License-Identifier: GPL-2.0-or-later
//
// How long questions take in-process, with three facets and ten hits, beside plain Xapian in the
// same run.
#include <rapporteur/searcher.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "benchmarks/speed/xapian_peer.h"
#include "common/program/command_line.h"

namespace rapporteur::speed {
namespace {

double milliseconds_of(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

double quantile(std::vector<double> values, double q) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))];
}

void print_row(const char* name, const std::vector<double>& times) {
  std::printf("%-24s %8.3f %8.3f %8.3f %8.3f\n", name, quantile(times, 0.5), quantile(times, 0.9),
              quantile(times, 0.99), quantile(times, 1.0));
}

int measure(const std::string& index, const std::string& queries, std::size_t rounds) {
  std::vector<std::string> questions;
  std::ifstream file(queries);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) questions.push_back(line.substr(tab + 1));
  }
  const Result<Searcher> searcher = Searcher::open(index);
  if (!searcher.ok() || questions.empty()) {
    std::cerr << (searcher.ok() ? queries + " holds no questions" : searcher.error().message)
              << '\n';
    return 2;
  }
  XapianPeer peer(index);
  std::vector<double> ours, expanded, without_snippets, theirs, ratios;
  for (std::size_t round = 0; round <= rounds; ++round) {  // the first one warms up
    for (const std::string& text : questions) {
      Question question;
      question.text = text;
      const double own = milliseconds_of([&] { (void)searcher->search(question).ok(); });
      question.expand = true;
      const double more = milliseconds_of([&] { (void)searcher->search(question).ok(); });
      question.expand = false;
      question.details = false;
      const double bare = milliseconds_of([&] { (void)searcher->search(question).ok(); });
      const double other = milliseconds_of([&] { peer.answer(text); });
      if (round == 0) continue;
      ours.push_back(own);
      expanded.push_back(more);
      without_snippets.push_back(bare);
      theirs.push_back(other);
      ratios.push_back(other / own);
    }
  }
  std::printf("%zu questions, %zu rounds; milliseconds\n%-24s %8s %8s %8s %8s\n", questions.size(),
              rounds, "", "p50", "p90", "p99", "max");
  print_row("rapporteur", ours);
  print_row("rapporteur, --expand", expanded);
  print_row("rapporteur, ids only", without_snippets);
  print_row("Xapian, spies", theirs);
  print_row("ratio Xapian/rapporteur", ratios);
  return 0;
}

const ProgramTable& program_table() {
  static const ProgramTable table = {
      "rapporteur-query-speed",
      "times questions with three facets beside plain Xapian.",
      "exit codes: 0 done, 2 error.\n",
      {{"index", 0, "DIR", false, "the index folder"},
       {"rounds", 0, "N", false, "times each question (default: 10)"}},
      {{"run",
        "QUERIES",
        true,
        "time each question of a file \"ID TAB QUESTION\"",
        "",
        {"index", "rounds"}}}};
  return table;
}

int run(const std::vector<std::string>& words) {
  const Result<CommandLine> line = parse_command_line(program_table(), words);
  if (!line.ok() || line->command == nullptr || !line->has("index")) {
    std::cerr << (line.ok() ? help_text(program_table(), nullptr) : line.error().message + "\n");
    return 2;
  }
  const Result<std::size_t> rounds =
      parse_number("rounds", line->value("rounds").value_or("10"), 1, 10'000);
  if (!rounds.ok()) {
    std::cerr << rounds.error().message << '\n';
    return 2;
  }
  return measure(*line->value("index"), line->arguments.front(), *rounds);
}

}  // namespace
}  // namespace rapporteur::speed

int main(int argc, char** argv) {
  return rapporteur::speed::run({argv + 1, argv + argc});
}
