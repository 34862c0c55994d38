// SPDX-License-Identifier: GPL-2.0-or-later
//
// Running a program from a test and looking at everything it says.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::testing {

struct ProgramOptions {
  std::string input = {};  // its standard input
  std::vector<std::pair<std::string, std::string>> environment = {};
  std::optional<rlim_t> max_file_bytes = {};    // RLIMIT_FSIZE: as good as a full disk
  std::optional<rlim_t> max_memory_bytes = {};  // RLIMIT_AS
  bool close_output = false;                    // nobody reads its standard output
  bool closed_input = false;                    // it has no standard input at all
};

struct ProgramResult {
  int code = -1;  // exit code; 128 + signal if one killed it
  std::string out;
  std::string err;
};

// A program that runs beside the test.
class Program {
 public:
  Program(const std::vector<std::string>& words, const ProgramOptions& options) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    std::array<int, 2> err{};
    for (auto* ends : {&in, &out, &err}) {
      if (pipe2(ends->data(), O_CLOEXEC) != 0) std::abort();
    }
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    process_ = fork();
    if (process_ == 0) {
      options.closed_input ? close(STDIN_FILENO) : dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
      dup2(err[1], STDERR_FILENO);
      for (const auto& [name, value] : options.environment) {
        setenv(name.c_str(), value.c_str(), 1);
      }
      limit(RLIMIT_FSIZE, options.max_file_bytes);
      limit(RLIMIT_AS, options.max_memory_bytes);
      execv(arguments[0], arguments.data());
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    close(err[1]);
    in_ = in[1];
    out_ = out[0];
    err_ = err[0];
    std::signal(SIGPIPE, SIG_IGN);
    if (options.close_output) {
      close(out_);
      out_ = -1;
    }
    fcntl(in_, F_SETFL, O_NONBLOCK);
  }
  ~Program() {
    for (const int end : {in_, out_, err_}) {
      if (end >= 0) close(end);
    }
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void send(const std::string& bytes) const {
    [[maybe_unused]] const auto sent = write(in_, bytes.data(), bytes.size());
  }
  void signal(int number) const { kill(process_, number); }

  // Feeds `input`, closes it (unless told to keep it open), and reads until the program ends.
  ProgramResult finish(const std::string& input = "", bool keep_input_open = false) {
    ProgramResult result;
    std::size_t sent = 0;
    const auto close_input = [&] {
      if (in_ >= 0) close(in_);
      in_ = -1;
    };
    while (out_ >= 0 || err_ >= 0) {
      if (sent == input.size() && !keep_input_open) close_input();
      std::array<pollfd, 3> ends = {
          {{out_, POLLIN, 0}, {err_, POLLIN, 0}, {sent < input.size() ? in_ : -1, POLLOUT, 0}}};
      poll(ends.data(), ends.size(), -1);
      if (ends[0].revents != 0) read_some(out_, result.out);
      if (ends[1].revents != 0) read_some(err_, result.err);
      if (ends[2].revents != 0) {
        const auto wrote = write(in_, input.data() + sent, input.size() - sent);
        sent = wrote < 0 ? input.size() : sent + static_cast<std::size_t>(wrote);
      }
    }
    int status = 0;
    waitpid(process_, &status, 0);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
  }

 private:
  static void limit(int resource, const std::optional<rlim_t>& most) {
    if (!most) return;
    const rlimit both = {*most, *most};
    setrlimit(static_cast<__rlimit_resource>(resource), &both);
  }
  static void read_some(int& end, std::string& text) {
    std::array<char, 65536> buffer{};
    const auto got = read(end, buffer.data(), buffer.size());
    if (got > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(got));
    } else {
      close(end);
      end = -1;
    }
  }

  pid_t process_ = -1;
  int in_ = -1;
  int out_ = -1;
  int err_ = -1;
};

inline ProgramResult run_program(const std::vector<std::string>& words,
                                 const ProgramOptions& options = {}) {
  return Program(words, options).finish(options.input);
}

}  // namespace rapporteur::testing
