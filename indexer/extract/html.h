// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reading an HTML page: its main text as blocks, and what its head says about it.
#pragma once

#include <rapporteur/result.h>

#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/page.h"

namespace rapporteur {

// What is known about a page beside its bytes.
struct HtmlOptions {
  std::optional<std::string> url;      // where it was fetched: makes links absolute, may date it
  std::optional<std::string> charset;  // as the server declared it, e.g. "windows-1252"
  std::optional<RecordDate> captured;  // when a crawl fetched it; goes into Page::captured
};

// Reads one HTML page. `source` becomes Page::source, `bytes` are the page as stored, in any
// charset (byte-order mark, then the server's word, then <meta>, then detection).
//
// Page::blocks hold the main content in source order: navigation, headers, footers, sidebars,
// sharing and cookie notices, related links and comments are left out, by structure, names and the
// density of text and links. Block::offset is in `bytes`. On a listing page (many cards alike, each
// with a link) the blocks of a card share a Block::card number, counted from 0; the heading of a
// card, or else its first linked block, has the `href`.
//
// Page::site is the host of the page's URL (the option's, else the canonical one), or "".
// Page::metadata.dates are the claims about the day of publication, most trusted first; values
// that hold no possible date are left out.
//
// Any bytes make a page, possibly one without blocks; the time is linear in them and the stack use
// constant. Fails (kInvalidInput) only on pages of 2 GiB and more. Safe from any thread.
Result<Page> extract_html(std::string_view source, std::string_view bytes,
                          const HtmlOptions& options = {});

}  // namespace rapporteur
