// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run/guarded_run.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <new>
#include <optional>

#include "indexer/run/guard_board.h"

namespace rapporteur {

namespace {

constexpr int kNobody = -1;
constexpr int kFailed = 2;

}  // namespace

// One attempt after the other.
class GuardedRun {
 public:
  GuardedRun(const GuardLimits& limits, bool can_repeat, const std::function<int(Guard&)>& work,
             const std::function<void(const std::string&)>& say)
      : limits_(limits), can_repeat_(can_repeat), work_(work), say_(say) {
    if (limits_.memory_bytes == 0) {
      limits_.memory_bytes = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
                             static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 5 * 4;
    }
  }

  int run() {
    if (guard_.board_ == nullptr) return work_(guard_);
    sigemptyset(&waited_for_);
    for (const int signal : {SIGCHLD, SIGINT, SIGTERM, SIGHUP}) sigaddset(&waited_for_, signal);
    sigset_t before;
    ::sigprocmask(SIG_BLOCK, &waited_for_, &before);
    std::optional<int> code;
    while (!code) code = attempt(before);
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    return *code;
  }

 private:
  // Why the guard itself ended the process.
  struct Ended {
    int slot = kNobody;
    std::string why;
  };

  // The exit code; nullopt if there is to be another attempt.
  std::optional<int> attempt(const sigset_t& signals_before) {
    new (guard_.board_) Guard::Board();
    std::fflush(nullptr);
    const pid_t parent = ::getpid();
    const pid_t process = ::fork();
    if (process < 0) return work_(guard_);
    if (process == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (::getppid() != parent) ::_exit(kFailed);
      ::sigprocmask(SIG_SETMASK, &signals_before, nullptr);
      ::_exit(begin());
    }
    Ended ended;
    const int status = wait_for(process, ended);
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    return leave_out(WTERMSIG(status), ended) ? std::nullopt : std::optional<int>(kFailed);
  }

  int begin() {
    note_crashes_on(guard_.board_->crashed);
    return work_(guard_);
  }

  // Until the process has ended, by itself, for a signal that was passed on, or over its limits.
  int wait_for(pid_t process, Ended& ended) {
    for (;;) {
      int status = 0;
      if (::waitpid(process, &status, WNOHANG) == process) return status;
      const timespec pause = {0, 500'000'000};
      siginfo_t signal = {};
      const int got = ::sigtimedwait(&waited_for_, &signal, &pause);
      // What a terminal sends, it sends to the process as well.
      if (got > 0 && got != SIGCHLD && signal.si_code != SI_KERNEL) ::kill(process, got);
      if (ended.why.empty() && is_over_limits(process, ended)) ::kill(process, SIGKILL);
    }
  }

  // The thread that has been at its document for longest.
  int oldest(std::int64_t& since) const {
    int slot = kNobody;
    for (std::size_t i = 0; i < kGuardSlots; ++i) {
      const Guard::Slot& one = guard_.board_->slots[i];
      const std::int64_t begun = one.since;
      if (begun == 0 || one.waits || (slot != kNobody && begun >= since)) continue;
      slot = static_cast<int>(i);
      since = begun;
    }
    return slot;
  }

  bool is_over_limits(pid_t process, Ended& ended) const {
    std::int64_t since = 0;
    const int slot = oldest(since);
    if (slot == kNobody) return false;
    if (guard_clock() - since > 1000 * limits_.document.count()) {
      ended = {slot, "takes more than " + std::to_string(limits_.document.count()) +
                         " seconds to be read"};
      return true;
    }
    if (resident_bytes(process) > limits_.memory_bytes) {
      ended = {slot, "is read with more than " + std::to_string(limits_.memory_bytes >> 20) +
                         " MiB of memory"};
      return true;
    }
    return false;
  }

  static std::uint64_t resident_bytes(pid_t process) {
    unsigned long pages = 0;
    if (std::FILE* file =
            std::fopen(("/proc/" + std::to_string(process) + "/statm").c_str(), "re")) {
      if (std::fscanf(file, "%*u %lu", &pages) != 1) pages = 0;
      std::fclose(file);
    }
    return std::uint64_t{pages} * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  }

  // False if the run cannot go on.
  bool leave_out(int signal, const Ended& ended) {
    Ended reason = ended;
    if (reason.why.empty() && signal == SIGKILL) {
      std::int64_t since = 0;
      reason = {oldest(since),
                "could not be read: the system ended the process, most likely for want "
                "of memory"};
    } else if (reason.why.empty()) {
      reason = {
          guard_.board_->crashed - 1,
          "crashed the program (signal " + std::to_string(signal) + "), a defect worth a report"};
    }
    if (reason.slot != kNobody &&
        guard_.board_->slots[static_cast<std::size_t>(reason.slot)].since == 0) {
      reason.slot = kNobody;  // the thread crashed between two documents
    }
    if (reason.slot == kNobody) {
      say_("the program was ended by signal " + std::to_string(signal) +
           " while it read no document; what was committed before is in the index");
      return false;
    }
    const std::string document =
        guard_.board_->slots[static_cast<std::size_t>(reason.slot)].document.data();
    const bool is_new = guard_.left_out_.emplace(document, reason.why).second;
    std::string_view hindrance;
    if (!is_new) hindrance = "it could not be left out";
    if (!can_repeat_) hindrance = "standard input cannot be read again: give it as a file";
    if (guard_.board_->output_begun) {
      hindrance = "what was printed before stands, the rest is missing: take it away and run again";
    }
    if (!hindrance.empty()) {
      say_(document + " " + reason.why + "; " + std::string(hindrance));
      return false;
    }
    say_(document + " " + reason.why + "; it is left out, and the run begins again");
    return true;
  }

  GuardLimits limits_;
  const bool can_repeat_;
  const std::function<int(Guard&)>& work_;
  const std::function<void(const std::string&)>& say_;
  Guard guard_;
  sigset_t waited_for_;
};

int run_guarded(const GuardLimits& limits, bool can_repeat, const std::function<int(Guard&)>& work,
                const std::function<void(const std::string&)>& say) {
  return GuardedRun(limits, can_repeat, work, say).run();
}

}  // namespace rapporteur
