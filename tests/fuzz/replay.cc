// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs a fuzz target over the files of its corpus, each whole and cut short at several places: what
// ordinary builds link in the place of libFuzzer, so that ctest replays what was found.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCuts = 16;

// From a buffer of exactly this size, so that sanitizers and valgrind see a read past its end.
void run(const std::string& bytes, std::size_t size) {
  const auto copy = std::make_unique<std::uint8_t[]>(size);
  std::copy_n(bytes.begin(), size, copy.get());
  LLVMFuzzerTestOneInput(copy.get(), size);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> files;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i])) {
      files.emplace_back(argv[i]);
      continue;
    }
    for (const auto& entry : fs::directory_iterator(argv[i])) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) {
    std::cerr << "usage: " << argv[0] << " FILE|FOLDER...; no file was found\n";
    return 1;
  }
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in) {
      std::cerr << file.string() << ": cannot be read\n";
      return 1;
    }
    std::cout << file.filename().string()
              << std::endl;  // flushed: the last one named is the culprit
    for (std::size_t cut = 0; cut <= kCuts; ++cut) run(bytes, bytes.size() * cut / kCuts);
  }
  return 0;
}
