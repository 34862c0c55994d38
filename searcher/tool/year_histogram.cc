// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/year_histogram.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace rapporteur {

namespace {

struct Bar {
  std::string label;
  std::uint64_t count = 0;
};

// 1, 2, 5, 10, 20, 50 ...
int years_a_line(int first, int last, std::size_t most_lines) {
  int tens = 1;
  for (;; tens *= 10) {
    for (const int step : {tens, 2 * tens, 5 * tens}) {
      const int lines = last / step - first / step + 1;
      if (static_cast<std::size_t>(lines) <= most_lines || step > last) return step;
    }
  }
}

std::vector<Bar> bars_of(const FacetCounts& years, std::size_t most_lines) {
  std::vector<Bar> bars;
  std::vector<std::pair<int, std::uint64_t>> dated;
  Bar undated;
  for (const FacetCount& value : years.values) {
    const int year = std::atoi(value.value.c_str());
    if (year > 0) {
      dated.emplace_back(year, value.count);
    } else {
      undated = {value.value, value.count};
    }
  }
  if (!dated.empty()) {
    const int step =
        years_a_line(dated.front().first, dated.back().first, std::max<std::size_t>(most_lines, 1));
    const int first_line = dated.front().first / step;
    for (int line = first_line; line <= dated.back().first / step; ++line) {
      std::string label = std::to_string(line * step);
      if (step > 1) label += "–" + std::to_string(line * step + step - 1);
      bars.push_back({std::move(label), 0});
    }
    for (const auto& [year, count] : dated)
      bars[static_cast<std::size_t>(year / step - first_line)].count += count;
  }
  if (undated.count > 0) bars.push_back(std::move(undated));
  return bars;
}

// In eighths of a character; what is there is seen.
std::string bar(std::uint64_t count, std::uint64_t most) {
  constexpr std::uint64_t kWidth = 40;
  static const char* const kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0) return "";
  const auto share = static_cast<double>(count) / static_cast<double>(most);
  const auto eighths = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(share * kWidth * 8));
  std::string drawn;
  for (std::uint64_t i = 0; i < eighths / 8; ++i) drawn += "█";
  return drawn + kEighths[eighths % 8];
}

// How many columns a label takes: it holds at most one character of several bytes, the dash.
std::size_t columns_of(const std::string& label) {
  return label.find("–") == label.npos ? label.size() : label.size() - 2;
}

}  // namespace

std::vector<std::string> year_histogram(const FacetCounts& years, std::size_t most_lines) {
  const std::vector<Bar> bars = bars_of(years, most_lines);
  std::size_t label_columns = 0;
  std::size_t count_columns = 0;
  std::uint64_t most = 0;
  for (const Bar& one : bars) {
    label_columns = std::max(label_columns, columns_of(one.label));
    count_columns = std::max(count_columns, std::to_string(one.count).size());
    most = std::max(most, one.count);
  }
  std::vector<std::string> lines;
  for (const Bar& one : bars) {
    const std::string count = std::to_string(one.count);
    std::string line = one.label + std::string(label_columns - columns_of(one.label) + 2, ' ') +
                       std::string(count_columns - count.size(), ' ') + count;
    if (one.count > 0) line += " " + bar(one.count, most);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace rapporteur
