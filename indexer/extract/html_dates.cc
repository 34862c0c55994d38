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
// Blocks around the title and the text in which dates are looked for.
constexpr std::size_t kAboveTitle = 5;
constexpr std::size_t kBelowTitle = 3;
constexpr std::size_t kFarBelowTitle = 14;
constexpr std::size_t kAroundText = 8;
constexpr std::size_t kOpenings = 2;  // long paragraphs whose first words are read
constexpr std::size_t kOpeningBytes = 80;
constexpr NodeId kMostNodes = 24;  // of an element that holds a date and nothing else
constexpr std::size_t kMostClaims = 1000;

// From the most trusted to the least.
enum Rank {
  kRankUrlDay,
  kRankPublished,
  kRankJsonLd,
  kRankTime,
  kRankNamed,
  kRankBesideTitle,
  kRankMostly,
  kRankText,
  kRankAnyTime,
  kRankUrlMonth,
  kRankModified,
};

// Where on the page a date stands.
enum class Area { kTop, kMain, kElsewhere };

struct RankedClaim {
  int rank;
  PageMetadata::Claim claim;
};

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

// The first "28.01.22" of a text as "2022-01-28"; "" if there is none. Only with dots: slashes and
// dashes leave open which number is the year.
std::string short_year_day(std::string_view text) {
  const auto read = [&](std::size_t& at) {
    std::size_t count = is_digit_at(text, at) ? 1 + is_digit_at(text, at + 1) : 0;
    const int value = digits(text, at, count);
    at += count;
    return count == 0 ? -1 : value;
  };
  for (std::size_t start = 0; start + 6 <= text.size(); ++start) {
    if (!is_digit_at(text, start)) continue;
    if (start > 0 && (is_digit_at(text, start - 1) || text[start - 1] == '.')) continue;
    std::size_t at = start;
    const int day = read(at);
    if (at >= text.size() || text[at++] != '.') continue;
    const int month = read(at);
    if (month < 1 || at >= text.size() || text[at++] != '.') continue;
    const int year = digits(text, at, 2);
    if (year < 0 || is_digit_at(text, at + 2) || (at + 2 < text.size() && text[at + 2] == '.'))
      continue;
    const CivilDate date{year < 70 ? 2000 + year : 1900 + year, month, day};
    if (is_valid(date)) return to_iso(date);
  }
  return "";
}

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
    std::string expanded;
    if (!parsed && value.size() <= kLongestDateText) {
      expanded = short_year_day(value);
      if (!expanded.empty()) {
        value = expanded;
        parsed = parse_date_string(value);
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
  std::string value(tree.attribute(node, "content"));
  if (value.empty()) value = tree.attribute(node, "datetime");
  if (value.empty() && tree.nodes[node].end - node < kMostNodes) value = tree.text(node);
  claims.add(found->second, found->second == kRankModified ? change_name(name) : name, value);
}

// /2018/02/13/, /2018/2/13/, 2018-02-13, 20180213, 13-02-2018; /2018/02/
void add_url(std::string_view url, Claims& claims) {
  const std::size_t path = url.find('/', std::min(url.find("://") + 3, url.size()));
  if (path == std::string_view::npos) return;
  const auto is_separator = [](char c) { return c == '/' || c == '-' || c == '_' || c == '.'; };
  for (std::size_t at = path + 1; at + 5 < url.size(); ++at) {
    if (is_digit_at(url, at - 1) || !is_digit_at(url, at)) continue;
    std::size_t run = at;
    while (is_digit_at(url, run)) ++run;
    int year = digits(url, at, 4);
    if (run - at == 8 && year >= kFirstYear && year <= kLastYear) {
      const CivilDate day{year, digits(url, at + 4, 2), digits(url, at + 6, 2)};
      if (is_valid(day)) return void(claims.add(kRankUrlDay, "url", to_iso(day)));
    }
    if (run >= url.size() || !is_separator(url[run])) continue;
    const char separator = url[run];
    const std::size_t second = run + 1;
    std::size_t second_end = second;
    while (is_digit_at(url, second_end)) ++second_end;
    const std::size_t second_size = second_end - second;
    if (second_size < 1 || second_size > 2) continue;
    const int month = digits(url, second, second_size);
    const bool third = second_end + 1 < url.size() && url[second_end] == separator;
    std::size_t third_end = second_end + 1;
    while (third && is_digit_at(url, third_end)) ++third_end;
    const std::size_t third_size = third ? third_end - second_end - 1 : 0;
    const int last =
        third_size > 0 && third_size <= 4 ? digits(url, second_end + 1, third_size) : -1;
    CivilDate day{};
    if (run - at == 4 && third_size >= 1 && third_size <= 2) day = {year, month, last};
    if (run - at <= 2 && third_size == 4) day = {last, month, digits(url, at, run - at)};
    if (day.year >= kFirstYear && day.year <= kLastYear && is_valid(day))
      return void(claims.add(kRankUrlDay, "url", to_iso(day)));
    if (run - at == 4 && separator == '/' && second_size == 2 && month >= 1 && month <= 12 &&
        year >= kFirstYear && year <= kLastYear &&
        (second_end >= url.size() || url[second_end] == '/'))
      claims.add(kRankUrlMonth, "url", to_iso({year, month, 1}).substr(0, 7), true);
  }
}

// `rank` for what stands at the title, less for the rest.
int rank_of(Area area, int rank) {
  return area == Area::kTop ? rank : area == Area::kMain ? kRankText : kRankAnyTime;
}

// <time>, <abbr class=published title=...>, elements with itemprop or a name that tells a date.
void add_elements(const HtmlTree& tree, const NameRoles& all_roles,
                  const std::vector<HtmlBlock>& blocks, const std::vector<Area>& areas,
                  Claims& claims) {
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
    const std::uint8_t roles = all_roles[node];
    // The block that the element stands in or starts.
    const std::size_t own =
        block + 1 < blocks.size() && blocks[block + 1].first < at.end ? block + 1 : block;
    const Area area = blocks.empty() ? Area::kMain : areas[own];
    if (at.end - node > kMostNodes) continue;
    if (at.tag == Tag::kTime) {
      const bool published = tree.has_attribute(node, "pubdate") || (roles & kNamesDate) != 0;
      const bool changed = tree.attribute(node, "class").find("updat") != std::string_view::npos ||
                           property == "datemodified";
      std::string value(tree.attribute(node, "datetime"));
      if (value.empty()) value = tree.text(node);
      int rank = rank_of(area, kRankTime);
      if (published && area == Area::kMain) rank = kRankNamed;
      claims.add(changed ? kRankModified : rank, changed ? "modified: time" : "time", value);
      continue;
    }
    if ((roles & kNamesDate) == 0) continue;
    if (const std::string title(tree.attribute(node, "title")); !title.empty())
      claims.add(rank_of(area, kRankTime), "title attribute", title);
    const std::string text = tree.text(node);
    if (text.size() <= kLongestDateText)
      claims.add(rank_of(area, kRankNamed), "date element", text);
  }
}

