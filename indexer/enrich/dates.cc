// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/dates.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/enrich/anniversaries.h"
#include "indexer/enrich/date_claims.h"
#include "indexer/enrich/day_lines.h"
#include "indexer/enrich/page_year.h"
#include "indexer/enrich/stated_dates.h"

namespace rapporteur {

namespace {

constexpr double kOtherPieces = 0.6;  // what a piece's words say of its neighbours
constexpr double kPageClaim = 0.6;
constexpr double kCopyright = 0.2;
constexpr double kSiteYear = 0.1;
constexpr double kKeptPage = 0.3;  // of what the capture says
constexpr int kStartPageDays = 366;
constexpr int kLongSessionDays = 300;  // of the General Assembly

bool is_long(const DateInterval& session) {
  return days_from_civil(session.to) - days_from_civil(session.from) > kLongSessionDays;
}

// "Communication dated 15 December 2000" at the head of a decision of 2004.
bool is_before_session(const RecordDate& date, const PieceEvidence& evidence) {
  return date.method == DateMethod::kPrinted && evidence.session &&
         date.interval.to < evidence.session->interval.from;
}

bool is_teaser(const Piece& piece) {
  return piece.kind == "teaser";
}

// A document's file may be made long after its text, by a scanner for one: then the latest that the
// text speaks of is long past.
bool is_made_anew(const std::vector<PieceEvidence>& pieces, const RecordDate& made) {
  constexpr long kLongPast = 400;  // days
  bool any = false;
  for (const PieceEvidence& piece : pieces) {
    for (const DateEvidence& item : piece.spoken_of) {
      const long days = days_from_civil(made.interval.from) - days_from_civil(item.interval.to);
      if (days < kLongPast) return false;
      any = true;
    }
  }
  return any;
}

// One page being dated.
class PageDater {
 public:
  PageDater(const Page& page, const std::vector<Piece>& pieces, std::vector<PieceEvidence> evidence,
            const std::vector<int>& site_years)
      : page_(page),
        pieces_(pieces),
        site_years_(site_years),
        evidence_(std::move(evidence)),
        dates_(pieces.size()) {
    claim_ = claimed_date(page);
    if (claim_ && page.is_document && is_made_anew(evidence_, *claim_)) claim_.reset();
    copyright_year_ = copyright_year(page);
  }

  std::vector<std::optional<RecordDate>> run() {
    take_stated_dates();
    resolve_lines();
    take_url_months();
    take_sessions();
    infer_years();
    keep_within_sessions();
    return std::move(dates_);
  }

 private:
  // The page's head speaks of its only article, or of the one with its title.
  bool is_about(std::size_t i) const {
    if (is_teaser(pieces_[i])) return false;
    while (i > 0 && pieces_[i].continues) --i;
    const auto articles = std::count_if(pieces_.begin(), pieces_.end(), [](const Piece& piece) {
      return !is_teaser(piece) && !piece.continues;
    });
    if (articles == 1) return true;
    const auto& title = page_.metadata.title;
    return title && pieces_[i].title && !pieces_[i].title->empty() &&
           collapse_spaces(*title).starts_with(collapse_spaces(*pieces_[i].title));
  }

  void take_stated_dates() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      PieceClaims claims;
      const bool about = is_about(i);
      if (about) claims.head = claim_;
      if (pieces_[i].url) {
        claims.url = url_date(*pieces_[i].url);
      } else if (about && page_.metadata.url) {
        claims.url = url_date(*page_.metadata.url);
      }
      dates_[i] = stated_date(page_, pieces_[i], evidence_[i], claims);
      if (dates_[i] && is_before_session(*dates_[i], evidence_[i])) dates_[i].reset();
      if (claims.url && before_capture(page_, claims.url->interval)) {
        url_dates_.emplace_back(i, *claims.url);
        // /2018/02/ gives "13 Feb" its year.
        evidence_[i].spoken_of.push_back(
            {EvidenceKind::kSession, claims.url->interval, claims.url->evidence});
      }
    }
  }

