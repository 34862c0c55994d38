// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html.h"

#include <limits>
#include <utility>

#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_charset.h"
#include "indexer/extract/html_main.h"
#include "indexer/extract/html_tree.h"

namespace rapporteur {

Result<Page> extract_html(std::string_view source, std::string_view bytes,
                          const HtmlOptions& options) {
  if (bytes.size() >= std::numeric_limits<std::uint32_t>::max() / 2)
    return Error{ErrorCode::kInvalidInput,
                 std::string(source) + ": an HTML page of 2 GiB or more; split it"};
  Page page;
  page.source = source;
  page.is_html = true;
  page.captured = options.captured;

  const DecodedHtml decoded = decode_html(bytes, options.charset);
  const HtmlTree tree = parse_html(decoded.text);
  std::vector<HtmlBlock> blocks = blocks_of(tree);
  const std::vector<bool> keep = choose_main(tree, blocks);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!keep[i]) continue;
    Block& block = blocks[i].block;
    block.offset = {decoded.source_offset(block.offset.begin),
                    decoded.source_offset(block.offset.end)};
    page.blocks.push_back(std::move(block));
  }
  return page;
}

}  // namespace rapporteur
