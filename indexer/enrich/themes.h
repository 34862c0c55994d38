// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which themes a publication is about: their wordings in the title, again and again in the text, or
// once in a short piece. One passing word tells nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "common/vocabulary/themes.h"
#include "indexer/enrich/cut_text.h"

namespace rapporteur {

// A theme of a text.
struct ThemeFound {
  std::uint16_t theme = 0;  // index into Themes::all()
  double score = 0;         // 1 and more: the text is about it
  std::uint32_t first = 0;  // the first of its best wordings: tokens [first, first + length)
  std::uint32_t length = 0;
};

// Keeps the words it has met: one a thread. `themes` must outlive it.
class ThemeTagger {
 public:
  explicit ThemeTagger(const Themes& themes);
  ~ThemeTagger();
  ThemeTagger(ThemeTagger&&) noexcept;
  ThemeTagger& operator=(ThemeTagger&&) noexcept;

  // The themes of `text`, the strongest first, at most kMostThemes.
  std::vector<ThemeFound> tag(const CutText& text);

  static constexpr std::size_t kMostThemes = 15;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
