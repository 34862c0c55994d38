// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_fragment.h"

#include <vector>

#include "common/text/utf8.h"
#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_names.h"
#include "indexer/extract/html_tree.h"

namespace rapporteur {
namespace {

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

}  // namespace

bool is_marked_up(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.size() > 2 && rest[0] == '/' && is_letter(rest[1])) return true;
    for (const std::string_view tag : {"p>", "P>", "br>", "BR>", "br/", "br "}) {
      if (rest.starts_with(tag)) return true;
    }
  }
  return false;
}

std::string fragment_text(std::string_view html) {
  const HtmlTree tree = parse_html(html);
  std::string text;
  for (const HtmlBlock& block : blocks_of(tree, name_roles(tree))) {
    if (!text.empty()) text += "\n\n";
    text += block.block.text;
  }
  return text;
}

std::string fragment_line(std::string_view html) {
  return collapse_spaces(fragment_text(html));
}

}  // namespace rapporteur
