// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/symbols.h"

#include <charconv>
#include <unordered_set>

#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The number of `text`, -1 if it is none or longer than `digits`.
int to_number(std::string_view text, std::size_t digits) {
  if (text.empty() || text.size() > digits) return -1;
  int number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

// The value of a Roman number, 0 if it is none.
int roman(std::string_view text) {
  int value = 0;
  int before = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    int digit = 0;
    switch (text[i]) {
      case 'I':
        digit = 1;
        break;
      case 'V':
        digit = 5;
        break;
      case 'X':
        digit = 10;
        break;
      case 'L':
        digit = 50;
        break;
      case 'C':
        digit = 100;
        break;
      default:
        return 0;
    }
    value += digit < before ? -digit : digit;
    before = std::max(before, digit);
  }
  return value;
}

// What the placeholders of a pattern stood for.
struct Captured {
  int session = 0;
  int special = 0;
  int year = 0;
  int roman = 0;
};

bool is_ending(std::string_view segment) {
  for (const std::string_view ending : {"Add.", "Rev.", "Corr.", "Amend.", "Summary", "Annex"}) {
    if (segment.starts_with(ending)) return true;
  }
  return false;
}

// Endings (/Add.1/Corr.1) may follow every pattern.
bool only_endings(std::string_view rest) {
  while (!rest.empty()) {
    if (rest.front() != '/') return false;
    rest.remove_prefix(1);
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    if (!is_ending(rest.substr(0, slash))) return false;
    rest.remove_prefix(slash);
  }
  return true;
}

// Takes the longest run that `accept` allows from the front of `text`.
template <typename Accept>
std::string_view take(std::string_view& text, Accept accept) {
  std::size_t length = 0;
  while (length < text.size() && accept(text[length])) ++length;
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(length);
  return taken;
}

bool take_placeholder(std::string_view name, std::string_view& text, Captured& captured) {
  if (name == "any") return !take(text, [](char c) { return c != '/'; }).empty();
  if (name == "letters") {
    return !take(text, [](char c) { return c >= 'A' && c <= 'Z'; }).empty();
  }
  if (name == "roman") {
    captured.roman = roman(take(text, [](char c) { return c >= 'A' && c <= 'Z'; }));
    return captured.roman > 0;
  }
  const std::string_view digits = take(text, is_digit);
  if (name == "year") {
    captured.year = to_number(digits, 4);
    return captured.year >= 1946 && captured.year <= 2099;
  }
  if (name == "session") {
    captured.session = to_number(digits, 3);
    return captured.session > 0;
  }
  if (name == "special") {
    captured.special = to_number(digits, 3);
    return captured.special > 0;
  }
  if (digits.empty()) return false;  // {n}
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') text.remove_prefix(1);
  return true;
}

bool fits(std::string_view pattern, std::string_view symbol, Captured& captured) {
  while (!pattern.empty()) {
    if (pattern == "*") return true;
    if (pattern.front() == '{') {
      const std::size_t close = pattern.find('}');
      if (close == std::string_view::npos) return false;
      if (!take_placeholder(pattern.substr(1, close - 1), symbol, captured)) return false;
      pattern.remove_prefix(close + 1);
      continue;
    }
    if (symbol.empty() || pattern.front() != symbol.front()) return false;
    pattern.remove_prefix(1);
    symbol.remove_prefix(1);
  }
  return only_endings(symbol);
}

// Fills {session}, {special}, {roman}, {year-N} of a session's form.
std::string session_id(std::string_view form, const Captured& captured) {
  const std::size_t open = form.find('{');
  if (open == std::string_view::npos) return std::string(form);
  const std::string_view name = form.substr(open + 1, form.find('}') - open - 1);
  int number = 0;
  if (name == "session") number = captured.session;
  if (name == "special") number = captured.special;
  if (name == "roman") number = captured.roman;
  if (name.starts_with("year-")) number = captured.year - to_number(name.substr(5), 4);
  if (number <= 0) return {};
  return std::string(form.substr(0, open)) + std::to_string(number);
}

}  // namespace

struct Symbols::State {
  struct Row {
    std::string_view pattern;
    std::vector<std::string> bodies;
    std::string_view kind;
    std::string_view session;
  };
  std::vector<Row> rows;
  std::unordered_set<std::string> starts;
};

Result<Symbols> Symbols::load() {
  const auto table =
      Table::embedded("bodies/symbols.tsv", {"pattern", "bodies", "kind", "session"});
  if (!table) return table.error();
  auto state = std::make_shared<State>();
  for (const auto& cells : table->rows()) {
    State::Row row{cells[0], {}, cells[2], cells[3]};
    for (std::string_view rest = cells[1]; !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      row.bodies.emplace_back(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    state->starts.emplace(cells[0].substr(0, cells[0].find('/')));
    state->rows.push_back(std::move(row));
  }
  return Symbols(std::shared_ptr<const State>(std::move(state)));
}

std::optional<SymbolMeaning> Symbols::read(std::string_view symbol) const {
  for (const State::Row& row : state_->rows) {
    Captured captured;
    if (!fits(row.pattern, symbol, captured)) continue;
    return SymbolMeaning{row.bodies, std::string(row.kind), session_id(row.session, captured)};
  }
  return std::nullopt;
}

bool Symbols::may_start_with(std::string_view first) const {
  return state_->starts.contains(std::string(first));
}

}  // namespace rapporteur
