// SPDX-License-Identifier: GPL-2.0-or-later
//
// Undoing compression, told by the bytes and not by a name.
#pragma once

#include <memory>

#include "indexer/source/expansion.h"
#include "indexer/source/peek_stream.h"

namespace rapporteur {

// `source` itself, or what comes out of it where it is gzip, bzip2, xz, zstd, lzip, lz4 or .Z, also
// several times over; whatever fails later, fails when it is read. Errors are the source's;
// kInvalidInput where it is compressed too many times.
Result<std::unique_ptr<PeekStream>> decompress(std::unique_ptr<ByteStream> source,
                                               ExpansionLimit limit);

}  // namespace rapporteur
