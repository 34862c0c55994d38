// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/date_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "common/dates/date_words.h"
#include "common/text/utf8.h"
#include "indexer/enrich/anniversaries.h"

namespace rapporteur {

namespace {

constexpr int kLongDays = 200;  // a session of the General Assembly, "the 1990s": say little
constexpr std::uint32_t kOpeningBytes = 400;   // a dateline or "Published on" stands in these
constexpr std::uint32_t kDatelineBytes = 120;  // what may stand in front of a dateline's day
constexpr std::size_t kDatelineWords = 8;
constexpr std::uint32_t kClosingBytes = 160;  // letters end with place and date

// Of believable readings, in nats of doubt removed: -ln(1 - support).
constexpr double kLeastSupport = 0.4;  // a support of 0.33
constexpr double kLeastLead = 0.25;
constexpr double kLeastRatio = 1.3;

struct Step {
  int days;
  double support;
};
constexpr std::array<Step, 5> kAfterwards = {
    {{45, 1.0}, {100, 0.8}, {200, 0.5}, {366, 0.3}, {731, 0.08}}};
constexpr std::array<Step, 4> kBeforehand = {{{45, 0.9}, {120, 0.5}, {240, 0.15}, {366, 0.05}}};

template <std::size_t kCount>
double by_days(const std::array<Step, kCount>& steps, int days) {
  for (const Step& step : steps) {
    if (days <= step.days) return step.support;
  }
  return 0.0;
}

double trust(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::kDay:
    case EvidenceKind::kRange:
      return 0.8;
    case EvidenceKind::kMonth:
      return 0.55;
    case EvidenceKind::kSession:
    case EvidenceKind::kAnniversary:
      return 0.75;
    case EvidenceKind::kYear:
      return 0.12;
  }
  return 0.0;
}

EvidenceKind kind_of(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kDay:
      return EvidenceKind::kDay;
    case DatePrecision::kMonth:
      return EvidenceKind::kMonth;
    case DatePrecision::kYear:
      return EvidenceKind::kYear;
    case DatePrecision::kRange:
      break;
  }
  return EvidenceKind::kRange;
}

