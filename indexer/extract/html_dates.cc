// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_dates.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/dates/date_text.h"
#include "common/text/utf8.h"
#include "common/vocabulary/table.h"
#include "indexer/extract/html_boilerplate.h"
#include "indexer/extract/html_names.h"

namespace rapporteur {
namespace {

constexpr int kFirstYear = 1990;  // the first web pages
constexpr int kLastYear = 2100;
constexpr std::size_t kLongestDateText = 200;  // bytes of text that is looked through for a date
constexpr std::size_t kBesideTitle = 12;       // blocks
constexpr NodeId kMostNodes = 24;              // of an element that holds a date and nothing else
constexpr std::size_t kMostClaims = 1000;

// From the most trusted to the least.
enum Rank {
  kRankUrlDay,
  kRankPublished,
  kRankJsonLd,
  kRankMostly,
  kRankTime,
  kRankNamed,
  kRankBesideTitle,
  kRankAnyTime,
  kRankText,
  kRankUrlMonth,
  kRankModified,
};

struct RankedClaim {
  int rank;
  PageMetadata::Claim claim;
};

class Claims {
 public:
  // Takes `value` if it is, or holds, a date of the web's years; a day unless `coarse`.
  bool add(int rank, std::string name, std::string_view value, bool coarse = false) {
    if (list_.size() >= kMostClaims) return false;
    value = trim(value);
    std::optional<ParsedDate> parsed = parse_date_string(value);
    if (!parsed && value.size() <= kLongestDateText) {
      for (const DateMention& mention : find_dates(value)) {
        if (!mention.has_year || mention.precision != DatePrecision::kDay) continue;
        value = value.substr(mention.begin, mention.end - mention.begin);
        parsed = parse_date_string(value);
        if (parsed) break;
      }
    }
    if (!parsed || (!coarse && parsed->precision != DatePrecision::kDay)) return false;
    const int year = parsed->interval.from.year;
    if (year < kFirstYear || year > kLastYear) return false;
    list_.push_back({rank, {std::move(name), std::string(value)}});
    return true;
  }

  std::vector<PageMetadata::Claim> sorted() && {
    std::stable_sort(list_.begin(), list_.end(),
                     [](const auto& a, const auto& b) { return a.rank < b.rank; });
    std::vector<PageMetadata::Claim> claims;
    for (RankedClaim& ranked : list_) claims.push_back(std::move(ranked.claim));
    return claims;
  }

