// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/verify.h"

#include <unistd.h>

#include <functional>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "common/index/guarded.h"
#include "common/index/index_folder.h"
#include "common/index/packed_facets.h"
#include "common/index/record_groups.h"
#include "common/index/schema.h"
#include "common/index/stored_record.h"
#include "common/index/terms.h"
#include "common/text/printable.h"
#include "indexer/commands/exit_code.h"

namespace rapporteur {

namespace {

// What is wrong with a document; empty if nothing is.
std::string damage_of(const Xapian::Database& database, Xapian::docid number) {
  const Xapian::Document document = database.get_document(number);
  const auto record = load_record(document.get_data());
  if (!record) return record.error().message;
  const std::string name = "record \"" + record->id + "\": ";
  const std::string id = id_term(record->id);
  const auto holder = database.postlist_begin(id);
  if (database.get_termfreq(id) != 1 || *holder != number) {
    return name + "its id does not lead to it";
  }
  std::vector<PackedFacet> facets;
  const std::string packed = document.get_value(schema::kFacetSlot);
  if (!unpack_facets(packed, facets)) return name + "its facets cannot be read";
  std::string from;
  std::string to;
  if (record->date && *record->date) {
    from = encode_day((*record->date)->interval.from);
    to = encode_day((*record->date)->interval.to);
  }
  if (document.get_value(schema::kDateFromSlot) != from ||
      document.get_value(schema::kDateToSlot) != to) {
    return name + "its date is not the one that is filed";
  }
  return {};
}

// The tables that Xapian opens without a word when they are missing.
void look_for_tables(const std::filesystem::path& generation, const Xapian::Database& database,
                     const std::function<void(const std::string&)>& tell) {
  if (database.get_total_length() == 0) return;
  for (const char* const table : {"docdata.glass", "position.glass", "termlist.glass"}) {
    std::error_code error;
    if (!std::filesystem::exists(generation / table, error))
      tell("the file \"" + (generation / table).string() + "\" is missing");
  }
}

// Reads every word of a document, as changes will, and of some documents their places: those of all
// take minutes, and Xapian's own check looks at their table.
void read_words(const Xapian::Database& database, Xapian::docid number) {
  constexpr Xapian::docid kPlacesOfOneIn = 64;
  for (auto term = database.termlist_begin(number); term != database.termlist_end(number); ++term) {
    if (number % kPlacesOfOneIn != 0) continue;
    for (auto place = term.positionlist_begin(); place != term.positionlist_end(); ++place) {
    }
  }
}

Result<std::size_t> verify(const std::filesystem::path& folder, std::ostream& err,
                           std::size_t& damages) {
  return guarded(folder, [&]() -> Result<std::size_t> {
    const auto tell = [&](const std::string& damage) {
      ++damages;
      err << "rapporteur-index: " << printable(damage) << '\n';
    };
    const auto generation = current_generation(folder);
    if (!generation) return generation.error();
    const auto database = open_generation(folder, *generation);
    if (!database) return database.error();
    look_for_tables(folder / *generation, *database, tell);
    // Xapian's own check opens the tables for writing.
    if (::access((folder / *generation).c_str(), W_OK) == 0) {
      std::ostringstream report;
      const std::size_t errors =
          Xapian::Database::check((folder / *generation).string(), 0, &report);
      if (errors > 0) {
        tell("the tables of \"" + folder.string() + "\" have " + std::to_string(errors) +
             " errors: " + report.str());
      }
    }
    if (!unpack_record_groups(database->get_metadata(schema::kGroupsKey))) {
      tell("which records are the same publication cannot be read");
    }
    for (auto document = database->postlist_begin(""); document != database->postlist_end("");
         ++document) {
      try {
        const std::string damage = damage_of(*database, *document);
        read_words(*database, *document);
        if (!damage.empty()) tell("document " + std::to_string(*document) + ": " + damage);
      } catch (const Xapian::Error& error) {
        tell("document " + std::to_string(*document) + ": " + error.get_msg());
      }
    }
    return database->get_doccount();
  });
}

}  // namespace

int run_verify(const VerifyOptions& options, std::ostream& out, std::ostream& err) {
  std::size_t damages = 0;
  const auto records = verify(options.index, err, damages);
  if (!records && records.error().code != ErrorCode::kIo) {
    return report_failure(records.error(), err);
  }
  if (!records) {  // Xapian has one word for disks that fail and tables that make no sense
    err << "rapporteur-index: " << printable(records.error().message) << '\n';
    ++damages;
  }
  if (damages > 0) {
    err << "rapporteur-index: the index \"" << printable(options.index.string())
        << "\" is damaged; index its sources anew, into a new folder\n";
    return kExitFailed;
  }
  if (!options.quiet) out << *records << " records, nothing wrong\n";
  return kExitDone;
}

}  // namespace rapporteur
