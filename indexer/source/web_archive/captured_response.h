// SPDX-License-Identifier: GPL-2.0-or-later
//
// A server's answer as a crawl stored it.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/source/container.h"

namespace rapporteur {

// Makes `entry` of an HTTP answer; `entry.name` and what is known of `entry.capture` stand in it
// already. False if it is no page: the status is not 200, and `container` has counted it. `block`
// must outlive `entry.bytes`.
bool take_response(std::string_view block, std::size_t max_bytes, Container& container,
                   Entry& entry);

// Puts the server's Content-Type into `capture`.
void take_media_type(std::string_view content_type, Capture& capture);

}  // namespace rapporteur