  // Candidates for the year of a day line: all that the page speaks of, and their neighbours.
  std::set<int> years() const {
    std::set<int> result;
    const auto add = [&](const DateInterval& interval) {
      for (const int year : {interval.from.year, interval.to.year}) {
        result.insert({year - 1, year, year + 1});
      }
    };
    for (const PieceEvidence& piece : evidence_) {
      for (const DateEvidence& item : piece.spoken_of) add(item.interval);
    }
    for (const auto& date : dates_) {
      if (date) add(date->interval);
    }
    if (claim_) add(claim_->interval);
    if (page_.captured) add(page_.captured->interval);
    for (const int year : site_years_) add(DateInterval::year(year));
    return result;
  }

  // Whether all that is dated by its own words is more than a year older than the capture: then it
  // is no start page, and that some year's list ends shortly before the capture is chance.
  bool is_kept_page() const {
    bool dated = false;
    for (const auto& date : dates_) {
      if (!date) continue;
      dated = true;
      if (days_from_civil(page_.captured->interval.from) - days_from_civil(date->interval.to) <=
          kStartPageDays)
        return false;
    }
    return dated;
  }

  // What the page says of a span of days, the pieces in `lines` left out.
  PageSupport view(const DateInterval& span, const std::vector<std::size_t>& lines) const {
    PageSupport result;
    double doubt = 1.0;
    double best = 0.0;
    const auto hear = [&](double weight, const std::string& label) {
      doubt *= 1.0 - weight;
      if (weight <= best) return;
      best = weight;
      result.label = label;
    };
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (std::find(lines.begin(), lines.end(), i) != lines.end()) continue;
      if (dates_[i]) {
        const DateEvidence dated{EvidenceKind::kDay, dates_[i]->interval, dates_[i]->evidence};
        hear(kOtherPieces * support(dated, span), dated.label);
        continue;
      }
      const DateEvidence* strongest = nullptr;
      const double weight = kOtherPieces * support(evidence_[i].spoken_of, span, &strongest);
      if (strongest != nullptr) hear(weight, strongest->label);
    }
    if (claim_) {
      const DateEvidence claimed{EvidenceKind::kDay, claim_->interval, claim_->evidence};
      hear(kPageClaim * support(claimed, span), claimed.label);
    }
    if (page_.captured) {
      const double trust = is_kept_page() ? kKeptPage : 1.0;
      hear(trust * capture_support(page_.captured->interval, span),
           "captured " + to_iso(page_.captured->interval.to));
    }
    const int newest = span.to.year;
    if (copyright_year_ == newest) hear(kCopyright, "\u00a9 " + std::to_string(newest));
    if (std::count(site_years_.begin(), site_years_.end(), newest) > 0) {
      hear(kSiteYear, "other pages of " + std::to_string(newest));
    }
    result.weight = 1.0 - doubt;
    return result;
  }

  void resolve_lines() {
    std::vector<std::size_t> of_list;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (evidence_[i].day_line) of_list.push_back(i);
    }
    resolve(of_list, [](const PieceEvidence& piece) { return *piece.day_line; });
    // A dateline without its year stands on its own: articles are in no order.
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (dates_[i] || !evidence_[i].dateline || evidence_[i].dateline->mention.has_year) continue;
      resolve({i}, [](const PieceEvidence& piece) { return *piece.dateline; });
    }
  }

  template <typename Stated>
  void resolve(const std::vector<std::size_t>& indices, Stated stated) {
    std::vector<DayLine> lines;
    for (const std::size_t i : indices) {
      DayLine line{stated(evidence_[i]).mention, evidence_[i].spoken_of};
      if (dates_[i] && dates_[i]->precision == DatePrecision::kDay) {
        line.mention.interval = dates_[i]->interval;
        line.mention.has_year = true;
      }
      lines.push_back(std::move(line));
    }
    const auto dated = resolve_day_lines(
        lines, years(), [&](const DateInterval& span) { return view(span, indices); },
        [&](const DateInterval& days) { return before_capture(page_, days); });
    for (std::size_t k = 0; k < indices.size(); ++k) {
      const std::size_t i = indices[k];
      if (dates_[i] || !dated[k] || !before_capture(page_, dated[k]->interval)) continue;
      RecordDate date{dated[k]->interval, lines[k].mention.precision, DateMethod::kInferred,
                      stated(evidence_[i]).label};
      if (!dated[k]->because.empty()) date.evidence += "; " + dated[k]->because;
      dates_[i] = std::move(date);
    }
  }

  void take_url_months() {
    for (const auto& [i, date] : url_dates_) {
      if (!dates_[i]) dates_[i] = date;
    }
  }

  void date_by_session(std::size_t i) {
    const DateEvidence& session = *evidence_[i].session;
    if (!before_capture(page_, session.interval)) return;
    dates_[i] =
        RecordDate{session.interval, DatePrecision::kRange, DateMethod::kInferred, session.label};
  }

  // What a document tells of its case is years older than the session that its symbol names.
  void take_sessions() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const auto& session = evidence_[i].session;
      if (!dates_[i] && session && !is_long(session->interval)) date_by_session(i);
    }
  }

  // A session of a year leaves room for what the text speaks of.
  void keep_within_sessions() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const auto& session = evidence_[i].session;
      if (!session || !is_long(session->interval)) continue;
      const auto& date = dates_[i];
      const bool fits = date && (date->method != DateMethod::kInferred ||
                                 date->interval.overlaps(session->interval));
      if (!fits) date_by_session(i);
    }
  }

  void infer_years() {
    PageYear page_year(page_.captured);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (dates_[i]) {
        page_year.add_dated(dates_[i]->interval);
      } else if (!is_teaser(pieces_[i])) {
        page_year.add_undated(i, evidence_[i].spoken_of);
      }
    }
    if (claim_) page_year.add_dated(claim_->interval);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!dates_[i]) {
        dates_[i] = page_year.infer(i, evidence_[i], is_teaser(pieces_[i]));
      }
    }
  }

  const Page& page_;
  const std::vector<Piece>& pieces_;
  const std::vector<int>& site_years_;
  std::vector<PieceEvidence> evidence_;
  std::vector<std::optional<RecordDate>> dates_;
  std::vector<std::pair<std::size_t, RecordDate>> url_dates_;
  std::optional<RecordDate> claim_;
  int copyright_year_ = 0;
};

}  // namespace

