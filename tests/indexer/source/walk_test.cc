// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/walk.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

using testing::TemporaryFolder;

std::vector<std::string> sources(const Walk& walk) {
  std::vector<std::string> names;
  for (const InputFile& file : walk.files) names.push_back(file.source);
  return names;
}

TEST(Walk, NamesSourcesByTheirPathBelowTheArgument) {
  TemporaryFolder folder;
  folder.write("pages/2018/a.txt", "a");
  folder.write("pages/b.txt", "b");
  EXPECT_EQ(sources(walk_inputs({folder / "pages"})),
            (std::vector<std::string>{"2018/a.txt", "b.txt"}));
  EXPECT_EQ(sources(walk_inputs({(folder / "pages") + "/"})),
            (std::vector<std::string>{"2018/a.txt", "b.txt"}));
  EXPECT_EQ(sources(walk_inputs({folder / "pages/2018/a.txt", "-"})),
            (std::vector<std::string>{"a.txt", "-"}));
}

TEST(Walk, WalksFoldersInByteOrderAndSkipsHiddenEntries) {
  TemporaryFolder folder;
  for (const char* name : {"p/b", "p/a/z", "p/B", "p/.git/x", "p/.hidden", "p/a/.y"}) {
    folder.write(name, "x");
  }
  EXPECT_EQ(sources(walk_inputs({folder / "p"})), (std::vector<std::string>{"B", "a/z", "b"}));
}

TEST(Walk, AHiddenFileThatIsNamedIsRead) {
  TemporaryFolder folder;
  EXPECT_EQ(sources(walk_inputs({folder.write(".hidden", "x")})),
            (std::vector<std::string>{".hidden"}));
}

TEST(Walk, LinksInAFolderAreNotFollowed) {
  TemporaryFolder folder;
  folder.write("p/a", "x");
  std::filesystem::create_directory_symlink(folder / "p", folder / "p/loop");
  std::filesystem::create_symlink(folder.write("secret", "x"), folder / "p/link");
  const Walk walk = walk_inputs({folder / "p"});
  EXPECT_EQ(sources(walk), (std::vector<std::string>{"a"}));
  EXPECT_EQ(walk.notices.size(), 2U);
  // One that is named is meant.
  EXPECT_EQ(walk_inputs({folder / "p/link"}).files.size(), 1U);
}

TEST(Walk, AnIndexAmongThePagesIsPassedOver) {
  TemporaryFolder folder;
  folder.write("p/a", "x");
  folder.write("p/index/XAPIANDB", "auto generation-1");
  const Walk walk = walk_inputs({folder / "p"});
  EXPECT_EQ(sources(walk), (std::vector<std::string>{"a"}));
  EXPECT_EQ(walk.notices.size(), 1U);
}

TEST(Walk, MissingArgumentsAreNamedAndTheRestIsKept) {
  TemporaryFolder folder;
  const Walk walk = walk_inputs({folder / "none", folder.write("a", "x")});
  ASSERT_EQ(walk.rejected.size(), 1U);
  EXPECT_TRUE(walk.rejected[0].path.ends_with("none"));
  EXPECT_EQ(walk.rejected[0].text, "No such file or directory");
  EXPECT_EQ(walk.files.size(), 1U);
}

TEST(Walk, TheLaterOfTwoFilesWithOneNameCounts) {
  TemporaryFolder folder;
  folder.write("p/a.txt", "1");
  folder.write("q/a.txt", "2");
  const Walk walk = walk_inputs({folder / "p", folder / "q"});
  ASSERT_EQ(walk.files.size(), 1U);
  EXPECT_EQ(walk.files[0].path, folder / "q/a.txt");
  EXPECT_EQ(walk.notices.size(), 1U);
}

}  // namespace
}  // namespace rapporteur
