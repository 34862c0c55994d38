// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one place where what Xapian and the standard library throw becomes an Error.
#pragma once

#include <rapporteur/result.h>

#include <xapian.h>
#include <exception>
#include <filesystem>
#include <new>

#include "common/index/index_folder.h"

namespace rapporteur {

// The Result of `work()`, or an Error that names the index `folder` if it throws.
template <typename Work>
auto guarded(const std::filesystem::path& folder, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    return describe(error, folder);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::kIo, "out of memory while using the index \"" + folder.string() + "\""};
  } catch (const std::filesystem::filesystem_error& error) {
    return Error{ErrorCode::kIo, "cannot use the index \"" + folder.string() +
                                     "\": " + error.code().message() + " (\"" +
                                     error.path1().string() + "\")"};
  } catch (const std::exception& error) {
    return Error{ErrorCode::kInternal,
                 "while using the index \"" + folder.string() + "\": " + error.what()};
  }
}

}  // namespace rapporteur
