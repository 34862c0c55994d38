// SPDX-License-Identifier: GPL-2.0-or-later
//
// The HTML elements that the reader treats in a way of their own.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur {

// Elements by name; kText is a run of text, kOther any name not listed (custom elements, inline
// formatting without a role of its own).
enum class Tag : std::uint8_t {
  kText,
  kOther,
  kRoot,
  // document
  kHtml,
  kHead,
  kBody,
  kTitle,
  kMeta,
  kLink,
  kBase,
  kScript,
  kStyle,
  kNoscript,
  kTemplate,
  // sections
  kArticle,
  kSection,
  kMain,
  kNav,
  kAside,
  kHeader,
  kFooter,
  kAddress,
  kDiv,
  kCenter,
  kHgroup,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  // text blocks
  kP,
  kPre,
  kBlockquote,
  kHr,
  kBr,
  kUl,
  kOl,
  kMenu,
  kLi,
  kDl,
  kDt,
  kDd,
  kFigure,
  kFigcaption,
  kDetails,
  kSummary,
  // tables
  kTable,
  kCaption,
  kThead,
  kTbody,
  kTfoot,
  kTr,
  kTd,
  kTh,
  kColgroup,
  kCol,
  // inline
  kA,
  kB,
  kI,
  kEm,
  kStrong,
  kSpan,
  kFont,
  kCode,
  kU,
  kS,
  kSmall,
  kBig,
  kTt,
  kTime,
  kSup,
  kSub,
  kQ,
  kCite,
  kLabel,
  kImg,
  kWbr,
  // not for readers
  kForm,
  kInput,
  kButton,
  kSelect,
  kOption,
  kOptgroup,
  kTextarea,
  kFieldset,
  kLegend,
  kDatalist,
  kIframe,
  kObject,
  kEmbed,
  kParam,
  kVideo,
  kAudio,
  kSource,
  kTrack,
  kCanvas,
  kMap,
  kArea,
  kSvg,
  kMath,
  kNoframes,
  kNoembed,
  kXmp,
  kFrameset,
  kFrame,
  kDialog,
  kRt,
  kRp,
  kCount
};

// The tag of an element name, in any case of letters.
Tag tag_of(std::string_view name);

// Never has content: <br>, <img> ...
bool is_void(Tag tag);
// Starts and ends a block of text.
bool is_block(Tag tag);
// Content that no reader of the text sees: scripts, forms' controls, media.
bool is_never_text(Tag tag);
// 1..6 for h1..h6, else 0.
int heading_level(Tag tag);

}  // namespace rapporteur
