// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/compare.h"

#include <algorithm>
#include <set>

#include "indexer/group/replaced_words.h"
#include "indexer/group/shingles.h"

namespace rapporteur {

namespace {

using Words = std::vector<ComparedText::Word>;

// The bounds were set on the Amnesty items and the treaty-body texts, with an eye on what is
// wrongly grouped (tests/indexer/group/real_groups_test.cc).
constexpr std::size_t kFewestWords = 8;          // less is no text: "see below", "Read more"
constexpr std::size_t kLongText = 100;           // words; from here on the wording alone tells much
constexpr double kSharedOfShort = 0.8;           // of the words of each text
constexpr double kSharedOfLong = 0.75;           // the rest may stand around it
constexpr double kOwnInside = 0.1;               // of the words, between shared ones
constexpr std::size_t kWordsAFactMayCost = 300;  // a corrected figure in a long text
constexpr double kSharedTitle = 0.5;
constexpr double kSharedOfTeaser = 0.85;
constexpr double kSharedOfLinkedTeaser = 0.5;

bool is_dated(const ComparedText& text) {
  return text.from <= text.to;
}

std::int32_t days_apart(const ComparedText& a, const ComparedText& b) {
  if (!is_dated(a) || !is_dated(b)) return 0;
  return days_between({a.from, a.to}, {b.from, b.to});
}

bool equal_words(const Words& a, const Words& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.hash == y.hash; });
}

bool same_title(const ComparedText& a, const ComparedText& b) {
  return !a.title.empty() && equal_words(a.title, b.title);
}

bool same_url(const ComparedText& a, const ComparedText& b) {
  return !a.url.empty() && a.url == b.url;
}

// Each has one that the other has not: two sessions, two case numbers, two countries.
template <typename Value>
bool each_has_its_own(const std::vector<Value>& a, const std::vector<Value>& b) {
  const std::set<Value> in_a(a.begin(), a.end());
  const std::set<Value> in_b(b.begin(), b.end());
  return !std::includes(in_a.begin(), in_a.end(), in_b.begin(), in_b.end()) &&
         !std::includes(in_b.begin(), in_b.end(), in_a.begin(), in_a.end());
}

std::vector<std::uint64_t> numbers_in(const Words& words) {
  std::vector<std::uint64_t> numbers;
  for (const auto& word : words) {
    if (word.is_number) numbers.push_back(word.hash);
  }
  return numbers;
}

// "Newsletter [Russian]" is no copy of "Newsletter".
bool titles_speak_against_it(const ComparedText& a, const ComparedText& b) {
  return a.title_tag != b.title_tag || each_has_its_own(numbers_in(a.title), numbers_in(b.title));
}

// Titles of one publication differ in a few words at most, if each has one.
bool titles_are_alike(const ComparedText& a, const ComparedText& b) {
  if (a.title.empty() || b.title.empty()) return true;
  std::set<std::uint64_t> in_a;
  std::set<std::uint64_t> in_both;
  std::set<std::uint64_t> all;
  for (const auto& word : a.title) in_a.insert(word.hash);
  all = in_a;
  for (const auto& word : b.title) {
    all.insert(word.hash);
    if (in_a.contains(word.hash)) in_both.insert(word.hash);
  }
  return static_cast<double>(in_both.size()) >= kSharedTitle * static_cast<double>(all.size());
}

bool share(std::size_t words, double least, std::size_t of) {
  return static_cast<double>(words) >= least * static_cast<double>(of);
}

bool is_inside(OwnRun run, const Words& words) {
  return run.begin > 0 && run.end < words.size();
}

std::size_t own_words_inside(const std::vector<OwnRun>& runs, const Words& words) {
  std::size_t own = 0;
  for (const OwnRun run : runs) {
    if (is_inside(run, words)) own += run.end - run.begin;
  }
  return own;
}

bool has_fact(OwnRun run, const Words& words) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(run.begin),
                     words.begin() + static_cast<std::ptrdiff_t>(run.end),
                     [](const auto& word) { return word.is_fact; });
}

// A text that is cut off often ends within a word.
bool is_cut_off_word(OwnRun run, const Words& words) {
  return run.end == words.size() && run.end - run.begin == 1;
}

// Every own word of a short text counts, but for what stands behind the place where the other ends.
bool own_facts_in_short(const std::vector<OwnRun>& runs, const Words& words) {
  return std::any_of(runs.begin(), runs.end(),
                     [&](OwnRun run) { return run.end != words.size() && has_fact(run, words); });
}

