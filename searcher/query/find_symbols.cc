// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/find_symbols.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

bool is_symbol_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && c != ',' && c != ';' && c != '"';
}

// Symbols are printed in capitals but for "Add.1", "Rev.2", "Corr.1", "Sub.2".
std::string as_printed(std::string_view typed) {
  std::string symbol;
  bool small = false;  // behind the first letter of such a part
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed[i] == '/') {
      std::string part(typed.substr(i + 1, 4));
      std::transform(part.begin(), part.end(), part.begin(),
                     [](unsigned char c) { return std::tolower(c); });
      symbol += '/';
      const bool ending = part == "add." || part == "rev." || part == "corr" || part == "sub.";
      small = ending;
      if (ending && i + 1 < typed.size()) {
        symbol += static_cast<char>(std::toupper(static_cast<unsigned char>(typed[++i])));
      }
      continue;
    }
    const auto c = static_cast<unsigned char>(typed[i]);
    symbol += static_cast<char>(small ? std::tolower(c) : std::toupper(c));
  }
  return symbol;
}

}  // namespace

void find_symbols(const Symbols& symbols, std::string_view text, std::vector<NamedValue>& found) {
  for (std::size_t slash = text.find('/'); slash != std::string_view::npos;) {
    std::size_t begin = slash;
    while (begin > 0 && is_symbol_byte(text[begin - 1])) --begin;
    std::size_t end = slash;
    while (end < text.size() && is_symbol_byte(text[end])) ++end;
    while (end > slash && (text[end - 1] == '.' || text[end - 1] == '?' || text[end - 1] == '!' ||
                           text[end - 1] == ':'))
      --end;
    while (begin < slash && (text[begin] == '(' || text[begin] == '[')) ++begin;
    const bool has_bracket = text.substr(begin, end - begin).find('(') != std::string_view::npos;
    if (end > slash && text[end - 1] == ')' && !has_bracket) --end;
    const std::string symbol = as_printed(text.substr(begin, end - begin));
    if (symbols.read(symbol)) {
      const TextRange range{begin, end};
      std::erase_if(found, [&](const NamedValue& other) {
        return other.range.begin < range.end && range.begin < other.range.end;
      });
      NamedValue name;
      name.value = symbol;
      name.range = range;
      name.is_symbol = true;
      found.push_back(std::move(name));
    }
    slash = text.find('/', std::max(end, slash + 1));
  }
}

}  // namespace rapporteur
