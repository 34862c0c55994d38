// SPDX-License-Identifier: GPL-2.0-or-later
//
// The two ways in which an update reaches the disk: into the live database, or as a new generation.
// All may throw Xapian::Error or std::filesystem::filesystem_error.
#pragma once

#include <xapian.h>
#include <filesystem>
#include <string>

#include "indexer/index/staging.h"
#include "indexer/index/update_plan.h"

namespace rapporteur {

// Writes the update into the database at `path` in one transaction. If it throws, the database is
// as before. `groups` (here and below): what is to stand under schema::kGroupsKey.
void update_in_place(const std::filesystem::path& path, const Staging& staging,
                     const UpdatePlan& plan, const std::string& groups);

struct GenerationOptions {
  std::size_t fan_in = 64;
  bool dense = false;  // number the documents without gaps, however much work that is
};

// Builds a whole new database at `output` from the live one (null: none), which stays as it is, and
// the update. Scratch files go into the staging's folder.
void build_generation(const Xapian::Database* live, const std::filesystem::path& live_path,
                      Staging& staging, const UpdatePlan& plan, const std::string& groups,
                      const std::filesystem::path& output, const GenerationOptions& options);

// The number in "generation-7", or -1.
long generation_number(const std::string& name);

// Deletes the generations of `folder` that are neither `current` nor `previous` (may be empty), as
// far as it can: what stays is deleted another time.
void delete_other_generations(const std::filesystem::path& folder, const std::string& current,
                              const std::string& previous);

}  // namespace rapporteur