// A line of its own, or the words between two borders, with nothing but a place beside the date.
bool only_place_words(std::string_view text, const Tokens& tokens, std::uint32_t begin,
                      std::uint32_t end) {
  std::size_t words = 0;
  for (const Token& token : tokens.list) {
    if (token.begin < begin) continue;
    if (token.begin >= end) break;
    const bool name = token.letter_case != LetterCase::kLower || token.end - token.begin <= 3;
    if (!name || ++words > kDatelineWords) return false;
  }
  return text.substr(begin, end - begin).find_first_of("!?;") == std::string_view::npos;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

// Reads the date that a text states for itself.
class DatelineReader {
 public:
  DatelineReader(std::string_view text, const Tokens& tokens,
                 const std::vector<DateMention>& mentions)
      : text_(text), tokens_(tokens), mentions_(mentions) {}

  std::optional<StatedDate> read() const {
    for (const DateMention& mention : mentions_) {
      const bool opening = mention.begin < kOpeningBytes;
      const bool closing = mention.end + kClosingBytes > text_.size();
      if (!opening && !closing) continue;
      if (mention.precision != DatePrecision::kDay) continue;
      const bool stated =
          is_announced(mention) || stands_alone(mention) || (opening && is_dateline(mention));
      if (stated && (mention.has_year || opening)) {
        return StatedDate{mention,
                          std::string(text_.substr(mention.begin, mention.end - mention.begin))};
      }
    }
    return std::nullopt;
  }

 private:
  std::uint32_t line_begin(std::uint32_t at) const {
    const std::size_t newline = text_.substr(0, at).rfind('\n');
    return newline == text_.npos ? 0 : static_cast<std::uint32_t>(newline + 1);
  }

  // "Published on 13 February 2018"
  bool is_announced(const DateMention& mention) const {
    const auto first = static_cast<std::size_t>(
        std::partition_point(tokens_.list.begin(), tokens_.list.end(),
                             [&](const Token& token) { return token.begin < mention.begin; }) -
        tokens_.list.begin());
    const DateWords& words = DateWords::get();
    if (words.ending_before(DateRole::kUpdated, tokens_, first) > 0) return false;
    const std::size_t length = words.ending_before(DateRole::kPublished, tokens_, first);
    if (length > 0) {
      // "a report published on 3 May" tells of another text: ours starts its line.
      const Token& word = tokens_.list[first - length];
      return only_place_words(text_, tokens_, line_begin(word.begin), word.begin);
    }
    const std::string_view before = trim(text_.substr(0, mention.begin));
    for (const std::string& word : words.chinese(DateRole::kPublished)) {
      for (const std::string_view colon : {"", ":", "："}) {
        if (before.ends_with(word + std::string(colon))) return true;
      }
    }
    return false;
  }

  // A line with nothing but the date and a place: "Geneva, 13 February 2018".
  bool stands_alone(const DateMention& mention) const {
    const std::uint32_t begin = line_begin(mention.begin);
    const std::size_t newline = text_.find('\n', mention.end);
    const auto end = static_cast<std::uint32_t>(newline == text_.npos ? text_.size() : newline);
    if (begin == 0 && end == text_.size()) return false;
    // First or second line, or the last: further inside it belongs to a list or a table.
    const std::string_view above = trim(text_.substr(0, begin));
    const bool near_top = above.find('\n') == above.npos;
    if (!near_top && !trim(text_.substr(end)).empty()) return false;
    return end - begin < kDatelineBytes && only_place_words(text_, tokens_, begin, mention.begin) &&
           trim(text_.substr(mention.end, end - mention.end)).size() <= 2;
  }

  // "Geneva, 13 February 2018 – The", "(New York, February 13, 2018) - The".
  bool is_dateline(const DateMention& mention) const {
    const std::uint32_t begin = line_begin(mention.begin);
    if (mention.begin - begin > kDatelineBytes) return false;
    std::string_view behind = text_.substr(mention.end);
    std::string_view before = text_.substr(begin, mention.begin - begin);
    const bool bracket = starts_with_any(behind, {")", "）", "]"});
    if (bracket) {
      const std::size_t open = before.find_last_of("([");
      if (open == before.npos && before.rfind("（") == before.npos) return false;
      behind.remove_prefix(behind.front() == ')' || behind.front() == ']' ? 1 : 3);
    }
    while (starts_with_any(behind, {" ", "\u00a0", ",", "."})) {
      behind.remove_prefix(behind.front() == '\xC2' ? 2 : 1);
    }
    const bool dash = starts_with_any(behind, {"–", "—", "- ", "-- ", ":", "|", "/ ", "："});
    return dash && only_place_words(text_, tokens_, begin, mention.begin);
  }

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<DateMention>& mentions_;
};

std::optional<StatedDate> read_day_line(const Piece& piece) {
  if (!piece.day_line) return std::nullopt;
  for (const DateMention& mention : find_dates(*piece.day_line)) {
    if (mention.precision == DatePrecision::kYear) continue;
    return StatedDate{mention, collapse_spaces(*piece.day_line)};
  }
  return std::nullopt;
}

void read_words(const DatedWords& words, const std::vector<DateMention>& mentions,
                std::vector<DateEvidence>& found) {
  const std::string_view text = words.text;
  for (const DateMention& mention : mentions) {
    if (!mention.has_year) continue;
    found.push_back({kind_of(mention.precision), mention.interval,
                     collapse_spaces(text.substr(mention.begin, mention.end - mention.begin))});
  }
  for (const Anniversary& anniversary : find_anniversaries(words.tokens, words.in_phrases)) {
    found.push_back(
        {EvidenceKind::kAnniversary, DateInterval::day(anniversary.day),
         collapse_spaces(text.substr(anniversary.begin, anniversary.end - anniversary.begin))});
  }
}

std::string label_of(const SessionSpan& session) {
  std::string label = session.id;
  if (const std::size_t dash = label.rfind('-'); dash != label.npos) label[dash] = ' ';
  return label;
}

// What a session adopts is of its days; what is written for it comes out in the months before, too.
DateEvidence own_session(const SessionSpan& session, bool adopted) {
  constexpr int kMonthsBefore = 120;  // days
  DateInterval days = session.interval;
  if (!adopted) days.from = civil_from_days(days_from_civil(days.from) - kMonthsBefore);
  return {EvidenceKind::kSession, days, label_of(session)};
}

}  // namespace

