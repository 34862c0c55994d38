// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_author.h"

#include <algorithm>
#include <array>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/extract/html_names.h"
#include "indexer/extract/html_url.h"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestName = 100;  // bytes, of all authors together ten times as long
constexpr NodeId kMostNodes = 12;          // of an element that is a name
constexpr NodeId kMostNodesOfByline = 24;

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What a page template says where it knows nobody.
constexpr std::array<std::string_view, 12> kNobody = {
    "admin",     "administrator", "author",    "no author", "anonymous", "unknown",
    "webmaster", "editor",        "redaktion", "root",      "user",      "guest"};

constexpr std::array<std::string_view, 9> kMetaNames = {
    "author",          "article:author", "article:author_name", "dc.creator", "dcterms.creator",
    "citation_author", "parsely-author", "sailthru.author",     "byl"};

// What stands before a name: "Ada Lum" of "Posted on 3 May by Ada Lum", "Von: Ada Lum".
constexpr std::array<std::string_view, 9> kBefore = {"by", "von", "vom",   "par",   "por",
                                                     "di", "od",  "autor", "author"};

// The words before a name, and a bar, day or hour behind it, are cut.
std::string name_in(const std::string& line) {
  Tokenizer tokenizer;
  Tokens tokens;
  tokenizer.tokenize(line, tokens);
  constexpr std::size_t kMostWordsBefore = 6;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < std::min(tokens.list.size(), kMostWordsBefore); ++i) {
    if (is_one_of(kBefore, tokens.folded(i))) begin = tokens.list[i].end;
  }
  while (begin < line.size() && (line[begin] == ' ' || line[begin] == ':')) ++begin;
  std::string name = line.substr(begin);
  for (const std::string_view bar : {" | ", " • ", " · ", " / ", " » ", " — ", " am ", " on "}) {
    if (const std::size_t at = name.find(bar); at != std::string::npos) name.resize(at);
  }
  name.resize(std::min(name.size(), name.find_first_of("0123456789")));
  while (!name.empty() && std::string_view(" ,:|-(").find(name.back()) != std::string::npos) {
    name.pop_back();
  }
  return name;
}

bool is_byline_class(std::string_view names) {
  const std::string spelled = spelled_names(names);
  const auto has = [&spelled](std::string_view word) {
    return spelled.find(word) != std::string::npos;
  };
  if (!has("-author-") && !has("-byline-")) return false;
  for (const std::string_view other :
       {"-comment", "-avatar-", "-image-", "-img-", "-bio-", "-box-", "-about-", "-social-",
        "-link-list-", "-related-", "-description-", "-photo-", "-icon-", "-count-", "-date-"}) {
    if (has(other)) return false;
  }
  return true;
}

// True for elements that stand inside of what is not this page's own words.
bool is_in_boilerplate(const HtmlTree& tree, NodeId node) {
  for (NodeId at = node; at != 0; at = tree.nodes[at].parent) {
    const Tag tag = tree.nodes[at].tag;
    if (tag == Tag::kAside || tag == Tag::kFooter || tag == Tag::kNav) return true;
  }
  return false;
}

void join(std::string& names, const std::string& name) {
  constexpr std::size_t kMostBytes = 10 * kLongestName;
  if (name.empty() || names.find(name) != std::string::npos || names.size() > kMostBytes) return;
  if (!names.empty()) names += ", ";
  names += name;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// The author of <meta>; of a journal's article one each.
void read_meta(const HtmlTree& tree, NodeId node, std::string_view site, std::string& names) {
  const std::string_view property = tree.attribute(node, "property");
  const std::string name = lower(property.empty() ? tree.attribute(node, "name") : property);
  if (!is_one_of(kMetaNames, name) || (!names.empty() && name != "citation_author")) return;
  join(names, tidy_author(tree.attribute(node, "content"), site));
}

}  // namespace

std::string tidy_author(std::string_view line, std::string_view site_name) {
  const std::string name = name_in(collapse_spaces(utf8_prefix(line, 10 * kLongestName)));
  const std::string folded = fold(name);
  const bool no_name =
      is_one_of(kBefore, folded) || folded.find_first_of("{}<>@\"") != std::string::npos ||
      folded.find("http") != std::string::npos || folded.find(".com/") != std::string::npos ||
      is_one_of(kNobody, folded) || (!site_name.empty() && folded == fold(site_name));
  return no_name ? std::string() : name;
}

std::optional<std::string> read_author(const HtmlTree& tree, const JsonLd& json_ld,
                                       std::string_view site_name) {
  const std::string structured = tidy_author(json_ld.author, site_name);
  if (!structured.empty()) return structured;
  std::string in_meta;
  std::string marked;
  std::string byline;
  for (NodeId node = 0; node < tree.nodes.size(); ++node) {
    const HtmlNode& element = tree.nodes[node];
    if (element.tag == Tag::kMeta) read_meta(tree, node, site_name, in_meta);
    if (!element.has_attributes() || element.end - node > kMostNodesOfByline) continue;
    const bool is_marked =
        tree.attribute(node, "rel") == "author" || tree.attribute(node, "itemprop") == "author";
    const bool is_byline =
        !is_marked && byline.empty() && is_byline_class(tree.attribute(node, "class"));
    if ((!is_marked && !is_byline) || is_in_boilerplate(tree, node)) continue;
    const std::string name = tidy_author(tree.text(node), site_name);
    if (name.empty() || name.size() > kLongestName) continue;
    if (is_marked && element.end - node <= kMostNodes && marked.empty()) marked = name;
    if (is_byline) byline = name;
  }
  for (std::string* found : {&in_meta, &marked, &byline}) {
    if (!found->empty()) return std::move(*found);
  }
  return std::nullopt;
}

}  // namespace rapporteur
