// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggest/suggest.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "common/index/terms.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/facets/count.h"

namespace rapporteur {

namespace {

constexpr std::array<FacetField, 3> kNamedFields = {FacetField::kCountry, FacetField::kBody,
                                                    FacetField::kTheme};
constexpr std::size_t kMostTerms = 20'000;  // looked at for one prefix

void most_records_first(std::vector<Suggestion>& suggestions, std::size_t limit) {
  std::sort(suggestions.begin(), suggestions.end(), [](const Suggestion& a, const Suggestion& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  });
  if (suggestions.size() > limit) suggestions.resize(limit);
}

// Facet values whose English name has a word that begins with `folded`.
std::vector<Suggestion> named_values(const IndexView& view, const QuestionNames& names,
                                     std::string_view folded) {
  std::vector<Suggestion> found;
  for (const FacetField field : kNamedFields) {
    const FacetCounts counts = count_facet(view.columns, field, view.columns.records(),
                                           std::numeric_limits<std::size_t>::max());
    for (const FacetCount& count : counts.values) {
      const std::string label = names.label(field, count.value);
      const std::string folded_label = fold(label);
      const bool begins = folded_label.rfind(folded, 0) == 0 ||
                          folded_label.find(" " + std::string(folded)) != std::string::npos;
      if (begins) found.push_back({label, facet_field_name(field), count.count});
    }
  }
  return found;
}

std::vector<Suggestion> words(const IndexView& view, std::string_view before,
                              std::string_view folded) {
  std::vector<Suggestion> found;
  const std::string start = exact_term(folded);
  const Xapian::TermIterator end = view.database.allterms_end(start);
  std::size_t looked_at = 0;
  for (auto term = view.database.allterms_begin(start); term != end && looked_at < kMostTerms;
       ++term, ++looked_at) {
    found.push_back({std::string(before) + (*term).substr(1), "word", term.get_termfreq()});
  }
  return found;
}

}  // namespace

std::vector<Suggestion> suggest(const IndexView& view, const QuestionNames& names,
                                const std::string& prefix, std::size_t limit) {
  Tokens tokens;
  Tokenizer().tokenize(prefix, tokens);
  if (tokens.list.empty()) return {};
  const Token& last = tokens.list.back();
  std::vector<Suggestion> suggestions = named_values(view, names, fold(trim(prefix)));
  most_records_first(suggestions, limit);
  std::vector<Suggestion> completions =
      words(view, prefix.substr(0, last.begin), tokens.folded(last));
  most_records_first(completions, limit - suggestions.size());
  suggestions.insert(suggestions.end(), completions.begin(), completions.end());
  return suggestions;
}

}  // namespace rapporteur
