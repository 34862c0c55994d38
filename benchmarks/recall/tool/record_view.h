// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a judge is shown of a record.
#pragma once

#include <rapporteur/searcher.h>

#include <map>
#include <string>

namespace rapporteur::recall {

// Texts are fit for a terminal. Keeps the answer to the topic asked for last.
class RecordView {
 public:
  // `styled`: matches are bold.
  RecordView(const Searcher& searcher, std::map<std::string, std::string> questions, bool styled);

  std::string question(const std::string& topic) const;
  // Title, date and countries, and the passage that answers the question best; the text's beginning
  // where the question does not lead to the record.
  std::string brief(const std::string& topic, const std::string& id);
  std::string whole(const std::string& id) const;

 private:
  const std::map<std::string, Hit>& hits_of(const std::string& topic);
  std::string marked(const Snippet& snippet) const;

  const Searcher& searcher_;
  std::map<std::string, std::string> questions_;
  bool styled_;
  std::string topic_;
  std::map<std::string, Hit> hits_;
};

}  // namespace rapporteur::recall
