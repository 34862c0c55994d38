// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/suite_table.h"

#include <algorithm>
#include <cstdio>
#include <functional>

namespace rapporteur::recall {

namespace {

using Row = std::vector<std::string>;

std::string formatted(const char* format, double value) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string change(double value, double from) {
  return from == 0.0 ? "" : formatted(" %+.1f %%", 100.0 * (value - from) / from);
}

std::string cell(const Figure& figure) {
  std::string text = formatted("%.4f", figure.value);
  if (!figure.p) return text;
  return text + change(figure.value, figure.baseline_value) + formatted(" (p %.3f)", *figure.p) +
         (figure.significant() ? " *" : "");
}

const std::string& tag_of(const Figure& figure) {
  return figure.tag;
}
std::string tag_of(const Mean&) {
  return "";
}

std::string cell(const Mean& mean) {
  std::string text = formatted("%.4f", mean.value) + change(mean.value, mean.baseline_value);
  if (mean.baseline_value != 0.0) {
    text += " (" + std::to_string(mean.above) + " up, " + std::to_string(mean.below) + " down)";
  }
  return text;
}

// Head first. `entries` hold one cell a measure, in the order of the measures, row by row.
template <typename Entry>
void add_rows(const std::vector<Entry>& entries, std::size_t measures,
              const std::function<std::string(const Entry&)>& first, std::vector<Row>& rows) {
  for (std::size_t i = 0; i + measures <= entries.size(); i += measures) {
    Row row = {first(entries[i]), entries[i].configuration};
    for (std::size_t m = 0; m < measures; ++m) row.push_back(cell(entries[i + m]));
    row.push_back(tag_of(entries[i]));
    rows.push_back(std::move(row));
  }
}

std::vector<Row> rows_of(const SuiteFigures& figures) {
  Row head = {"collection", "configuration"};
  head.insert(head.end(), figures.measures.begin(), figures.measures.end());
  head.push_back("run");
  std::vector<Row> rows = {head};
  const std::size_t measures = figures.measures.size();
  add_rows<Figure>(
      figures.figures, measures,
      [](const Figure& f) { return f.collection + ", " + std::to_string(f.topics) + " topics"; },
      rows);
  add_rows<Mean>(
      figures.means, measures,
      [](const Mean& m) { return "mean of " + std::to_string(m.collections); }, rows);
  // A collection is named once.
  for (std::size_t i = rows.size() - 1; i > 1; --i) {
    if (rows[i][0] == rows[i - 1][0]) rows[i][0].clear();
  }
  return rows;
}

std::string quoted(const std::string& value) {
  if (value.find_first_of(",\"\n") == std::string::npos) return value;
  std::string text = "\"";
  for (const char c : value) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

}  // namespace

std::string text_table(const SuiteFigures& figures) {
  const std::vector<Row> rows = rows_of(figures);
  std::vector<std::size_t> widths(rows[0].size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  return text;
}

std::string markdown_table(const SuiteFigures& figures) {
  std::string text;
  for (const Row& row : rows_of(figures)) {
    text += '|';
    for (const std::string& value : row) text += ' ' + value + " |";
    text += '\n';
    if (text.find('\n') + 1 != text.size()) continue;
    text += '|';
    for (std::size_t i = 0; i < row.size(); ++i) text += " --- |";
    text += '\n';
  }
  return text;
}

std::string csv_table(const SuiteFigures& figures) {
  std::string text =
      "collection,topics,configuration,tag,measure,value,baseline,baseline_value,p\n";
  for (const Figure& figure : figures.figures) {
    text += quoted(figure.collection) + ',' + std::to_string(figure.topics) + ',' +
            quoted(figure.configuration) + ',' + quoted(figure.tag) + ',' + figure.measure + ',' +
            formatted("%.6f", figure.value) + ',' + quoted(figure.baseline) + ',' +
            (figure.baseline.empty() ? "" : formatted("%.6f", figure.baseline_value)) + ',' +
            (figure.p ? formatted("%.6f", *figure.p) : "") + '\n';
  }
  return text;
}

}  // namespace rapporteur::recall
