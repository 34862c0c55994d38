// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/program_table.h"

namespace rapporteur {

namespace {

// The filters that several commands share.
std::vector<std::string> with_filters(std::vector<std::string> options) {
  const std::vector<std::string> filters = {"country",      "primary-country",
                                            "body",         "session",
                                            "mandate",      "theme",
                                            "language",     "kind",
                                            "not-country",  "not-primary-country",
                                            "not-body",     "not-session",
                                            "not-mandate",  "not-theme",
                                            "not-language", "not-kind",
                                            "from",         "to"};
  options.insert(options.end(), filters.begin(), filters.end());
  return options;
}

}  // namespace

const ProgramTable& program_table() {
  static const ProgramTable table = {
      "rapporteur",
      "searches an index of human rights publications.",
      "exit codes: 0 found, 1 nothing found (repeat: other hits), 2 error.\n",
      {
          {"index", 0, "DIR", false, "the index folder; RAPPORTEUR_INDEX stands in for it"},
          {"format", 0, "FORMAT", false, "text, json, jsonl, tsv or trec (default: text)"},
          {"color", 0, "WHEN", false,
           "auto, always or never (default: auto; NO_COLOR is honoured)"},
          {"limit", 0, "N|all", false,
           "how many records (default: 10); all: every one as it comes, in jsonl with all that is "
           "known of it"},
          {"offset", 0, "N", false, "how many to pass over first"},
          {"sort", 0, "ORDER", false, "relevance, newest or oldest (default: relevance)"},
          {"match", 0, "any|all", false,
           "whether one word of the question is enough (default: any)"},
          {"literal", 0, nullptr, false, "every word is a word: nothing is understood"},
          {"expand", 0, nullptr, false,
           "search for words of the best answers as well: finds what says it otherwise"},
          {"relevant", 0, "ID", true,
           "a record that is what is wanted: its words are searched as well; repeat for more"},
          {"no-tail", 0, nullptr, false, "only records that hold a word of the question"},
          {"explain", 0, nullptr, false, "what each word and facet added to a record's score"},
          {"duplicates", 0, "collapse|show", false,
           "one hit for records that are the same publication, or one each (default: collapse; "
           "show with\n--queries or --format trec)"},
          {"group", 0, nullptr, false, "the records that are the same publication, not their text"},
          {"history", 0, nullptr, false,
           "since when it has been in the index, and when it changed"},
          {"facets", 0, "A,B,...", false,
           "which facets to count (default: country,body,year); none for none"},
          {"facet-limit", 0, "N|all", false, "values a facet (default: 20; years: all)"},
          {"deadline", 0, "MS", false,
           "give up after so many milliseconds (default: 10000; 0: never)"},
          {"country", 0, "C", true, "only records on it: code or name; repeat for one of several"},
          {"primary-country", 0, "C", true, "only records that are about it"},
          {"body", 0, "B", true, "only records that name this body: id or name"},
          {"session", 0, "S", true, "only records on this session: HRC-38"},
          {"mandate", 0, "M", true, "only records on this mandate of the special procedures"},
          {"theme", 0, "T", true, "only records on this theme"},
          {"language", 0, "L", true, "only records in this language: ISO 639-1 code"},
          {"kind", 0, "K", true, "only records of this kind: article, teaser, statement ..."},
          {"not-country", 0, "C", true, "no records on it"},
          {"not-primary-country", 0, "C", true, "no records that are about it"},
          {"not-body", 0, "B", true, "no records that name it"},
          {"not-session", 0, "S", true, "no records on it"},
          {"not-mandate", 0, "M", true, "no records on it"},
          {"not-theme", 0, "T", true, "no records on it"},
          {"not-language", 0, "L", true, "no records in it"},
          {"not-kind", 0, "K", true, "no records of it"},
          {"from", 0, "DATE", false,
           "only records dated then or later: 2018, 2018-05 or 2018-05-31"},
          {"to", 0, "DATE", false, "only records dated then or earlier"},
          {"queries", 0, "FILE", false,
           "answer each line \"ID TAB QUESTION\" of the file (- for standard input)"},
          {"records", 0, nullptr, false,
           "with json and jsonl: each record with all its members, text included"},
          {"report", 0, "FILE", false,
           "write down what was asked and found, so that others can repeat it"},
          {"tag", 0, "NAME", false,
           "the run's name in --format trec (default: rapporteur-FINGERPRINT of the index)"},
          {"quiet", 'q', nullptr, false, "no notices"},
      },
      {
          {"search", "QUERY...", false, "ranked, faceted answer to a question",
           "Countries, bodies, sessions, themes, languages and dates in the question are "
           "understood; --literal\n"
           "switches that off. \"phrases\", AND, OR, NOT, -word, word*, title:word, country:C, "
           "body:B, theme:T,\n"
           "language:L, kind:K and year:Y work.\n",
           with_filters({"index",      "format",  "color",       "limit",    "offset",  "sort",
                         "match",      "literal", "expand",      "relevant", "no-tail", "explain",
                         "duplicates", "facets",  "facet-limit", "deadline", "queries", "records",
                         "report",     "tag",     "quiet"}),
           true},
          {"like", "ID", true, "records like one, the most alike first",
           "Alike are records that hold a good part of the words that tell it from others; filters "
           "narrow.\n",
           with_filters({"index", "format", "color", "limit", "offset", "sort", "explain",
                         "duplicates", "facets", "facet-limit", "deadline", "records", "report",
                         "tag", "quiet"})},
          {"repeat",
           "REPORT",
           true,
           "the search of a report again: are the hits the same?",
           "Asks what the report tells, as on its day, and compares number and order of the "
           "hits.\n",
           {"index", "quiet"}},
          {"show",
           "ID",
           true,
           "one record with all its members",
           "",
           {"index", "format", "color", "group", "history", "quiet"}},
          {"facets", "[QUERY...]", false,
           "counts of facet values, of all records or those that a question and filters leave", "",
           with_filters({"index", "format", "color", "facets", "facet-limit", "match", "literal",
                         "deadline", "quiet"}),
           true},
          {"suggest",
           "PREFIX",
           true,
           "completions of what was typed so far",
           "",
           {"index", "format", "color", "limit", "quiet"}},
          {"stats", "", false, "what the index holds", "", {"index", "format", "color", "quiet"}},
      }};
  return table;
}

}  // namespace rapporteur
