// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/enrich.h"

#include "indexer/enrich/countries.h"
#include "indexer/enrich/dates.h"
#include "indexer/enrich/given_countries.h"
#include "indexer/enrich/language.h"
#include "indexer/enrich/subjects.h"

namespace rapporteur {
namespace {

std::string_view title_of(const Record& record) {
  return record.title && *record.title ? std::string_view(**record.title) : std::string_view();
}

std::string_view language_of(const Record& record) {
  return record.language && *record.language ? std::string_view(**record.language)
                                             : std::string_view();
}

// What the page says of its language, else what most of its text is in.
std::optional<std::string> page_language(const Page& page, const std::vector<Record>& records) {
  constexpr std::size_t kEnough = 8192;
  if (page.metadata.language) {
    if (auto declared = language_code(*page.metadata.language)) return declared;
  }
  std::string text;
  for (const Record& record : records) {
    text.append(title_of(record)).append("\n").append(record.text).append("\n");
    if (text.size() > kEnough) break;
  }
  return detect_language("", text, std::nullopt);
}

std::vector<std::string> ids_of(const std::vector<SubjectMention>& mentions) {
  std::vector<std::string> ids;
  ids.reserve(mentions.size());
  for (const SubjectMention& mention : mentions) ids.push_back(mention.id);
  return ids;
}

void note_subjects(const char* facet, const std::vector<SubjectMention>& mentions,
                   RecordEvidence* evidence) {
  if (evidence == nullptr) return;
  for (const SubjectMention& mention : mentions) {
    evidence->push_back({facet, mention.id, mention.in_title, mention.begin, mention.end});
  }
}

void note_country(const CountryMention& mention, RecordEvidence* evidence) {
  if (evidence == nullptr) return;
  for (const CountryEvidence& place : mention.evidence) {
    evidence->push_back({"country", mention.country.code, place.in_title, place.begin, place.end});
  }
}

// Gives `ids` to a list that is missing, and their places to the evidence.
void fill(std::optional<std::vector<std::string>>& list, const char* facet,
          const std::vector<SubjectMention>& mentions, RecordEvidence* evidence) {
  if (list) return;
  list = ids_of(mentions);
  note_subjects(facet, mentions, evidence);
}

bool lacks_countries(const Record& record) {
  return !record.countries || lack_salience(*record.countries);
}

bool lacks_subjects(const Record& record) {
  return !record.bodies || !record.sessions || !record.symbols || !record.mandates ||
         !record.themes || !record.kind || !record.date;
}

}  // namespace

struct Enricher::State {
  const Vocabularies& vocabularies;
  TextCutter cutter;
  CutText text;  // of the record at hand
  CountryTagger countries;
  SubjectTagger subjects;
  DateResolver dates;

  explicit State(const Vocabularies& all)
      : vocabularies(all), countries(all.countries), subjects(all.subjects) {}

  void cut(const Record& record, std::size_t body_end) {
    cutter.cut({title_of(record), record.text, language_of(record), body_end}, text);
  }

  // Bodies, sessions, symbols, mandates, themes, and the kind that the publication's own symbol
  // tells. Gives what these say of its date.
  TimeHints tag_subjects(Record& record, RecordEvidence* evidence) {
    TimeHints hints;
    if (!lacks_subjects(record)) return hints;
    const SubjectTags tags = subjects.tag(text);
    fill(record.bodies, "body", tags.bodies, evidence);
    fill(record.sessions, "session", tags.sessions, evidence);
    fill(record.symbols, "symbol", tags.symbols, evidence);
    fill(record.mandates, "mandate", tags.mandates, evidence);
    fill(record.themes, "theme", tags.themes, evidence);
    if (!tags.kind.empty() && (!record.kind || record.kind == "article")) record.kind = tags.kind;
    for (const SubjectMention& mention : tags.all_sessions) {
      const Session* session = vocabularies.sessions.find(mention.id);
      if (session != nullptr) hints.sessions.push_back({session->id, session->interval});
    }
    if (const Session* own = vocabularies.sessions.find(tags.own_session); own != nullptr) {
      hints.own = SessionSpan{own->id, own->interval};
      hints.adopted = tags.kind == "decision" || tags.kind == "resolution";
    }
    hints.tells_case = tags.tells_case;
    return hints;
  }

  void tag_countries(Record& record, RecordEvidence* evidence) {
    if (!lacks_countries(record)) return;
    std::vector<RecordCountry> tagged;
    for (CountryMention& mention : countries.tag(text)) {
      note_country(mention, evidence);
      tagged.push_back(std::move(mention.country));
    }
    if (record.countries) {
      fill_salience(*record.countries, tagged);
    } else {
      record.countries = std::move(tagged);
    }
  }
};

Enricher::Enricher(const Vocabularies& vocabularies)
    : state_(std::make_unique<State>(vocabularies)) {}
Enricher::~Enricher() = default;

void Enricher::enrich_page(const Page& page, const SplitPage& parts, std::vector<Record>& records,
                           std::vector<RecordEvidence>* evidence) {
  if (evidence != nullptr) evidence->assign(records.size(), {});
  const std::optional<std::string> around = page_language(page, records);
  std::vector<PieceEvidence> dated;
  for (std::size_t i = 0; i < records.size(); ++i) {
    Record& record = records[i];
    const Piece& piece = parts.pieces[i];
    record.language = detect_language(title_of(record), record.text, around);
    state_->cut(record, piece.body_end);
    RecordEvidence* places = evidence != nullptr ? &(*evidence)[i] : nullptr;
    state_->tag_countries(record, places);
    const TimeHints hints = state_->tag_subjects(record, places);
    dated.push_back(state_->dates.read(piece, state_->text, hints));
  }
  std::vector<std::optional<RecordDate>> dates =
      state_->dates.resolve(page, parts.pieces, std::move(dated));
  for (std::size_t i = 0; i < records.size(); ++i) records[i].date = std::move(dates[i]);
}

void Enricher::enrich_record(Record& record, std::vector<std::string>& notes,
                             RecordEvidence* evidence) {
  if (!record.title) record.title.emplace();
  if (!record.language) {
    record.language = detect_language(title_of(record), record.text, std::nullopt);
  }
  if (record.countries) {
    record.countries = resolve_countries(*record.countries, state_->vocabularies.countries, notes);
  }
  if (lacks_countries(record) || lacks_subjects(record)) state_->cut(record, record.text.size());
  state_->tag_countries(record, evidence);
  const TimeHints hints = state_->tag_subjects(record, evidence);
  if (!record.date) {
    // A record is a page of one piece that knows its address.
    Page page;
    page.source = record.source;
    page.metadata.url = record.url;
    Piece piece;
    piece.kind = record.kind.value_or("article");
    piece.title = *record.title;
    piece.text = record.text;
    piece.body_end = piece.text.size();
    piece.url = record.url;
    std::vector<PieceEvidence> dated{state_->dates.read(piece, state_->text, hints)};
    record.date =
        std::move(state_->dates.resolve(page, {std::move(piece)}, std::move(dated)).front());
  }
  if (!record.kind) record.kind = "article";
}

}  // namespace rapporteur
