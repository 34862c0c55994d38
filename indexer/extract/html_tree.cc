// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_tree.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "common/text/utf8.h"
#include "indexer/extract/html_entities.h"

namespace rapporteur {
namespace {

// How far up the open elements an end tag or an implied end is looked for. Real pages need a few;
// the bound keeps hostile ones linear.
constexpr std::size_t kLookUp = 256;

bool is_space_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool equal_ignoring_case(std::string_view a, std::string_view lower) {
  if (a.size() != lower.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char c = a[i] >= 'A' && a[i] <= 'Z' ? static_cast<char>(a[i] + 32) : a[i];
    if (c != lower[i]) return false;
  }
  return true;
}

// Elements that an end tag outside of them cannot reach into.
bool is_barrier(Tag tag) {
  return tag == Tag::kTable || tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kCaption ||
         tag == Tag::kObject || tag == Tag::kButton || tag == Tag::kTemplate || tag == Tag::kBody ||
         tag == Tag::kHtml || tag == Tag::kRoot || tag == Tag::kSvg;
}

bool is_formatting(Tag tag) {
  return tag == Tag::kOther || (tag >= Tag::kB && tag <= Tag::kLabel && tag != Tag::kTime);
}

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {
    tree_.source = source;
    tree_.nodes.reserve(source.size() / 24 + 8);
    tree_.nodes.push_back({.tag = Tag::kRoot});
    open_.push_back({0, {}});
    open_count_[static_cast<std::size_t>(Tag::kRoot)] = 1;
  }

  HtmlTree run();

 private:
  struct Open {
    NodeId node;
    std::string_view name;  // of a Tag::kOther
  };

  Tag top() const { return tree_.nodes[open_.back().node].tag; }
  Tag tag_at(std::size_t depth) const { return tree_.nodes[open_[depth].node].tag; }
  std::uint32_t& open_count(Tag tag) { return open_count_[static_cast<std::size_t>(tag)]; }

  void text(std::size_t begin, std::size_t end);
  void markup();
  void declaration();
  void end_tag();
  void start_tag();
  bool attribute();
  void imply_ends(Tag tag);
  void raw_content(Tag tag, std::string_view name);
  void pop(std::size_t position);
  // Closes open elements down to and with the nearest `tag`, looking no further than a barrier
  // for which `stop` says true; false (and nothing closed) if there is none.
  template <typename Stop>
  bool close_nearest(Tag tag, std::string_view name, Stop stop);

  std::string_view source_;
  std::size_t at_ = 0;
  bool no_comment_end_ = false;
  HtmlTree tree_;
  std::vector<Open> open_;
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::kCount)> open_count_{};
};

HtmlTree Parser::run() {
  while (at_ < source_.size()) {
    const char* const found =
        static_cast<const char*>(std::memchr(source_.data() + at_, '<', source_.size() - at_));
    std::size_t next = found ? static_cast<std::size_t>(found - source_.data()) : source_.size();
    // A '<' that opens no markup is text.
    while (next + 1 < source_.size() && !is_letter(source_[next + 1]) && source_[next + 1] != '/' &&
           source_[next + 1] != '!' && source_[next + 1] != '?') {
      const std::size_t more = source_.find('<', next + 1);
      next = more == std::string_view::npos ? source_.size() : more;
    }
    if (next > at_) text(at_, next);
    at_ = next;
    if (at_ < source_.size()) markup();
  }
  at_ = source_.size();
  while (open_.size() > 1) pop(at_);
  tree_.nodes[0].end = static_cast<NodeId>(tree_.nodes.size());
  tree_.nodes[0].source_end = static_cast<std::uint32_t>(source_.size());
  return std::move(tree_);
}

void Parser::text(std::size_t begin, std::size_t end) {
  HtmlNode node;
  node.parent = open_.back().node;
  node.end = static_cast<NodeId>(tree_.nodes.size() + 1);
  node.source_begin = static_cast<std::uint32_t>(begin);
  node.source_end = static_cast<std::uint32_t>(end);
  tree_.nodes.push_back(node);
}

void Parser::markup() {
  if (at_ + 1 >= source_.size()) {
    text(at_, source_.size());
    at_ = source_.size();
    return;
  }
  const char next = source_[at_ + 1];
  if (next == '!' || next == '?') return declaration();
  if (next == '/') return end_tag();
  start_tag();
}

// <!-- -->, <!DOCTYPE>, <?xml ?>, <![CDATA[ ]]>
void Parser::declaration() {
  if (source_.compare(at_, 4, "<!--") == 0 && !no_comment_end_) {
    const std::size_t end = source_.find("-->", at_ + 2);
    if (end != std::string_view::npos) {
      at_ = end + 3;
      return;
    }
    no_comment_end_ = true;
  }
  const std::size_t end = source_.find('>', at_);
  at_ = end == std::string_view::npos ? source_.size() : end + 1;
}

void Parser::pop(std::size_t position) {
  HtmlNode& node = tree_.nodes[open_.back().node];
  node.end = static_cast<NodeId>(tree_.nodes.size());
  node.source_end = static_cast<std::uint32_t>(position);
  --open_count(node.tag);
  open_.pop_back();
}

