// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/tool/program_table.h"

namespace rapporteur::recall {

const ProgramTable& program_table() {
  static const ProgramTable table = {
      "rapporteur-eval",
      "measures runs against judgments.",
      "exit codes: 0 done, 1 done but something was left out, 2 error.\n",
      {
          {"qrels", 0, "FILE", false, "judgments: \"topic iteration id relevance\" a line"},
          {"measure", 0, "A,B,...", true,
           "nDCG, MAP, Rprec, MRR, bpref, nDCG@k, MAP@k, P@k, R@k, success@k, judged@k"},
          {"topics", 0, nullptr, false, "print each topic as well"},
          {"answered", 0, nullptr, false,
           "only topics that the run answers; otherwise one without an answer counts 0"},
          {"index", 0, "DIR", false, "the index folder; RAPPORTEUR_INDEX stands in for it"},
          {"queries", 0, "FILE", false, "the questions: \"ID TAB QUESTION\" a line"},
          {"into", 0, "FILE", false,
           "where judgments go; what it judges already is not asked again"},
          {"depth", 0, "N", false, "the first N records of each topic (default: 100)"},
          {"size", 0, "N", false, "records to draw for a topic (default: 200)"},
          {"seed", 0, "N", false, "another seed draws another sample (default: 1)"},
          {"sample", 0, "FILE", false, "what `sample` has drawn"},
          {"confidence", 0, "PERCENT", false, "of the intervals (default: 95)"},
          {"work", 0, "DIR", false, "keeps indexes and runs (default: build/suite)"},
          {"set", 0, "NAME=VALUE", true, "stands for {NAME} in the suite"},
          {"collection", 0, "NAME", true, "only this one; repeat for more"},
          {"configuration", 0, "NAME", true, "only this one; repeat for more"},
          {"fresh", 0, nullptr, false, "make every index and run again"},
          {"format", 0, "FORMAT", false, "text, csv or markdown (default: text)"},
          {"quiet", 'q', nullptr, false, "do not tell what is going on"},
      },
      {
          {"score",
           "RUN...",
           true,
           "the measures of each run, as trec_eval computes them",
           "A run holds \"topic Q0 id rank score tag\" a line; ties of score are broken by id, "
           "falling.\nMeasures: nDCG@10, MAP, P@10, R@100, R@1000, MRR, success@1, bpref and "
           "judged@10 unless --measure says otherwise.\n",
           {"qrels", "measure", "topics", "answered"}},
          {"compare",
           "RUN RUN...",
           true,
           "each run against the first, topic by topic, with a paired randomisation test",
           "",
           {"qrels", "measure", "topics"}},
          {"run",
           "SUITE",
           true,
           "a whole suite (collections, engines, settings) into one table",
           "Makes the indexes and runs that are not there or whose command or files have changed, "
           "and leaves the table\nin the work folder as table.txt, table.csv and table.md. A "
           "suite is a JSON file: benchmarks/recall/README.md.\n",
           {"work", "set", "collection", "configuration", "fresh", "format", "quiet"}},
          {"pool",
           "RUN...",
           true,
           "what is to be judged: the first records of every run",
           "Prints a line \"topic 0 id -1\" for each, by id; what --qrels judges already is left "
           "out.\n",
           {"depth", "qrels"}},
          {"judge",
           "POOL",
           true,
           "judge the records of a pool or a sample in the terminal",
           "Shows each record with its best passage and takes a key: r relevant, n not, 0-9 a "
           "grade, m the whole text,\ns later, u undo, q quit. Judgments are written at once; "
           "the same command goes on where it was left. Keys may\ncome from a pipe.\n",
           {"index", "queries", "into"}},
          {"sample",
           "RUN",
           true,
           "draw a random sample of the records that a searcher has not seen",
           "Of all records of the index that are not among the first --depth of a topic: half from "
           "those that the run\nholds further down, half from the rest. Judge it with `judge`, "
           "then ask `recall`.\n",
           {"index", "depth", "size", "seed"}},
          {"recall",
           "RUN",
           true,
           "estimate from a judged sample how many relevant records were missed",
           "--qrels holds the judgments of the sample and of the records seen. Intervals: Clopper "
           "and Pearson for each\nstratum, joined by Zou and Donner's method.\n",
           {"sample", "qrels", "confidence"}},
      }};
  return table;
}

}  // namespace rapporteur::recall
