// SPDX-License-Identifier: GPL-2.0-or-later
//
// Undoing what a server did to a page to send it: chunks and compression (RFC 9112, 7.1; RFC 9110,
// 8.4).
#pragma once

#include <rapporteur/result.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/source/web_archive/header_fields.h"

namespace rapporteur {

struct DecodedBody {
  std::string bytes;
  std::string damage;  // not empty: why bytes are missing at the end
};

// The page in the body of an HTTP answer with these fields. Many crawlers undo the coding and keep
// the field that declares it: a body that is not coded is taken as it is. kInvalidInput if there
// is more than `max_bytes`, or a coding nobody knows; kCorrupt if nothing at all can be decoded.
Result<DecodedBody> decode_body(std::string_view body, const HeaderFields& fields,
                                std::size_t max_bytes);

}  // namespace rapporteur
