// SPDX-License-Identifier: GPL-2.0-or-later
//
// A queue between one thread that reads and several that work, bounded by the bytes waiting in it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace rapporteur {

template <typename T>
class ByteQueue {
 public:
  explicit ByteQueue(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  // Waits for room, then adds. An item larger than the bound gets in once the queue is empty. False
  // if the queue was closed: the item is dropped.
  bool push(T item, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return closed_ || items_.empty() || bytes_ + bytes <= max_bytes_; });
    if (closed_) return false;
    items_.emplace_back(std::move(item), bytes);
    bytes_ += bytes;
    arrival_.notify_one();
    return true;
  }

  // The next item; waits for one. Empty once the queue is closed and everything was taken.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    arrival_.wait(lock, [&] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    auto [item, bytes] = std::move(items_.front());
    items_.pop_front();
    bytes_ -= bytes;
    room_.notify_one();
    return std::move(item);
  }

  // No more items will come; those that wait can still be taken.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    arrival_.notify_all();
    room_.notify_all();
  }

  // close(), and what waits is dropped.
  void cancel() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    items_.clear();
    bytes_ = 0;
    arrival_.notify_all();
    room_.notify_all();
  }

 private:
  const std::size_t max_bytes_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable arrival_;
  std::deque<std::pair<T, std::size_t>> items_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace rapporteur
