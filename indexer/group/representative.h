// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which record of a group stands for it.
#pragma once

#include "indexer/group/signature.h"

namespace rapporteur {

// True if `a` is rather to stand for a group than `b`: a publication before a teaser, then the
// earlier date (any before none), a URL before none, a URL without a query before one with, the
// shorter URL, the longer text, and last the smaller hash of the id. A strict total order over
// records with different ids.
bool stands_before(const Signature& a, const Signature& b);

}  // namespace rapporteur
