// SPDX-License-Identifier: GPL-2.0-or-later
//
// One thread reads, several work, and the outcomes come back in the order of the input.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "indexer/run/byte_queue.h"
#include "indexer/run/guard.h"
#include "indexer/run/in_order.h"
#include "indexer/source/source_reader.h"

namespace rapporteur {

// Some items that follow each other: pages, or many short record lines.
struct Batch {
  std::uint64_t number = 0;      // from 0, without gaps
  std::uint64_t first_item = 0;  // number of items[0] in the run
  std::vector<SourceItem> items;
};

// Reads all of `reader` on the calling thread while `threads` workers process batches.
//
//   guard          is told what is read; may be null
//   make_worker()  -> a pointer to an object with `Outcome process(Batch&)` and `Outcome finish()`;
//                     made, used and destroyed on its own thread
//   consume(Outcome&) -> false ends the run early; called for all batches in order, then for the
//                     outcomes of finish(), never twice at a time
//
// Memory: what waits is bounded by a fixed number of bytes, but for single items larger than that.
template <typename Outcome, typename MakeWorker>
void run_batches(SourceReader& reader, unsigned threads, Guard* guard,
                 const MakeWorker& make_worker, const std::function<bool(Outcome&)>& consume) {
  constexpr std::size_t kBatchBytes = 256 * 1024;
  constexpr std::size_t kBatchItems = 256;
  constexpr std::size_t kQueueBytes = 16U << 20;
  constexpr std::size_t kWaitingBytes = 32U << 20;

  std::atomic<bool> ended{false};
  ByteQueue<Batch> queue(kQueueBytes);
  InOrder<Outcome> in_order(kWaitingBytes, [&](Outcome& outcome) {
    if (!ended && !consume(outcome)) ended = true;
  });
  std::mutex last_mutex;
  std::vector<Outcome> last;

  std::vector<std::thread> workers;
  for (unsigned i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      auto worker = make_worker();
      while (!ended) {
        auto batch = queue.pop();
        if (!batch) break;
        Outcome outcome = worker->process(*batch);
        const std::size_t bytes = outcome.bytes();
        in_order.put(batch->number, std::move(outcome), bytes);
      }
      if (ended) {
        queue.cancel();
        in_order.cancel();
      }
      Outcome outcome = worker->finish();
      const std::lock_guard lock(last_mutex);
      last.push_back(std::move(outcome));
    });
  }

  Batch batch;
  std::size_t bytes = 0;
  auto send = [&] {
    if (batch.items.empty()) return true;
    Batch next;
    next.number = batch.number + 1;
    next.first_item = batch.first_item + batch.items.size();
    const bool taken = queue.push(std::move(batch), bytes);
    batch = std::move(next);
    bytes = 0;
    return taken;
  };
  bool open = true;
  while (open) {
    std::optional<SourceItem> item;
    {
      const GuardedTask task(guard, reader.reads_from(), true);
      item = reader.next();
    }
    if (!item) break;
    bytes += item->bytes.size() + sizeof(SourceItem);
    batch.items.push_back(std::move(*item));
    if (bytes >= kBatchBytes || batch.items.size() >= kBatchItems) open = send();
  }
  if (open) send();
  queue.close();
  for (std::thread& worker : workers) worker.join();
  for (Outcome& outcome : last) {
    if (!ended && !consume(outcome)) ended = true;
  }
}

}  // namespace rapporteur
