// SPDX-License-Identifier: GPL-2.0-or-later
//
// A website's search page in small, written from the public headers alone: opens an index, asks,
// escapes what it prints.
#include <rapporteur/searcher.h>

#include <cstdio>
#include <string>

namespace {

std::string escaped(const std::string& text) {
  std::string html;
  for (const char c : text) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else if (c == '"')
      html += "&quot;";
    else
      html += c;
  }
  return html;
}

// The snippet with its matches marked; ranges are ascending and do not overlap.
std::string marked(const rapporteur::Snippet& snippet) {
  std::string html;
  std::size_t position = 0;
  for (const auto& [begin, end] : snippet.matches) {
    html += escaped(snippet.text.substr(position, begin - position)) + "<b>" +
            escaped(snippet.text.substr(begin, end - begin)) + "</b>";
    position = end;
  }
  return html + escaped(snippet.text.substr(position));
}

int fail(const rapporteur::Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return error.code == rapporteur::ErrorCode::kNotFound ? 3 : 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const rapporteur::Result<rapporteur::Searcher> searcher = rapporteur::Searcher::open(argv[1]);
  if (!searcher.ok()) return fail(searcher.error());
  rapporteur::Question question;
  question.text = argv[2];
  question.dates = rapporteur::parse_iso_interval("2018");
  question.facets = {rapporteur::FacetField::kCountry, rapporteur::FacetField::kYear};
  const rapporteur::Result<rapporteur::Answer> answer = searcher->search(question);
  if (!answer.ok()) return fail(answer.error());
  std::printf("%s\n", rapporteur::to_json(*answer).c_str());
  for (const rapporteur::Hit& hit : answer->hits) {
    std::printf("<li>%s: %s</li>\n", escaped(hit.title.value_or(hit.id)).c_str(),
                marked(hit.snippet).c_str());
  }
  const rapporteur::Result<std::vector<rapporteur::Suggestion>> suggested =
      searcher->suggest("chi");
  if (!suggested.ok()) return fail(suggested.error());
  for (const rapporteur::Suggestion& suggestion : *suggested) {
    std::printf("%s (%s)\n", suggestion.text.c_str(), suggestion.kind.c_str());
  }
  return answer->total > 0 ? 0 : 1;
}
