// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file that describes a suite of measurements: which collections, which engines in which
// settings, and what is measured.
#pragma once

#include <rapporteur/result.h>

#include <map>
#include <string>
#include <vector>

namespace rapporteur::recall {

// Records with topics and judgments. Paths count from the working directory.
struct Collection {
  std::string name;
  std::string records;  // JSON Lines, gzip or not
  // What engines are given: member of the record -> member of the line it is taken from. "id" and
  // nothing else goes by itself.
  std::map<std::string, std::string> members;
  std::string topics;    // a line "ID TAB QUESTION"
  std::string qrels;     // TREC judgments
  std::string language;  // ISO 639-1, for engines that have to be told
};

// An engine as two commands, each a list of words (no shell reads them). In a word, {records} is
// the collection as JSON Lines of records, {texts} the same as lines "ID TAB TITLE TAB TEXT",
// {index} where the engine may build, {topics}, {language} and {limit} what they say. `search`
// prints a TREC run. A command that ends with exit code 77, or whose program does not exist, says
// that the engine is not available here.
struct Engine {
  std::vector<std::string> index;
  std::vector<std::string> search;
  std::vector<std::string> files;  // that the commands depend on without naming them
};

struct Configuration {
  std::string name;
  std::string engine;
  std::vector<std::string> options;  // behind the words of `search`
};

struct Suite {
  std::vector<std::string> measures;
  std::size_t limit = 1000;  // hits a topic
  std::vector<Collection> collections;
  std::map<std::string, Engine> engines;
  std::vector<Configuration> configurations;
  // Names of configurations: each figure is held against the best of them.
  std::vector<std::string> baselines;
};

// Reads a suite: a JSON object of the members above (comments allowed) and "variables", which are
// put in place of {NAME} everywhere; `variables` come before those of the file. kInvalidInput names
// the member that is wrong or missing.
Result<Suite> read_suite(const std::string& path,
                         const std::map<std::string, std::string>& variables);

// `word` with each {NAME} of `values` replaced; other braces stay.
std::string filled_in(std::string word, const std::map<std::string, std::string>& values);

}  // namespace rapporteur::recall
