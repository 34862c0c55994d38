// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/sessions.h"

#include <unordered_map>

#include "common/text/tokenizer.h"
#include "common/vocabulary/table.h"

namespace rapporteur {

struct Sessions::State {
  std::vector<Session> sessions;
  std::unordered_map<std::string, std::size_t> by_id;  // folded
};

Result<Sessions> Sessions::load() {
  const auto table =
      Table::embedded("bodies/sessions.tsv", {"id", "body", "number", "from", "to", "precision"});
  if (!table) return table.error();
  auto state = std::make_shared<State>();
  for (const auto& row : table->rows()) {
    const auto from = parse_iso_interval(row[3]);
    const auto to = parse_iso_interval(row[4]);
    if (!from || !to || to->to < from->from) {
      return Error{ErrorCode::kInvalidInput,
                   "bodies/sessions.tsv: no such dates in the row of " + std::string(row[0])};
    }
    state->by_id.emplace(fold(row[0]), state->sessions.size());
    state->sessions.push_back({std::string(row[0]),
                               std::string(row[1]),
                               std::string(row[2]),
                               {from->from, to->to},
                               row[5] == "day"});
  }
  return Sessions(std::shared_ptr<const State>(std::move(state)));
}

const std::vector<Session>& Sessions::all() const {
  return state_->sessions;
}

const Session* Sessions::find(std::string_view id) const {
  const auto found = state_->by_id.find(fold(id));
  return found == state_->by_id.end() ? nullptr : &state_->sessions[found->second];
}

const Session* Sessions::on(std::string_view body, CivilDate date) const {
  for (const Session& session : state_->sessions) {
    if (session.body == body && session.interval.from <= date && date <= session.interval.to) {
      return &session;
    }
  }
  return nullptr;
}

}  // namespace rapporteur
