// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/charset/decode.h"
#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_cards.h"
#include "indexer/extract/html_dates.h"
#include "indexer/extract/html_jsonld.h"
#include "indexer/extract/html_main.h"
#include "indexer/extract/html_metadata.h"
#include "indexer/extract/html_tree.h"
#include "indexer/extract/html_url.h"

namespace rapporteur {
namespace {

// The address that links of the page start from.
std::string base_of(const HtmlTree& tree, const std::string& url) {
  for (NodeId node = 0; node < tree.nodes.size(); ++node)
    if (tree.nodes[node].tag == Tag::kBase && tree.has_attribute(node, "href"))
      return resolve_url(url, tree.attribute(node, "href"));
  return url;
}

void take_blocks(const DecodedText& decoded, const HtmlTree& tree, std::vector<HtmlBlock>& blocks,
                 const std::vector<bool>& keep, const std::string& url, Page& page) {
  const std::string base = base_of(tree, url);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!keep[i]) continue;
    Block& block = blocks[i].block;
    block.offset = {decoded.source_offset(block.offset.begin),
                    decoded.source_offset(block.offset.end)};
    if (block.href) block.href = resolve_url(base, *block.href);
    page.blocks.push_back(std::move(block));
  }
}

std::size_t text_size(const Page& page) {
  std::size_t bytes = 0;
  for (const Block& block : page.blocks) bytes += block.text.size();
  return bytes;
}

constexpr std::size_t kShortestText = 60;  // bytes

bool has_text(const Page& page) {
  return std::any_of(page.blocks.begin(), page.blocks.end(), [](const Block& block) {
    return (block.kind == BlockKind::kParagraph || block.kind == BlockKind::kListItem) &&
           block.text.size() >= kShortestText;
  });
}

// A page of a video, or of an article that scripts fetch, still says what it is about. One without
// a date is no publication.
void take_description(ByteRange whole, Page& page) {
  const auto caption = std::find_if(page.blocks.begin(), page.blocks.end(), [](const Block& block) {
    return block.kind == BlockKind::kCaption;
  });
  if (caption != page.blocks.end()) {
    caption->kind = BlockKind::kParagraph;
    return;
  }
  if (!page.metadata.description || page.metadata.dates.empty()) return;
  Block block;
  block.text = *page.metadata.description;
  block.offset = page.blocks.empty() ? whole : page.blocks.back().offset;
  page.blocks.push_back(std::move(block));
}

// Pages that scripts put together often carry their text only here.
void take_body(const DecodedText& decoded, const HtmlTree& tree, const JsonLd& json_ld,
               Page& page) {
  const HtmlNode& script = tree.nodes[json_ld.body_node + 1];  // its text
  std::string_view rest = json_ld.body;
  std::vector<Block> blocks;
  if (page.metadata.title) {
    Block title;
    title.kind = BlockKind::kHeading;
    title.level = 1;
    title.text = *page.metadata.title;
    blocks.push_back(std::move(title));
  }
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    Block block;
    block.text = collapse_spaces(rest.substr(0, end));
    if (!block.text.empty()) blocks.push_back(std::move(block));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (Block& block : blocks)
    block.offset = {decoded.source_offset(script.source_begin),
                    decoded.source_offset(script.source_end)};
  page.blocks = std::move(blocks);
}

}  // namespace

Result<Page> extract_html(std::string_view source, std::string_view bytes,
                          const HtmlOptions& options) {
  if (bytes.size() >= std::numeric_limits<std::uint32_t>::max() / 2)
    return Error{ErrorCode::kInvalidInput,
                 std::string(source) + ": an HTML page of 2 GiB or more; split it"};
  Page page;
  page.source = source;
  page.is_html = true;
  page.captured = options.captured;

  const DecodedText decoded = decode_text(bytes, {options.charset, true});
  const HtmlTree tree = parse_html(decoded.text);
  const NameRoles roles = name_roles(tree);
  std::vector<HtmlBlock> blocks = blocks_of(tree, roles);
  std::vector<bool> keep = choose_main(tree, roles, blocks);
  const JsonLd json_ld = read_json_ld(tree);
  page.metadata = read_metadata(tree, json_ld, options.url);
  const std::string url = options.url.value_or(page.metadata.url.value_or(""));
  page.site = host_of(url);
  page.metadata.dates =
      date_claims(tree, roles, blocks, keep, json_ld, url, page.metadata.description.value_or(""));
  const int cards = find_cards(tree, roles, blocks, keep, page.metadata.is_article);
  take_blocks(decoded, tree, blocks, keep, url, page);
  if (text_size(page) * 2 < json_ld.body.size()) take_body(decoded, tree, json_ld, page);
  if (cards == 0 && !has_text(page)) take_description({0, bytes.size()}, page);
  return page;
}

}  // namespace rapporteur
