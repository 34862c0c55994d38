// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-eval recall
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "benchmarks/recall/missed.h"
#include "benchmarks/recall/sample.h"
#include "benchmarks/recall/tool/commands.h"
#include "common/text/printable.h"

namespace rapporteur::recall {

namespace {

// What is known of one topic.
struct TopicCount {
  std::size_t found = 0;            // relevant among the records seen
  std::size_t seen_unjudged = 0;    // count as irrelevant
  std::size_t sample_unjudged = 0;  // count as not drawn
  std::vector<JudgedStratum> strata;
};

// Below 0 where nobody judged the record.
int relevance_of(const Judgments& judgments, const std::string& id) {
  const auto judgment = judgments.find(id);
  return judgment == judgments.end() ? -1 : judgment->second;
}

TopicCount count(const std::vector<std::string>& ranking, std::size_t seen,
                 const std::vector<Stratum>& strata, const Judgments& judgments) {
  TopicCount topic;
  for (std::size_t i = 0; i < std::min(seen, ranking.size()); ++i) {
    const int relevance = relevance_of(judgments, ranking[i]);
    topic.found += relevance > 0 ? 1 : 0;
    topic.seen_unjudged += relevance < 0 ? 1 : 0;
  }
  for (const Stratum& stratum : strata) {
    JudgedStratum judged{stratum.size, 0, 0};
    for (const std::string& id : stratum.drawn) {
      const int relevance = relevance_of(judgments, id);
      judged.judged += relevance >= 0 ? 1 : 0;
      judged.relevant += relevance > 0 ? 1 : 0;
      topic.sample_unjudged += relevance < 0 ? 1 : 0;
    }
    topic.strata.push_back(judged);
  }
  return topic;
}

void print_row(const std::string& name, std::size_t found, const MissedEstimate& missed) {
  const RecallEstimate recall = estimate_recall(found, missed);
  std::printf("%-20s %6zu %8.1f  %7.1f .. %-8.1f %6.3f  %.3f .. %.3f\n", printable(name).c_str(),
              found, missed.missed, missed.interval.low, missed.interval.high, recall.recall,
              recall.interval.low, recall.interval.high);
}

void note(std::size_t number, const char* what) {
  if (number > 0) std::cerr << "rapporteur-eval: " << number << what << '\n';
}

}  // namespace

int run_recall(const CommandLine& line) {
  if (line.arguments.size() != 1) return fail("recall takes one run");
  const Result<std::string> path = needed_option(line, "sample");
  if (!path.ok()) return fail(path.error().message);
  const Result<std::size_t> percent =
      parse_number("confidence", line.value("confidence").value_or("95"), 1, 99);
  if (!percent.ok()) return fail(percent.error().message);
  const Result<Sample> sample = read_sample(*path);
  if (!sample.ok()) return fail(sample.error().message);
  const Result<Qrels> qrels = qrels_option(line);
  if (!qrels.ok()) return fail(qrels.error().message);
  const Result<Run> run = read_run(line.arguments[0]);
  if (!run.ok()) return fail(run.error().message);

  const double confidence = static_cast<double>(*percent) / 100.0;
  std::printf("run %s, the first %zu records of a topic seen; intervals of %zu %%\n",
              printable(run->tag).c_str(), sample->seen, *percent);
  std::printf("%-20s %6s %8s  %-19s  %6s  %s\n", "topic", "found", "missed", "    interval",
              "recall", "interval");
  TopicCount all;
  for (const auto& [name, strata] : sample->topics) {
    const auto ranking = run->topics.find(name);
    const auto judgments = qrels->find(name);
    const TopicCount topic =
        count(ranking == run->topics.end() ? std::vector<std::string>() : ranking->second,
              sample->seen, strata, judgments == qrels->end() ? Judgments() : judgments->second);
    print_row(name, topic.found, estimate_missed(topic.strata, confidence));
    all.found += topic.found;
    all.seen_unjudged += topic.seen_unjudged;
    all.sample_unjudged += topic.sample_unjudged;
    all.strata.insert(all.strata.end(), topic.strata.begin(), topic.strata.end());
  }
  if (sample->topics.size() > 1)
    print_row("all together", all.found, estimate_missed(join_alike(all.strata), confidence));
  note(all.seen_unjudged, " of the records seen are not judged; they count as irrelevant");
  note(all.sample_unjudged, " records of the sample are not judged; they count as not drawn");
  return all.seen_unjudged + all.sample_unjudged == 0 ? kExitDone : kExitIncomplete;
}

}  // namespace rapporteur::recall
