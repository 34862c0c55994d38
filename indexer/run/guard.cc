// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run/guard.h"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <memory>
#include <new>

#include "indexer/run/guard_board.h"

namespace rapporteur {

namespace {

constexpr int kNobody = -1;
constexpr std::array<int, 5> kCrashes = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

thread_local int t_slot = kNobody;
std::atomic<int>* g_crashed = nullptr;

extern "C" void note_crash(int signal) {
  if (g_crashed != nullptr && t_slot != kNobody) g_crashed->store(t_slot + 1);
  ::raise(signal);  // with SA_RESETHAND: ends the process as it would have
}

// A stack that overflowed cannot run the handler: each thread has another one for it.
class SpareStack {
 public:
  SpareStack() : bytes_(new char[kBytes]) {
    stack_t stack = {};
    stack.ss_sp = bytes_.get();
    stack.ss_size = kBytes;
    ::sigaltstack(&stack, nullptr);
  }
  ~SpareStack() {
    stack_t none = {};
    none.ss_flags = SS_DISABLE;
    ::sigaltstack(&none, nullptr);
  }

 private:
  static constexpr std::size_t kBytes = 64 * 1024;
  std::unique_ptr<char[]> bytes_;
};

}  // namespace

std::int64_t guard_clock() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void note_crashes_on(std::atomic<int>& crashed) {
  g_crashed = &crashed;
  struct sigaction action = {};
  action.sa_handler = note_crash;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_ONSTACK | SA_NODEFER;
  for (const int signal : kCrashes) ::sigaction(signal, &action, nullptr);
}

// A thread's slot as long as it lives.
struct Guard::ThreadSlot {
  explicit ThreadSlot(Board& the_board) : board(the_board) {
    for (std::size_t i = 0; i < kGuardSlots && t_slot == kNobody; ++i) {
      if (!board.slots[i].taken.exchange(true)) t_slot = static_cast<int>(i);
    }
  }
  ~ThreadSlot() {
    if (t_slot != kNobody) board.slots[static_cast<std::size_t>(t_slot)].taken = false;
    t_slot = kNobody;
  }
  Board& board;
  SpareStack spare{};
};

Guard::Guard() {
  void* memory =
      ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  board_ = memory == MAP_FAILED ? nullptr : new (memory) Board();
}

Guard::~Guard() {
  if (board_ != nullptr) ::munmap(board_, sizeof(Board));
}

std::optional<std::string> Guard::left_out(std::string_view document) const {
  const auto found = left_out_.find(document);
  if (found == left_out_.end()) return std::nullopt;
  return found->second;
}

void Guard::output_begins() {
  if (board_ != nullptr) board_->output_begun = true;
}

GuardedTask::GuardedTask(Guard* guard, std::string_view document, bool waits) {
  if (guard == nullptr || guard->board_ == nullptr) return;
  thread_local const Guard::ThreadSlot own(*guard->board_);
  if (t_slot == kNobody) return;
  slot_ = &guard->board_->slots[static_cast<std::size_t>(t_slot)];
  const std::size_t bytes = std::min(document.size(), kGuardNameBytes - 1);
  std::memcpy(slot_->document.data(), document.data(), bytes);
  slot_->document[bytes] = '\0';
  slot_->waits = waits;
  slot_->since = guard_clock();
}

GuardedTask::~GuardedTask() {
  if (slot_ != nullptr) slot_->since = 0;
}

}  // namespace rapporteur
