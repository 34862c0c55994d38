// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/suite_file.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace rapporteur::recall {

namespace {

using Json = nlohmann::json;

// Reads members of the suite's objects; the first that is wrong is remembered, with its place.
class SuiteReader {
 public:
  SuiteReader(std::string path, std::map<std::string, std::string> variables)
      : path_(std::move(path)), variables_(std::move(variables)) {}

  Result<Suite> read(const Json& root) {
    if (!root.is_object()) return Error{ErrorCode::kInvalidInput, path_ + " holds no JSON object"};
    for (const auto& [name, value] : strings(root, "suite", "variables", false)) {
      variables_.emplace(name, value);
    }
    Suite suite;
    suite.measures = list(root, "suite", "measures", true);
    suite.baselines = list(root, "suite", "baselines", false);
    if (root.contains("limit")) {
      if (root["limit"].is_number_unsigned() && root["limit"] > 0) {
        suite.limit = root["limit"].get<std::size_t>();
      } else {
        wrong("suite", "limit", "a whole number above 0");
      }
    }
    for (const Json& entry : objects(root, "collections")) {
      suite.collections.push_back(collection(entry));
    }
    for (const Json& entry : objects(root, "configurations")) {
      suite.configurations.push_back(configuration(entry));
    }
    const Json engines = root.value("engines", Json::object());
    if (!engines.is_object()) wrong("suite", "engines", "an object");
    if (engines.is_object()) {
      for (const auto& [name, entry] : engines.items()) suite.engines[name] = engine(name, entry);
    }
    check_names(suite);
    if (!error_.empty()) return Error{ErrorCode::kInvalidInput, path_ + ": " + error_};
    return suite;
  }

 private:
  void fail(const std::string& message) {
    if (error_.empty()) error_ = message;
  }
  void wrong(const std::string& where, const std::string& member, const std::string& form) {
    fail(where + ": \"" + member + "\" should be " + form);
  }

  std::string text(const Json& object, const std::string& where, const char* member,
                   bool required = true) {
    if (!object.contains(member) && !required) return "";
    if (!object.contains(member) || !object[member].is_string()) {
      wrong(where, member, "a string");
      return "";
    }
    return filled_in(object[member].get<std::string>(), variables_);
  }

  std::vector<std::string> list(const Json& object, const std::string& where, const char* member,
                                bool required) {
    std::vector<std::string> words;
    const Json value = object.value(member, Json::array());
    const bool strings = value.is_array() && std::all_of(value.begin(), value.end(),
                                                         [](auto& v) { return v.is_string(); });
    if (!strings || (required && value.empty())) {
      wrong(where, member, "a list of strings");
      return words;
    }
    for (const Json& word : value) {
      words.push_back(filled_in(word.get<std::string>(), variables_));
    }
    return words;
  }

  std::map<std::string, std::string> strings(const Json& object, const std::string& where,
                                             const char* member, bool required) {
    std::map<std::string, std::string> values;
    const Json value = object.value(member, Json::object());
    if (!value.is_object() || (required && value.empty())) {
      wrong(where, member, "an object of strings");
      return values;
    }
    for (const auto& [name, entry] : value.items()) {
      if (entry.is_string()) {
        values[name] = entry.get<std::string>();
      } else {
        wrong(where, member, "an object of strings");
      }
    }
    return values;
  }

  std::vector<Json> objects(const Json& root, const char* member) {
    std::vector<Json> entries;
    const Json value = root.value(member, Json::array());
    if (!value.is_array() || value.empty()) wrong("suite", member, "a list of objects");
    for (const Json& entry : value) {
      if (entry.is_object()) {
        entries.push_back(entry);
      } else {
        wrong("suite", member, "a list of objects");
      }
    }
    return entries;
  }

  Collection collection(const Json& entry) {
    Collection collection;
    collection.name = text(entry, "collection", "name");
    const std::string where = "collection " + collection.name;
    collection.records = text(entry, where, "records");
    collection.members = strings(entry, where, "members", true);
    collection.topics = text(entry, where, "topics");
    collection.qrels = text(entry, where, "qrels");
    collection.language = text(entry, where, "language", false);
    return collection;
  }

  Configuration configuration(const Json& entry) {
    Configuration configuration;
    configuration.name = text(entry, "configuration", "name");
    const std::string where = "configuration " + configuration.name;
    configuration.engine = text(entry, where, "engine");
    configuration.options = list(entry, where, "options", false);
    return configuration;
  }

  Engine engine(const std::string& name, const Json& entry) {
    Engine engine;
    if (!entry.is_object()) {
      wrong("engines", name, "an object");
      return engine;
    }
    engine.index = list(entry, "engine " + name, "index", true);
    engine.search = list(entry, "engine " + name, "search", true);
    engine.files = list(entry, "engine " + name, "files", false);
    return engine;
  }

  // Names are used for files, and to refer to each other.
  void check_names(const Suite& suite) {
    std::set<std::string> collections, configurations;
    for (const Collection& collection : suite.collections) {
      check_file_name("collection", collection.name);
      if (!collections.insert(collection.name).second)
        fail("the collection " + collection.name + " is there twice");
    }
    for (const auto& [name, engine] : suite.engines) check_file_name("engine", name);
    for (const Configuration& configuration : suite.configurations) {
      if (configuration.name.empty()) fail("a configuration has no name");
      if (!configurations.insert(configuration.name).second)
        fail("the configuration " + configuration.name + " is there twice");
      if (suite.engines.count(configuration.engine) == 0)
        fail("the configuration " + configuration.name + " wants an engine \"" +
             configuration.engine + "\" that is not described");
    }
    for (const std::string& name : suite.baselines) {
      if (configurations.count(name) == 0)
        fail("the baseline \"" + name + "\" is no configuration");
    }
  }

  void check_file_name(const std::string& what, const std::string& name) {
    if (name.empty() || name[0] == '.' || name.find('/') != std::string::npos)
      fail("the " + what + " name \"" + name + "\" cannot be the name of a folder");
  }

  std::string path_;
  std::map<std::string, std::string> variables_;
  std::string error_;
};

}  // namespace

std::string filled_in(std::string word, const std::map<std::string, std::string>& values) {
  std::size_t at = 0;
  while ((at = word.find('{', at)) != std::string::npos) {
    const std::size_t end = word.find('}', at);
    if (end == std::string::npos) break;
    const auto value = values.find(word.substr(at + 1, end - at - 1));
    if (value == values.end()) {
      ++at;
      continue;
    }
    word.replace(at, end + 1 - at, value->second);
    at += value->second.size();
  }
  return word;
}

Result<Suite> read_suite(const std::string& path,
                         const std::map<std::string, std::string>& variables) {
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::kNotFound, "the suite " + path + " cannot be read"};
  try {
    return SuiteReader(path, variables).read(Json::parse(file, nullptr, true, true));
  } catch (const Json::exception& error) {
    return Error{ErrorCode::kInvalidInput, path + ": " + error.what()};
  }
}

}  // namespace rapporteur::recall
