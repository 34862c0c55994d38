// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index remembers of each input beside its records: a mark, by which a later run sees
// whether it has to read the input again. Marks lie in the database's metadata, so they become
// visible, and are lost, together with the records. Functions on databases may throw Xapian::Error.
#pragma once

#include <xapian.h>
#include <filesystem>
#include <map>
#include <string>

namespace rapporteur {

// By the input's source term; an empty mark forgets the input.
using InputMarks = std::map<std::string, std::string>;

// The mark of an input, empty if there is none.
std::string read_mark(const Xapian::Database& database, const std::string& source_term);

// All marks that are not empty.
InputMarks read_marks(const Xapian::Database& database);

// `generation` is the number of the generation that the database is or will be part of: where
// databases are merged, the mark of the later one holds.
void write_marks(Xapian::WritableDatabase& database, const InputMarks& marks, long generation);

// For Database::compact().
class LatestMarks : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& key, size_t count,
                                         const std::string values[]) override;
};

}  // namespace rapporteur
