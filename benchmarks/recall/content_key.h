// SPDX-License-Identifier: GPL-2.0-or-later
//
// Telling whether something has to be made again.
#pragma once

#include <string>
#include <vector>

namespace rapporteur::recall {

// A hash of the words and of the content of each regular file that one of them, or of `files`,
// names. Equal keys: the same command over the same files.
std::string content_key(const std::vector<std::string>& words,
                        const std::vector<std::string>& files = {});

// Whether `path` was left by remember_key() with this key.
bool has_key(const std::string& path, const std::string& key);

// Notes beside `path` what it was made from.
void remember_key(const std::string& path, const std::string& key);

// Forgets it, so that what is half made is never taken for whole.
void forget_key(const std::string& path);

}  // namespace rapporteur::recall
