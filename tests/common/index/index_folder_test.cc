// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/index_folder.h"

#include <gtest/gtest.h>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

void make_generation(const std::filesystem::path& path, const std::string& mark) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
  if (!mark.empty()) database.set_metadata(schema::kFormatKey, mark);
  database.commit();
}

TEST(IndexFolder, IsNotFoundWhereThereIsNone) {
  const testing::TemporaryFolder folder;
  const auto missing = open_index(folder.path() / "none");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

TEST(IndexFolder, RefusesFoldersThatHoldSomethingElse) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(open_index(folder.path()).error().code, ErrorCode::kNotAnIndex);
  for (const char* stub : {"", "glass ../../elsewhere\n", "auto generation-1\n",
                           "glass generation-\n", "glass generation-1\nglass generation-2\n"}) {
    folder.write(schema::kStubFile, stub);
    EXPECT_EQ(open_index(folder.path()).error().code, ErrorCode::kNotAnIndex) << stub;
  }
}

TEST(IndexFolder, OpensTheGenerationThatWasPublishedLast) {
  const testing::TemporaryFolder folder;
  for (const char* generation : {"generation-0", "generation-1"}) {
    make_generation(folder.path() / generation, format_mark());
    ASSERT_TRUE(publish_generation(folder.path(), generation));
    EXPECT_EQ(*current_generation(folder.path()), generation);
    EXPECT_TRUE(open_index(folder.path()));
  }
  // Any Xapian program can open the folder, too.
  EXPECT_EQ(Xapian::Database(folder.path().string()).get_metadata(schema::kFormatKey),
            format_mark());
}

TEST(IndexFolder, RefusesADatabaseThatIsNoneOfOurs) {
  const testing::TemporaryFolder folder;
  make_generation(folder.path() / "generation-0", "");
  ASSERT_TRUE(publish_generation(folder.path(), "generation-0"));
  EXPECT_EQ(open_index(folder.path()).error().code, ErrorCode::kNotAnIndex);
}

TEST(IndexFolder, SaysSoWhenTheCurrentGenerationIsGone) {
  const testing::TemporaryFolder folder;
  folder.write(schema::kStubFile, "glass generation-3\n");
  const auto gone = open_index(folder.path());
  ASSERT_FALSE(gone);
  EXPECT_NE(gone.error().message.find("generation-3"), std::string::npos) << gone.error().message;
}

}  // namespace
}  // namespace rapporteur
