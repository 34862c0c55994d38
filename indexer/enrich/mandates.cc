// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/mandates.h"

#include <algorithm>
#include <unordered_map>

#include "common/vocabulary/phrase_reader.h"

namespace rapporteur {

namespace {

constexpr std::uint32_t kWordsBehind = 80;  // how far a list of mandates may go on
constexpr std::uint32_t kWordsBefore = 40;

MandatePart part_of(const PhraseMatch& match) {
  return static_cast<MandatePart>(match.value.kind);
}

bool ends_clause(std::string_view gap) {
  return gap.find_first_of(":;.!?()\n|") != std::string_view::npos ||
         gap.find("。") != std::string_view::npos || gap.find("；") != std::string_view::npos;
}

bool is_list_comma(std::string_view gap) {
  return gap.find(',') != std::string_view::npos || gap.find("،") != std::string_view::npos ||
         gap.find("、") != std::string_view::npos || gap.find("，") != std::string_view::npos;
}

}  // namespace

struct MandateFinder::State {
  const Mandates* mandates;
  std::unordered_map<std::string, PhraseReader> readers;  // by language of the phrases
  std::vector<PhraseMatcher::WordId> ids;
  std::vector<PhraseMatch> matches;

  void match(const CutText& text, std::uint32_t from, std::uint32_t to,
             const MandatePhrases& phrases) {
    auto reader = readers.find(phrases.language);
    if (reader == readers.end()) {
      reader =
          readers.try_emplace(phrases.language, phrases.matcher, WordForm::kStem, phrases.language)
              .first;
    }
    reader->second.read(text.text, text.tokens, from, to, ids);
    phrases.matcher.find(ids, matches);
    for (PhraseMatch& found : matches) found.first += from;
  }

  // The longest match of `part` that starts at `at`; nullptr if there is none.
  const PhraseMatch* starting_at(std::uint32_t at, MandatePart part) const {
    const PhraseMatch* longest = nullptr;
    auto it = std::lower_bound(
        matches.begin(), matches.end(), at,
        [](const PhraseMatch& match, std::uint32_t token) { return match.first < token; });
    for (; it != matches.end() && it->first == at; ++it) {
      if (part_of(*it) == part && (longest == nullptr || it->length > longest->length))
        longest = &*it;
    }
    return longest;
  }

  const PhraseMatch* ending_at(std::uint32_t end, MandatePart part) const {
    const PhraseMatch* longest = nullptr;
    for (const PhraseMatch& match : matches) {
      if (match.first >= end) break;
      if (match.first + match.length == end && part_of(match) == part &&
          (longest == nullptr || match.length > longest->length))
        longest = &match;
    }
    return longest;
  }

  static void add(const PhraseMatch& topic, std::vector<MandateFound>& found) {
    found.push_back({topic.value.entry, topic.first, topic.length});
  }

  // joined_words: a joiner may hide inside a word.
  // "Special Rapporteur on torture, on food and on the situation of human rights in Belarus"
  void read_behind(const CutText& text, std::uint32_t at, std::uint32_t end, bool joined_words,
                   std::vector<MandateFound>& found) const {
    bool wants_topic = true;  // no topic since the holder or the last joiner
    bool small_word = false;  // a filler stood before the topic
    while (at < end) {
      const std::string_view gap = text.gap_before(at);
      if (text.starts_sentence(at) || ends_clause(gap)) return;
      if (joined_words || is_list_comma(gap)) wants_topic = true;
      const PhraseMatch* topic = starting_at(at, MandatePart::kTopic);
      if (topic != nullptr && wants_topic && small_word) {
        add(*topic, found);
        wants_topic = false;
        at += topic->length;
        continue;
      }
      if (const PhraseMatch* joiner = starting_at(at, MandatePart::kJoiner)) {
        wants_topic = true;
        small_word = true;
        at += joiner->length;
      } else if (const PhraseMatch* filler = starting_at(at, MandatePart::kFiller)) {
        small_word = true;
        at += filler->length;
      } else if (const PhraseMatch* holder = starting_at(at, MandatePart::kHolder)) {
        at += holder->length;
      } else {
        return;
      }
    }
  }

  // 言论自由和酷刑问题特别报告员
  void read_before(const CutText& text, std::uint32_t at, std::uint32_t begin,
                   std::vector<MandateFound>& found) const {
    bool wants_topic = true;
    while (at > begin) {
      const std::string_view gap = text.gap_before(at);
      if (text.starts_sentence(at) || ends_clause(gap)) return;
      if (is_list_comma(gap)) wants_topic = true;
      const PhraseMatch* topic = ending_at(at, MandatePart::kTopic);
      if (topic != nullptr && wants_topic) {
        add(*topic, found);
        wants_topic = false;
        at = topic->first;
      } else if (const PhraseMatch* joiner = ending_at(at, MandatePart::kJoiner)) {
        wants_topic = true;
        at = joiner->first;
      } else if (const PhraseMatch* filler = ending_at(at, MandatePart::kFiller)) {
        at = filler->first;
      } else {
        return;
      }
    }
  }
};

MandateFinder::MandateFinder(const Mandates& mandates) : state_(std::make_unique<State>()) {
  state_->mandates = &mandates;
}
MandateFinder::~MandateFinder() = default;
MandateFinder::MandateFinder(MandateFinder&&) noexcept = default;
MandateFinder& MandateFinder::operator=(MandateFinder&&) noexcept = default;

void MandateFinder::find_near(const CutText& text, std::uint32_t first, std::uint32_t length,
                              std::string_view language, std::vector<MandateFound>& found) {
  const MandatePhrases& phrases = state_->mandates->phrases(language);
  const bool before = phrases.language == "zh";
  const std::uint32_t from = before && first > kWordsBefore ? first - kWordsBefore
                             : before                       ? 0
                                                            : first;
  const std::uint32_t to =
      before ? first + length : std::min(text.size(), first + length + kWordsBehind);
  state_->match(text, from, to, phrases);
  if (before) {
    // 特别报告员, but also 任意拘留问题工作组, which is a name that holds its topic.
    std::uint32_t end = first + length;
    if (const PhraseMatch* holder = state_->ending_at(end, MandatePart::kHolderAfter)) {
      end = holder->first;
    }
    state_->read_before(text, end, from, found);
    return;
  }
  // The name may hold the topic ("Working Group on Arbitrary Detention"): read from the holder on.
  const PhraseMatch* holder = state_->starting_at(first, MandatePart::kHolder);
  const std::uint32_t start = holder != nullptr ? first + holder->length : first + length;
  // "UN torture expert": between the first word and the last.
  if (holder == nullptr && length > 2) {
    const PhraseMatch* topic = state_->starting_at(first + 1, MandatePart::kTopic);
    if (topic != nullptr && topic->length + 2 == length) state_->add(*topic, found);
  }
  // Arabic writes "and" together with the next word.
  state_->read_behind(text, start, to, phrases.language == "ar", found);
}

}  // namespace rapporteur