std::vector<std::optional<RecordDate>> DateResolver::resolve(const Page& page,
                                                             const std::vector<Piece>& pieces,
                                                             const DateContext& context) {
  TextCutter cutter;
  CutText text;
  std::vector<PieceEvidence> evidence;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    cutter.cut({piece.title ? std::string_view(*piece.title) : std::string_view(), piece.text, "",
                piece.body_end},
               text);
    static const TimeHints kNone;
    evidence.push_back(read(piece, text, i < context.hints.size() ? context.hints[i] : kNone));
  }
  return resolve(page, pieces, std::move(evidence), context.site_years);
}

PieceEvidence DateResolver::read(const Piece& piece, const CutText& text, const TimeHints& hints) {
  if (text.has_unspaced) {
    Tokens title;
    Tokens body;
    by_dictionary_.tokenize(text.title(), title);
    by_dictionary_.tokenize(text.body(), body);
    const auto title_ids = anniversary_words(title);
    const auto body_ids = anniversary_words(body);
    return read_evidence(piece, {text.title(), title, title_ids}, {text.body(), body, body_ids},
                         hints);
  }
  const std::span<const PhraseMatcher::WordId> ids = anniversary_words_.read(
      text, [](std::string_view, std::string_view folded) { return anniversary_word(folded); });
  return read_evidence(piece, {text.title(), text.title_only, ids.first(text.title_tokens)},
                       {text.body(), text.body_only, ids.subspan(text.title_tokens)}, hints);
}

std::vector<std::optional<RecordDate>> DateResolver::resolve(
    const Page& page, const std::vector<Piece>& pieces, std::vector<PieceEvidence> evidence,
    const std::vector<int>& site_years) const {
  return PageDater(page, pieces, std::move(evidence), site_years).run();
}

}  // namespace rapporteur
