// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bodies that publications name (data/bodies): ids, labels, and their names with the conditions
// under which each counts. Finding them in a text is the indexer's work (enrich/bodies.h).
#pragma once

#include <rapporteur/result.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace rapporteur {

// A row of bodies.tsv. UTF-8.
struct Body {
  std::string id;        // "HRC", "GA-C3"
  std::string label;     // English
  std::string kind;      // charter treaty-body special-procedure agency office court regional
  int last_session = 0;  // the highest number a session may have; 0: sessions have no numbers
};

// When a name counts; see body-names.tsv.
enum class BodyNameMatch : std::uint8_t {
  kAny,
  kCased,
  kExact,
  kShort,
  kWeak,
  kTreaty,
  kTreatyWeak
};

// One name of one body, or (body == kNoBody) a phrase that names none.
struct BodyName {
  static constexpr std::uint16_t kNoBody = 0xFFFF;
  std::uint16_t body = kNoBody;  // index into Bodies::all()
  BodyNameMatch match = BodyNameMatch::kAny;
  std::string language;            // ISO 639-1
  std::vector<std::string> words;  // in WordForm::kName
  std::vector<LetterCase> cases;
  std::vector<std::uint16_t> context;  // indices into Bodies::contexts()
  bool is_acronym() const {
    return match == BodyNameMatch::kExact || match == BodyNameMatch::kTreaty ||
           match == BodyNameMatch::kTreatyWeak ||
           (match == BodyNameMatch::kWeak && words.size() == 1 &&
            cases.front() == LetterCase::kUpper);
  }
};

// A phrase that lets another name count, or keeps it from counting.
struct BodyCue {
  std::vector<std::string> words;  // in WordForm::kName
  std::vector<LetterCase> cases;
};

// Immutable once loaded; safe from any thread; copies share their data.
class Bodies {
 public:
  // From the tables inside the program. Errors name the table and the row.
  static Result<Bodies> load();

  // In the order of bodies.tsv.
  const std::vector<Body>& all() const;
  // By id, any case; nothing if there is no such body.
  std::optional<std::uint16_t> index_of(std::string_view id) const;
  // By id or any name in any language; case, accents and hyphens do not matter. nullptr if none.
  const Body* find(std::string_view id_or_name) const;
  // The English label; `id` itself if there is no such body.
  std::string label(std::string_view id) const;

  const std::vector<BodyName>& names() const;        // not-bodies.tsv behind body-names.tsv
  const std::vector<BodyCue>& contexts() const;      // words that let a weak name count
  const std::vector<BodyCue>& treaty_words() const;  // words beside which an acronym is a treaty

 private:
  struct State;
  explicit Bodies(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace rapporteur
