// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/body_phrases.h"

#include <charconv>
#include <optional>

#include "common/vocabulary/phrase_reader.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

std::optional<BodyPhrase> phrase_named(std::string_view role) {
  if (role == "session") return BodyPhrase::kSession;
  if (role == "special") return BodyPhrase::kSpecial;
  if (role == "number") return BodyPhrase::kNumber;
  if (role == "times") return BodyPhrase::kTimes;
  if (role == "joiner") return BodyPhrase::kJoiner;
  if (role == "filler") return BodyPhrase::kFiller;
  if (role == "owner") return BodyPhrase::kOwner;
  if (role == "work") return BodyPhrase::kWork;
  if (role == "at") return BodyPhrase::kAt;
  if (role == "resolution") return BodyPhrase::kResolution;
  if (role == "decision") return BodyPhrase::kDecision;
  return std::nullopt;
}

PhraseValue value_of(BodyPhrase kind, std::size_t entry) {
  return {static_cast<std::uint16_t>(kind), 0, static_cast<std::uint32_t>(entry)};
}

std::optional<std::uint32_t> number_in(std::string_view cell) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return number;
}

Error bad_row(std::string_view table, std::string_view wording) {
  return Error{ErrorCode::kInvalidInput,
               std::string(table) + ": cannot read the row of \"" + std::string(wording) + '"'};
}

// What speaks of who complained in a decision, and for the committee that decided.
Result<void> add_decision_words(const Bodies& bodies, PhraseCutter& cutter,
                                PhraseMatcher& matcher) {
  const auto cases = Table::embedded("bodies/case-words.tsv", {"language", "wording"});
  if (!cases) return cases.error();
  for (const auto& row : cases->rows()) {
    matcher.add(cutter.cut(row[1]), value_of(BodyPhrase::kCase, 0));
  }
  const auto words =
      Table::embedded("bodies/committee-words.tsv", {"body", "language", "wording", "weight"});
  if (!words) return words.error();
  for (const auto& row : words->rows()) {
    const auto body = bodies.index_of(row[0]);
    const auto weight = number_in(row[3]);
    if (!body || !weight) return bad_row("bodies/committee-words.tsv", row[2]);
    PhraseValue value = value_of(BodyPhrase::kCommitteeWord, *body);
    value.flags = static_cast<std::uint16_t>(*weight);
    matcher.add(cutter.cut(row[2]), value);
  }
  return {};
}

}  // namespace

Result<BodyPhrases> BodyPhrases::make(const Bodies& bodies) {
  const auto table =
      Table::embedded("bodies/session-words.tsv", {"language", "role", "wording", "value"});
  if (!table) return table.error();
  BodyPhrases phrases(bodies);
  PhraseMatcher& matcher = phrases.matcher_;
  for (std::size_t i = 0; i < bodies.names().size(); ++i) {
    matcher.add(bodies.names()[i].words, value_of(BodyPhrase::kName, i));
  }
  for (std::size_t i = 0; i < bodies.contexts().size(); ++i) {
    matcher.add(bodies.contexts()[i].words, value_of(BodyPhrase::kContext, i));
  }
  for (std::size_t i = 0; i < bodies.treaty_words().size(); ++i) {
    matcher.add(bodies.treaty_words()[i].words, value_of(BodyPhrase::kTreatyWord, i));
  }
  PhraseCutter cutter(WordForm::kName, "");
  for (const auto& row : table->rows()) {
    const auto kind = phrase_named(row[1]);
    const auto value = number_in(row[3]);
    if (!kind || !value) return bad_row("bodies/session-words.tsv", row[2]);
    matcher.add(cutter.cut(row[2]), value_of(*kind, *value));
  }
  if (const auto added = add_decision_words(bodies, cutter, matcher); !added) return added.error();
  return phrases;
}

}  // namespace rapporteur
