// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files of an index folder (schema.h): which generation is current, and how to swap it.
#pragma once

#include <rapporteur/result.h>

#include <xapian.h>
#include <filesystem>
#include <string>

namespace rapporteur {

// The name of the current generation below `folder` ("generation-7"). One small read: cheap enough
// before each query. kNotFound if the folder or its stub does not exist, kNotAnIndex if the stub is
// none of ours, kIo. Any thread, beside a writer.
Result<std::string> current_generation(const std::filesystem::path& folder);

// A database of a generation, opened for reading after its format mark was checked. kNotAnIndex,
// kIo, kCorrupt.
Result<Xapian::Database> open_generation(const std::filesystem::path& folder,
                                         const std::string& generation);

// current_generation() and open_generation(), again if a writer swapped and tidied in between.
Result<Xapian::Database> open_index(const std::filesystem::path& folder);

// Makes `generation` the current one: fsyncs its files, replaces the stub by rename(2), fsyncs the
// folder. Readers see the old or the new one, never a mixture. kIo.
Result<void> publish_generation(const std::filesystem::path& folder, const std::string& generation);

// fsync(2) of every file in `folder` (not below it) and of the folder itself. kIo.
Result<void> sync_folder(const std::filesystem::path& folder);

// What Xapian threw, in Rapporteur's words; `folder` is named in the message. (Xapian::Error is no
// std::exception.)
Error describe(const Xapian::Error& error, const std::filesystem::path& folder);

}  // namespace rapporteur
