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
  if (role == "resolution") return BodyPhrase::kResolution;
  if (role == "decision") return BodyPhrase::kDecision;
  return std::nullopt;
}

PhraseValue value_of(BodyPhrase kind, std::size_t entry) {
  return {static_cast<std::uint16_t>(kind), 0, static_cast<std::uint32_t>(entry)};
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
    std::uint32_t value = 0;
    const auto read = std::from_chars(row[3].data(), row[3].data() + row[3].size(), value);
    if (!kind || read.ec != std::errc()) {
      return Error{ErrorCode::kInvalidInput, "bodies/session-words.tsv: cannot read the row of \"" +
                                                 std::string(row[2]) + '"'};
    }
    matcher.add(cutter.cut(row[2]), value_of(*kind, value));
  }
  return phrases;
}

}  // namespace rapporteur
