// SPDX-License-Identifier: GPL-2.0-or-later
//
// Everything that is worked out about a publication: the taggers, in the order in which one needs
// what another found.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/record/record.h"
#include "indexer/enrich/evidence.h"
#include "indexer/enrich/vocabularies.h"
#include "indexer/extract/page.h"
#include "indexer/split/piece.h"

namespace rapporteur {

// Keeps tokenizers, stemmers and buffers: one object a thread, made once.
class Enricher {
 public:
  // `vocabularies` must outlive the enricher.
  explicit Enricher(const Vocabularies& vocabularies);
  ~Enricher();

  // Works out what `records` lack; records[i] was made of parts.pieces[i]. They are looked at
  // together: a teaser's year comes from its neighbours, a title's language from the page.
  // `evidence` may be null; it gets an entry for each record.
  void enrich_page(const Page& page, const SplitPage& parts, std::vector<Record>& records,
                   std::vector<RecordEvidence>* evidence = nullptr);

  // Works out what a record of JSON Lines lacks, and turns given country names into codes. What
  // could not be understood is added to `notes`. `evidence` may be null.
  void enrich_record(Record& record, std::vector<std::string>& notes,
                     RecordEvidence* evidence = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
