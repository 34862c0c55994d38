// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/split/labels.h"

#include <unordered_map>
#include <vector>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

struct Labels {
  std::unordered_map<std::string, LabelKind> whole;
  std::vector<std::pair<std::string, LabelKind>> edges;
  std::vector<std::pair<std::string, LabelKind>> starts;
};

LabelKind kind_of(std::string_view name) {
  if (name == "contact") return LabelKind::kContact;
  if (name == "credit") return LabelKind::kCredit;
  return name == "share" ? LabelKind::kShare : LabelKind::kAuthor;
}

// A table that cannot be read leaves its words unknown; its test says so.
Labels make_labels() {
  Labels labels;
  const auto table = Table::embedded("split/labels.tsv", {"kind", "where", "wording"});
  if (!table) return labels;
  for (const auto& row : table->rows()) {
    const LabelKind kind = kind_of(row[0]);
    std::string wording = fold(row[2]);
    if (row[1] == "start") {
      labels.starts.emplace_back(std::move(wording), kind);
      continue;
    }
    if (row[1] == "edge") labels.edges.emplace_back(wording, kind);
    labels.whole.emplace(std::move(wording), kind);
  }
  return labels;
}

const Labels& labels() {
  static const Labels made = make_labels();
  return made;
}

struct KindWording {
  std::string wording;
  std::string kind;
};

std::vector<KindWording> make_kinds() {
  std::vector<KindWording> kinds;
  const auto table = Table::embedded("split/kinds.tsv", {"kind", "wording"});
  if (!table) return kinds;
  for (const auto& row : table->rows()) kinds.push_back({fold(row[1]), std::string(row[0])});
  return kinds;
}

bool is_word_byte(char c) {
  return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool starts_with_words(std::string_view text, std::string_view words) {
  return text.substr(0, words.size()) == words &&
         (text.size() == words.size() || !is_word_byte(words.back()) ||
          !is_word_byte(text[words.size()]) || (words.back() & 0x80) != 0);
}

bool ends_with_words(std::string_view text, std::string_view words) {
  if (text.size() < words.size() || text.substr(text.size() - words.size()) != words) return false;
  return text.size() == words.size() || !is_word_byte(text[text.size() - words.size() - 1]);
}

}  // namespace

std::optional<LabelKind> label_before_colon(std::string_view label) {
  const std::string folded = fold(collapse_spaces(label));
  if (const auto found = labels().whole.find(folded); found != labels().whole.end()) {
    return found->second;
  }
  for (const auto& [wording, kind] : labels().edges) {
    if (starts_with_words(folded, wording) || ends_with_words(folded, wording)) return kind;
  }
  return std::nullopt;
}

std::optional<LabelKind> label_at_start(std::string_view line) {
  const std::string folded = fold(utf8_prefix(line, 60));
  for (const auto& [wording, kind] : labels().starts) {
    if (starts_with_words(folded, wording)) return kind;
  }
  return std::nullopt;
}

std::optional<std::string> announced_kind(std::string_view title) {
  static const std::vector<KindWording> kinds = make_kinds();
  const std::string folded = fold(collapse_spaces(title));
  const std::size_t bar = folded.find(" | ");
  const std::string_view whole = folded;
  for (const std::string_view part :
       {bar == std::string::npos ? whole : whole.substr(0, bar),
        bar == std::string::npos ? std::string_view() : whole.substr(bar + 3)}) {
    for (const KindWording& kind : kinds) {
      const bool several_words = kind.wording.find(' ') != std::string::npos;
      if (several_words ? starts_with_words(part, kind.wording) : part == kind.wording) {
        return kind.kind;
      }
    }
  }
  return std::nullopt;
}

}  // namespace rapporteur
