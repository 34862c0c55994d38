// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling/spelling_words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "common/text/utf8.h"
#include "searcher/spelling/edit_cost.h"
#include "searcher/spelling/same_sound.h"

namespace rapporteur {

namespace {

constexpr std::size_t kLongestWord = 40;  // letters; longer ones are no words
constexpr float kBitsASlip = 7.0F;

// How much a word of that many letters may be slipped on before it is another word.
float most_cost(std::u32string_view word) {
  const std::size_t letters = word.size();
  // Most words of Chinese have two characters: these may change places, or one be typed by its
  // sound.
  if (letters == 2 && is_han(word.front())) return SlipCosts::kSwapped;
  if (letters < 3) return 0.0F;
  if (letters < 5) return 1.5F;
  return letters < 8 ? 2.0F : 2.6F;
}

std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t position = 0; position < text.size();) {
    letters += next_code_point(text, position);
  }
  return letters;
}

float spelling_score(std::uint32_t frequency, float cost) {
  return std::log2(1.0F + static_cast<float>(frequency)) - kBitsASlip * cost;
}

void SpellingWords::add(std::string_view folded, std::uint32_t frequency) {
  const std::size_t letters = letter_count(folded);
  if (letters == 0 || letters > kLongestWord || frequency == 0) return;
  if (added_text_.size() > std::numeric_limits<std::uint32_t>::max() - folded.size()) return;
  added_.push_back({static_cast<std::uint32_t>(added_text_.size()),
                    static_cast<std::uint32_t>(folded.size()), static_cast<std::uint32_t>(letters),
                    frequency});
  added_text_ += folded;
}

void SpellingWords::finish() {
  const auto text_of = [&](const Added& added) {
    return std::string_view(added_text_).substr(added.start, added.bytes);
  };
  std::sort(added_.begin(), added_.end(), [&](const Added& a, const Added& b) {
    if (a.letters != b.letters) return a.letters < b.letters;
    const int order = text_of(a).compare(text_of(b));
    return order != 0 ? order < 0 : a.frequency > b.frequency;
  });
  text_.reserve(added_text_.size());
  for (std::size_t i = 0; i < added_.size(); ++i) {
    const std::string_view text = text_of(added_[i]);
    if (i > 0 && text == text_of(added_[i - 1])) continue;
    while (length_starts_.size() <= added_[i].letters) length_starts_.push_back(size());
    starts_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_ += text;
    signatures_.push_back(letter_signature(letters_of(text)));
    frequencies_.push_back(added_[i].frequency);
  }
  starts_.push_back(static_cast<std::uint32_t>(text_.size()));
  while (length_starts_.size() <= kLongestWord + 1) length_starts_.push_back(size());
  std::vector<Added>().swap(added_);
  std::string().swap(added_text_);
}

std::size_t SpellingWords::find(std::string_view folded) const {
  const std::size_t letters = letter_count(folded);
  if (letters > kLongestWord) return size();
  std::size_t low = length_starts_[letters];
  std::size_t high = length_starts_[letters + 1];
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    word(middle) < folded ? low = middle + 1 : high = middle;
  }
  return low < length_starts_[letters + 1] && word(low) == folded ? low : size();
}

std::uint32_t SpellingWords::frequency(std::string_view folded) const {
  const std::size_t found = find(folded);
  return found == size() ? 0 : frequencies_[found];
}

std::vector<SpellingCandidate> SpellingWords::nearest(std::string_view folded,
                                                      std::size_t limit) const {
  std::vector<SpellingCandidate> best;
  const std::u32string typed = letters_of(folded);
  const float most = most_cost(typed);
  if (most == 0.0F || typed.size() > kLongestWord || limit == 0) return best;
  const auto reach = static_cast<std::size_t>(most);
  const std::uint64_t signature = letter_signature(typed);
  const int most_bits = 2 * static_cast<int>(std::ceil(most));
  const std::size_t begin = length_starts_[typed.size() - reach];
  const std::size_t end = length_starts_[std::min(typed.size() + reach, kLongestWord) + 1];
  const auto better = [](const SpellingCandidate& a, const SpellingCandidate& b) {
    return a.score != b.score ? a.score > b.score : a.word < b.word;
  };
  std::u32string meant;
  for (std::size_t i = begin; i < end; ++i) {
    if (std::popcount(signatures_[i] ^ signature) > most_bits) continue;
    // No cheaper than half a slip: most words fall out by their frequency alone.
    if (best.size() == limit &&
        spelling_score(frequencies_[i], SlipCosts::kDoubled) < best.back().score) {
      continue;
    }
    meant.clear();
    const std::string_view candidate = word(i);
    for (std::size_t at = 0; at < candidate.size();) meant += next_code_point(candidate, at);
    const float cost = slip_cost(typed, meant, most);
    if (cost > most || cost == 0.0F) continue;
    SpellingCandidate found{std::string(candidate), frequencies_[i], cost,
                            spelling_score(frequencies_[i], cost)};
    best.insert(std::upper_bound(best.begin(), best.end(), found, better), std::move(found));
    if (best.size() > limit) best.pop_back();
  }
  return best;
}

}  // namespace rapporteur
