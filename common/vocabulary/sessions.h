// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sessions of bodies and when they were held (data/bodies/sessions.tsv).
#pragma once

#include <rapporteur/date_interval.h>
#include <rapporteur/result.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

struct Session {
  std::string id;         // "HRC-40", "HRC-S28"
  std::string body;       // "HRC"
  std::string number;     // "40", "S28"
  DateInterval interval;  // first to last day, resumed parts included
  bool exact = true;      // false: only the months are sure
};

// Immutable once loaded; safe from any thread; copies share their data.
class Sessions {
 public:
  // From the table inside the program. Errors name the row.
  static Result<Sessions> load();

  // In the order of the table.
  const std::vector<Session>& all() const;
  // By id ("HRC-40", any case); nullptr if its dates are not known, which says nothing about
  // whether there was such a session.
  const Session* find(std::string_view id) const;
  // The session of `body` on whose days `date` falls; nullptr if none is known.
  const Session* on(std::string_view body, CivilDate date) const;

 private:
  struct State;
  explicit Sessions(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace rapporteur
