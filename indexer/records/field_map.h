// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records of a foreign shape: which of their members hold what ours are called.
#pragma once

#include <rapporteur/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// Where a member of ours is found.
struct FieldMapping {
  std::string member;             // "text"
  std::vector<std::string> path;  // names of members inside each other: "content", "rendered"
};

// Rewrites JSON objects. Immutable once made; any thread.
class FieldMap {
 public:
  // Adds `MEMBER=PATH`, e.g. "text=content.rendered"; the last one for a member counts. MEMBER is a
  // member that a record can be given; in PATH names are parted by full stops, a number picks from
  // an array, and a name goes through all objects of an array. kInvalidInput says what is wrong.
  Result<void> add(std::string_view mapping);

  // Adds the lines of a profile: MEMBER, white space, PATH; empty lines and what stands behind '#'
  // do not count. `name` is for messages.
  Result<void> add_profile(std::string_view name, std::string_view text);

  // What to tell somebody whose record has no `member`: where it was looked for, or how to say that.
  std::string hint(std::string_view member) const;

  bool empty() const { return mappings_.empty(); }
  // The mappings as text: the same for maps that do the same.
  std::string describe() const;

  // The object on the line in our shape, as one line of JSON. Values are brought to the type that a
  // record wants: numbers become strings, several strings paragraphs (or a list, parted by ';' or
  // '|', where a list is wanted), HTML its text. What is not named keeps its name, so it goes to
  // `extra` or, if it is called like a member of ours, counts as that; a member of that name which
  // is not the one named moves to `extra`. What is no JSON object comes back as it was. `is_row`:
  // the object is the row of a table (all strings), so lists are parted there as well.
  std::string apply(std::string_view json_line, bool is_row) const;

 private:
  std::vector<FieldMapping> mappings_;
};

// The text of a profile: of the file at `name` where it holds a '/' or such a file exists, else
// what data/profiles/NAME.tsv was when the program was built. kNotFound names those there are.
Result<std::string> find_profile(const std::string& name);

}  // namespace rapporteur
