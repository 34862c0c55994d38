// SPDX-License-Identifier: GPL-2.0-or-later
//
// The public Searcher: opens, and hands each call to the part that does it.
#include <rapporteur/searcher.h>

#include <exception>
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

  Result<StreamEnd> search(const Question& question, const IndexView& view, StoredRecords& stored,
                           AnswerSink& sink) {
    try {
      return rapporteur::search(question, {view, names, stop_words, synonyms, spelling}, stored,
                                sink);
    } catch (const DeadlinePassed&) {
      return Error{ErrorCode::kDeadline,
                   "the search took longer than " + std::to_string(question.deadline.count()) +
                       " ms; ask for fewer or rarer words, or allow more time"};
    }
  }
};

namespace {

// Keeps all hits; they are part of what the deadline allows.
class AnswerInFull : public AnswerSink {
 public:
  explicit AnswerInFull(std::chrono::milliseconds allowed) : deadline_(allowed) {}

  Answer answer;

  void begin(const Answer& head) override { answer = head; }
  bool take(Hit hit) override {
    deadline_.check_now();
    answer.hits.push_back(std::move(hit));
    return true;
  }

 private:
  Deadline deadline_;
};

// Knows whether something was handed out, which cannot be taken back, and keeps an exception of the
// sink apart from those of the search.
class GuardedSink : public AnswerSink {
 public:
  explicit GuardedSink(AnswerSink& sink) : sink_(sink) {}

  bool has_begun() const { return begun_; }
  const std::exception_ptr& thrown() const { return thrown_; }
  void begin(const Answer& answer) override {
    begun_ = true;
    try {
      sink_.begin(answer);
    } catch (...) {
      thrown_ = std::current_exception();
    }
  }
  bool take(Hit hit) override {
    if (thrown_) return false;
    try {
      return sink_.take(std::move(hit));
    } catch (...) {
      thrown_ = std::current_exception();
      return false;
    }
  }

 private:
  AnswerSink& sink_;
  bool begun_ = false;
  std::exception_ptr thrown_;
};

}  // namespace

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
    StoredRecords stored(view);
    AnswerInFull full(question.deadline);
    const Result<StreamEnd> end = state_->search(question, view, stored, full);
    if (!end.ok()) return end.error();
    full.answer.notices.insert(full.answer.notices.end(), end->notices.begin(), end->notices.end());
    full.answer.took_ms = end->took_ms;
    return std::move(full.answer);
  });
}

Result<StreamEnd> Searcher::stream(const Question& question, AnswerSink& sink) const {
  GuardedSink guarded(sink);
  Result<StreamEnd> end = state_->reader->read([&](const IndexView& view) -> Result<StreamEnd> {
    if (guarded.has_begun()) {
      return Error{ErrorCode::kIo,
                   "the index was changed twice while hits were explained; search again"};
    }
    StoredRecords stored(view, *state_->reader);
    return state_->search(question, view, stored, guarded);
  });
  if (guarded.thrown()) std::rethrow_exception(guarded.thrown());
  return end;
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
