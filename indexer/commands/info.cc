// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/info.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "common/index/guarded.h"
#include "common/index/index_folder.h"
#include "common/index/record_groups.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/printable.h"
#include "indexer/commands/exit_code.h"
#include "indexer/commands/folder_size.h"
#include "indexer/index/input_marks.h"

namespace rapporteur {

namespace {

struct ValueCount {
  std::string value;
  Xapian::doccount records = 0;
};

struct IndexInfo {
  Xapian::doccount records = 0;
  std::uint64_t sources = 0;
  std::uint64_t inputs = 0;  // that `add` passes over while they do not change
  Xapian::doccount undated = 0;
  std::size_t groups = 0;         // of records that are the same publication
  std::size_t grouped = 0;        // records in them that another one stands for
  std::vector<ValueCount> years;  // in order
  std::vector<ValueCount> languages;
  std::vector<ValueCount> kinds;
  std::string features;
  std::string generation;
  std::uintmax_t bytes = 0;           // of the current generation
  std::uintmax_t previous_bytes = 0;  // of the one before, kept until the next commit
};

std::vector<ValueCount> values_of(const Xapian::Database& database, std::string_view prefix) {
  std::vector<ValueCount> values;
  const std::string start(prefix);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    values.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
  }
  return values;
}

std::string_view prefix_of(schema::Facet facet) {
  return schema::kFacets[static_cast<std::size_t>(facet)].prefix;
}

Result<IndexInfo> read_info(const std::filesystem::path& folder) {
  return guarded(folder, [&]() -> Result<IndexInfo> {
    auto generation = current_generation(folder);
    if (!generation) return generation.error();
    auto database = open_index(folder);
    if (!database) return database.error();
    IndexInfo info;
    info.records = database->get_doccount();
    info.sources = values_of(*database, {&schema::kSourcePrefix, 1}).size();
    info.inputs = read_marks(*database).size();
    info.undated = info.records - database->get_value_freq(schema::kDateFromSlot);
    if (const auto read = unpack_record_groups(database->get_metadata(schema::kGroupsKey))) {
      info.groups = read->groups.size();
      for (const RecordGroup& group : read->groups) info.grouped += group.size() - 1;
    }
    info.years = values_of(*database, prefix_of(schema::Facet::kYear));
    info.languages = values_of(*database, prefix_of(schema::Facet::kLanguage));
    info.kinds = values_of(*database, prefix_of(schema::Facet::kKind));
    info.features = database->get_metadata(schema::kFormatKey);
    info.generation = *generation;
    info.bytes = folder_bytes(folder / *generation);
    info.previous_bytes = folder_bytes(folder) - info.bytes;
    return info;
  });
}

nlohmann::ordered_json counts(const std::vector<ValueCount>& values) {
  auto object = nlohmann::ordered_json::object();
  for (const ValueCount& value : values) object[value.value] = value.records;
  return object;
}

void write_json(const IndexInfo& info, std::ostream& out) {
  nlohmann::ordered_json json;
  json["format"] = 1;
  json["records"] = info.records;
  json["sources"] = info.sources;
  json["undated"] = info.undated;
  json["years"] = counts(info.years);
  json["languages"] = counts(info.languages);
  json["kinds"] = counts(info.kinds);
  json["groups"] = info.groups;
  json["grouped"] = info.grouped;
  json["features"] = info.features;
  json["generation"] = info.generation;
  json["bytes"] = info.bytes;
  json["previous_bytes"] = info.previous_bytes;
  json["inputs"] = info.inputs;
  out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void write_counts(std::string_view name, const std::vector<ValueCount>& values, std::ostream& out) {
  out << name;
  for (std::size_t i = 0; i < values.size(); ++i) {
    out << (i == 0 ? "" : ", ") << printable(values[i].value) << ' ' << values[i].records;
  }
  out << '\n';
}

void write_lines(const IndexInfo& info, std::ostream& out) {
  out << "records    " << info.records << "\nsources    " << info.sources << "\ninputs     "
      << info.inputs << " read whole; add passes over those that do not change"
      << "\ngroups     " << info.groups << ", whose representatives stand for " << info.grouped
      << " more records\nyears      ";
  if (!info.years.empty()) {
    out << info.years.front().value << " to " << info.years.back().value << ", ";
  }
  out << info.undated << " undated\n";
  write_counts("languages  ", info.languages, out);
  write_counts("kinds      ", info.kinds, out);
  out << "features   " << printable(info.features) << "\ngeneration " << info.generation
      << "\non disk    " << readable_bytes(info.bytes);
  if (info.previous_bytes > 4096) {
    out << ", and " << readable_bytes(info.previous_bytes)
        << " of the generation before until the next change";
  }
  out << '\n';
}

}  // namespace

int run_info(const InfoOptions& options, std::ostream& out, std::ostream& err) {
  const auto info = read_info(options.index);
  if (!info) return report_failure(info.error(), err);
  if (options.json) {
    write_json(*info, out);
  } else {
    write_lines(*info, out);
  }
  return kExitDone;
}

}  // namespace rapporteur