// Dates in short lines, and at the very start of the text ("Geneva, 12 November 2021 - The ...").
void add_lines(const std::vector<HtmlBlock>& blocks, const std::vector<Area>& areas,
               const std::vector<bool>& keep, Claims& claims) {
  std::size_t openings = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (areas[i] == Area::kElsewhere || blocks[i].letters < 5) continue;
    const std::string_view text = blocks[i].block.text;
    const bool top = areas[i] == Area::kTop;
    if (text.size() <= kLongestDateText)
      claims.add(top ? kRankBesideTitle : kRankText, top ? "beside the title" : "text", text);
    else if (keep[i] && openings++ < kOpenings)
      claims.add(kRankText, "opening", utf8_prefix(text, kOpeningBytes));
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
                                             std::string_view url) {
  const std::vector<Area> areas = areas_of(blocks, keep);
  Claims claims;
  add_url(url, claims);
  claims.add(kRankJsonLd, "JSON-LD datePublished", json_ld.published);
  claims.add(kRankMostly, "JSON-LD dateCreated", json_ld.created);
  claims.add(kRankModified, "JSON-LD dateModified", json_ld.modified);
  add_elements(tree, roles, blocks, areas, claims);
  add_lines(blocks, areas, keep, claims);
  return std::move(claims).sorted();
}

}  // namespace rapporteur
