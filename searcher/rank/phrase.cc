// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/phrase.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/index/stored_record.h"
#include "common/index/terms.h"
#include "common/text/tokenizer.h"
#include "searcher/rank/doc_set.h"

namespace rapporteur {

namespace {

DocSet records_with_any(const IndexView& view, const std::vector<std::string>& terms,
                        Deadline& deadline) {
  DocSet set(view.columns.size());
  for (const std::string& term : terms) {
    const Xapian::PostingIterator end = view.database.postlist_end(term);
    for (auto posting = view.database.postlist_begin(term); posting != end; ++posting) {
      deadline.check();
      set.insert(view.columns.checked(*posting));
    }
  }
  return set;
}

DocSet candidates(const IndexView& view, const PhraseForms& phrase, Deadline& deadline) {
  DocSet set = view.columns.records();
  for (const auto& stems : phrase.stems) set &= records_with_any(view, stems, deadline);
  for (const std::string& word : phrase.exact) {
    if (set.empty()) break;
    set &= records_with_any(view, {exact_term(word)}, deadline);
  }
  return set;
}

// Where any of `stems` stands in the record, ascending.
std::vector<Xapian::termpos> positions_of_any(const IndexView& view, Xapian::docid docid,
                                              const std::vector<std::string>& stems) {
  std::vector<Xapian::termpos> positions;
  for (const std::string& stem : stems) {
    std::copy(view.database.positionlist_begin(docid, stem),
              view.database.positionlist_end(docid, stem), std::back_inserter(positions));
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  return positions;
}

std::uint32_t count_by_positions(const IndexView& view, Xapian::docid docid,
                                 const PhraseForms& phrase) {
  std::vector<Xapian::termpos> starts = positions_of_any(view, docid, phrase.stems.front());
  for (std::size_t i = 1; i < phrase.stems.size() && !starts.empty(); ++i) {
    const std::vector<Xapian::termpos> here = positions_of_any(view, docid, phrase.stems[i]);
    std::erase_if(starts, [&](Xapian::termpos start) {
      return !std::binary_search(here.begin(), here.end(), start + static_cast<Xapian::termpos>(i));
    });
  }
  return static_cast<std::uint32_t>(starts.size());
}

std::uint32_t count_in_text(std::string_view text, const std::vector<std::string>& words,
                            Tokenizer& tokenizer, Tokens& tokens) {
  tokenizer.tokenize(text, tokens);
  std::uint32_t count = 0;
  for (std::size_t first = 0; first + words.size() <= tokens.list.size(); ++first) {
    std::size_t i = 0;
    while (i < words.size() && tokens.folded(first + i) == words[i]) ++i;
    count += i == words.size();
  }
  return count;
}

// In the record as it was written.
class ExactCounter {
 public:
  ExactCounter(const IndexView& view, const PhraseForms& phrase) : view_(view), phrase_(phrase) {}

  std::uint32_t count(Xapian::docid docid) {
    const Result<Record> record = load_record(view_.database.get_document(docid).get_data());
    if (!record.ok()) return 0;  // a damaged record is reported where it would be shown
    std::uint32_t count = count_in_text(record->text, phrase_.exact, tokenizer_, tokens_);
    if (record->title && *record->title)
      count += count_in_text(**record->title, phrase_.exact, tokenizer_, tokens_);
    return count;
  }

 private:
  const IndexView& view_;
  const PhraseForms& phrase_;
  Tokenizer tokenizer_;
  Tokens tokens_;
};

}  // namespace

std::vector<Posting> find_phrase(const IndexView& view, const PhraseForms& phrase,
                                 Deadline& deadline) {
  std::vector<Posting> found;
  if (phrase.stems.empty()) return found;
  // One quoted word is decided by its exact form alone; more need the order as well.
  const bool check_text = phrase.exact.size() > 1;
  const bool one_exact_word = phrase.exact.size() == 1;
  ExactCounter exact(view, phrase);
  candidates(view, phrase, deadline).for_each([&](Xapian::docid docid) {
    deadline.check_now();
    std::uint32_t count = one_exact_word ? 1 : count_by_positions(view, docid, phrase);
    if (count > 0 && check_text) count = exact.count(docid);
    if (count > 0) found.push_back({docid, count});
  });
  return found;
}

}  // namespace rapporteur
