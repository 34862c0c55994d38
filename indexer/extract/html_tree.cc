// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_tree.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/extract/html_entities.h"
#include "indexer/extract/html_reader.h"

namespace rapporteur {
namespace {

// Takes the parser's events into a tree.
class Builder : public HtmlEvents {
 public:
  explicit Builder(std::string_view source) {
    tree_.source = source;
    tree_.nodes.reserve(source.size() / 24 + 8);
    tree_.characters.reserve(source.size() / 2 + 16);
    tree_.nodes.push_back({.tag = Tag::kRoot});
  }

  HtmlTree take() {
    end_all();
    tree_.nodes[0].end = size();
    return std::move(tree_);
  }

  void start(std::string_view name, const unsigned char** attributes) override;
  void end() override;
  void end_refused(std::string_view name) override;
  void end_all() override {
    while (!open_.empty()) end();
  }
  void text(std::string_view characters, std::size_t begin, std::size_t end) override;

 private:
  // An element that the parser has open. One that is done takes no content, whatever the parser
  // thinks: HTML 5 has it as empty, or its end was refused.
  struct Open {
    NodeId node;
    bool is_done;
  };

  void close(NodeId node);
  void append(std::string_view characters, std::size_t begin);
  NodeId size() const { return static_cast<NodeId>(tree_.nodes.size()); }
  std::uint32_t used() const { return static_cast<std::uint32_t>(tree_.characters.size()); }

  HtmlTree tree_;
  std::vector<Open> open_;
  NodeId inside_ = 0;  // the innermost element that takes content
  bool text_goes_on_ = false;
  std::size_t resolved_ = 0;  // bytes of text to come that belong to a reference already resolved
};

void Builder::start(std::string_view name, const unsigned char** attributes) {
  HtmlNode node;
  node.tag = tag_of(name);
  node.parent = inside_;
  node.end = size() + 1;
  node.content_begin = static_cast<std::uint32_t>(tree_.attributes.size());
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    HtmlAttribute attribute;
    attribute.begin = used();
    tree_.characters += reinterpret_cast<const char*>(attributes[0]);
    attribute.middle = used();
    if (attributes[1] != nullptr)
      append_attribute(reinterpret_cast<const char*>(attributes[1]), tree_.characters);
    attribute.end = used();
    tree_.attributes.push_back(attribute);
  }
  resolved_ = 0;
  node.content_end = static_cast<std::uint32_t>(tree_.attributes.size());
  const bool empty = is_void(node.tag);
  open_.push_back({size(), empty});
  if (!empty) inside_ = size();
  tree_.nodes.push_back(node);
  text_goes_on_ = false;
}

void Builder::end() {
  if (open_.empty()) return;
  const Open closed = open_.back();
  open_.pop_back();
  if (!closed.is_done) close(closed.node);
}

void Builder::close(NodeId node) {
  tree_.nodes[node].end = size();
  inside_ = tree_.nodes[node].parent;
  text_goes_on_ = false;
}

// A forgotten </div> in a button or a noscript must not make all that follows part of it.
void Builder::end_refused(std::string_view name) {
  const Tag tag = tag_of(name);
  if (!is_never_text(tag)) return;
  std::size_t at = open_.size();
  while (at > 0 && (open_[at - 1].is_done || tree_.nodes[open_[at - 1].node].tag != tag)) --at;
  if (at == 0) return;
  for (std::size_t i = open_.size(); i >= at; --i) {
    if (!open_[i - 1].is_done) close(open_[i - 1].node);
    open_[i - 1].is_done = true;
  }
}

void Builder::text(std::string_view characters, std::size_t begin, std::size_t end) {
  if (!text_goes_on_) {
    HtmlNode node;
    node.parent = inside_;
    node.end = size() + 1;
    node.source_begin = static_cast<std::uint32_t>(begin);
    node.content_begin = used();
    tree_.nodes.push_back(node);
    text_goes_on_ = true;
  }
  append(characters, begin);
  HtmlNode& node = tree_.nodes.back();
  node.content_end = used();
  node.source_end = static_cast<std::uint32_t>(end);
}

// A reference that the parser does not know comes as "&" and then its name.
void Builder::append(std::string_view characters, std::size_t begin) {
  const std::size_t known = std::min(resolved_, characters.size());
  resolved_ -= known;
  characters.remove_prefix(known);
  const std::string_view source = tree_.source.substr(std::min(begin, tree_.source.size()));
  if (characters == "&" && source.starts_with('&') && !source.starts_with("&amp;")) {
    if (const auto reference = named_reference(source, true)) {
      append_code_point(tree_.characters, reference->character);
      resolved_ = reference->length - 1;
      return;
    }
  }
  tree_.characters += characters;
}

}  // namespace

std::string_view HtmlTree::attribute(NodeId node, std::string_view name) const {
  const std::string_view all = characters;
  if (!nodes[node].has_attributes()) return {};
  for (std::uint32_t i = nodes[node].content_begin; i < nodes[node].content_end; ++i) {
    const HtmlAttribute& at = attributes[i];
    if (all.substr(at.begin, at.middle - at.begin) == name)
      return all.substr(at.middle, at.end - at.middle);
  }
  return {};
}

bool HtmlTree::has_attribute(NodeId node, std::string_view name) const {
  return attribute(node, name).data() != nullptr;
}

std::string_view HtmlTree::characters_of(NodeId node) const {
  return std::string_view(characters)
      .substr(nodes[node].content_begin, nodes[node].content_end - nodes[node].content_begin);
}

std::string_view HtmlTree::raw_text(NodeId node) const {
  return source.substr(nodes[node].source_begin, nodes[node].source_end - nodes[node].source_begin);
}

std::string HtmlTree::text(NodeId node) const {
  std::string joined;
  for (NodeId id = node; id < nodes[node].end; ++id) {
    if (nodes[id].tag == Tag::kText) joined += characters_of(id);
    if (is_block(nodes[id].tag) || nodes[id].tag == Tag::kBr) joined += ' ';
  }
  return collapse_spaces(joined);
}

HtmlTree parse_html(std::string_view source) {
  Builder builder(source);
  read_html(source, builder);
  return builder.take();
}

std::string resolve_references(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  // Without an element around it the parser would drop white space at the front.
  const std::string source = "<p>" + std::string(text);
  const HtmlTree tree = parse_html(source);
  std::string resolved;
  for (NodeId id = 0; id < tree.nodes.size(); ++id)
    if (tree.nodes[id].tag == Tag::kText) resolved += tree.characters_of(id);
  return resolved;
}

}  // namespace rapporteur
