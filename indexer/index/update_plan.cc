// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index/update_plan.h"

#include <algorithm>
#include <string>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace rapporteur {

namespace {

// The id term of a document; empty if it has none, which only a foreign hand can bring about.
std::string id_term_of(const Xapian::Database& database, Xapian::docid document) {
  const std::string prefix(1, schema::kIdPrefix);
  auto term = database.termlist_begin(document);
  term.skip_to(prefix);
  if (term == database.termlist_end(document)) return {};
  const std::string found = *term;
  return found.starts_with(prefix) ? found : std::string();
}

// Records of the sources that were read to their end, of which nobody has said anything since.
void remove_what_sources_lost(const Staging& staging, const Xapian::Database& live,
                              std::vector<Xapian::docid>& removed) {
  for (const auto& [source, mark] : staging.sources()) {
    for (auto document = live.postlist_begin(source); document != live.postlist_end(source);
         ++document) {
      if (!staging.operations().contains(id_term_of(live, *document))) removed.push_back(*document);
    }
  }
}

// The terms of a document that begin with `prefix`.
std::vector<std::string> terms_of(const Xapian::Database& database, Xapian::docid document,
                                  const std::string& prefix) {
  std::vector<std::string> found;
  auto term = database.termlist_begin(document);
  term.skip_to(prefix);
  for (; term != database.termlist_end(document) && (*term).starts_with(prefix); ++term) {
    found.push_back(*term);
  }
  return found;
}

// Forgets the marks of the sources of `documents`, but of those that the run reads itself.
void forget_sources(const std::vector<Xapian::docid>& documents, const Xapian::Database& live,
                    const std::unordered_set<std::string>& of_this_run, InputMarks& marks) {
  for (const Xapian::docid document : documents) {
    for (std::string& source : terms_of(live, document, std::string(1, schema::kSourcePrefix))) {
      if (of_this_run.contains(source) || marks.contains(source)) continue;
      if (!read_mark(live, source).empty()) marks.emplace(std::move(source), std::string());
    }
  }
}

}  // namespace

UpdatePlan plan_update(const Staging& staging, const Xapian::Database* live,
                       const std::unordered_set<std::string>& of_this_run) {
  UpdatePlan plan;
  for (const auto& [id_term, operation] : staging.operations()) {
    auto& before = operation.is_removal ? plan.removed : plan.replaced;
    const std::size_t known = before.size();
    if (live != nullptr) {
      before.insert(before.end(), live->postlist_begin(id_term), live->postlist_end(id_term));
    }
    if (operation.is_removal) continue;
    plan.additions.push_back({id_term, staging.resolve(operation.staged)});
    ++(before.size() > known ? plan.report.replaced : plan.report.added);
  }
  for (const auto& [source, mark] : staging.sources()) {
    const bool known = live != nullptr && !read_mark(*live, source).empty();
    if (known || !mark.empty()) plan.marks.emplace(source, mark);
  }
  if (live != nullptr) {
    forget_sources(plan.replaced, *live, of_this_run, plan.marks);
    forget_sources(plan.removed, *live, of_this_run, plan.marks);
    remove_what_sources_lost(staging, *live, plan.removed);
  }
  std::sort(plan.replaced.begin(), plan.replaced.end());
  std::sort(plan.removed.begin(), plan.removed.end());
  plan.removed.erase(std::unique(plan.removed.begin(), plan.removed.end()), plan.removed.end());
  std::sort(plan.additions.begin(), plan.additions.end(),
            [](const auto& a, const auto& b) { return a.staged < b.staged; });
  plan.report.removed = plan.removed.size();
  plan.report.records = (live != nullptr ? live->get_doccount() : 0) + plan.additions.size() -
                        plan.replaced.size() - plan.removed.size();
  return plan;
}

}  // namespace rapporteur
