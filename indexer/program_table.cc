// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/program_table.h"

namespace rapporteur {

const ProgramTable& index_program_table() {
  static const ProgramTable table = {
      "rapporteur-index",
      "turns scraped pages into records and a searchable index.",
      "exit codes: 0 done, 1 done but some inputs were rejected, 2 failed, 75 another writer holds "
      "the index.\n",
      {
          {"index", 0, "DIR", false, "the index folder; RAPPORTEUR_INDEX stands in for it"},
          {"threads", 0, "N", false, "worker threads (default: one a core)"},
          {"format", 0, "FORMAT", false, "how to print: text or json (default: text)"},
          {"progress", 0, "WHEN", false, "a progress bar: auto, always or never (default: auto)"},
          {"field", 0, "MEMBER=PATH", true,
           "read a record's MEMBER from PATH in foreign records: text=content.rendered"},
          {"profile", 0, "NAME", true,
           "the same from a profile: wordpress, reliefweb, or a file of lines MEMBER PATH"},
          {"rejects", 0, "FILE", false,
           "write what was rejected to FILE, one JSON object a line: source, record, reason, "
           "bytes"},
          {"again", 0, nullptr, false, "read inputs, too, that have not changed since"},
          {"why", 0, "ID", true,
           "show where the words stand that tell a record's date, countries ..."},
          {"verbose", 'v', nullptr, false, "tell what was left out of pages, and why"},
          {"quiet", 'q', nullptr, false, "tell only what was rejected"},
      },
      {
          {"add",
           "INPUT...",
           true,
           "read, split and tag pages, and put them into the index",
           "INPUT is a file, a folder (hidden files are passed over) or - for standard input: "
           "pages "
           "as\n"
           "plain text or HTML, documents (PDF, DOCX, ODT), feeds, or records as JSON, CSV or TSV; "
           "all of\n"
           "them also in web archives (WARC, WET, ARC, WACZ), tar, zip and anything compressed. "
           "Records\n"
           "of another shape are mapped by --field or --profile. A source that is added again "
           "replaces\n"
           "its records, and one that has not changed is passed over (not if something of it was "
           "rejected).\n"
           "A run becomes visible at its end, a long one now and then before; one that is broken "
           "off "
           "is\n"
           "gone on with by the same command.\n",
           {"index", "again", "threads", "field", "profile", "rejects", "progress", "verbose",
            "quiet"}},
          {"extract",
           "INPUT...",
           true,
           "the same up to the index: records as JSON Lines on standard output",
           "What is printed can be looked at, corrected and given to `add`, which believes it. "
           "With\n"
           "--why ID it is the evidence for what that record is tagged with instead.\n",
           {"why", "threads", "field", "profile", "rejects", "progress", "verbose", "quiet"}},
          {"remove", "ID...", true, "take records out of the index", "", {"index", "quiet"}},
          {"info", "", false, "what the index holds", "", {"index", "format"}},
          {"verify",
           "",
           false,
           "check the whole index against its checksums",
           "",
           {"index", "quiet"}},
          {"compact", "", false, "rewrite the index as small as it gets", "", {"index", "quiet"}},
      }};
  return table;
}

}  // namespace rapporteur
