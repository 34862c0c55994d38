// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace rapporteur {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kCannotStart = 127;

// A descriptor that is closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  void reset(int value = -1) {
    if (value_ >= 0) ::close(value_);
    value_ = value;
  }

 private:
  int value_;
};

Error system_error(const char* what) {
  return {ErrorCode::kIo, std::string(what) + ": " + std::strerror(errno)};
}

Result<void> fill(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return system_error("cannot hand the document over");
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::lseek(file, 0, SEEK_SET) != 0) return system_error("cannot hand the document over");
  return {};
}

void limit(int resource, std::uint64_t value) {
  const rlimit both = {value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

// The child's side, between fork and exec: system calls only.
[[noreturn]] void become(const char* program, char* const* arguments, int input, int output,
                         int messages, const ChildLimits& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setsid();
  char* const no_environment[] = {nullptr};
  if (::dup2(input, 0) != 0 || ::dup2(output, 1) != 1 || ::dup2(messages, 2) != 2 ||
      ::close_range(3, ~0U, 0) != 0 || ::chdir("/") != 0) {
    ::_exit(kCannotStart);
  }
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.cpu.count()));
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_FSIZE, 0);  // it writes to pipes and nowhere else
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  ::execve(program, arguments, no_environment);
  ::_exit(kCannotStart);
}

class Child {
 public:
  Child(pid_t pid, int output, int messages, const ChildLimits& limits)
      : pid_(pid), output_(output), messages_(messages), limits_(limits) {}
  ~Child() {
    if (pid_ > 0) end();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  Result<ChildOutcome> collect() {
    ChildOutcome outcome;
    const Clock::time_point deadline = Clock::now() + limits_.wall;
    while (output_.get() >= 0 || messages_.get() >= 0) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
      std::array<pollfd, 2> waits = {{{output_.get(), POLLIN, 0}, {messages_.get(), POLLIN, 0}}};
      const int ready = left.count() <= 0
                            ? 0
                            : ::poll(waits.data(), waits.size(), static_cast<int>(left.count()));
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0)
        return too_much("took longer than " + std::to_string(limits_.wall.count()) + " seconds");
      if (waits[0].revents != 0) take(output_, outcome.output, limits_.output_bytes + 1);
      if (waits[1].revents != 0) take(messages_, outcome.messages, limits_.message_bytes);
      if (outcome.output.size() > limits_.output_bytes) {
        return too_much("gave more than " + std::to_string(limits_.output_bytes >> 20) + " MiB");
      }
    }
    const int status = end_by_itself();
    if (WIFSIGNALED(status)) {
      const int signal = WTERMSIG(status);
      return too_much(signal == SIGXCPU || signal == SIGKILL
                          ? "took more than " + std::to_string(limits_.cpu.count()) +
                                " seconds of computing"
                          : "was ended by signal " + std::to_string(signal));
    }
    outcome.exit_code = WEXITSTATUS(status);
    return outcome;
  }

 private:
  // Reads what there is; past `most` bytes it is passed over.
  void take(Descriptor& from, std::string& to, std::size_t most) {
    std::array<char, 64 * 1024> buffer;
    const ssize_t got = ::read(from.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) return from.reset();
    to.append(buffer.data(), std::min(static_cast<std::size_t>(got), most - to.size()));
  }

  int end_by_itself() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

  void end() {
    ::kill(pid_, SIGKILL);
    end_by_itself();
  }

  static Error too_much(const std::string& what) { return {ErrorCode::kDeadline, what}; }

  pid_t pid_;
  Descriptor output_;
  Descriptor messages_;
  const ChildLimits& limits_;
};

}  // namespace

Result<ChildOutcome> run_child(const std::string& program,
                               const std::vector<std::string>& arguments, std::string_view input,
                               const ChildLimits& limits) {
  if (::access(program.c_str(), X_OK) != 0) {
    return Error{ErrorCode::kNotFound, program + " is not there"};
  }
  const Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (file.get() < 0) return system_error("cannot make a file in memory");
  if (auto filled = fill(file.get(), input); !filled) return filled.error();

  std::array<int, 2> output;
  std::array<int, 2> messages;
  if (::pipe2(output.data(), O_CLOEXEC) != 0) return system_error("cannot make a pipe");
  Descriptor output_end(output[1]);
  if (::pipe2(messages.data(), O_CLOEXEC) != 0) {
    ::close(output[0]);
    return system_error("cannot make a pipe");
  }
  Descriptor messages_end(messages[1]);

  std::vector<char*> words = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) {
    words.push_back(const_cast<char*>(argument.c_str()));
  }
  words.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid == 0) {
    become(program.c_str(), words.data(), file.get(), output[1], messages[1], limits);
  }
  const int failure = errno;
  output_end.reset();
  messages_end.reset();
  Child child(pid, output[0], messages[0], limits);
  if (pid < 0) {
    errno = failure;
    return system_error("cannot start another program");
  }
  return child.collect();
}

}  // namespace rapporteur