PieceEvidence read_evidence(const Piece& piece, const DatedWords& title, const DatedWords& body,
                            const TimeHints& hints) {
  PieceEvidence evidence;
  evidence.day_line = read_day_line(piece);
  std::vector<DateMention> mentions;
  find_dates(title.text, title.tokens, mentions);
  read_words(title, mentions, evidence.spoken_of);
  mentions.clear();
  find_dates(body.text, body.tokens, mentions);
  read_words(body, mentions, evidence.spoken_of);
  evidence.dateline = DatelineReader(body.text, body.tokens, mentions).read();
  for (const SessionSpan& session : hints.sessions) {
    evidence.spoken_of.push_back({EvidenceKind::kSession, session.interval, label_of(session)});
  }
  if (hints.own) evidence.session = own_session(*hints.own, hints.adopted);
  evidence.tells_case = hints.tells_case;
  // Saying a thing twice makes it no truer.
  auto& found = evidence.spoken_of;
  const auto key = [](const DateEvidence& item) { return std::tie(item.kind, item.interval); };
  std::stable_sort(found.begin(), found.end(),
                   [&](const DateEvidence& a, const DateEvidence& b) { return key(a) < key(b); });
  found.erase(
      std::unique(found.begin(), found.end(),
                  [&](const DateEvidence& a, const DateEvidence& b) { return key(a) == key(b); }),
      found.end());
  return evidence;
}

double support(const DateEvidence& evidence, const DateInterval& published) {
  const int from = days_from_civil(evidence.interval.from);
  const int to = days_from_civil(evidence.interval.to);
  const int published_from = days_from_civil(published.from);
  const int published_to = days_from_civil(published.to);
  double weight = trust(evidence.kind);
  if (evidence.kind == EvidenceKind::kYear) {
    return evidence.interval.overlaps(published) ? weight : 0.0;
  }
  if (to - from > kLongDays) weight *= static_cast<double>(kLongDays) / (to - from);
  double near = 1.0;
  if (to < published_from) {
    near = by_days(kAfterwards, published_from - to);
  } else if (from > published_to) {
    near = by_days(kBeforehand, from - published_to);
  }
  // A year is kept as an anniversary from its first day to its last.
  const bool same_year = published.from.year <= evidence.interval.from.year &&
                         evidence.interval.from.year <= published.to.year;
  if (evidence.kind == EvidenceKind::kAnniversary && same_year) near = std::max(near, 0.7);
  return weight * near;
}

double support(const std::vector<DateEvidence>& evidence, const DateInterval& published,
               const DateEvidence** strongest) {
  double doubt = 1.0;
  double best = 0.0;
  double bare_years = 0.0;
  for (const DateEvidence& item : evidence) {
    double weight = support(item, published);
    if (item.kind == EvidenceKind::kYear) {
      // A page may name a year a hundred times and still be of another.
      if (bare_years >= 2 * trust(EvidenceKind::kYear)) continue;
      bare_years += weight;
    }
    doubt *= 1.0 - weight;
    if (weight > best) {
      best = weight;
      if (strongest != nullptr) *strongest = &item;
    }
  }
  return 1.0 - doubt;
}

bool clearly_leads(double best, double second) {
  const double lead = -std::log1p(-std::min(best, 0.999999));
  const double other = -std::log1p(-std::min(second, 0.999999));
  return lead >= kLeastSupport && lead - other >= kLeastLead && lead >= other * kLeastRatio;
}

}  // namespace rapporteur
