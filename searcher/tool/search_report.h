// SPDX-License-Identifier: GPL-2.0-or-later
//
// What was asked and found, written down so that others can judge it and repeat it exactly.
#pragma once

#include <rapporteur/answer.h>
#include <rapporteur/result.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/program/command_line.h"

namespace rapporteur {

// A search and its outcome, as far as a repetition can be held against it.
struct SearchRecord {
  std::vector<std::string> words;  // of the command line, without what concerns this machine alone
  CivilDate today;                 // what "last year" was counted from
  std::string made;                // "2026-11-26T09:50:00Z"
  std::string fingerprint;         // of the index revision
  std::uint64_t records = 0;
  std::uint64_t total = 0;
  std::uint64_t tail_total = 0;
  std::uint64_t listed = 0;  // hits that were handed out
  std::string hits_hash;     // of their ids in order: hits_hash.h
};

// The words of `line` that make the same question and the same list of hits anywhere.
std::vector<std::string> repeatable_words(const CommandLine& line);

// The report as Markdown: for people, and at its end the record as a block of JSON. `answer` needs
// no hits.
std::string search_report(const SearchRecord& record, const Answer& answer);

// The record in a report. kInvalidInput, with `name` in the message, if there is none.
Result<SearchRecord> read_search_report(const std::string& name, const std::string& report);

}  // namespace rapporteur
