// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index/staging.h"

#include <algorithm>
#include <utility>

namespace rapporteur {

Staging::Staging(std::filesystem::path folder, std::size_t fan_in)
    : folder_(std::move(folder)), fan_in_(std::max<std::size_t>(fan_in, 2)) {
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directory(folder_);
}

Staging::~Staging() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::filesystem::path Staging::next_path() {
  return folder_ / ("chunk-" + std::to_string(next_number_++));
}

std::uint32_t Staging::register_chunk(Chunk chunk) {
  chunks_.push_back(std::move(chunk));
  return static_cast<std::uint32_t>(chunks_.size() - 1);
}

void Staging::enter(std::string id_term, const Operation& operation) {
  const auto [found, is_new] = operations_.try_emplace(std::move(id_term), operation);
  if (is_new) return;
  const bool wins = operation.order > found->second.order ||
                    (operation.order == found->second.order && !operation.is_removal);
  const Operation& loser = wins ? found->second : operation;
  if (!loser.is_removal) overtaken_.push_back(loser.staged);
  if (wins) found->second = operation;
}

void Staging::take(ChunkBuilder& chunk) {
  {
    const std::lock_guard lock(mutex_);
    Chunk entry;
    entry.path = chunk.path();
    entry.documents = static_cast<Xapian::docid>(chunk.documents());
    const std::uint32_t number = register_chunk(std::move(entry));
    text_bytes_ += chunk.text_bytes();
    Xapian::docid document = 0;
    for (ChunkRecord& record : chunk.records()) {
      enter(std::move(record.id_term), {record.order, false, {number, ++document}});
    }
  }
  merge_if_many();
}

void Staging::merge_if_many() {
  const std::unique_lock merging(merge_mutex_, std::try_to_lock);
  if (!merging) return;  // whoever merges now looks again when done
  while (true) {
    std::vector<std::uint32_t> waiting;
    {
      const std::lock_guard lock(mutex_);
      waiting = choose_for_merge(fan_in_);
    }
    if (waiting.empty()) return;
    merge(waiting);
  }
}

void Staging::remove(std::string id_term, std::uint64_t order) {
  const std::lock_guard lock(mutex_);
  enter(std::move(id_term), {order, true, {}});
}

void Staging::replace_source(std::string source_term, std::string mark) {
  const std::lock_guard lock(mutex_);
  sources_.insert_or_assign(std::move(source_term), std::move(mark));
}

// Waiting chunks of one level, lowest first; each document is merged once a level.
std::vector<std::uint32_t> Staging::choose_for_merge(std::size_t at_least) const {
  std::vector<std::vector<std::uint32_t>> waiting;
  for (std::uint32_t number = 0; number < chunks_.size(); ++number) {
    const Chunk& chunk = chunks_[number];
    if (chunk.parent >= 0) continue;
    const auto level = static_cast<std::size_t>(chunk.level);
    if (level >= waiting.size()) waiting.resize(level + 1);
    waiting[level].push_back(number);
  }
  for (auto& numbers : waiting) {
    if (numbers.size() < at_least) continue;
    numbers.resize(std::min(numbers.size(), fan_in_));
    return numbers;
  }
  return {};
}

void Staging::merge(const std::vector<std::uint32_t>& numbers) {
  Chunk merged;
  std::vector<std::filesystem::path> inputs;
  merged.path = next_path();
  {
    const std::lock_guard lock(mutex_);
    for (const std::uint32_t number : numbers) {
      Chunk& chunk = chunks_[number];
      inputs.push_back(chunk.path);
      chunk.offset = merged.documents;
      merged.documents += chunk.documents;
      merged.level = std::max(merged.level, chunk.level + 1);
    }
  }
  merge_databases(inputs, merged.path);
  {
    const std::lock_guard lock(mutex_);
    const std::uint32_t parent = register_chunk(std::move(merged));
    for (const std::uint32_t number : numbers) chunks_[number].parent = parent;
  }
  for (const auto& input : inputs) std::filesystem::remove_all(input);
}

void Staging::settle() {
  while (roots().size() > fan_in_) {
    auto numbers = choose_for_merge(2);
    if (numbers.empty()) break;
    merge(numbers);
  }
}

std::vector<std::uint32_t> Staging::roots() const {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t number = 0; number < chunks_.size(); ++number) {
    if (chunks_[number].parent < 0) numbers.push_back(number);
  }
  return numbers;
}

StagedDocument Staging::resolve(StagedDocument staged) const {
  while (chunks_[staged.chunk].parent >= 0) {
    const Chunk& chunk = chunks_[staged.chunk];
    staged.document += chunk.offset;
    staged.chunk = static_cast<std::uint32_t>(chunk.parent);
  }
  return staged;
}

void Staging::clear() {
  for (const std::uint32_t number : roots()) std::filesystem::remove_all(chunks_[number].path);
  chunks_.clear();
  operations_.clear();
  sources_.clear();
  overtaken_.clear();
  text_bytes_ = 0;
}

}  // namespace rapporteur