template <typename Stop>
bool Parser::close_nearest(Tag tag, std::string_view name, Stop stop) {
  if (open_count(tag) == 0) return false;
  const std::size_t lowest = open_.size() > kLookUp ? open_.size() - kLookUp : 1;
  for (std::size_t depth = open_.size(); depth-- > lowest;) {
    const Tag open = tag_at(depth);
    if (open == tag && (tag != Tag::kOther || open_[depth].name == name)) {
      while (open_.size() > depth) pop(at_);
      return true;
    }
    if (stop(open)) return false;
  }
  return false;
}

void Parser::end_tag() {
  std::size_t name_end = at_ + 2;
  while (name_end < source_.size() && !is_space_byte(source_[name_end]) &&
         source_[name_end] != '>' && source_[name_end] != '/' && source_[name_end] != '<')
    ++name_end;
  const std::string_view name = source_.substr(at_ + 2, name_end - at_ - 2);
  const Tag tag = tag_of(name);
  if (tag == Tag::kBody || tag == Tag::kHtml) {
    // What follows </body> still belongs to it.
  } else if (tag == Tag::kHead) {
    close_nearest(tag, name, [](Tag) { return false; });
  } else if (heading_level(tag) > 0) {
    // </h2> closes an <h3> too, as browsers have it.
    for (Tag level = Tag::kH1; level <= Tag::kH6;
         level = static_cast<Tag>(static_cast<int>(level) + 1))
      if (open_count(level) > 0 && close_nearest(level, name, is_barrier)) break;
  } else if (tag == Tag::kA) {
    close_nearest(tag, name, is_barrier);
  } else if (is_formatting(tag)) {
    close_nearest(tag, name, [](Tag open) { return is_block(open) || is_barrier(open); });
  } else if (tag == Tag::kTable) {
    close_nearest(tag, name, [](Tag open) { return open == Tag::kBody; });
  } else if (tag == Tag::kTr || tag == Tag::kTbody || tag == Tag::kThead || tag == Tag::kTfoot ||
             tag == Tag::kTd || tag == Tag::kTh) {
    close_nearest(tag, name, [](Tag open) { return open == Tag::kTable || open == Tag::kBody; });
  } else if (tag == Tag::kBr) {
    HtmlNode node{.tag = Tag::kBr, .parent = open_.back().node};
    node.end = static_cast<NodeId>(tree_.nodes.size() + 1);
    node.source_begin = node.source_end = static_cast<std::uint32_t>(at_);
    tree_.nodes.push_back(node);
  } else {
    close_nearest(tag, name, is_barrier);
  }
  const std::size_t end = source_.find_first_of("<>", name_end);
  if (end == std::string_view::npos) {
    at_ = source_.size();
  } else {
    at_ = source_[end] == '>' ? end + 1 : end;
  }
}

// Reads one attribute at `at_`; false at the end of the tag.
bool Parser::attribute() {
  while (at_ < source_.size() && (is_space_byte(source_[at_]) || source_[at_] == '/')) ++at_;
  if (at_ >= source_.size() || source_[at_] == '>') return false;
  const std::size_t name_begin = at_++;
  while (at_ < source_.size() && !is_space_byte(source_[at_]) && source_[at_] != '=' &&
         source_[at_] != '>' && source_[at_] != '/')
    ++at_;
  HtmlAttribute attribute{source_.substr(name_begin, at_ - name_begin), {}};
  while (at_ < source_.size() && is_space_byte(source_[at_])) ++at_;
  if (at_ < source_.size() && source_[at_] == '=') {
    ++at_;
    while (at_ < source_.size() && is_space_byte(source_[at_])) ++at_;
    if (at_ < source_.size() && (source_[at_] == '"' || source_[at_] == '\'')) {
      const std::size_t close = std::min(source_.find(source_[at_], at_ + 1), source_.size());
      attribute.value = source_.substr(at_ + 1, close - at_ - 1);
      at_ = std::min(close + 1, source_.size());
    } else {
      const std::size_t begin = at_;
      while (at_ < source_.size() && !is_space_byte(source_[at_]) && source_[at_] != '>') ++at_;
      attribute.value = source_.substr(begin, at_ - begin);
    }
  }
  tree_.attributes.push_back(attribute);
  return true;
}

