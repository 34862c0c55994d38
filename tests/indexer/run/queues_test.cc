// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <thread>

#include "indexer/run/byte_queue.h"
#include "indexer/run/in_order.h"

namespace rapporteur {
namespace {

TEST(ByteQueue, GivesItemsInOrderAndEndsWhenClosed) {
  ByteQueue<int> queue(100);
  EXPECT_TRUE(queue.push(1, 10));
  EXPECT_TRUE(queue.push(2, 10));
  queue.close();
  EXPECT_FALSE(queue.push(3, 10));
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), 2);
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(ByteQueue, WaitsForRoomButLetsALargeItemIn) {
  ByteQueue<int> queue(100);
  EXPECT_TRUE(queue.push(1, 5000));
  std::atomic<bool> pushed{false};
  std::thread writer([&] {
    queue.push(2, 10);
    pushed = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(pushed);
  EXPECT_EQ(queue.pop(), 1);
  writer.join();
  EXPECT_EQ(queue.pop(), 2);
}

TEST(ByteQueue, CancelFreesBothSides) {
  ByteQueue<int> queue(10);
  EXPECT_TRUE(queue.push(1, 10));
  std::thread writer([&] { EXPECT_FALSE(queue.push(2, 10)); });
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  queue.cancel();
  writer.join();
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(InOrder, ConsumesByNumberFromAnyThread) {
  std::vector<std::uint64_t> seen;
  InOrder<std::uint64_t> in_order(64, [&](std::uint64_t& item) { seen.push_back(item); });
  std::vector<std::thread> threads;
  for (std::uint64_t start = 0; start < 4; ++start) {
    threads.emplace_back([&, start] {
      for (std::uint64_t i = start; i < 400; i += 4) in_order.put(i, i, 16);
    });
  }
  for (std::thread& thread : threads) thread.join();
  ASSERT_EQ(seen.size(), 400U);
  for (std::uint64_t i = 0; i < 400; ++i) EXPECT_EQ(seen[i], i);
}

TEST(InOrder, CancelFreesWhoeverWaits) {
  InOrder<int> in_order(10, [](int&) {});
  std::thread early([&] { in_order.put(1, 1, 100); });
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  in_order.cancel();
  early.join();
}

}  // namespace
}  // namespace rapporteur
