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
      list.words.insert(fold(words.substr(0, space)));
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

std::vector<bool> StopWords::marked(const std::vector<std::string_view>& words) const {
  const auto count_in = [&](const List& list) {
    return std::count_if(words.begin(), words.end(), [&](std::string_view word) {
      return list.words.count(std::string(word)) > 0;
    });
  };
  const auto english = count_in(lists_.front());
  const List* other = nullptr;
  auto most = std::max<std::ptrdiff_t>(1, english);
  for (const List& list : lists_) {
    const auto count = count_in(list);
    if (count <= most) continue;
    most = count;
    other = &list;
  }
  std::vector<bool> marks;
  for (const std::string_view word : words) {
    const std::string key(word);
    marks.push_back(lists_.front().words.count(key) > 0 ||
                    (other != nullptr && other->words.count(key) > 0));
  }
  return marks;
}

bool StopWords::is_in_any_list(std::string_view folded) const {
  const std::string word(folded);
  return std::any_of(lists_.begin(), lists_.end(),
                     [&](const List& list) { return list.words.contains(word); });
}

bool StopWords::is_english(std::string_view folded) const {
  return lists_.front().words.count(std::string(folded)) > 0;
}

}  // namespace rapporteur
