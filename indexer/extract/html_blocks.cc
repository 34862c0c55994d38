// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_blocks.h"

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/extract/html_names.h"

namespace rapporteur {
namespace {

// A block counts as a link if at most this share of it stands outside of links.
constexpr double kAllButALink = 0.85;
// How many elements around a text decide what it is; bounded for hostile pages.
constexpr int kLookUp = 40;
constexpr std::uint32_t kLongestCaption = 400;
constexpr std::uint32_t kLongestHeading = 250;

bool is_sentence_mark(char32_t c) {
  switch (c) {
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case 0x060C:
    case 0x061B:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x3001:
    case 0x3002:
    case 0xFF0C:
    case 0xFF01:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
      return true;
    default:
      return false;
  }
}

class Linearizer {
 public:
  Linearizer(const HtmlTree& tree, const NameRoles& roles) : tree_(tree), roles_(roles) {}
  std::vector<HtmlBlock> run();

 private:
  void open(NodeId node);
  void close(NodeId node);
  void add_text(NodeId node);
  void line_break();
  void flush();

  const HtmlTree& tree_;
  const NameRoles& roles_;
  std::vector<HtmlBlock> blocks_;
  std::vector<NodeId> open_;        // the elements around the current node
  std::vector<NodeId> containers_;  // those of them that are blocks
  std::vector<NodeId> links_;       // those of them that are links
  HtmlBlock current_;
  bool pending_space_ = false;
  int pending_breaks_ = 0;
  int preformatted_ = 0;
  NodeId time_ = 0;  // a <time> in the current block
};

void Linearizer::flush() {
  pending_space_ = false;
  pending_breaks_ = 0;
  HtmlBlock done = std::exchange(current_, HtmlBlock{});
  const NodeId time = std::exchange(time_, 0);
  if (done.letters == 0) return;
  while (!done.block.text.empty() &&
         (done.block.text.back() == ' ' || done.block.text.back() == '\n'))
    done.block.text.pop_back();
  Block& block = done.block;
  block.link_share = static_cast<double>(done.link_letters) / done.letters;
  if (done.link != 0 && block.link_share >= kAllButALink)
    block.href = tree_.attribute(done.link, "href");
  if (time != 0) {
    if (tree_.has_attribute(time, "datetime")) block.datetime = tree_.attribute(time, "datetime");
    if (done.first >= time && done.last < tree_.nodes[time].end) block.kind = BlockKind::kTime;
  }
  if (block.kind == BlockKind::kParagraph && done.letters < kLongestCaption) {
    int looked = 0;
    for (auto node = open_.rbegin(); node != open_.rend() && looked < 2; ++node, ++looked)
      if (roles_[*node] & kNamesCaption) block.kind = BlockKind::kCaption;
  }
  if (block.kind == BlockKind::kParagraph) {
    int looked = 0;
    for (auto node = open_.rbegin(); node != open_.rend() && looked < kLookUp; ++node, ++looked) {
      const Tag tag = tree_.nodes[*node].tag;
      if (const int level = heading_level(tag); level > 0) {
        if (done.letters > kLongestHeading) break;  // set large for its looks
        block.kind = BlockKind::kHeading;
        block.level = level;
      } else if (tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kDt) {
        block.kind = BlockKind::kListItem;
      } else if (tag == Tag::kFigcaption) {
        block.kind = BlockKind::kCaption;
      } else if (tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kBlockquote ||
                 tag == Tag::kArticle || tag == Tag::kSection) {
        break;
      } else {
        continue;
      }
      break;
    }
  }
  blocks_.push_back(std::move(done));
}

void Linearizer::line_break() {
  if (current_.letters > 0) ++pending_breaks_;
}

void Linearizer::add_text(NodeId node) {
  const std::string_view text = tree_.characters_of(node);
  if (trim(text).empty()) {
    if (!text.empty()) pending_space_ = true;
    if (preformatted_ > 0)
      for (char c : text) pending_breaks_ += c == '\n';
    return;
  }
  if (current_.letters > 0 && pending_breaks_ > 1 && preformatted_ == 0) {
    flush();  // <br><br> ends a paragraph
  }
  // The text's place, without the white space around it.
  const std::string_view raw = tree_.raw_text(node);
  const std::string_view raw_trimmed = trim(raw);
  const std::size_t begin =
      tree_.nodes[node].source_begin + static_cast<std::size_t>(raw_trimmed.data() - raw.data());
  if (current_.letters == 0) {
    current_.first = node;
    current_.container = containers_.empty() ? 0 : containers_.back();
    current_.block.offset.begin = begin;
    pending_space_ = false;
    pending_breaks_ = 0;
  }
  current_.last = node;
  current_.block.offset.end = begin + raw_trimmed.size();
  if (!links_.empty() && current_.link == 0) current_.link = links_.back();

  std::string& out = current_.block.text;
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > ' ' && byte < 0x80) {
      if (pending_breaks_ > 0 && !out.empty()) {
        out += '\n';
      } else if (pending_space_ && !out.empty()) {
        out += ' ';
      }
      pending_space_ = false;
      pending_breaks_ = 0;
      out += static_cast<char>(byte);
      ++letters;
      ++at;
      if (byte < 'A' && is_sentence_mark(byte)) ++current_.sentence_marks;
      continue;
    }
    const std::size_t start = at;
    const char32_t code_point = next_code_point(text, at);
    if (is_space(code_point)) {
      if (code_point == U'\u200B' || code_point == 0xFEFF || code_point == 0x2060) continue;
      if (preformatted_ > 0 && code_point == '\n') ++pending_breaks_;
      pending_space_ = true;
      continue;
    }
    if (code_point < ' ' || code_point == 0x7F || code_point == 0xAD)
      continue;  // controls, soft hyphen
    if (pending_breaks_ > 0 && !out.empty()) {
      out += '\n';
    } else if (pending_space_ && !out.empty()) {
      out += ' ';
    }
    pending_space_ = false;
    pending_breaks_ = 0;
    out.append(text, start, at - start);
    ++letters;
    if (is_sentence_mark(code_point)) ++current_.sentence_marks;
  }
  current_.letters += letters;
  if (!links_.empty()) current_.link_letters += letters;
}