 private:
  std::vector<RankedClaim> list_;
};

const std::unordered_map<std::string_view, int>& meta_ranks() {
  static const std::unordered_map<std::string_view, int> kRanks = [] {
    std::unordered_map<std::string_view, int> ranks;
    static const auto table = Table::embedded("html/date-names.tsv", {"name", "rank"});
    if (!table.ok()) return ranks;
    for (const auto& row : table->rows())
      ranks.emplace(row[0], row[1] == "1"   ? kRankPublished
                            : row[1] == "2" ? kRankMostly
                                            : kRankModified);
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

void add_named(const HtmlTree& tree, NodeId node, const std::string& name, Claims& claims) {
  const auto found = meta_ranks().find(name);
  if (found == meta_ranks().end()) return;
  std::string value = tree.attribute(node, "content");
  if (value.empty()) value = tree.attribute(node, "datetime");
  if (value.empty() && tree.nodes[node].end - node < kMostNodes) value = tree.text(node);
  claims.add(found->second, found->second == kRankModified ? change_name(name) : name, value);
}

int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  if (at + count > text.size()) return -1;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// /2018/02/13/, /2018-02-13, /20180213, /2018/02/
void add_url(std::string_view url, Claims& claims) {
  const std::size_t path = url.find('/', std::min(url.find("://") + 3, url.size()));
  if (path == std::string_view::npos) return;
  for (std::size_t at = path; at + 6 < url.size(); ++at) {
    if (is_digit_at(url, at - 1)) continue;
    const int year = digits(url, at, 4);
    if (year < kFirstYear || year > kLastYear) continue;
    const char separator = url[at + 4];
    const bool separated = separator == '/' || separator == '-' || separator == '_';
    const std::size_t month_at = at + (separated ? 5 : 4);
    const int month = digits(url, month_at, 2);
    if (month < 1 || month > 12) continue;
    const std::size_t day_at = month_at + (separated ? 3 : 2);
    const bool day_separated = !separated || (day_at <= url.size() && url[day_at - 1] == separator);
    const int day = day_separated ? digits(url, day_at, 2) : -1;
    if (day > 0 && is_valid({year, month, day}) && !is_digit_at(url, day_at + 2)) {
      claims.add(kRankUrlDay, "url", to_iso({year, month, day}));
      return;
    }
    if (separator == '/' && (month_at + 2 >= url.size() || url[month_at + 2] == '/'))
      claims.add(kRankUrlMonth, "url", to_iso({year, month, 1}).substr(0, 7), true);
  }
}

// <time>, <abbr class=published title=...>, elements with itemprop or a name that tells a date.
void add_elements(const HtmlTree& tree, const NameRoles& all_roles,
                  const std::vector<HtmlBlock>& blocks, const std::vector<bool>& main_area,
                  Claims& claims) {
  std::size_t block = 0;
  for (NodeId node = 0; node < tree.nodes.size(); ++node) {
    const HtmlNode& at = tree.nodes[node];
    if (at.tag == Tag::kText || at.attributes_begin == at.attributes_end) continue;
    while (block + 1 < blocks.size() && blocks[block + 1].first <= node) ++block;
    if (at.tag == Tag::kMeta) {
      for (const char* attribute : {"name", "property", "itemprop", "http-equiv"})
        if (std::string name = lower(tree.raw_attribute(node, attribute)); !name.empty())
          add_named(tree, node, name, claims);
      continue;
    }
    const std::string property = lower(tree.raw_attribute(node, "itemprop"));
    if (!property.empty()) add_named(tree, node, property, claims);
    const std::uint8_t roles = all_roles[node];
    const bool main = blocks.empty() || main_area[block];
    if (at.end - node > kMostNodes) continue;
    if (at.tag == Tag::kTime) {
      const bool published = tree.has_attribute(node, "pubdate") || (roles & kNamesDate) != 0;
      const bool changed =
          tree.raw_attribute(node, "class").find("updat") != std::string_view::npos ||
          property == "datemodified";
      std::string value = tree.attribute(node, "datetime");
      if (value.empty()) value = tree.text(node);
      claims.add(changed             ? kRankModified
                 : published && main ? kRankTime
                 : main              ? kRankBesideTitle
                                     : kRankAnyTime,
                 changed ? "modified: time" : "time", value);
      continue;
    }
    if ((roles & kNamesDate) == 0) continue;
    if (std::string title = tree.attribute(node, "title"); !title.empty())
      claims.add(main ? kRankTime : kRankAnyTime, "title attribute", title);
    const std::string text = tree.text(node);
    if (text.size() <= kLongestDateText)
      claims.add(main ? kRankNamed : kRankAnyTime, "date element", text);
  }
}

// Dates in short lines: near the title, else anywhere.
void add_lines(const std::vector<HtmlBlock>& blocks, const std::vector<bool>& main_area,
               Claims& claims) {
  std::size_t title = blocks.size();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].block.level == 1) {
      title = i;
      break;
    }
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string& text = blocks[i].block.text;
    if (text.size() > kLongestDateText || blocks[i].letters < 6) continue;
    const bool near = title < blocks.size() && i + 4 >= title && i <= title + kBesideTitle;
    if (!near && !main_area[i]) continue;
    claims.add(near ? kRankBesideTitle : kRankText, near ? "beside the title" : "text", text);
  }
}

}  // namespace

std::vector<PageMetadata::Claim> date_claims(const HtmlTree& tree, const NameRoles& roles,
                                             const std::vector<HtmlBlock>& blocks,
                                             const std::vector<bool>& keep, const JsonLd& json_ld,
                                             std::string_view url) {
  // From a little above the first to the last block of the main content.
  std::vector<bool> main_area(blocks.size(), false);
  std::size_t first = blocks.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!keep[i]) continue;
    first = std::min(first, i);
    last = i;
  }
  for (std::size_t i = first - std::min<std::size_t>(first, 15); i < blocks.size() && i <= last + 8;
       ++i)
    main_area[i] = first < blocks.size();

  Claims claims;
  add_url(url, claims);
  claims.add(kRankJsonLd, "JSON-LD datePublished", json_ld.published);
  claims.add(kRankMostly, "JSON-LD dateCreated", json_ld.created);
  claims.add(kRankModified, "JSON-LD dateModified", json_ld.modified);
  add_elements(tree, roles, blocks, main_area, claims);
  add_lines(blocks, main_area, claims);
  return std::move(claims).sorted();
}

}  // namespace rapporteur
