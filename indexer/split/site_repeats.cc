// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/split/site_repeats.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr std::uint64_t kCountMask = 0xFF;
constexpr unsigned kMostCounted = 255;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

// Letters only, in one case: the same footer with another year, day or spacing is the same.
std::uint64_t fingerprint(std::string_view site, std::string_view text) {
  std::uint64_t hash = 0x5261707061727465ULL;
  for (const char c : site) hash = mix(hash, static_cast<unsigned char>(c));
  hash = mix(hash, 0x100);
  bool any = false;
  for (std::size_t position = 0; position < text.size();) {
    const auto byte = static_cast<unsigned char>(text[position]);
    char32_t c = byte;
    if (byte < 0x80) {
      ++position;
      if ((c | 0x20) < 'a' || (c | 0x20) > 'z') continue;
      c |= 0x20;
    } else {
      c = next_code_point(text, position);
      if (!u_isalpha(static_cast<UChar32>(c))) continue;
      c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    }
    hash = mix(hash, c);
    any = true;
  }
  if (!any) return 0;
  hash &= ~kCountMask;
  return hash == 0 ? ~kCountMask : hash;
}

// Of a page's distinct blocks, ascending.
std::vector<std::uint64_t> fingerprints(const Page& page) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(page.blocks.size());
  for (const Block& block : page.blocks) hashes.push_back(fingerprint(page.site, block.text));
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  std::erase(hashes, 0U);
  return hashes;
}

// Of a page as a whole; never that of a block.
std::uint64_t whole(const std::vector<std::uint64_t>& blocks) {
  std::uint64_t hash = 0x57686F6C65506167ULL;
  for (const std::uint64_t block : blocks) hash = mix(hash, block);
  hash &= ~kCountMask;
  return hash == 0 ? ~kCountMask : hash;
}

}  // namespace

void SiteRepeats::add(const Page& page) {
  ++pages_[page.site];
  const std::vector<std::uint64_t> blocks = fingerprints(page);
  for (const std::uint64_t hash : blocks) count(hash, 1);
  if (!blocks.empty()) count(whole(blocks), 1);
}

void SiteRepeats::merge(const SiteRepeats& other) {
  for (const auto& [site, pages] : other.pages_) pages_[site] += pages;
  for (const std::uint64_t slot : other.slots_) {
    if (slot != 0) count(slot & ~kCountMask, static_cast<unsigned>(slot & kCountMask));
  }
}

std::uint32_t SiteRepeats::pages(std::string_view site) const {
  const auto found = pages_.find(std::string(site));
  return found == pages_.end() ? 0 : found->second;
}

unsigned SiteRepeats::counted(std::uint64_t hash) const {
  if (slots_.empty() || hash == 0) return 0;
  for (std::size_t i = hash >> 16;; ++i) {
    const std::uint64_t slot = slots_[i & (slots_.size() - 1)];
    if (slot == 0) return 0;
    if ((slot & ~kCountMask) == hash) return static_cast<unsigned>(slot & kCountMask);
  }
}

unsigned SiteRepeats::pages_with(std::string_view site, std::string_view block_text) const {
  return counted(fingerprint(site, block_text));
}

unsigned SiteRepeats::copies(const Page& page) const {
  const std::vector<std::uint64_t> blocks = fingerprints(page);
  return blocks.empty() ? 0 : counted(whole(blocks));
}

unsigned SiteRepeats::repeats(std::string_view site, std::string_view block_text,
                              unsigned copies) const {
  const unsigned on = pages_with(site, block_text);
  const unsigned more = copies > 1 ? copies - 1 : 0;
  if (on == kMostCounted && more < kMostCounted - 1) return on;
  const unsigned with = on > more ? on - more : 0;
  return with >= 2 && with * 5ULL >= pages(site) - more ? with : 0;
}

void SiteRepeats::count(std::uint64_t hash, unsigned pages) {
  if ((used_ + 1) * 2 > slots_.size() && used_ < kMaxEntries) grow();
  for (std::size_t i = hash >> 16;; ++i) {
    std::uint64_t& slot = slots_[i & (slots_.size() - 1)];
    if (slot == 0) {
      if (used_ >= kMaxEntries) return;
      ++used_;
      slot = hash | std::min(pages, kMostCounted);
      return;
    }
    if ((slot & ~kCountMask) != hash) continue;
    const auto sum = std::min(static_cast<unsigned>(slot & kCountMask) + pages, kMostCounted);
    slot = hash | sum;
    return;
  }
}

void SiteRepeats::grow() {
  std::vector<std::uint64_t> old(std::max<std::size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  for (const std::uint64_t slot : old) {
    if (slot == 0) continue;
    std::size_t i = (slot & ~kCountMask) >> 16;
    while (slots_[i & (slots_.size() - 1)] != 0) ++i;
    slots_[i & (slots_.size() - 1)] = slot;
  }
}

}  // namespace rapporteur
