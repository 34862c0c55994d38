// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/run_suite.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <set>

#include "benchmarks/recall/child_process.h"
#include "benchmarks/recall/collection_files.h"
#include "benchmarks/recall/content_key.h"

namespace rapporteur::recall {

namespace {

namespace fs = std::filesystem;

bool chosen(const std::vector<std::string>& choice, const std::string& name) {
  return choice.empty() || std::find(choice.begin(), choice.end(), name) != choice.end();
}

std::string file_name_of(const std::string& configuration) {
  std::string name = configuration;
  std::replace(name.begin(), name.end(), '/', '_');
  return name + ".run";
}

std::vector<std::string> filled(std::vector<std::string> words,
                                const std::map<std::string, std::string>& values) {
  for (std::string& word : words) word = filled_in(word, values);
  return words;
}

// One suite on its way: what of it is made, and what cannot be.
class SuiteRunner {
 public:
  SuiteRunner(const Suite& suite, const SuiteOptions& options, const Tell& tell)
      : suite_(suite), options_(options), tell_(tell) {}

  Result<MadeRuns> run() {
    for (const Collection& collection : suite_.collections) {
      if (!chosen(options_.collections, collection.name)) continue;
      const std::string folder = options_.work + '/' + collection.name;
      std::error_code error;
      fs::create_directories(folder, error);
      if (error) return Error{ErrorCode::kIo, folder + " cannot be made: " + error.message()};
      const Result<CollectionFiles> files = make_collection_files(collection, folder);
      if (!files.ok()) {
        failed(files.error().message);
        continue;
      }
      for (const Configuration& configuration : suite_.configurations) {
        if (!chosen(options_.configurations, configuration.name)) continue;
        if (unavailable_.count(configuration.engine) > 0) continue;
        answer(collection, configuration, folder, *files);
      }
    }
    return std::move(made_);
  }

 private:
  // What the commands of an engine are filled in with for one collection. {index} is not in it,
  // and stays open in what keys are made from: an index is no input of itself.
  using Inputs = std::map<std::string, std::string>;

  void answer(const Collection& collection, const Configuration& configuration,
              const std::string& folder, const CollectionFiles& files) {
    const Engine& engine = suite_.engines.at(configuration.engine);
    const std::string index = folder + '/' + configuration.engine + ".index";
    const Inputs inputs = {{"records", files.records},
                           {"texts", files.texts},
                           {"topics", collection.topics},
                           {"language", collection.language},
                           {"limit", std::to_string(suite_.limit)}};
    const std::vector<std::string> make_index = filled(engine.index, inputs);
    const std::string index_key = content_key(make_index, engine.files);
    if (!is_fresh(index, index_key)) {
      std::error_code ignored;
      fs::remove_all(index, ignored);
      if (!make(configuration.engine, collection.name + ", " + configuration.engine + ": index",
                filled(make_index, {{"index", index}}), index, folder + "/index.log", index_key))
        return;
    }
    const std::string run = folder + '/' + file_name_of(configuration.name);
    const std::vector<std::string> search = search_words(engine, configuration, inputs);
    std::vector<std::string> made_from = search;
    made_from.push_back(index_key);
    const std::string run_key = content_key(made_from, engine.files);
    if (!is_fresh(run, run_key) &&
        !make(configuration.engine, collection.name + ", " + configuration.name + ": answers",
              filled(search, {{"index", index}}), run, run, run_key))
      return;
    made_.runs.push_back({collection.name, configuration.name, run});
  }

  static std::vector<std::string> search_words(const Engine& engine,
                                               const Configuration& configuration,
                                               const Inputs& inputs) {
    std::vector<std::string> words = filled(engine.search, inputs);
    const std::vector<std::string> options = filled(configuration.options, inputs);
    words.insert(words.end(), options.begin(), options.end());
    return words;
  }

  // With options_.fresh everything is made again, but once: configurations share indexes.
  bool is_fresh(const std::string& path, const std::string& key) {
    return has_key(path, key) && (!options_.fresh || made_now_.count(path) > 0);
  }

  // Runs a command that makes `path`; false (and told) if it fails.
  bool make(const std::string& engine, const std::string& about,
            const std::vector<std::string>& words, const std::string& path,
            const std::string& output, const std::string& key) {
    forget_key(path);
    const auto start = std::chrono::steady_clock::now();
    const Result<Ended> ended = run_program(words, output);
    if (!ended.ok()) return failed(about + ": " + ended.error().message);
    if (ended->code == kUnavailable) {
      tell_(engine + " is left out: " + ended->message);
      unavailable_.insert(engine);
      return false;
    }
    if (ended->code != 0) {
      return failed(about + ": " + words[0] + " ended with exit code " +
                    std::to_string(ended->code) + ": " + ended->message);
    }
    remember_key(path, key);
    made_now_.insert(path);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, " made in %.1f s", took.count());
    tell_(about + seconds);
    return true;
  }

  bool failed(const std::string& message) {
    made_.complete = false;
    tell_(message);
    return false;
  }

  const Suite& suite_;
  const SuiteOptions& options_;
  const Tell& tell_;
  std::set<std::string> unavailable_;
  std::set<std::string> made_now_;
  MadeRuns made_;
};

// The first of `names` that `entries` lacks.
template <typename Entries>
std::string missing_name(const std::vector<std::string>& names, const Entries& entries) {
  for (const std::string& name : names) {
    if (std::none_of(entries.begin(), entries.end(), [&](auto& e) { return e.name == name; }))
      return name;
  }
  return "";
}

}  // namespace

Result<MadeRuns> run_suite(const Suite& suite, const SuiteOptions& options, const Tell& tell) {
  const std::string collection = missing_name(options.collections, suite.collections);
  const std::string configuration = missing_name(options.configurations, suite.configurations);
  if (!collection.empty() || !configuration.empty()) {
    return Error{ErrorCode::kInvalidInput,
                 "the suite has no " + (collection.empty() ? "configuration " + configuration
                                                           : "collection " + collection)};
  }
  return SuiteRunner(suite, options, tell).run();
}

}  // namespace rapporteur::recall