void Linearizer::open(NodeId node) {
  const Tag tag = tree_.nodes[node].tag;
  if (tag == Tag::kBr) return line_break();
  const bool cell = tag == Tag::kTd || tag == Tag::kTh;
  if (is_block(tag)) flush();
  if (is_void(tag)) return;
  if (cell && current_.letters > 0) {
    current_.block.text += " |";
    pending_space_ = true;
    pending_breaks_ = 0;
  }
  open_.push_back(node);
  if (is_block(tag) || cell) containers_.push_back(node);
  if (tag == Tag::kPre) ++preformatted_;
  if (tag == Tag::kTime && time_ == 0) time_ = node;
  if (tag == Tag::kA && tree_.has_attribute(node, "href")) links_.push_back(node);
}

void Linearizer::close(NodeId node) {
  const Tag tag = tree_.nodes[node].tag;
  if (is_block(tag)) flush();
  open_.pop_back();
  if (!containers_.empty() && containers_.back() == node) containers_.pop_back();
  if (!links_.empty() && links_.back() == node) links_.pop_back();
  if (tag == Tag::kPre) --preformatted_;
}

std::vector<HtmlBlock> Linearizer::run() {
  const auto count = static_cast<NodeId>(tree_.nodes.size());
  for (NodeId node = 0; node < count;) {
    while (!open_.empty() && tree_.nodes[open_.back()].end <= node) close(open_.back());
    const HtmlNode& at = tree_.nodes[node];
    if (at.tag == Tag::kText) {
      add_text(node);
    } else if (is_never_text(at.tag)) {
      node = at.end;
      continue;
    } else {
      open(node);
    }
    ++node;
  }
  while (!open_.empty()) close(open_.back());
  return std::move(blocks_);
}

}  // namespace

std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, const NameRoles& roles) {
  return Linearizer(tree, roles).run();
}

}  // namespace rapporteur
