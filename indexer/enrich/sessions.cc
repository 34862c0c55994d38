// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/sessions.h"

#include <algorithm>
#include <optional>

namespace rapporteur {

namespace {

// A number in the text: digits, or number words that belong together.
struct NumberFound {
  int value = 0;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

class Finder {
 public:
  Finder(const BodyPhrases& phrases, const CutText& text, const std::vector<PhraseMatch>& matches,
         const std::vector<BodyFound>& bodies)
      : all_(phrases.bodies().all()), text_(text), matches_(matches), bodies_(bodies) {}

  std::vector<SessionFound> find() {
    read_numbers();
    find_glued();
    find_worded();
    std::stable_sort(
        found_.begin(), found_.end(),
        [](const SessionFound& a, const SessionFound& b) { return a.first < b.first; });
    return std::move(found_);
  }

 private:
  struct Word {
    std::uint32_t length = 0;
    int value = 0;
    bool times = false;
  };

  // Digits of at most three places; 0 if token `at` is something else.
  int digits(std::uint32_t at) const {
    const std::string_view word = text_.tokens.folded(at);
    if (word.empty() || word.size() > 3) return 0;
    int value = 0;
    for (const char c : word) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  void read_numbers() {
    bool any_session = false;
    for (const PhraseMatch& match : matches_) {
      any_session = any_session || kind_of(match) == BodyPhrase::kSession ||
                    kind_of(match) == BodyPhrase::kSpecial;
    }
    if (!any_session) return;
    std::vector<Word> words(text_.size());
    joiner_.assign(text_.size(), false);
    filler_.assign(text_.size(), false);
    owner_.assign(text_.size(), false);
    resolution_.assign(text_.size(), false);
    work_.assign(text_.size(), false);
    at_end_.assign(text_.size(), false);
    for (const PhraseMatch& match : matches_) {
      if (kind_of(match) == BodyPhrase::kJoiner) joiner_[match.first] = true;
      if (kind_of(match) == BodyPhrase::kFiller) filler_[match.first] = true;
      if (kind_of(match) == BodyPhrase::kOwner) owner_[match.first] = true;
      if (kind_of(match) == BodyPhrase::kResolution) resolution_[match.first] = true;
      if (kind_of(match) == BodyPhrase::kWork) work_[match.first] = true;
      if (kind_of(match) == BodyPhrase::kAt) {
        at_end_[std::min<std::size_t>(match.first + match.length, text_.size() - 1)] = true;
      }
      if (kind_of(match) != BodyPhrase::kNumber && kind_of(match) != BodyPhrase::kTimes) continue;
      Word& word = words[match.first];
      if (match.length >= word.length) {
        word = {match.length, static_cast<int>(match.value.entry),
                kind_of(match) == BodyPhrase::kTimes};
      }
    }
    for (std::uint32_t at = 0; at < text_.size();) {
      if (const int value = digits(at); value > 0) {
        std::uint32_t end = at + 1;
        // 40e, 40ème, 40-я, 40º
        if (end < text_.size() && text_.tokens.list[end].glue != Glue::kNone &&
            text_.tokens.list[end].end - text_.tokens.list[end].begin <= 6 && digits(end) == 0 &&
            text_.tokens.folded(end) != "届") {
          ++end;
        }
        numbers_.push_back({value, at, end});
        at = end;
        continue;
      }
      if (words[at].length == 0) {
        ++at;
        continue;
      }
      NumberFound number{0, at, at};
      int sum = 0;
      int current = 0;
      constexpr std::uint32_t kMostWords = 8;
      while (at < text_.size() && at < number.first + kMostWords && words[at].length > 0 &&
             (at == number.first || !text_.starts_sentence(at))) {
        if (words[at].times) {
          sum += std::max(current, 1) * words[at].value;
          current = 0;
        } else {
          current += words[at].value;
        }
        at += words[at].length;
      }
      number.value = sum + current;
      number.end = at;
      numbers_.push_back(number);
    }
  }

  const NumberFound* number_ending_at(std::uint32_t end) const {
    const auto found = std::lower_bound(
        numbers_.begin(), numbers_.end(), end,
        [](const NumberFound& number, std::uint32_t at) { return number.end < at; });
    return found != numbers_.end() && found->end == end ? &*found : nullptr;
  }

  const NumberFound* number_starting_at(std::uint32_t first) const {
    const auto found = std::lower_bound(
        numbers_.begin(), numbers_.end(), first,
        [](const NumberFound& number, std::uint32_t at) { return number.first < at; });
    return found != numbers_.end() && found->first == first ? &*found : nullptr;
  }

  bool takes(std::uint16_t body, int number, bool special) const {
    const Body& it = all_[body];
    if (special) return number >= 1 && number <= (it.id == "HRC" ? 60 : it.id == "CHR" ? 5 : 0);
    return number >= 1 && number <= it.last_session;
  }

  void add(std::uint16_t body, int number, bool special, std::uint32_t first, std::uint32_t end) {
    found_.push_back({body, all_[body].id + (special ? "-S" : "-") + std::to_string(number), first,
                      end - first});
  }

  // "HRC40", "HRC 40", "CSW-63": an acronym and a number.
  void find_glued() {
    for (const BodyFound& body : bodies_) {
      const std::uint32_t at = body.first + body.length;
      if (!body.name->is_acronym() || at >= text_.size()) continue;
      const int number = digits(at);
      if (!takes(body.body, number, false)) continue;
      const std::string_view gap = text_.gap_before(at);
      if (!(gap.empty() || gap == "-" || gap == " " || gap == "\u00A0" || gap == "\u2011"))
        continue;
      if (gap == " " && at + 1 < text_.size()) {
        // "CRC 12/2009", "CAT 10 years ago": the number belongs to what follows.
        const std::string_view behind = text_.gap_before(at + 1);
        if (behind == "/" || behind == "." || behind == "%") continue;
        const std::string_view next = text_.tokens.folded(at + 1);
        if (next == "years" || next == "states" || next == "members" || next == "days") continue;
      }
      add(body.body, number, false, body.first, at + 1);
    }
  }

  // Words with "session" in them, longest first at each place.
  void find_worded() {
    std::uint32_t next_free = 0;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      const PhraseMatch& match = matches_[i];
      if (kind_of(match) != BodyPhrase::kSession && kind_of(match) != BodyPhrase::kSpecial)
        continue;
      if (match.first < next_free) continue;
      std::uint32_t length = match.length;
      bool special = kind_of(match) == BodyPhrase::kSpecial;
      for (std::size_t j = i + 1; j < matches_.size() && matches_[j].first == match.first; ++j) {
        const BodyPhrase kind = kind_of(matches_[j]);
        if ((kind == BodyPhrase::kSession || kind == BodyPhrase::kSpecial) &&
            matches_[j].length > length) {
          length = matches_[j].length;
          special = kind == BodyPhrase::kSpecial;
        }
      }
      next_free = match.first + length;
      read_session(match.first, next_free, special);
    }
  }

