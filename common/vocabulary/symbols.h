// SPDX-License-Identifier: GPL-2.0-or-later
//
// What United Nations document symbols tell (data/bodies/symbols.tsv): "A/HRC/RES/36/21" is a
// resolution that the Human Rights Council adopted at its 36th session.
#pragma once

#include <rapporteur/result.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

struct SymbolMeaning {
  std::vector<std::string> bodies;  // ids; empty for documents of none of the bodies
  std::string kind;                 // a record kind; empty if the symbol does not tell
  std::string session;              // "HRC-36"; empty if the symbol does not tell
};

// Immutable once loaded; safe from any thread; copies share their data.
class Symbols {
 public:
  // From the table inside the program.
  static Result<Symbols> load();

  // What `symbol` tells; nothing if it is none that the table knows. Letters must be as printed, no
  // spaces; endings such as "/Add.1" are allowed.
  std::optional<SymbolMeaning> read(std::string_view symbol) const;

  // True if a symbol may start with `first`, the part in front of the first slash.
  bool may_start_with(std::string_view first) const;

 private:
  struct State;
  explicit Symbols(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace rapporteur