bool short_texts_are_same(const ComparedText& a, const ComparedText& b, const Overlap& overlap) {
  const std::int32_t apart = days_apart(a, b);
  if (apart > (same_title(a, b) ? 3 : 1) || !titles_are_alike(a, b)) return false;
  if (!share(overlap.shared_a, kSharedOfShort, a.words.size()) ||
      !share(overlap.shared_b, kSharedOfShort, b.words.size())) {
    return false;
  }
  if (own_facts_in_short(overlap.own_a, a.words) || own_facts_in_short(overlap.own_b, b.words)) {
    return false;
  }
  for (const auto& [of_a, of_b] : replaced_runs(a, b, overlap)) {
    const bool cut_off = is_cut_off_word(of_a, a.words) != is_cut_off_word(of_b, b.words);
    if (!cut_off && facts_differ(a.words, of_a, b.words, of_b)) return false;
  }
  return true;
}

bool long_texts_are_same(const ComparedText& a, const ComparedText& b, const Overlap& overlap) {
  if (days_apart(a, b) > kMostDaysApart) return false;
  const std::size_t shorter = std::min(a.words.size(), b.words.size());
  if (!share(overlap.shared_a, kSharedOfLong, a.words.size()) ||
      !share(overlap.shared_b, kSharedOfLong, b.words.size()) ||
      share(own_words_inside(overlap.own_a, a.words), kOwnInside, a.words.size()) ||
      share(own_words_inside(overlap.own_b, b.words), kOwnInside, b.words.size())) {
    return false;
  }
  std::size_t changed = 0;
  for (const auto& [of_a, of_b] : replaced_runs(a, b, overlap)) {
    if (is_inside(of_a, a.words) && is_inside(of_b, b.words)) {
      changed += facts_conflict(a.words, of_a, b.words, of_b);
    } else if (years_conflict(a.words, of_a, b.words, of_b)) {
      return false;
    }
  }
  const bool may_be_corrected = same_title(a, b) && days_apart(a, b) <= 3;
  return changed <= (may_be_corrected ? shorter / kWordsAFactMayCost : 0);
}

bool are_same(const ComparedText& a, const ComparedText& b, const Overlap& overlap) {
  const std::size_t shorter = std::min(a.words.size(), b.words.size());
  if (shorter < kFewestWords) return same_url(a, b) && equal_words(a.words, b.words);
  return shorter < kLongText ? short_texts_are_same(a, b, overlap)
                             : long_texts_are_same(a, b, overlap);
}

bool begin_alike(const ComparedText& a, const ComparedText& b) {
  constexpr std::size_t kBeginning = 5;
  if (a.words.size() < kBeginning || b.words.size() < kBeginning) return false;
  return std::equal(a.words.begin(), a.words.begin() + kBeginning, b.words.begin(),
                    [](const auto& x, const auto& y) { return x.hash == y.hash; });
}

// `part` is a teaser or the beginning of `whole`.
bool is_excerpt(const ComparedText& part, std::size_t shared, const std::vector<OwnRun>& own,
                const ComparedText& whole) {
  if (part.words.size() >= whole.words.size() || whole.is_teaser) return false;
  const bool linked = same_url(part, whole);
  const bool named = same_title(part, whole);
  const bool begins = begin_alike(part, whole);
  const bool cut_off = !own.empty() && is_cut_off_word(own.back(), part.words);
  const auto is_shared = [&](double least) {
    return share(shared + (cut_off ? 1 : 0), least, part.words.size());
  };
  if (part.is_teaser && linked && days_apart(part, whole) <= kMostDaysApart) {
    if (named || is_shared(kSharedOfLinkedTeaser)) return true;
  }
  if (part.words.size() < kFewestWords || !is_shared(kSharedOfTeaser)) return false;
  const bool own_fact = std::any_of(own.begin(), own.end(), [&](OwnRun run) {
    return !is_cut_off_word(run, part.words) && has_fact(run, part.words);
  });
  if (own_fact) return false;
  if (!part.is_teaser) {
    const bool same_day = is_dated(part) && is_dated(whole) && days_apart(part, whole) == 0;
    return begins && (linked || (named && same_day));
  }
  if (named) return days_apart(part, whole) <= 7;
  return begins && titles_are_alike(part, whole) && days_apart(part, whole) <= 7;
}

}  // namespace

std::int32_t days_between(std::pair<std::int32_t, std::int32_t> a,
                          std::pair<std::int32_t, std::int32_t> b) {
  return std::max({b.first - a.second, a.first - b.second, 0});
}

Likeness compare(const ComparedText& a, const ComparedText& b) {
  if (!a.language.empty() && !b.language.empty() && a.language != b.language) {
    return Likeness::kNone;
  }
  if (titles_speak_against_it(a, b)) return Likeness::kNone;
  const Overlap overlap = overlap_of(a, b);
  if (!each_has_its_own(a.symbols, b.symbols) && !each_has_its_own(a.sessions, b.sessions) &&
      !each_has_its_own(a.countries, b.countries) && are_same(a, b, overlap)) {
    return Likeness::kSame;
  }
  if (is_excerpt(a, overlap.shared_a, overlap.own_a, b) ||
      is_excerpt(b, overlap.shared_b, overlap.own_b, a)) {
    return Likeness::kExcerpt;
  }
  return Likeness::kNone;
}

}  // namespace rapporteur