  // The numbers left of a session's word ("39th and 40th sessions"), else the one right of it
  // ("session 40", "الدورة الأربعين").
  void read_session(std::uint32_t first, std::uint32_t end, bool special) {
    std::vector<const NumberFound*> numbers;
    std::uint32_t left = first;
    for (int skipped = 0; left > 0 && skipped < 4 && !text_.starts_sentence(left); ++skipped) {
      if (const NumberFound* number = number_ending_at(left)) {
        numbers.push_back(number);
        left = number->first;
        break;
      }
      if (const BodyFound* body = body_ending_at(left)) {  // "31st UPR session"
        left = body->first;
      } else if (filler_[left - 1]) {
        --left;
      } else {
        break;
      }
    }
    while (!numbers.empty() && left > 0) {  // further numbers of a list
      std::uint32_t at = left;
      if (joiner_[at - 1]) --at;
      if (at > 0 && joiner_[at - 1]) --at;
      const NumberFound* number =
          at < left || text_.gap_before(left) == ", " ? number_ending_at(at) : nullptr;
      if (number == nullptr) break;
      numbers.push_back(number);
      left = number->first;
    }
    if (numbers.empty()) {
      left = first;
      const NumberFound* number = number_behind(end);
      if (number == nullptr) return;
      numbers.push_back(number);
      end = number->end;
    }
    const std::uint32_t begin = std::min(left, first);
    for (const NumberFound* number : numbers) {
      const std::optional<std::uint16_t> body = body_of(begin, end, number->value, special);
      // "the first session of the General Assembly since you took office"
      const bool relative =
          number->value <= 3 && digits(number->first) == 0 && body && all_[*body].id == "GA";
      if (body && !relative) add(*body, number->value, special, begin, end);
    }
  }

