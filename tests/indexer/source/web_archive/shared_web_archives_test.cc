// SPDX-License-Identifier: GPL-2.0-or-later
//
// Real web archives, whole and broken: what comes out of each was worked out by hand.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "indexer/source/source_reader.h"

namespace rapporteur {
namespace {

const std::filesystem::path kArchives =
    std::filesystem::path(RAPPORTEUR_SHARED_DATA) / "web-archives";

struct Counts {
  int pages = 0;
  int rejected = 0;
  int notices = 0;
  bool operator==(const Counts&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Counts& counts) {
  return out << counts.pages << " pages, " << counts.rejected << " rejected, " << counts.notices
             << " notices";
}

Counts read(const std::string& name, std::string* passed_over) {
  Counts counts;
  SourceReader reader(walk_inputs({(kArchives / name).string()}).files, {});
  while (const auto item = reader.next()) {
    counts.pages += item->is_page();
    counts.rejected += !item->rejected.empty();
    counts.notices += !item->notice.empty();
    if (item->input_ends) *passed_over = item->passed_over;
  }
  return counts;
}

TEST(SharedWebArchives, EachIsReadOrRejectedWithAReason) {
  if (!std::filesystem::exists(kArchives)) GTEST_SKIP() << kArchives << " is missing";
  const std::map<std::string, Counts> expected = {
      // Header lines of records 1, 2 and 4 have the lengths -1, -1 and "abc"; record 3 is blank.
      {"warcio/bad.arc", {0, 3, 0}},
      {"warcio/example-bad-non-chunked.warc.gz", {1, 0, 0}},
      {"warcio/example-bad.warc.gz.bad", {1, 0, 0}},
      {"warcio/example-digest.warc", {0, 0, 0}},
      {"warcio/example-iana.org-chunked.warc", {1, 0, 0}},
      {"warcio/example-resource.warc.gz", {1, 0, 0}},
      {"warcio/example-space-in-target-uri.warc.gz", {0, 0, 0}},
      // Its line ends were changed, so that the length it states is not there.
      {"warcio/example-space-in-url.arc", {0, 1, 0}},
      // Two bytes are missing at the end of a gzip body.
      {"warcio/example-trunc.warc", {1, 0, 1}},
      {"warcio/example-wget-bad-target-uri.warc.gz", {1, 0, 0}},
      {"warcio/example-wrong-chunks.warc.gz", {1, 0, 0}},
      {"warcio/example.arc", {1, 0, 0}},
      {"warcio/example.arc.gz", {1, 0, 0}},
      {"warcio/example.warc", {1, 0, 0}},
      {"warcio/example.warc.gz", {1, 0, 0}},
      {"warcio/post-test.warc.gz", {0, 0, 0}},
      {"commoncrawl/whirlwind.warc", {1, 0, 0}},
      {"commoncrawl/whirlwind.warc.gz", {1, 0, 0}},
      {"commoncrawl/whirlwind.warc.wat", {0, 0, 0}},
      {"commoncrawl/whirlwind.warc.wat.gz", {0, 0, 0}},
      {"commoncrawl/whirlwind.warc.wet", {1, 0, 0}},
      {"commoncrawl/whirlwind.warc.wet.gz", {1, 0, 0}},
      // Bodies were shortened and lengths kept: three records, of which none has its bytes.
      {"aut/arc/badexample.arc.gz", {0, 3, 0}},
      {"aut/arc/example.arc.gz", {106, 0, 0}},
      {"aut/warc/example.warc.gz", {106, 0, 0}},
      {"aut/warc/example.txt.warc.gz", {2, 0, 0}},
      {"aut/warc/issue-493.warc", {4, 0, 0}},
      {"aut/warc/issue-514.warc", {1, 0, 0}},
  };
  for (const auto& [name, counts] : expected) {
    std::string passed_over;
    EXPECT_EQ(read(name, &passed_over), counts) << name << ", passed over " << passed_over;
  }
}

// Which documents can be read is not this step's to say.
TEST(SharedWebArchives, NoDocumentInThemIsPassedOver) {
  if (!std::filesystem::exists(kArchives)) GTEST_SKIP() << kArchives << " is missing";
  const std::map<std::string, int> documents = {{"aut/warc/example.pdf.warc.gz", 3},
                                                {"aut/warc/example.docs.warc.gz", 9}};
  for (const auto& [name, count] : documents) {
    std::string passed_over;
    const Counts counts = read(name, &passed_over);
    EXPECT_EQ(counts.pages + counts.rejected, count) << name << ", passed over " << passed_over;
  }
}

}  // namespace
}  // namespace rapporteur
