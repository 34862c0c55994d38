// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/subject_text.h"

#include <algorithm>

namespace rapporteur {

namespace {

constexpr std::string_view kBlankLine = "\n\n";

}  // namespace

void CutText::assign(const SubjectText& publication, Tokenizer& tokenizer) {
  language.assign(publication.language.substr(0, publication.language.find_first_of("-_")));
  text.assign(publication.title);
  title_bytes = text.size();
  text += kBlankLine;
  text += publication.text.substr(0, publication.body_end);
  tokenizer.tokenize(text, tokens);
  const auto behind_title =
      std::partition_point(tokens.list.begin(), tokens.list.end(),
                           [&](const Token& token) { return token.begin < title_bytes; });
  title_tokens = static_cast<std::uint32_t>(behind_title - tokens.list.begin());
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
