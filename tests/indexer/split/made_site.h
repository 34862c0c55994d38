// SPDX-License-Identifier: GPL-2.0-or-later
//
// Page dumps of sites that do not exist, with the answer of how they should be split: invented
// words in four scripts, habits drawn by lot for each site, content drawn by lot for each page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur {

struct MadePiece {
  std::string kind;
  std::optional<std::string> title;
  std::optional<std::string> day_line;
  std::string text;         // paragraphs and lines as the page has them
  std::string signatories;  // the end of `text` that is a list of names; empty if there is none
};

struct MadePage {
  std::string bytes;
  std::vector<MadePiece> pieces;
  std::vector<std::string> noise;  // captions, credits, contacts, footers: in no piece
  bool needs_others = false;       // its footer is prose that only the site's other pages give away
};

// A site of one to six pages. The same seed always gives the same site.
std::vector<MadePage> make_site(std::uint32_t seed);

}  // namespace rapporteur
