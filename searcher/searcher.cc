// SPDX-License-Identifier: GPL-2.0-or-later
//
// The public Searcher: opens, and hands each call to the part that does it.
#include <rapporteur/searcher.h>

#include <utility>

#include "common/text/utf8.h"
#include "searcher/facets/statistics.h"
#include "searcher/index/reader.h"
#include "searcher/query/names.h"
#include "searcher/query/stop_words.h"
#include "searcher/rank/deadline.h"
#include "searcher/search.h"
#include "searcher/show/show.h"
#include "searcher/spelling/spelling_store.h"
#include "searcher/suggest/suggest.h"

namespace rapporteur {

struct Searcher::State {
  std::unique_ptr<IndexReader> reader;
  QuestionNames names;
  StopWords stop_words;
  Synonyms synonyms;
  SpellingStore spelling{};
};

Result<Searcher> Searcher::open(const std::string& path) {
  Result<std::unique_ptr<IndexReader>> reader = IndexReader::open(path);
  if (!reader.ok()) return reader.error();
  Result<QuestionNames> names = QuestionNames::load();
  if (!names.ok()) return names.error();
  Result<StopWords> stop_words = StopWords::load();
  if (!stop_words.ok()) return stop_words.error();
  Result<Synonyms> synonyms = Synonyms::load();
  if (!synonyms.ok()) return synonyms.error();
  return Searcher(std::unique_ptr<State>(new State{
      std::move(*reader), std::move(*names), std::move(*stop_words), std::move(*synonyms), {}}));
}

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Answer> Searcher::search(const Question& question) const {
  return state_->reader->read([&](const IndexView& view) -> Result<Answer> {
    try {
      return rapporteur::search(
          question, {view, state_->names, state_->stop_words, state_->synonyms, state_->spelling});
    } catch (const DeadlinePassed&) {
      return Error{ErrorCode::kDeadline,
                   "the search took longer than " + std::to_string(question.deadline.count()) +
                       " ms; ask for fewer or rarer words, or allow more time"};
    }
  });
}

Result<std::string> Searcher::show(const std::string& id) const {
  return state_->reader->read([&](const IndexView& view) { return show_record(view, id); });
}

Result<std::vector<GroupMember>> Searcher::group(const std::string& id) const {
  return state_->reader->read([&](const IndexView& view) { return show_group(view, id); });
}

Result<std::vector<RecordState>> Searcher::history(const std::string& id) const {
  return state_->reader->read([&](const IndexView& view) { return show_history(view, id); });
}

Result<std::vector<Suggestion>> Searcher::suggest(const std::string& prefix,
                                                  std::size_t limit) const {
  return state_->reader->read([&](const IndexView& view) -> Result<std::vector<Suggestion>> {
    return rapporteur::suggest(view, state_->names, clean_utf8(prefix), limit);
  });
}

Result<IndexStatistics> Searcher::statistics() const {
  return state_->reader->read([&](const IndexView& view) -> Result<IndexStatistics> {
    return index_statistics(view, state_->names);
  });
}

}  // namespace rapporteur
