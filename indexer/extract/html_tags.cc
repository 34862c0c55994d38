// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_tags.h"

#include <array>
#include <initializer_list>
#include <string>
#include <unordered_map>

namespace rapporteur {
namespace {

// In the order of the enum, from kHtml.
constexpr const char* kNames[] = {
    "html",     "head",       "body",     "title",   "meta",     "link",     "base",       "script",
    "style",    "noscript",   "template", "article", "section",  "main",     "nav",        "aside",
    "header",   "footer",     "address",  "div",     "center",   "hgroup",   "h1",         "h2",
    "h3",       "h4",         "h5",       "h6",      "p",        "pre",      "blockquote", "hr",
    "br",       "ul",         "ol",       "menu",    "li",       "dl",       "dt",         "dd",
    "figure",   "figcaption", "details",  "summary", "table",    "caption",  "thead",      "tbody",
    "tfoot",    "tr",         "td",       "th",      "colgroup", "col",      "a",          "b",
    "i",        "em",         "strong",   "span",    "font",     "code",     "u",          "s",
    "small",    "big",        "tt",       "time",    "sup",      "sub",      "q",          "cite",
    "label",    "img",        "wbr",      "form",    "input",    "button",   "select",     "option",
    "optgroup", "textarea",   "fieldset", "legend",  "datalist", "iframe",   "object",     "embed",
    "param",    "video",      "audio",    "source",  "track",    "canvas",   "map",        "area",
    "svg",      "math",       "noframes", "noembed", "xmp",      "frameset", "frame",      "dialog",
    "rt",       "rp"};
constexpr std::size_t kFirst = static_cast<std::size_t>(Tag::kHtml);
constexpr std::size_t kTags = static_cast<std::size_t>(Tag::kCount);
static_assert(kTags - kFirst == sizeof kNames / sizeof kNames[0]);

using TagSet = std::array<bool, kTags>;

constexpr TagSet set_of(std::initializer_list<Tag> tags) {
  TagSet set{};
  for (Tag tag : tags) set[static_cast<std::size_t>(tag)] = true;
  return set;
}

constexpr TagSet kVoid = set_of({Tag::kMeta, Tag::kLink, Tag::kBase, Tag::kHr, Tag::kBr, Tag::kCol,
                                 Tag::kImg, Tag::kWbr, Tag::kInput, Tag::kEmbed, Tag::kParam,
                                 Tag::kSource, Tag::kTrack, Tag::kArea, Tag::kFrame});
constexpr TagSet kBlock = set_of(
    {Tag::kArticle,    Tag::kSection, Tag::kMain,    Tag::kNav,        Tag::kAside,   Tag::kHeader,
     Tag::kFooter,     Tag::kAddress, Tag::kDiv,     Tag::kCenter,     Tag::kHgroup,  Tag::kH1,
     Tag::kH2,         Tag::kH3,      Tag::kH4,      Tag::kH5,         Tag::kH6,      Tag::kP,
     Tag::kPre,        Tag::kHr,      Tag::kUl,      Tag::kOl,         Tag::kMenu,    Tag::kDl,
     Tag::kBlockquote, Tag::kFigure,  Tag::kDetails, Tag::kFigcaption, Tag::kTable,   Tag::kForm,
     Tag::kFieldset,   Tag::kLi,      Tag::kDt,      Tag::kDd,         Tag::kSummary, Tag::kDialog,
     Tag::kRoot,       Tag::kHtml,    Tag::kBody,    Tag::kCaption,    Tag::kThead,   Tag::kTbody,
     Tag::kTfoot,      Tag::kTr,      Tag::kLegend,  Tag::kXmp});
constexpr TagSet kNeverText = set_of(
    {Tag::kHead,   Tag::kScript,   Tag::kStyle,    Tag::kNoscript, Tag::kTemplate, Tag::kButton,
     Tag::kSelect, Tag::kOption,   Tag::kOptgroup, Tag::kTextarea, Tag::kDatalist, Tag::kIframe,
     Tag::kObject, Tag::kVideo,    Tag::kAudio,    Tag::kCanvas,   Tag::kMap,      Tag::kSvg,
     Tag::kMath,   Tag::kNoframes, Tag::kNoembed,  Tag::kDialog,   Tag::kRt,       Tag::kRp,
     Tag::kTitle,  Tag::kFrameset});

bool has(const TagSet& set, Tag tag) {
  return set[static_cast<std::size_t>(tag)];
}

}  // namespace

Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> kByName = [] {
    std::unordered_map<std::string_view, Tag> map;
    for (std::size_t i = kFirst; i < kTags; ++i)
      map.emplace(kNames[i - kFirst], static_cast<Tag>(i));
    map.emplace("dir", Tag::kUl);
    map.emplace("image", Tag::kImg);
    return map;
  }();
  if (name.size() > 10) return Tag::kOther;
  std::array<char, 10> lower;
  for (std::size_t i = 0; i < name.size(); ++i)
    lower[i] = name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] + 32) : name[i];
  const auto found = kByName.find(std::string_view(lower.data(), name.size()));
  return found == kByName.end() ? Tag::kOther : found->second;
}

bool is_void(Tag tag) {
  return has(kVoid, tag);
}
bool is_block(Tag tag) {
  return has(kBlock, tag);
}
bool is_never_text(Tag tag) {
  return has(kNeverText, tag);
}

int heading_level(Tag tag) {
  if (tag < Tag::kH1 || tag > Tag::kH6) return 0;
  return static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1;
}

}  // namespace rapporteur
