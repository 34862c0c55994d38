// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_metadata.h"

#include <algorithm>
#include <array>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/extract/html_author.h"
#include "indexer/extract/html_url.h"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestValue = 2000;  // bytes; more is not a title or a name
constexpr NodeId kMostNodes = 1000;          // in a <title>; they may nest on hostile pages

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

void take(std::optional<std::string>& into, std::string_view value) {
  std::string clean = collapse_spaces(utf8_prefix(value, kLongestValue));
  if (!into && !clean.empty()) into = std::move(clean);
}

// The values of <meta> and <link> that matter, first come first served.
struct Head {
  std::optional<std::string> canonical, og_url, og_title, og_type, og_site, twitter_title, title,
      base, meta_language, html_language, og_locale, heading, description;
  bool is_article = false;
};

void read_meta(const HtmlTree& tree, NodeId node, Head& head) {
  const std::string_view property = tree.attribute(node, "property");
  const std::string name = lower(property.empty() ? tree.attribute(node, "name") : property);
  const auto content = [&] { return tree.attribute(node, "content"); };
  if (name == "og:url") take(head.og_url, content());
  if (name == "og:title") take(head.og_title, content());
  if (name == "og:type") take(head.og_type, content());
  if (name == "og:site_name" || name == "application-name") take(head.og_site, content());
  if (name == "og:locale") take(head.og_locale, content());
  if (name == "twitter:title") take(head.twitter_title, content());
  if (name == "og:description" || name == "description" || name == "dc.description")
    take(head.description, content());
  if (name == "article:published_time") head.is_article = !trim(content()).empty();
  if (name == "language" || name == "dc.language" || name == "dcterms.language" ||
      lower(tree.attribute(node, "http-equiv")) == "content-language")
    take(head.meta_language, content());
}

Head read_head(const HtmlTree& tree) {
  Head head;
  int headings = 0;
  std::optional<std::string> heading;
  for (NodeId node = 0; node < tree.nodes.size(); ++node) {
    switch (tree.nodes[node].tag) {
      case Tag::kMeta:
        read_meta(tree, node, head);
        break;
      case Tag::kLink:
        if (lower(tree.attribute(node, "rel")) == "canonical")
          take(head.canonical, tree.attribute(node, "href"));
        break;
      case Tag::kBase:
        take(head.base, tree.attribute(node, "href"));
        break;
      case Tag::kHtml:
        take(head.html_language, tree.attribute(node, "lang"));
        take(head.html_language, tree.attribute(node, "xml:lang"));
        break;
      case Tag::kTitle:
        // Pictures (<svg>) have titles too.
        if (!head.title && tree.nodes[node].end - node <= kMostNodes &&
            tree.nodes[tree.nodes[node].parent].tag != Tag::kSvg)
          take(head.title, tree.text(node));
        break;
      case Tag::kH1:
        if (headings++ == 0) take(heading, tree.text(node));
        break;
      default:
        break;
    }
  }
  if (headings == 1) head.heading = heading;
  return head;
}

// True if the host is made of the name: "La Stampa" of lastampa.it, "Site.org" of site.org. A name
// of three letters is as likely a word.
bool names_host(std::string_view name, std::string_view host) {
  constexpr std::size_t kFewestBytes = 4;
  const auto bare = [](std::string_view text) {
    std::string letters = fold(text);
    std::erase_if(letters, [](char c) { return c == ' ' || c == '.' || c == '-'; });
    return letters;
  };
  const std::string wanted = bare(name);
  if (wanted.size() < kFewestBytes) return false;
  if (wanted == bare(host)) return true;
  for (std::size_t begin = 0; begin < host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    if (wanted == bare(host.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::string clean_title(std::string_view title, std::string_view site_name,
                        std::string_view heading, std::string_view host) {
  static constexpr std::array<std::string_view, 12> kBars = {
      " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " › "};
  std::string text = collapse_spaces(title);
  const std::string folded_site = fold(site_name);
  const std::string folded_heading = fold(collapse_spaces(heading));
  for (int round = 0; round < 3; ++round) {
    if (fold(text) == folded_heading) return text;
    std::size_t last = std::string::npos;
    std::size_t last_size = 0;
    std::size_t first = std::string::npos;
    std::size_t first_size = 0;
    for (std::string_view bar : kBars) {
      const std::size_t back = text.rfind(bar);
      if (back != std::string::npos && (last == std::string::npos || back > last)) {
        last = back;
        last_size = bar.size();
      }
      const std::size_t front = text.find(bar);
      if (front < first) {
        first = front;
        first_size = bar.size();
      }
    }
    if (last == std::string::npos) break;
    const std::string tail = fold(text.substr(last + last_size));
    const bool ends_in_host = names_host(tail, host);
    const std::string head = fold(text.substr(0, first));
    const bool heading_has_tail =
        !folded_heading.empty() && folded_heading.find(tail) != std::string::npos;
    const bool starts_as_heading =
        folded_heading.size() > 8 && fold(text).starts_with(folded_heading);
    if (ends_in_host ||
        (!folded_site.empty() && (tail == folded_site || tail.find(folded_site) == 0))) {
      text.resize(last);
    } else if (!folded_site.empty() && head == folded_site) {
      text.erase(0, first + first_size);
    } else if (!head.empty() && head == folded_heading) {
      text.resize(first);
    } else if (starts_as_heading && last >= folded_heading.size() && !heading_has_tail) {
      text.resize(last);
    } else {
      break;
    }
  }
  return text;
}

PageMetadata read_metadata(const HtmlTree& tree, const JsonLd& json_ld,
                           const std::optional<std::string>& url) {
  Head head = read_head(tree);
  PageMetadata metadata;
  const std::string base = url.value_or("");
  for (const auto& candidate : {head.canonical, head.og_url}) {
    if (metadata.url || !candidate) continue;
    std::string absolute = resolve_url(base, *candidate);
    if (is_web_url(absolute)) metadata.url = std::move(absolute);
  }
  if (!metadata.url && is_web_url(json_ld.url)) metadata.url = json_ld.url;

  take(metadata.site_name, head.og_site.value_or(""));
  take(metadata.site_name, json_ld.publisher);
  const std::string site = metadata.site_name.value_or("");
  const std::string heading = head.heading.value_or("");
  for (const auto& candidate : {head.og_title, head.twitter_title, head.title}) {
    // A site that gives its own name as the title of each page says nothing.
    if (!candidate || metadata.title || fold(*candidate) == fold(site)) continue;
    take(metadata.title, clean_title(*candidate, site, heading, host_of(base)));
  }
  take(metadata.title, json_ld.headline);
  take(metadata.title, heading);

  take(metadata.language, head.html_language.value_or(""));
  take(metadata.language, head.meta_language.value_or(""));
  take(metadata.language, json_ld.language);
  if (head.og_locale && !metadata.language) {
    for (char& c : *head.og_locale)
      if (c == '_') c = '-';
    take(metadata.language, *head.og_locale);
  }
  metadata.author = read_author(tree, json_ld, site);
  take(metadata.description, head.description.value_or(""));
  take(metadata.description, json_ld.description);
  metadata.is_article = head.is_article || json_ld.is_article;
  take(metadata.kind, json_ld.type);
  if (!metadata.kind || metadata.kind == "WebPage" || metadata.kind == "WebSite") {
    if (head.og_type) metadata.kind = head.og_type;
  }
  return metadata;
}

}  // namespace rapporteur
