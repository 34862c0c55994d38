// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/content_key.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

namespace rapporteur::recall {

namespace {

void add_file(XXH3_state_t& state, const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return;
  std::ifstream file(path, std::ios::binary);
  std::vector<char> buffer(1 << 20);
  while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) ||
         file.gcount() > 0) {
    XXH3_128bits_update(&state, buffer.data(), static_cast<std::size_t>(file.gcount()));
  }
}

std::string key_file(const std::string& path) {
  return path + ".key";
}

}  // namespace

std::string content_key(const std::vector<std::string>& words,
                        const std::vector<std::string>& files) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       XXH3_freeState);
  XXH3_128bits_reset(state.get());
  for (const std::string& word : words) {
    XXH3_128bits_update(state.get(), word.c_str(), word.size() + 1);
    add_file(*state, word);
  }
  for (const std::string& file : files) add_file(*state, file);
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  std::array<char, 33> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return hex.data();
}

bool has_key(const std::string& path, const std::string& key) {
  std::ifstream file(key_file(path));
  std::string noted;
  return std::filesystem::exists(path) && std::getline(file, noted) && noted == key;
}

void remember_key(const std::string& path, const std::string& key) {
  std::ofstream(key_file(path)) << key << '\n';
}

void forget_key(const std::string& path) {
  std::error_code ignored;
  std::filesystem::remove(key_file(path), ignored);
}

}  // namespace rapporteur::recall