  // "session 40", "الدورة العادية الأربعين"
  const NumberFound* number_behind(std::uint32_t at) const {
    if (at < text_.size() && filler_[at]) ++at;
    if (at >= text_.size() || text_.starts_sentence(at)) return nullptr;
    const std::string_view gap = text_.gap_before(at);
    if (gap.find_first_of(",;:(.-") != std::string_view::npos) return nullptr;
    const NumberFound* number = number_starting_at(at);
    const bool arabic = number != nullptr && text_.tokens.folded(at).front() < 0;
    return number != nullptr && (arabic || digits(at) > 0) ? number : nullptr;
  }

  // The first mention that starts at token `at` or behind it.
  std::size_t mention_from(std::uint32_t at) const {
    return static_cast<std::size_t>(
        std::lower_bound(
            bodies_.begin(), bodies_.end(), at,
            [](const BodyFound& body, std::uint32_t token) { return body.first < token; }) -
        bodies_.begin());
  }

  const BodyFound* body_ending_at(std::uint32_t end) const {
    constexpr std::uint32_t kLongestName = 16;
    for (std::size_t i = mention_from(end > kLongestName ? end - kLongestName : 0);
         i < bodies_.size() && bodies_[i].first < end; ++i) {
      if (bodies_[i].first + bodies_[i].length == end) return &bodies_[i];
    }
    return nullptr;
  }

  // Text without full stops is cut all the same.
  std::uint32_t sentence_begin(std::uint32_t at) const {
    constexpr std::uint32_t kLongestSentence = 200;
    const std::uint32_t earliest = at > kLongestSentence ? at - kLongestSentence : 0;
    while (at > earliest && !text_.starts_sentence(at)) --at;
    return at;
  }

  // Whose session it is: a body inside the words ("31st UPR session"), on the line above them or
  // right behind them ("session of the ..."), else the nearest before in the sentence, else the
  // nearest behind in the sentence, else the last one before.
  std::optional<std::uint16_t> body_of(std::uint32_t first, std::uint32_t end, int number,
                                       bool special) const {
    const std::size_t behind_first = mention_from(first);
    if (belongs_to_another(end, number, special)) return std::nullopt;
    if (const BodyFound* above = heading_above(first, number, special)) return above->body;
    const BodyFound* behind = nullptr;
    std::uint32_t checked = end;
    for (std::size_t i = behind_first; i < bodies_.size() && bodies_[i].first < end + 12; ++i) {
      const BodyFound& body = bodies_[i];
      if (!takes(body.body, number, special) || body.name->match == BodyNameMatch::kShort) continue;
      if (body.first + body.length <= end) return body.body;
      while (checked < body.first && !text_.starts_sentence(checked)) ++checked;
      if (checked < body.first || text_.starts_sentence(body.first)) break;
      if (body.first <= end + 5 && !separated(end, body.first)) return body.body;
      if (behind == nullptr) behind = &body;
    }
    const BodyFound* before = subject_before(behind_first, first, number, special);
    if (before != nullptr && before->first >= sentence_begin(first)) return before->body;
    if (behind != nullptr) return behind->body;
    if (before != nullptr) return before->body;
    return std::nullopt;
  }

  // "Human Rights Council\nThirty-ninth session": the head of a document.
  const BodyFound* heading_above(std::uint32_t first, int number, bool special) const {
    const BodyFound* above = body_ending_at(first);
    const bool on_own_line =
        above != nullptr && text_.gap_before(first).find('\n') != std::string_view::npos;
    return on_own_line && takes(above->body, number, special) ? above : nullptr;
  }

  // The last body before a session; but in "the Council welcomed the report of the Working Group at
  // its fortieth session" it is the Council's.
  const BodyFound* subject_before(std::size_t index, std::uint32_t first, int number,
                                  bool special) const {
    const BodyFound* before = last_before(index, number, special);
    if (before == nullptr || !at_end_[first] || !is_worked_of(*before)) return before;
    const BodyFound* subject = last_before(mention_from(before->first), number, special);
    const bool same_sentence = subject != nullptr && subject->first >= sentence_begin(first);
    return same_sentence && !is_worked_of(*subject) ? subject : before;
  }

