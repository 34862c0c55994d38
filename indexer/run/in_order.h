// SPDX-License-Identifier: GPL-2.0-or-later
//
// Brings results that several threads finish in any order back into the order of the input.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <utility>

namespace rapporteur {

template <typename T>
class InOrder {
 public:
  // `consume` is called with the items 0, 1, 2 ... one at a time, from whichever thread put the
  // item that was due. Results that come too early wait, up to `max_waiting_bytes` of them.
  InOrder(std::size_t max_waiting_bytes, std::function<void(T&)> consume)
      : max_waiting_bytes_(max_waiting_bytes), consume_(std::move(consume)) {}

  // Every number must be put once. Blocks while too much waits, unless this is the one due.
  void put(std::uint64_t number, T item, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] {
      return cancelled_ || number == next_ || waiting_bytes_ + bytes <= max_waiting_bytes_;
    });
    if (cancelled_) return;
    waiting_.emplace(number, std::make_pair(std::move(item), bytes));
    waiting_bytes_ += bytes;
    for (auto due = waiting_.find(next_); due != waiting_.end() && !cancelled_;
         due = waiting_.find(next_)) {
      consume_(due->second.first);
      waiting_bytes_ -= due->second.second;
      waiting_.erase(due);
      ++next_;
      moved_.notify_all();
    }
  }

  // Nothing is consumed any more and nobody waits. May be called by `consume`'s side only through
  // the return of put(), not from inside it.
  void cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    moved_.notify_all();
  }

 private:
  const std::size_t max_waiting_bytes_;
  std::function<void(T&)> consume_;
  std::mutex mutex_;
  std::condition_variable moved_;
  std::map<std::uint64_t, std::pair<T, std::size_t>> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::uint64_t next_ = 0;
  bool cancelled_ = false;
};

}  // namespace rapporteur
