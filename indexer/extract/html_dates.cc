// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_dates.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/dates/date_text.h"
#include "common/dates/url_date.h"
#include "common/text/utf8.h"
#include "common/vocabulary/table.h"
#include "indexer/extract/html_boilerplate.h"
#include "indexer/extract/html_date_claims.h"
#include "indexer/extract/html_names.h"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestDateText = 200;  // bytes of text that is looked through for a date
// Blocks around the title and the text in which dates are looked for.
constexpr std::size_t kAboveTitle = 5;
constexpr std::size_t kBelowTitle = 3;
constexpr std::size_t kFarBelowTitle = 14;
constexpr std::size_t kAroundText = 8;
constexpr std::size_t kOpenings = 2;  // long paragraphs whose first words are read
constexpr std::size_t kOpeningBytes = 80;
constexpr NodeId kMostNodes = 24;  // of an element that holds a date and nothing else

// Where on the page a date stands.
enum class Area { kTop, kMain, kElsewhere };

const std::unordered_map<std::string_view, ClaimRank>& meta_ranks() {
  static const std::unordered_map<std::string_view, ClaimRank> kRanks = [] {
    std::unordered_map<std::string_view, ClaimRank> ranks;
    static const auto table = Table::embedded("html/date-names.tsv", {"name", "rank"});
    if (!table.ok()) return ranks;
    for (const auto& row : table->rows())
      ranks.emplace(row[0], row[1] == "1"   ? ClaimRank::kPublished
                            : row[1] == "2" ? ClaimRank::kMostly
                                            : ClaimRank::kModified);
    return ranks;
  }();
  return kRanks;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// "modified: " before the names of claims that are about a change, so that all can tell.
std::string change_name(const std::string& name) {
  if (name.find("modif") != std::string::npos || name.find("updat") != std::string::npos)
    return name;
  return "modified: " + name;
}

void add_named(const HtmlTree& tree, NodeId node, const std::string& name, DateClaims& claims) {
  const auto found = meta_ranks().find(name);
  if (found == meta_ranks().end()) return;
  std::string value(tree.attribute(node, "content"));
  if (value.empty()) value = tree.attribute(node, "datetime");
  if (value.empty() && tree.nodes[node].end - node < kMostNodes) value = tree.text(node);
  claims.add(found->second, found->second == ClaimRank::kModified ? change_name(name) : name,
             value);
}

void add_url(std::string_view url, DateClaims& claims) {
  const auto found = find_url_date(url);
  if (!found) return;
  const bool day = found->date.precision == DatePrecision::kDay;
  const std::string iso = to_iso(found->date.interval.from);
  claims.add(day ? ClaimRank::kUrlDay : ClaimRank::kUrlMonth, "url", day ? iso : iso.substr(0, 7),
             true);
}

// `rank` for what stands at the title, less for the rest.
ClaimRank rank_of(Area area, ClaimRank rank) {
  return area == Area::kTop ? rank : area == Area::kMain ? ClaimRank::kText : ClaimRank::kAnyTime;
}

// <time>, <abbr class=published title=...>, elements with itemprop or a name that tells a date.
void add_elements(const HtmlTree& tree, const NameRoles& all_roles,
                  const std::vector<HtmlBlock>& blocks, const std::vector<Area>& areas,
                  const std::vector<bool>& keep, DateClaims& claims) {
  std::vector<std::size_t> next_kept(blocks.size() + 1, blocks.size());
  for (std::size_t i = blocks.size(); i-- > 0;) next_kept[i] = keep[i] ? i : next_kept[i + 1];
  std::size_t block = 0;
  for (NodeId node = 0; node < tree.nodes.size(); ++node) {
    const HtmlNode& at = tree.nodes[node];
    if (at.tag == Tag::kText || !at.has_attributes()) continue;
    while (block + 1 < blocks.size() && blocks[block + 1].first <= node) ++block;
    if (at.tag == Tag::kMeta) {
      for (const char* attribute : {"name", "property", "itemprop", "http-equiv"})
        if (std::string name = lower(tree.attribute(node, attribute)); !name.empty())
          add_named(tree, node, name, claims);
      continue;
    }
    const std::string property = lower(tree.attribute(node, "itemprop"));
    if (!property.empty()) add_named(tree, node, property, claims);
    std::uint8_t roles = all_roles[node];
    // Names for the site's own tests are plainer than classes that a tool has made up.
    roles |= roles_of_names(tree.attribute(node, "data-testid")) & kNamesDate;
    // The block that the element stands in or starts.
    const std::size_t own =
        block + 1 < blocks.size() && blocks[block + 1].first < at.end ? block + 1 : block;
    const Area area = blocks.empty() ? Area::kMain : areas[own];
    const std::size_t kept = next_kept[own < blocks.size() ? own : blocks.size()];
    if ((roles & kNamesComments) != 0 && (kept == blocks.size() || blocks[kept].first >= at.end)) {
      node = at.end - 1;
      continue;
    }
    if (at.end - node > kMostNodes) continue;
    if (at.tag == Tag::kTime) {
      const bool published = tree.has_attribute(node, "pubdate") || (roles & kNamesDate) != 0;
      const bool changed = tree.attribute(node, "class").find("updat") != std::string_view::npos ||
                           property == "datemodified";
      std::string value(tree.attribute(node, "datetime"));
      if (value.empty()) value = tree.text(node);
      ClaimRank rank = rank_of(area, ClaimRank::kTime);
      if (published && area == Area::kMain) rank = ClaimRank::kNamed;
      claims.add(changed ? ClaimRank::kModified : rank, changed ? "modified: time" : "time", value);
      continue;
    }
    if ((roles & kNamesDate) == 0) continue;
    if (const std::string title(tree.attribute(node, "title")); !title.empty())
      claims.add(rank_of(area, ClaimRank::kTime), "title attribute", title);
    const std::string text = tree.text(node);
    if (text.size() <= kLongestDateText)
      claims.add(rank_of(area, ClaimRank::kNamed), "date element", text);
  }
}

// Dates in short lines, and at the very start of the text ("Geneva, 12 November 2021 - The ...").
void add_lines(const std::vector<HtmlBlock>& blocks, const std::vector<Area>& areas,
               const std::vector<bool>& keep, DateClaims& claims) {
  std::size_t openings = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (areas[i] == Area::kElsewhere || blocks[i].letters < 5) continue;
    const std::string_view text = blocks[i].block.text;
    const bool top = areas[i] == Area::kTop;
    if (text.size() <= kLongestDateText)
      claims.add(top ? ClaimRank::kBesideTitle : ClaimRank::kText,
                 top ? "beside the title" : "text", text);
    else if (keep[i] && openings++ < kOpenings)
      claims.add(ClaimRank::kText, "opening", utf8_prefix(text, kOpeningBytes));
  }
}