  // "report of the Working Group"
  bool is_worked_of(const BodyFound& body) const {
    constexpr std::uint32_t kFarthest = 3;  // tokens: "report of the"
    for (std::uint32_t at = body.first; at-- > 0 && body.first - at <= kFarthest;) {
      if (text_.starts_sentence(at + 1)) return false;
      if (work_[at]) return at + 1 == body.first || owner_[at + 1];
    }
    return false;
  }

  // "session of the World Urban Forum", "special session of the General Assembly": what follows
  // says whose it is, and it is none that could be meant.
  bool belongs_to_another(std::uint32_t end, int number, bool special) const {
    if (end + 1 >= text_.size() || !owner_[end] || text_.starts_sentence(end)) return false;
    constexpr std::uint32_t kNear = 6;
    for (std::size_t i = mention_from(end); i < bodies_.size() && bodies_[i].first <= end + kNear;
         ++i) {
      if (takes(bodies_[i].body, number, special)) return false;
    }
    return true;
  }

  // The nearest mention before bodies_[index] whose body can have the session. A short form stands
  // for the body of that short form that was last named in full.
  const BodyFound* last_before(std::size_t index, int number, bool special) const {
    constexpr std::size_t kFarthest = 100;
    const BodyFound* short_form = nullptr;
    for (std::size_t steps = 0; index-- > 0 && steps < kFarthest; ++steps) {
      const BodyFound& body = bodies_[index];
      if (!takes(body.body, number, special) || only_names_resolution(body)) continue;
      if (body.name->match != BodyNameMatch::kShort) {
        if (short_form == nullptr || has_short_form(short_form->first, body.body)) {
          return short_form == nullptr ? &body : short_form_of(short_form->first, body.body);
        }
      } else if (short_form == nullptr) {
        short_form = &body;
      }
    }
    return short_form;
  }

  // "The Working Group, established by Human Rights Council resolution 5/1, held its tenth
  // session": the Council is there for its resolution; also "résolution 5/1 du Conseil".
  bool only_names_resolution(const BodyFound& body) const {
    const std::uint32_t end = body.first + body.length;
    if (end < text_.size() && resolution_[end] && !text_.starts_sentence(end)) return true;
    if (body.first == 0 || !owner_[body.first - 1]) return false;
    constexpr std::uint32_t kFarthest = 5;  // tokens: "résolution 60/251 de l'"
    for (std::uint32_t at = body.first; at-- > 0 && body.first - at <= kFarthest;) {
      if (resolution_[at]) return true;
      if (text_.starts_sentence(at)) return false;
    }
    return false;
  }

  const BodyFound* short_form_of(std::uint32_t token, std::uint16_t body) const {
    for (std::size_t i = mention_from(token); i < bodies_.size() && bodies_[i].first == token;
         ++i) {
      if (bodies_[i].body == body) return &bodies_[i];
    }
    return nullptr;
  }

  bool has_short_form(std::uint32_t token, std::uint16_t body) const {
    return short_form_of(token, body) != nullptr;
  }

  // True if a comma or the like stands between tokens.
  bool separated(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at <= to && at < text_.size(); ++at) {
      if (text_.gap_before(at).find_first_of(",;:|") != std::string_view::npos) return true;
    }
    return false;
  }

  const std::vector<Body>& all_;
  const CutText& text_;
  const std::vector<PhraseMatch>& matches_;
  const std::vector<BodyFound>& bodies_;
  std::vector<NumberFound> numbers_;  // in order
  std::vector<bool> joiner_;          // by token
  std::vector<bool> filler_;
  std::vector<bool> owner_;
  std::vector<bool> resolution_;  // by token: a word for one starts there
  std::vector<bool> work_;        // by token: a word such as "report" stands there
  std::vector<bool> at_end_;      // by token: "at its" stands before it
  std::vector<SessionFound> found_;
};

}  // namespace

std::vector<SessionFound> find_sessions(const BodyPhrases& phrases, const CutText& text,
                                        const std::vector<PhraseMatch>& matches,
                                        const std::vector<BodyFound>& bodies) {
  return Finder(phrases, text, matches, bodies).find();
}

}  // namespace rapporteur
