// SPDX-License-Identifier: GPL-2.0-or-later
//
// measure-tagging: precision and recall of countries and bodies by language, on sentences written
// for this project.
#include <cstdio>
#include <string>

#include "benchmarks/extraction/tagging_cases.h"

namespace {

using namespace rapporteur;

std::string listed(const std::set<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : " ") + id;
  return all.empty() ? "-" : all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs(
        "Usage: measure-tagging FOLDER\n"
        "Holds the taggers against FOLDER/tagging_LANGUAGE.tsv (tests/indexer/enrich), and lists\n"
        "each sentence that was not read as it should be.\n",
        stderr);
    return 2;
  }
  Taggers taggers;
  std::string faults;
  std::printf(
      "language  sentences  countries: precision recall F1     bodies: precision recall F1\n");
  for (const char* language : {"en", "fr", "es", "ar", "ru", "zh"}) {
    const auto cases = read_tagging_cases(argv[1], language);
    if (!cases) {
      std::fprintf(stderr, "measure-tagging: %s\n", cases.error().message.c_str());
      return 2;
    }
    TaggingCounts countries;
    TaggingCounts bodies;
    for (const TaggingCase& one : *cases) {
      const auto found_countries = taggers.countries(one);
      const auto found_bodies = taggers.bodies(one);
      if (!countries.add(one.countries, found_countries))
        faults += one.language + ": countries " + listed(found_countries) + " for " +
                  listed(one.countries) + ": " + one.text + '\n';
      if (!bodies.add(one.bodies, found_bodies))
        faults += one.language + ": bodies " + listed(found_bodies) + " for " + listed(one.bodies) +
                  ": " + one.text + '\n';
    }
    std::printf("%-9s %9zu             %.3f     %.3f  %.3f             %.3f     %.3f  %.3f\n",
                language, cases->size(), countries.precision(), countries.recall(), countries.f1(),
                bodies.precision(), bodies.recall(), bodies.f1());
  }
  std::printf("\n%s", faults.c_str());
  return 0;
}
