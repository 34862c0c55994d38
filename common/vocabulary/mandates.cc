// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/mandates.h"

#include <optional>
#include <unordered_map>

#include "common/text/tokenizer.h"
#include "common/vocabulary/phrase_reader.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

std::optional<MandatePart> part_named(std::string_view role) {
  if (role == "holder") return MandatePart::kHolder;
  if (role == "holder-after") return MandatePart::kHolderAfter;
  if (role == "filler") return MandatePart::kFiller;
  if (role == "joiner") return MandatePart::kJoiner;
  return std::nullopt;
}

Error wrong_row(std::string_view table, std::string_view cell) {
  return Error{ErrorCode::kInvalidInput,
               std::string(table) + ": unknown \"" + std::string(cell) + '"'};
}

}  // namespace

struct Mandates::State {
  std::vector<Mandate> mandates;
  std::unordered_map<std::string, std::uint16_t> by_name;  // folded ids and labels
  std::unordered_map<std::string, MandatePhrases> phrases;
};

Result<Mandates> Mandates::load() {
  const auto mandates = Table::embedded("bodies/mandates.tsv", {"id", "label", "type"});
  if (!mandates) return mandates.error();
  const auto names = Table::embedded("bodies/mandate-names.tsv", {"id", "language", "wording"});
  if (!names) return names.error();
  const auto holders =
      Table::embedded("bodies/mandate-holders.tsv", {"language", "role", "wording"});
  if (!holders) return holders.error();

  auto state = std::make_shared<State>();
  for (const auto& row : mandates->rows()) {
    const auto index = static_cast<std::uint16_t>(state->mandates.size());
    state->by_name[fold(row[0])] = index;  // an id wins over another's label
    state->by_name.try_emplace(fold(row[1]), index);
    state->mandates.push_back({std::string(row[0]), std::string(row[1]), row[2] == "country"});
  }
  std::unordered_map<std::string, PhraseCutter> cutters;
  const auto add = [&](std::string_view language, std::string_view wording, MandatePart part,
                       std::uint32_t entry) {
    const std::string tag(language);
    MandatePhrases& phrases = state->phrases[tag];
    phrases.language = tag;
    PhraseCutter& cutter = cutters.try_emplace(tag, WordForm::kStem, tag).first->second;
    phrases.matcher.add(cutter.cut(wording), {static_cast<std::uint16_t>(part), 0, entry});
  };
  for (const auto& row : names->rows()) {
    const auto mandate = state->by_name.find(fold(row[0]));
    if (mandate == state->by_name.end()) return wrong_row("bodies/mandate-names.tsv", row[0]);
    add(row[1], row[2], MandatePart::kTopic, mandate->second);
  }
  for (const auto& row : holders->rows()) {
    const auto part = part_named(row[1]);
    if (!part) return wrong_row("bodies/mandate-holders.tsv", row[1]);
    add(row[0], row[2], *part, 0);
  }
  if (!state->phrases.contains("en")) {
    return Error{ErrorCode::kInvalidInput, "bodies/mandate-names.tsv: no English wordings"};
  }
  return Mandates(std::shared_ptr<const State>(std::move(state)));
}

const std::vector<Mandate>& Mandates::all() const {
  return state_->mandates;
}

const Mandate* Mandates::find(std::string_view id_or_label) const {
  const auto found = state_->by_name.find(fold(id_or_label));
  return found == state_->by_name.end() ? nullptr : &state_->mandates[found->second];
}

std::string Mandates::label(std::string_view id) const {
  const auto found = state_->by_name.find(fold(id));
  return found == state_->by_name.end() ? std::string(id) : state_->mandates[found->second].label;
}

const MandatePhrases& Mandates::phrases(std::string_view language) const {
  const auto found = state_->phrases.find(std::string(language));
  return found != state_->phrases.end() ? found->second : state_->phrases.at("en");
}

}  // namespace rapporteur
