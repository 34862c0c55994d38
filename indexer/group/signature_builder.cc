// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/signature_builder.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <string>

#include "indexer/source/record_id.h"

namespace rapporteur {

namespace {

constexpr std::uint32_t kOpeningWords = 6;
constexpr std::uint32_t kLeadWords = 40;
constexpr std::uint32_t kShingle = 4;

std::uint64_t hash_of(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

// Stands for the sequence that `sequence` stood for, and `next`.
std::uint64_t mixed(std::uint64_t sequence, std::uint64_t next) {
  const std::uint64_t hash = (std::rotl(sequence, 23) ^ next) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t never_none(std::uint64_t hash) {
  return hash == 0 ? 1 : hash;
}

// Keeps the smallest hashes in ascending order, each once.
template <std::size_t kCount>
void keep_smallest(std::array<std::uint32_t, kCount>& smallest, std::uint32_t hash) {
  if (hash == 0 || (smallest.back() != 0 && hash >= smallest.back())) return;
  for (std::uint32_t& kept : smallest) {
    if (kept == hash) return;
    if (kept != 0 && kept < hash) continue;
    std::swap(kept, hash);
    if (hash == 0) return;
  }
}

std::uint32_t hash_of_subjects(const Record& record) {
  std::vector<std::string> subjects;
  const auto add_all = [&](const std::optional<std::vector<std::string>>& values) {
    if (values) subjects.insert(subjects.end(), values->begin(), values->end());
  };
  add_all(record.sessions);
  add_all(record.symbols);
  if (record.countries) {
    for (const RecordCountry& country : *record.countries) {
      if (country.primary) subjects.push_back(country.code);
    }
  }
  std::sort(subjects.begin(), subjects.end());
  std::uint64_t hash = 0;
  for (const std::string& subject : subjects) hash = mixed(hash, hash_of(subject));
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

void SignatureBuilder::add_title(std::string_view title, const Tokens& tokens) {
  // "Topic | Title" and "Title | Site": the title is the longest part.
  std::string_view longest;
  for (std::size_t begin = 0; begin <= title.size();) {
    const std::size_t end = std::min(title.find('|', begin), title.size());
    if (end - begin > longest.size()) longest = title.substr(begin, end - begin);
    begin = end + 1;
  }
  const auto begin = static_cast<std::size_t>(longest.data() - title.data());
  std::uint64_t hash = 0;
  for (const Token& token : tokens.list) {
    if (token.begin < begin || token.end > begin + longest.size()) continue;
    hash = mixed(hash, hash_of(tokens.folded(token)));
  }
  signature_.title = hash;
}

void SignatureBuilder::add_text(const Tokens& tokens) {
  for (const Token& token : tokens.list) add_word(hash_of(tokens.folded(token)));
}

void SignatureBuilder::add_word(std::uint64_t word) {
  const std::uint32_t number = signature_.words++;
  signature_.content = mixed(signature_.content, word);
  if (number < kOpeningWords) opening_ = mixed(opening_, word);
  recent_[number % kShingle] = word;
  if (number < 1) return;
  const std::uint64_t pair = mixed(recent_[(number - 1) % kShingle], word);
  count_bits(pair * 0xD6E8FEB86659FD93ULL);
  if (number + 1 < kShingle) return;
  const std::uint64_t four =
      mixed(mixed(recent_[(number - 3) % kShingle], recent_[(number - 2) % kShingle]), pair);
  const auto anchor = static_cast<std::uint32_t>((four * 0xD6E8FEB86659FD93ULL) >> 32);
  keep_smallest(signature_.anchors, anchor);
  if (number < kLeadWords) keep_smallest(signature_.lead_anchors, anchor);
}

void SignatureBuilder::count_bits(std::uint64_t pair) {
  constexpr std::uint64_t kEveryEighth = 0x0101010101010101ULL;
  for (unsigned i = 0; i < 8; ++i) lanes_[i] += (pair >> i) & kEveryEighth;
  if (++in_lanes_ == 255) flush_bits();
}

void SignatureBuilder::flush_bits() {
  for (unsigned i = 0; i < 8; ++i) {
    for (unsigned byte = 0; byte < 8; ++byte) {
      bits_[8 * byte + i] += static_cast<std::uint32_t>((lanes_[i] >> (8 * byte)) & 0xFF);
    }
    lanes_[i] = 0;
  }
  in_lanes_ = 0;
}

Signature SignatureBuilder::finish(const Record& record) {
  flush_bits();
  const std::uint32_t pairs = signature_.words > 0 ? signature_.words - 1 : 0;
  for (unsigned bit = 0; bit < 64; ++bit) {
    if (2 * bits_[bit] > pairs) signature_.simhash |= std::uint64_t{1} << bit;
  }
  signature_.id = hash_of_id(record.id);
  if (record.duplicate_of) signature_.duplicate_of = hash_of_id(*record.duplicate_of);
  if (signature_.words >= kOpeningWords) {
    signature_.opening = static_cast<std::uint32_t>(opening_ >> 32);
  }
  if (record.url && !record.url->empty()) {
    const std::string url = canonical_url(*record.url);
    signature_.url = never_none(hash_of(url));
    signature_.url_bytes = static_cast<std::uint16_t>(std::min<std::size_t>(url.size(), 0xFFFF));
    signature_.url_has_query = url.find('?') != std::string::npos;
  }
  signature_.subjects = hash_of_subjects(record);
  if (record.date && *record.date) {
    signature_.from = days_from_civil((*record.date)->interval.from);
    signature_.to = days_from_civil((*record.date)->interval.to);
  }
  if (record.language && *record.language) {
    signature_.language = static_cast<std::uint16_t>(hash_of(**record.language) | 1);
  }
  signature_.is_teaser = record.kind == "teaser";
  const Signature finished = signature_;
  *this = SignatureBuilder();
  return finished;
}

}  // namespace rapporteur
