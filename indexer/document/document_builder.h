// SPDX-License-Identifier: GPL-2.0-or-later
//
// Record -> Xapian::Document, as common/index/schema.h says.
#pragma once

#include <rapporteur/result.h>

#include <xapian.h>
#include <memory>
#include <string_view>

#include "common/record/record.h"

namespace rapporteur {

// Keeps tokenizer, stemmers and their caches: one object a thread, made once.
class DocumentBuilder {
 public:
  // Records with more text than this are rejected: one document's positions must fit into memory.
  static constexpr std::size_t kMaxTextBytes = 16u << 20;

  DocumentBuilder();
  ~DocumentBuilder();

  // The document of `record`. `origin` is the input that it was read from, if that is not its
  // `source` (a JSONL file); it becomes a second source term. kInvalidInput: no id, an id with
  // white space, too much text.
  Result<Xapian::Document> build(const Record& record, std::string_view origin = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
