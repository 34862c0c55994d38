// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/bodies.h"

#include <charconv>
#include <unordered_map>

#include "common/vocabulary/phrase_reader.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

namespace {

std::optional<BodyNameMatch> match_named(std::string_view name) {
  if (name == "any") return BodyNameMatch::kAny;
  if (name == "cased") return BodyNameMatch::kCased;
  if (name == "exact") return BodyNameMatch::kExact;
  if (name == "short") return BodyNameMatch::kShort;
  if (name == "weak") return BodyNameMatch::kWeak;
  if (name == "treaty") return BodyNameMatch::kTreaty;
  if (name == "treaty-weak") return BodyNameMatch::kTreatyWeak;
  return std::nullopt;
}

Error wrong_row(std::string_view table, std::string_view what, std::string_view cell) {
  return Error{ErrorCode::kInvalidInput, std::string(table) + ": unknown " + std::string(what) +
                                             " \"" + std::string(cell) + '"'};
}

std::string joined_words(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

}  // namespace

struct Bodies::State {
  std::vector<Body> bodies;
  std::unordered_map<std::string, std::uint16_t> by_id;    // folded
  std::unordered_map<std::string, std::uint16_t> by_name;  // joined words
  std::vector<BodyName> names;
  std::vector<BodyCue> contexts;
  std::vector<BodyCue> treaty_words;

  Result<void> read_bodies();
  Result<void> read_names(PhraseCutter& cutter);
  Result<void> read_not_bodies(PhraseCutter& cutter);
  Result<void> read_treaty_words(PhraseCutter& cutter);
};

Result<void> Bodies::State::read_bodies() {
  const auto table = Table::embedded("bodies/bodies.tsv", {"id", "label", "kind", "sessions"});
  if (!table) return table.error();
  PhraseCutter cutter(WordForm::kName, "");
  for (const auto& row : table->rows()) {
    Body body{std::string(row[0]), std::string(row[1]), std::string(row[2]), 0};
    const auto [end, error] =
        std::from_chars(row[3].data(), row[3].data() + row[3].size(), body.last_session);
    if (error != std::errc()) return wrong_row("bodies/bodies.tsv", "number of sessions", row[3]);
    by_id.emplace(fold(body.id), static_cast<std::uint16_t>(bodies.size()));
    by_name.emplace(joined_words(cutter.cut(body.label)),
                    static_cast<std::uint16_t>(bodies.size()));
    bodies.push_back(std::move(body));
  }
  return {};
}

Result<void> Bodies::State::read_names(PhraseCutter& cutter) {
  const auto table =
      Table::embedded("bodies/body-names.tsv", {"id", "language", "name", "match", "context"});
  if (!table) return table.error();
  std::unordered_map<std::string, std::uint16_t> context_index;
  for (const auto& row : table->rows()) {
    BodyName name;
    const auto body = by_id.find(fold(row[0]));
    if (body == by_id.end()) return wrong_row("bodies/body-names.tsv", "body", row[0]);
    name.body = body->second;
    name.language = row[1];
    name.words = cutter.cut(row[2], &name.cases);
    const auto match = match_named(row[3]);
    if (!match) return wrong_row("bodies/body-names.tsv", "match", row[3]);
    name.match = *match;
    for (std::string_view rest = row[4]; !rest.empty();) {
      const std::size_t comma = rest.find(',');
      BodyCue cue;
      cue.words = cutter.cut(rest.substr(0, comma), &cue.cases);
      const auto [index, is_new] = context_index.try_emplace(
          joined_words(cue.words), static_cast<std::uint16_t>(contexts.size()));
      if (is_new) contexts.push_back(std::move(cue));
      name.context.push_back(index->second);
      rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    }
    if (name.match != BodyNameMatch::kShort) by_name.emplace(joined_words(name.words), name.body);
    names.push_back(std::move(name));
  }
  return {};
}

Result<void> Bodies::State::read_not_bodies(PhraseCutter& cutter) {
  const auto table = Table::embedded("bodies/not-bodies.tsv", {"language", "phrase", "match"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    BodyName name;
    name.language = row[0];
    name.words = cutter.cut(row[1], &name.cases);
    const auto match = match_named(row[2]);
    if (!match) return wrong_row("bodies/not-bodies.tsv", "match", row[2]);
    name.match = *match;
    names.push_back(std::move(name));
  }
  return {};
}

Result<void> Bodies::State::read_treaty_words(PhraseCutter& cutter) {
  const auto table = Table::embedded("bodies/treaty-words.tsv", {"word"});
  if (!table) return table.error();
  for (const auto& row : table->rows()) {
    BodyCue cue;
    cue.words = cutter.cut(row[0], &cue.cases);
    treaty_words.push_back(std::move(cue));
  }
  return {};
}

Result<Bodies> Bodies::load() {
  auto state = std::make_shared<State>();
  PhraseCutter cutter(WordForm::kName, "");
  if (const auto read = state->read_bodies(); !read) return read.error();
  if (const auto read = state->read_names(cutter); !read) return read.error();
  if (const auto read = state->read_not_bodies(cutter); !read) return read.error();
  if (const auto read = state->read_treaty_words(cutter); !read) return read.error();
  return Bodies(std::shared_ptr<const State>(std::move(state)));
}

const std::vector<Body>& Bodies::all() const {
  return state_->bodies;
}
const std::vector<BodyName>& Bodies::names() const {
  return state_->names;
}
const std::vector<BodyCue>& Bodies::contexts() const {
  return state_->contexts;
}
const std::vector<BodyCue>& Bodies::treaty_words() const {
  return state_->treaty_words;
}

std::optional<std::uint16_t> Bodies::index_of(std::string_view id) const {
  const auto found = state_->by_id.find(fold(id));
  if (found == state_->by_id.end()) return std::nullopt;
  return found->second;
}

const Body* Bodies::find(std::string_view id_or_name) const {
  if (const auto index = index_of(id_or_name)) return &state_->bodies[*index];
  PhraseCutter cutter(WordForm::kName, "");
  std::vector<std::string> words = cutter.cut(id_or_name);
  auto found = state_->by_name.find(joined_words(words));
  if (found == state_->by_name.end() && words.size() > 1) {  // "the Human Rights Council"
    words.erase(words.begin());
    found = state_->by_name.find(joined_words(words));
  }
  return found == state_->by_name.end() ? nullptr : &state_->bodies[found->second];
}

std::string Bodies::label(std::string_view id) const {
  const auto index = index_of(id);
  return index ? state_->bodies[*index].label : std::string(id);
}

}  // namespace rapporteur
