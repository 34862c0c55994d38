// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run/input_history.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_set>

namespace rapporteur {
namespace {

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

void append(std::string& bytes, std::uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift);
}

std::uint64_t take(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number = number << 8 | static_cast<unsigned char>(bytes[i]);
  }
  bytes.remove_prefix(sizeof number);
  return number;
}

std::uint64_t place_of(const std::string& path) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(path, error);
  return hash_of(error ? path : whole.string());
}

}  // namespace

std::string InputMark::encode() const {
  std::string bytes;
  for (const std::uint64_t number : {content.high, content.low, program, company, place}) {
    append(bytes, number);
  }
  for (const std::uint64_t site : sites) append(bytes, site);
  return bytes;
}

std::optional<InputMark> InputMark::decode(std::string_view bytes) {
  if (bytes.size() < 5 * sizeof(std::uint64_t) || bytes.size() % sizeof(std::uint64_t) != 0) {
    return std::nullopt;
  }
  InputMark mark;
  for (std::uint64_t* number :
       {&mark.content.high, &mark.content.low, &mark.program, &mark.company, &mark.place}) {
    *number = take(bytes);
  }
  while (!bytes.empty()) mark.sites.push_back(take(bytes));
  return mark;
}

InputHistory::InputHistory(std::vector<InputFile> files, const MarkOf& mark_of,
                           std::uint64_t program, const std::atomic<bool>* stop)
    : program_(program) {
  for (InputFile& file : files) {
    places_[file.source] = inputs_.size();
    Input& input = inputs_.emplace_back();
    input.file = std::move(file);
    if (!mark_of || !input.file.is_regular || (stop != nullptr && stop->load())) continue;
    input.content = hash_file(input.file.path, stop);
    input.place = place_of(input.file.path);
    input.known = InputMark::decode(mark_of(input.file.source));
    // A mark of another version may have held something else in its place.
    if (input.known && input.known->program == program && input.known->content != input.content &&
        input.known->place != input.place) {
      of_other_places_.push_back(input.file.source);
    }
    if (input.known && (input.known->content != input.content || input.known->program != program)) {
      input.known.reset();
    }
    if (input.known) input.sites = input.known->sites;
  }
}

std::vector<InputFile> InputHistory::changed() const {
  std::vector<InputFile> files;
  for (const Input& input : inputs_) {
    if (!input.known) files.push_back(input.file);
  }
  return files;
}

void InputHistory::learn(const SitesOfInputs& sites) {
  for (const auto& [name, own] : sites) {
    const auto place = places_.find(name);
    if (place == places_.end()) continue;
    Input& input = inputs_[place->second];
    input.sites.clear();
    for (const std::string& site : own) input.sites.push_back(hash_of(site));
    std::sort(input.sites.begin(), input.sites.end());
  }
  know_company();
}

// A sum, since the order of a site's pages does not matter.
void InputHistory::know_company() {
  site_pages_.clear();
  for (const Input& input : inputs_) {
    std::string page = input.file.source;
    append(page, input.content ? input.content->high : 0);
    append(page, input.content ? input.content->low : 0);
    for (const std::uint64_t site : input.sites) site_pages_[site] += hash_of(page);
  }
}

std::uint64_t InputHistory::company(const Input& input) const {
  std::string all;
  for (const std::uint64_t site : input.sites) {
    const auto pages = site_pages_.find(site);
    append(all, site);
    append(all, pages == site_pages_.end() ? 0 : pages->second);
  }
  return hash_of(all);
}

bool InputHistory::has_to_be_read(const Input& input) const {
  return !input.known || input.known->company != company(input);
}

std::vector<InputFile> InputHistory::neighbours() const {
  std::unordered_set<std::uint64_t> touched;
  for (const Input& input : inputs_) {
    if (has_to_be_read(input)) touched.insert(input.sites.begin(), input.sites.end());
  }
  std::vector<InputFile> files;
  for (const Input& input : inputs_) {
    const bool shares = std::any_of(input.sites.begin(), input.sites.end(),
                                    [&](std::uint64_t site) { return touched.contains(site); });
    if (input.known && shares) files.push_back(input.file);
  }
  return files;
}

std::vector<InputFile> InputHistory::to_read() const {
  std::vector<InputFile> files;
  for (const Input& input : inputs_) {
    if (has_to_be_read(input)) files.push_back(input.file);
  }
  return files;
}

std::string InputHistory::mark(const std::string& name) const {
  const auto place = places_.find(name);
  if (place == places_.end() || !inputs_[place->second].content) return {};
  const Input& input = inputs_[place->second];
  return InputMark{*input.content, program_, company(input), input.place, input.sites}.encode();
}

std::size_t InputHistory::unchanged() const {
  return inputs_.size() - to_read().size();
}

}  // namespace rapporteur
