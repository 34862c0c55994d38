// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/stop_words.h"

#include <algorithm>

#include "common/text/tokenizer.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

Result<StopWords> StopWords::load() {
  const Result<Table> table = Table::embedded("search/stop-words.tsv", {"language", "words"});
  if (!table.ok()) return table.error();
  StopWords stop_words;
  for (const auto& row : table->rows()) {
    List& list = stop_words.lists_.emplace_back();
    list.language = row[0];
    std::string_view words = row[1];
    while (!words.empty()) {
      const std::size_t space = words.find(' ');
      const std::string_view word = words.substr(0, space);
      const bool elided = word.find('\'') != std::string_view::npos;
      (elided ? stop_words.elided_ : list.words).insert(fold(word));
      words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    }
  }
  std::stable_partition(stop_words.lists_.begin(), stop_words.lists_.end(),
                        [](const List& list) { return list.language == "en"; });
  if (stop_words.lists_.empty()) {
    return Error{ErrorCode::kInvalidInput, "search/stop-words.tsv holds no list"};
  }
  return stop_words;
}

std::vector<bool> StopWords::marked(const Tokens& words,
                                    const std::vector<std::string>& languages) const {
  const auto holds = [&](const List& list, std::size_t i) {
    return list.words.contains(std::string(words.folded(i)));
  };
  const auto count_in = [&](const List& list) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words.list.size(); ++i) count += holds(list, i) ? 1 : 0;
    return count;
  };
  const List* other = nullptr;
  const std::size_t english = count_in(lists_.front());
  std::size_t most = 0;
  for (const List& list : lists_) {
    if (&list == &lists_.front()) continue;
    const auto place = std::find(languages.begin(), languages.end(), list.language);
    const std::size_t count = count_in(list);
    const std::size_t least = place == languages.begin() && place != languages.end() ? 1 : 2;
    const bool plain = count > (place == languages.end() ? 2 * english : english);
    if (!plain || count < least || count <= most) continue;
    most = count;
    other = &list;
  }
  std::vector<bool> marks;
  for (std::size_t i = 0; i < words.list.size(); ++i) {
    marks.push_back(holds(lists_.front(), i) || (other != nullptr && holds(*other, i)));
  }
  mark_elided(words, marks);
  return marks;
}

void StopWords::mark_elided(const Tokens& words, std::vector<bool>& marks) const {
  for (std::size_t i = 1; i < words.list.size(); ++i) {
    if (words.list[i].glue != Glue::kApostrophe) continue;
    const std::string before = std::string(words.folded(i - 1)) + "'";
    const std::string behind(words.folded(i));
    const bool both = elided_.contains(before + behind);
    if (both || elided_.contains(before)) marks[i - 1] = true;
    if (both || elided_.contains("'" + behind)) marks[i] = true;
  }
}

bool StopWords::is_in_any_list(std::string_view folded) const {
  const std::string word(folded);
  return std::any_of(lists_.begin(), lists_.end(),
                     [&](const List& list) { return list.words.contains(word); });
}

bool StopWords::is_in_list(std::string_view folded, std::string_view language) const {
  const auto list = std::find_if(lists_.begin(), lists_.end(),
                                 [&](const List& one) { return one.language == language; });
  return list != lists_.end() && list->words.contains(std::string(folded));
}

bool StopWords::is_english(std::string_view folded) const {
  return lists_.front().words.count(std::string(folded)) > 0;
}

}  // namespace rapporteur