// Where the title is, and what stands around it.
std::vector<Area> areas_of(const std::vector<HtmlBlock>& blocks, const std::vector<bool>& keep) {
  std::vector<Area> areas(blocks.size(), Area::kElsewhere);
  std::size_t first = 0;
  while (first < blocks.size() && !keep[first]) ++first;
  if (first == blocks.size()) return areas;
  std::size_t last = blocks.size() - 1;
  while (!keep[last]) --last;
  // The last first-level heading above the text or at its start, else the start.
  std::size_t title = first;
  for (std::size_t i = first + 3 < blocks.size() ? first + 3 : first + 1; i-- > 0;) {
    if (blocks[i].block.level != 1) continue;
    title = i;
    break;
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool near = i + kAboveTitle >= title && i <= std::max(title, first) + kBelowTitle &&
                      i <= title + kFarBelowTitle;
    if (near)
      areas[i] = Area::kTop;
    else if (i + kAroundText >= first && i <= last + kAroundText)
      areas[i] = Area::kMain;
  }
  return areas;
}

}  // namespace

std::vector<PageMetadata::Claim> date_claims(const HtmlTree& tree, const NameRoles& roles,
                                             const std::vector<HtmlBlock>& blocks,
                                             const std::vector<bool>& keep, const JsonLd& json_ld,
                                             std::string_view url, std::string_view description) {
  const std::vector<Area> areas = areas_of(blocks, keep);
  DateClaims claims;
  add_url(url, claims);
  claims.add(ClaimRank::kJsonLd, "JSON-LD datePublished", json_ld.published);
  claims.add(ClaimRank::kMostly, "JSON-LD dateCreated", json_ld.created);
  claims.add(ClaimRank::kModified, "JSON-LD dateModified", json_ld.modified);
  add_elements(tree, roles, blocks, areas, keep, claims);
  add_lines(blocks, areas, keep, claims);
  claims.add(ClaimRank::kAnyTime, "description", description);
  return std::move(claims).sorted();
}

}  // namespace rapporteur
