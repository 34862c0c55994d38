// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_names.h"

#include <vector>

#include "common/vocabulary/table.h"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestNames = 400;

struct Pattern {
  std::string_view text;
  std::uint8_t role;
};

std::uint8_t role_of(std::string_view word) {
  if (word == "body") return kNamesBody;
  if (word == "content") return kNamesContent;
  if (word == "drop") return kNamesDrop;
  if (word == "comments") return kNamesComments;
  if (word == "caption") return kNamesCaption;
  if (word == "date") return kNamesDate;
  if (word == "keep") return kNamesKeep;
  if (word == "teaser") return kNamesTeaser;
  return 0;
}

const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> kPatterns = [] {
    std::vector<Pattern> list;
    static const auto table = Table::embedded("html/names.tsv", {"pattern", "role"});
    if (table.ok())
      for (const auto& row : table->rows()) list.push_back({row[0], role_of(row[1])});
    return list;
  }();
  return kPatterns;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "-has-sidebar-left-" says nothing about a sidebar: the words after has-, with- ... are removed to
// the end of the class.
void blank_states(std::string& spelled) {
  for (std::string_view state : {"-has-", "-with-", "-without-", "-no-", "-not-"}) {
    for (std::size_t at = spelled.find(state); at != std::string::npos;
         at = spelled.find(state, at + 1)) {
      const std::size_t end = spelled.find('|', at);
      spelled.erase(at + 1, end - at - 1);
    }
  }
}

}  // namespace

std::string spelled_names(std::string_view names) {
  std::string out = "|-";
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    if (is_upper(c)) {
      const bool word_starts = i > 0 && is_lower(names[i - 1]);
      if (word_starts && out.back() != '-') out += '-';
      out += static_cast<char>(c + 32);
    } else if (is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      out += c;
    } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (out.back() != '-') out += '-';
      if (out.size() > 2) out += "|-";
    } else if (out.back() != '-') {
      out += '-';
    }
  }
  if (out.back() != '-') out += '-';
  out += '|';
  blank_states(out);
  return out;
}

std::uint8_t HtmlNames::roles_of(std::string_view names) {
  if (names.empty()) return 0;
  const auto [entry, is_new] = known_.try_emplace(names, std::uint8_t{0});
  if (!is_new) return entry->second;
  const std::string spelled = spelled_names(names.substr(0, kLongestNames));
  for (const Pattern& pattern : patterns())
    if ((entry->second & pattern.role) == 0 && spelled.find(pattern.text) != std::string::npos)
      entry->second |= pattern.role;
  return entry->second;
}

std::uint8_t HtmlNames::roles(const HtmlTree& tree, NodeId node) {
  return static_cast<std::uint8_t>(roles_of(tree.raw_attribute(node, "class")) |
                                   roles_of(tree.raw_attribute(node, "id")));
}

}  // namespace rapporteur
