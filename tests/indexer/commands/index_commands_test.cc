// SPDX-License-Identifier: GPL-2.0-or-later
//
// remove, info, verify, compact.
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/commands/compact.h"
#include "indexer/commands/exit_code.h"
#include "indexer/commands/info.h"
#include "indexer/commands/remove.h"
#include "indexer/commands/verify.h"
#include "indexer/index/index_writer.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_folder.h"

namespace rapporteur {
namespace {

class IndexCommands : public ::testing::Test {
 protected:
  IndexCommands() {
    auto writer = IndexWriter::open(index_);
    const auto feed = (*writer)->make_feed();
    for (int i = 0; i < 6; ++i) {
      Record record;
      record.id = "r" + std::to_string(i);
      record.text = "Some words about reprisals, number " + std::to_string(i);
      record.source = i < 4 ? "a.txt" : "b.txt";
      record.kind = "article";
      record.language = i < 5 ? "en" : "fr";
      if (i > 0) {
        record.date = RecordDate{DateInterval::year(2010 + i), DatePrecision::kYear, {}, ""};
      }
      EXPECT_TRUE(feed->add(record, 0));
    }
    EXPECT_TRUE(feed->finish());
    EXPECT_TRUE((*writer)->commit());
  }

  testing::TemporaryFolder folder_{testing::memory_folder()};
  std::filesystem::path index_ = folder_.path() / "index";
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(IndexCommands, RemoveTakesRecordsOutAndNamesIdsThatAreNotThere) {
  EXPECT_EQ(run_remove({index_, {"r1", "r2"}}, out_, err_), kExitDone);
  EXPECT_EQ(err_.str(), "2 removed; 4 records now\n");
  EXPECT_EQ(testing::read_index(index_).size(), 4u);
  EXPECT_EQ(run_remove({index_, {"r1", "r3"}, true}, out_, err_), kExitSomeRejected);
  EXPECT_NE(err_.str().find("no record has the id \"r1\""), std::string::npos);
  EXPECT_EQ(testing::read_index(index_).size(), 3u);
  EXPECT_EQ(out_.str(), "");
}

TEST_F(IndexCommands, InfoTellsWhatIsThere) {
  EXPECT_EQ(run_info({index_}, out_, err_), kExitDone);
  const std::string text = out_.str();
  for (const char* line :
       {"records    6\n", "sources    2\n", "years      2011 to 2015, 1 undated\n",
        "languages  en 5, fr 1\n", "kinds      article 6\n", "generation generation-0\n"}) {
    EXPECT_NE(text.find(line), text.npos) << line << "in\n" << text;
  }
}

TEST_F(IndexCommands, InfoAsJsonIsOneObject) {
  EXPECT_EQ(run_info({index_, true}, out_, err_), kExitDone);
  EXPECT_NE(out_.str().find(R"("records":6,"sources":2,"undated":1,"years":{"2011":1,)"),
            std::string::npos)
      << out_.str();
}

TEST_F(IndexCommands, VerifyFindsNothingWrongInAGoodIndex) {
  EXPECT_EQ(run_verify({index_}, out_, err_), kExitDone);
  EXPECT_EQ(out_.str(), "6 records, nothing wrong\n");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(IndexCommands, VerifyNamesADamagedRecord) {
  {
    Xapian::WritableDatabase database((index_ / "generation-0").string(), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(3);
    std::string data = document.get_data();
    data[0] = static_cast<char>(data[0] ^ 1);
    document.set_data(data);
    database.replace_document(3, document);
    document = database.get_document(4);
    document.remove_value(schema::kDateFromSlot);
    database.replace_document(4, document);
    database.commit();
  }
  EXPECT_EQ(run_verify({index_}, out_, err_), kExitFailed);
  EXPECT_NE(err_.str().find("document 3: a stored record is damaged (checksum)"), std::string::npos)
      << err_.str();
  EXPECT_NE(err_.str().find("document 4: record"), std::string::npos) << err_.str();
}

TEST_F(IndexCommands, VerifySurvivesTablesThatAreRubbish) {
  for (const char* table : {"docdata.glass", "postlist.glass", "termlist.glass", "iamglass"}) {
    const std::string path = "index/generation-0/" + std::string(table);
    const std::string good = testing::read_whole(folder_.path() / path);
    std::string bad = good;
    for (std::size_t i = 0; i < bad.size(); i += 3) bad[i] = static_cast<char>(bad[i] ^ 0x55);
    folder_.write(path, bad);
    EXPECT_EQ(run_verify({index_}, out_, err_), kExitFailed) << table;
    folder_.write(path, good.substr(0, good.size() / 2));
    EXPECT_EQ(run_verify({index_}, out_, err_), kExitFailed) << table;
    folder_.write(path, good);
  }
  EXPECT_EQ(run_verify({index_}, out_, err_), kExitDone);
}

TEST_F(IndexCommands, CompactKeepsEveryRecord) {
  const auto before = testing::read_index(index_);
  EXPECT_EQ(run_compact({index_}, out_, err_), kExitDone);
  EXPECT_EQ(err_.str().substr(0, 10), "6 records;");
  EXPECT_EQ(testing::read_index(index_), before);
}

TEST_F(IndexCommands, NoCommandMakesAnIndexThatIsNotThere) {
  const auto none = folder_.path() / "none";
  EXPECT_EQ(run_remove({none, {"r1"}}, out_, err_), kExitFailed);
  EXPECT_EQ(run_info({none}, out_, err_), kExitFailed);
  EXPECT_EQ(run_verify({none}, out_, err_), kExitFailed);
  EXPECT_EQ(run_compact({none}, out_, err_), kExitFailed);
  EXPECT_FALSE(std::filesystem::exists(none));
  EXPECT_NE(err_.str().find("there is no index"), std::string::npos);
}

TEST_F(IndexCommands, ALockedIndexIsAnExitCodeOfItsOwn) {
  const auto writer = IndexWriter::open(index_);
  ASSERT_TRUE(writer);
  EXPECT_EQ(run_remove({index_, {"r1"}}, out_, err_), kExitBusy);
  EXPECT_EQ(run_compact({index_}, out_, err_), kExitBusy);
  EXPECT_EQ(run_info({index_}, out_, err_), kExitDone) << "readers do not care";
}

}  // namespace
}  // namespace rapporteur