void Parser::start_tag() {
  const std::size_t begin = at_;
  std::size_t name_end = at_ + 1;
  while (name_end < source_.size() && !is_space_byte(source_[name_end]) &&
         source_[name_end] != '>' && source_[name_end] != '/')
    ++name_end;
  const std::string_view name = source_.substr(at_ + 1, name_end - at_ - 1);
  const Tag tag = tag_of(name);
  at_ = name_end;
  const auto first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
  while (attribute()) {
  }
  const bool self_closed = at_ > name_end && at_ < source_.size() && source_[at_ - 1] == '/';
  if (at_ < source_.size()) ++at_;

  // A second <body> or <html> adds nothing but what browsers take for attributes.
  if ((tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kHead) && open_count(tag) > 0) return;
  imply_ends(tag);

  HtmlNode node;
  node.tag = tag;
  node.parent = open_.back().node;
  node.source_begin = static_cast<std::uint32_t>(begin);
  node.source_end = static_cast<std::uint32_t>(at_);
  node.attributes_begin = first_attribute;
  node.attributes_end = static_cast<std::uint32_t>(tree_.attributes.size());
  node.end = static_cast<NodeId>(tree_.nodes.size() + 1);
  const auto id = static_cast<NodeId>(tree_.nodes.size());
  tree_.nodes.push_back(node);
  const bool foreign = open_count(Tag::kSvg) > 0 || open_count(Tag::kMath) > 0;
  const bool anchor = tag == Tag::kA && !tree_.has_attribute(id, "href");
  if (is_void(tag) || (self_closed && (foreign || anchor))) return;
  open_.push_back({id, name});
  ++open_count(tag);
  if (is_raw_text(tag) && !foreign) raw_content(tag, name);
}

// Everything up to the end tag is one text.
void Parser::raw_content(Tag tag, std::string_view name) {
  std::size_t end = at_;
  while (true) {
    end = source_.find("</", end);
    if (end == std::string_view::npos) {
      end = source_.size();
      break;
    }
    if (source_.size() - end > name.size() + 2 &&
        tag_of(source_.substr(end + 2, name.size())) == tag &&
        !is_letter(source_[end + 2 + name.size()]))
      break;
    end += 2;
  }
  if (end > at_) text(at_, end);
  at_ = end;
  pop(at_);
}

// Closes what a start tag ends without saying so.
void Parser::imply_ends(Tag tag) {
  const auto is_list = [](Tag open) {
    return open == Tag::kUl || open == Tag::kOl || open == Tag::kMenu || open == Tag::kDl ||
           is_barrier(open);
  };
  const auto is_table = [](Tag open) { return open == Tag::kTable; };
  // A <head> that was not closed ends with the first thing to be seen.
  if (open_count(Tag::kHead) > 0 && (is_block(tag) || tag == Tag::kBody || tag == Tag::kA ||
                                     tag == Tag::kImg || tag == Tag::kSpan))
    close_nearest(Tag::kHead, "", [](Tag open) { return open == Tag::kNoscript; });
  if (closes_paragraph(tag) && open_count(Tag::kP) > 0) close_nearest(Tag::kP, "", is_barrier);
  if (heading_level(tag) > 0 && heading_level(top()) > 0) pop(at_);
  switch (tag) {
    case Tag::kA:
      close_nearest(Tag::kA, "", is_barrier);
      break;
    case Tag::kLi:
      close_nearest(Tag::kLi, "", is_list);
      break;
    case Tag::kDt:
    case Tag::kDd:
      if (!close_nearest(Tag::kDt, "", is_list)) close_nearest(Tag::kDd, "", is_list);
      break;
    case Tag::kOption:
      if (top() == Tag::kOption) pop(at_);
      break;
    case Tag::kTd:
    case Tag::kTh:
      if (!close_nearest(Tag::kTd, "", [](Tag o) { return o == Tag::kTable || o == Tag::kTr; }))
        close_nearest(Tag::kTh, "", [](Tag o) { return o == Tag::kTable || o == Tag::kTr; });
      break;
    case Tag::kTr:
      close_nearest(Tag::kTr, "", is_table);
      break;
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTfoot:
      for (Tag group : {Tag::kTbody, Tag::kThead, Tag::kTfoot})
        if (close_nearest(group, "", is_table)) break;
      break;
    default:
      break;
  }
}

}  // namespace

std::string_view HtmlTree::raw_attribute(NodeId node, std::string_view name) const {
  for (std::uint32_t i = nodes[node].attributes_begin; i < nodes[node].attributes_end; ++i)
    if (equal_ignoring_case(attributes[i].name, name)) return attributes[i].value;
  return {};
}

bool HtmlTree::has_attribute(NodeId node, std::string_view name) const {
  for (std::uint32_t i = nodes[node].attributes_begin; i < nodes[node].attributes_end; ++i)
    if (equal_ignoring_case(attributes[i].name, name)) return true;
  return false;
}

std::string HtmlTree::attribute(NodeId node, std::string_view name) const {
  std::string value;
  append_resolved(raw_attribute(node, name), value);
  return value;
}

std::string_view HtmlTree::raw_text(NodeId node) const {
  return source.substr(nodes[node].source_begin, nodes[node].source_end - nodes[node].source_begin);
}

std::string HtmlTree::text(NodeId node) const {
  std::string joined;
  for (NodeId id = node; id < nodes[node].end; ++id) {
    if (nodes[id].tag == Tag::kText) append_resolved(raw_text(id), joined);
    if (is_block(nodes[id].tag) || nodes[id].tag == Tag::kBr) joined += ' ';
  }
  return collapse_spaces(joined);
}

HtmlTree parse_html(std::string_view source) {
  return Parser(source).run();
}

}  // namespace rapporteur
