// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_names.h"

#include <array>
#include <unordered_map>
#include <vector>

#include "common/vocabulary/table.h"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestNames = 400;

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

// Finds all patterns in one pass (Aho and Corasick, 1975). Bytes are letters, digits, '-' and '|';
// all others look alike.
class Matcher {
 public:
  Matcher() {
    static const auto table = Table::embedded("html/names.tsv", {"pattern", "role"});
    add_state();
    if (table.ok())
      for (const auto& row : table->rows()) add(row[0], role_of(row[1]));
    link();
  }

  std::uint8_t roles(std::string_view spelled) const {
    std::uint8_t found = 0;
    std::uint16_t state = 0;
    for (const char c : spelled) {
      state = next_[state][letter(c)];
      found |= roles_[state];
    }
    return found;
  }

 private:
  static constexpr std::size_t kLetters = 39;

  static std::size_t letter(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a');
    if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0' + 26);
    return c == '-' ? 36 : c == '|' ? 37 : 38;
  }

  std::uint16_t add_state() {
    next_.push_back({});
    roles_.push_back(0);
    return static_cast<std::uint16_t>(next_.size() - 1);
  }

  void add(std::string_view pattern, std::uint8_t role) {
    std::uint16_t state = 0;
    for (const char c : pattern) {
      if (next_[state][letter(c)] == 0) {
        const std::uint16_t fresh = add_state();
        next_[state][letter(c)] = fresh;
      }
      state = next_[state][letter(c)];
    }
    roles_[state] |= role;
  }

  // Makes the trie an automaton: where no pattern goes on, the longest suffix that is a prefix of
  // one does.
  void link() {
    std::vector<std::uint16_t> suffix(next_.size(), 0);
    std::vector<std::uint16_t> queue;
    for (std::uint16_t child : next_[0])
      if (child != 0) queue.push_back(child);
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const std::uint16_t state = queue[at];
      roles_[state] |= roles_[suffix[state]];
      for (std::size_t c = 0; c < kLetters; ++c) {
        std::uint16_t& child = next_[state][c];
        const std::uint16_t other = next_[suffix[state]][c];
        if (child == 0) {
          child = other;
        } else {
          suffix[child] = other;
          queue.push_back(child);
        }
      }
    }
  }

  std::vector<std::array<std::uint16_t, kLetters>> next_;
  std::vector<std::uint8_t> roles_;
};

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

std::uint8_t roles_of_names(std::string_view names) {
  static const Matcher kMatcher;
  if (names.empty()) return 0;
  return kMatcher.roles(spelled_names(names.substr(0, kLongestNames)));
}

NameRoles name_roles(const HtmlTree& tree) {
  // Pages use few different names, so each is looked up once.
  std::unordered_map<std::string_view, std::uint8_t> known;
  const auto look_up = [&](std::string_view names) -> std::uint8_t {
    if (names.empty()) return 0;
    const auto [entry, is_new] = known.try_emplace(names, std::uint8_t{0});
    if (is_new) entry->second = roles_of_names(names);
    return entry->second;
  };
  NameRoles roles(tree.nodes.size(), 0);
  for (NodeId node = 0; node < tree.nodes.size(); ++node) {
    if (!tree.nodes[node].has_attributes()) continue;
    roles[node] = static_cast<std::uint8_t>(look_up(tree.attribute(node, "class")) |
                                            look_up(tree.attribute(node, "id")));
  }
  return roles;
}

}  // namespace rapporteur
