// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/table.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(Table, GivesTheColumnsAskedForInThatOrder) {
  const auto table =
      Table::parse("t.tsv", "# note\nid\tname\tx\r\n1\tone\t-\n\n2\ttwo\t-\n", {"name", "id"});
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table->rows().size(), 2u);
  EXPECT_EQ(table->rows()[1][0], "two");
  EXPECT_EQ(table->rows()[1][1], "2");
}

TEST(Table, ErrorsNameFileAndLine) {
  const auto ragged = Table::parse("t.tsv", "id\tname\n1\n", {"id"});
  ASSERT_FALSE(ragged.ok());
  EXPECT_EQ(ragged.error().message, "t.tsv, line 2: has 1 cells where the header has 2");
  const auto missing = Table::parse("t.tsv", "id\n", {"name"});
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().message, "t.tsv, line 1: no column named \"name\"");
  EXPECT_FALSE(Table::embedded("no/such.tsv", {}).ok());
}

}  // namespace
}  // namespace rapporteur
