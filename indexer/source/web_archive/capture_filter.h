// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a crawl takes along with its pages: pictures, styles, scripts, data. Nothing is lost when it
// is passed over, and nobody wants to be told of each.
#pragma once

#include <string>
#include <string_view>

#include "indexer/source/capture.h"
#include "indexer/source/input_form.h"

namespace rapporteur {

// What to count a capture as that is no publication: "images", "style sheets"; "" if it may be one.
// The content decides; the server's word only where that is text that could be anything. `head` are
// its first bytes, `form` what they were taken for.
std::string kind_of_no_publication(const Capture& capture, InputForm form, std::string_view head);

// The same by the server's word alone, from the start of a stored HTTP answer: for what is too
// large to be held, or not there; "" if a page may be lost.
std::string kind_of_answer_unread(std::string_view block);

}  // namespace rapporteur
