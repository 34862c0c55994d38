// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_jsonld.h"

#include <algorithm>
#include <deque>
#include <nlohmann/json.hpp>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 64;
constexpr std::size_t kMostValues = 20000;
constexpr std::size_t kLongestScript = std::size_t{4} << 20;

// Whether brackets nest no deeper than kDeepest.
bool is_shallow(std::string_view json) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return false;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return true;
}

Json parse(std::string_view script) {
  script = trim(script);
  if (script.size() > kLongestScript) return Json();
  for (std::string_view opening : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["})
    if (script.starts_with(opening)) script.remove_prefix(opening.size());
  for (std::string_view closing : {"-->", "//]]>", "/*]]>*/", "]]>"})
    if (script.ends_with(closing)) script.remove_suffix(closing.size());
  script = trim(script);
  while (!script.empty() && script.back() == ';') script.remove_suffix(1);
  if (!is_shallow(script)) return Json();
  Json json = Json::parse(script, nullptr, false);
  if (!json.is_discarded()) return json;
  std::string mended(script);  // raw line breaks in strings
  std::replace_if(
      mended.begin(), mended.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  json = Json::parse(mended, nullptr, false);
  return json.is_discarded() ? Json() : json;
}

std::string text_of(const Json& object, const char* member) {
  const auto found = object.find(member);
  if (found == object.end()) return {};
  const Json* value = &*found;
  if (value->is_array() && !value->empty()) value = &value->front();
  if (value->is_string()) {
    return std::string(trim(resolve_references(clean_utf8(value->get_ref<const std::string&>()))));
  }
  if (value->is_object())
    for (const char* name : {"name", "@value", "@id"})
      if (value->contains(name) && (*value)[name].is_string())
        return std::string(trim(clean_utf8((*value)[name].get_ref<const std::string&>())));
  return {};
}

// Names of one or several persons; "" where they are only pointed to.
std::string names_of(const Json& object, const char* member) {
  const auto found = object.find(member);
  if (found == object.end()) return {};
  const auto one = [](const Json& value) -> std::string {
    const Json* name = &value;
    if (value.is_object()) {
      const auto in_object = value.find("name");
      if (in_object == value.end()) return {};
      name = &*in_object;
    }
    if (!name->is_string()) return {};
    return std::string(trim(resolve_references(clean_utf8(name->get_ref<const std::string&>()))));
  };
  if (!found->is_array()) return one(*found);
  std::string names;
  for (const Json& value : *found) {
    const std::string name = one(value);
    if (name.empty()) continue;
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

// Types that are not the page's own publication.
bool is_of_others(std::string_view type) {
  for (std::string_view other : {"Comment", "Review", "Rating", "ImageObject", "VideoObject",
                                 "Person", "BreadcrumbList", "ListItem", "Answer", "Question"})
    if (type == other) return true;
  return false;
}

bool is_article(std::string_view type) {
  return type.find("Article") != std::string_view::npos || type.ends_with("Posting") ||
         type == "Report" || type == "Recipe" || type == "Event" || type == "Product";
}

void take(std::string& into, std::string value) {
  if (into.empty()) into = std::move(value);
}

void read_object(const Json& object, NodeId script, JsonLd& found) {
  const std::string type = text_of(object, "@type");
  if (is_of_others(type)) return;
  if (is_article(type) && !is_article(found.type)) found.type = type;
  take(found.type, type);
  take(found.published, text_of(object, "datePublished"));
  take(found.created, text_of(object, "dateCreated"));
  take(found.created, text_of(object, "uploadDate"));
  take(found.modified, text_of(object, "dateModified"));
  take(found.language, text_of(object, "inLanguage"));
  if (is_article(type)) {
    take(found.headline, text_of(object, "headline"));
    take(found.publisher, text_of(object, "publisher"));
    take(found.url, text_of(object, "url"));
    take(found.author, names_of(object, "author"));
    take(found.description, text_of(object, "description"));
    found.is_article = found.is_article || !text_of(object, "datePublished").empty();
    std::string body = text_of(object, "articleBody");
    if (body.size() > found.body.size()) {
      found.body = std::move(body);
      found.body_node = script;
    }
  }
}

}  // namespace

JsonLd read_json_ld(const HtmlTree& tree) {
  JsonLd found;
  for (NodeId node = 0; node < tree.nodes.size(); ++node) {
    if (tree.nodes[node].tag != Tag::kScript) continue;
    const std::string_view type = tree.attribute(node, "type");
    if (type.find("ld+json") == std::string_view::npos || tree.nodes[node].end != node + 2)
      continue;
    const Json json = parse(tree.characters_of(node + 1));
    std::deque<const Json*> queue{&json};  // breadth first: the page's own things stand on top
    for (std::size_t seen = 0; !queue.empty() && seen < kMostValues; ++seen) {
      const Json* value = queue.front();
      queue.pop_front();
      if (value->is_object()) {
        read_object(*value, node, found);
        if (is_of_others(text_of(*value, "@type"))) continue;
      }
      if (value->is_structured())
        for (const Json& child : *value)
          if (child.is_structured()) queue.push_back(&child);
    }
  }
  return found;
}

}  // namespace rapporteur
