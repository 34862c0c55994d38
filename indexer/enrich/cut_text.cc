// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/cut_text.h"

#include <atomic>

#include "common/text/char_class.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr std::string_view kBlankLine = "\n\n";
constexpr std::uint32_t kMostSpellings = 200000;  // some 10 MB, with what taggers know of them

// Appends the tokens of a part that begins at byte `shift` of the whole.
void append(const Tokens& part, std::size_t shift, Tokens& whole) {
  const auto bytes = static_cast<std::uint32_t>(shift);
  const auto folded_bytes = static_cast<std::uint32_t>(whole.folded_text.size());
  for (Token token : part.list) {
    token.begin += bytes;
    token.end += bytes;
    token.folded_begin += folded_bytes;
    token.folded_end += folded_bytes;
    whole.list.push_back(token);
  }
  whole.folded_text += part.folded_text;
}

bool is_unspaced(std::string_view spelling) {
  constexpr unsigned char kFirstUnspaced = 0xE0;  // Thai and all behind it take three bytes
  if (static_cast<unsigned char>(spelling.front()) < kFirstUnspaced) return false;
  std::size_t at = 0;
  return classify(next_code_point(spelling, at)) == CharClass::kUnspaced;
}

}  // namespace

TextCutter::TextCutter() {
  begin_numbering();
}

void TextCutter::begin_numbering() {
  static std::atomic<std::uint64_t> next{1};
  numbers_ = {};
  numbering_ = next++;
}

void TextCutter::cut(const PublicationText& publication, CutText& cut) {
  if (numbers_.size() > kMostSpellings) begin_numbering();
  cut.language.assign(publication.language.substr(0, publication.language.find_first_of("-_")));
  cut.text.assign(publication.title);
  cut.title_bytes = cut.text.size();
  cut.text += kBlankLine;
  cut.text += publication.text.substr(0, publication.body_end);

  // A blank line ends whatever a word could be glued to, so the parts are cut as the whole would.
  tokenizer_.tokenize(cut.title(), cut.title_only);
  tokenizer_.tokenize(cut.body(), cut.body_only);
  cut.tokens.clear();
  append(cut.title_only, 0, cut.tokens);
  append(cut.body_only, cut.title_bytes + kBlankLine.size(), cut.tokens);
  cut.title_tokens = static_cast<std::uint32_t>(cut.title_only.list.size());

  cut.has_unspaced = false;
  cut.spellings.resize(cut.size());
  for (std::uint32_t i = 0; i < cut.size(); ++i) {
    const std::string_view spelling = cut.spelling(i);
    cut.spellings[i] = numbers_.number(spelling).first;
    cut.has_unspaced = cut.has_unspaced || is_unspaced(spelling);
  }
  cut.spelling_count = numbers_.size();
  cut.numbering = numbering_;
}

std::string_view CutText::body() const {
  return std::string_view(text).substr(title_bytes + kBlankLine.size());
}

std::string_view CutText::spelling(std::uint32_t index) const {
  const Token& token = tokens.list[index];
  return std::string_view(text).substr(token.begin, token.end - token.begin);
}

std::string_view CutText::gap_before(std::uint32_t index) const {
  if (index == 0) return {};
  const std::size_t from = tokens.list[index - 1].end;
  const std::size_t to = tokens.list[index].begin;
  return to > from ? std::string_view(text).substr(from, to - from) : std::string_view();
}

bool CutText::starts_sentence(std::uint32_t index) const {
  return index == 0 || index == title_tokens || tokens.list[index].sentence_start;
}

SubjectMention CutText::mention(std::string id, std::uint32_t first, std::uint32_t length) const {
  return mention_of_bytes(std::move(id), tokens.list[first].begin,
                          tokens.list[first + length - 1].end);
}

SubjectMention CutText::mention_of_bytes(std::string id, std::size_t begin, std::size_t end) const {
  const bool in_title = begin < title_bytes;
  const std::size_t shift = in_title ? 0 : title_bytes + kBlankLine.size();
  return {std::move(id), in_title, static_cast<std::uint32_t>(begin - shift),
          static_cast<std::uint32_t>(end - shift)};
}

}  // namespace rapporteur
