// SPDX-License-Identifier: GPL-2.0-or-later
//
// The reader for each form of page or document.
#pragma once

#include <rapporteur/result.h>

#include "indexer/extract/page.h"
#include "indexer/source/source_reader.h"

namespace rapporteur {

// Reads a page or document of any form but record lines. Errors do not name the source.
Result<Page> extract_page(const SourceItem& item);

}  // namespace rapporteur
