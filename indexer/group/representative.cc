// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/representative.h"

#include <tuple>

namespace rapporteur {

namespace {

auto rank(const Signature& signature) {
  const bool is_undated = signature.from == Signature::kUndated;
  const bool has_no_url = signature.url == 0;
  return std::tuple(signature.is_teaser, is_undated, signature.from, has_no_url,
                    signature.url_has_query, signature.url_bytes, ~signature.words, signature.id);
}

}  // namespace

bool stands_before(const Signature& a, const Signature& b) {
  return rank(a) < rank(b);
}

}  // namespace rapporteur
