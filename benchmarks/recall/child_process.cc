// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

extern char** environ;

namespace rapporteur::recall {

namespace {

constexpr std::size_t kMessageBytes = 2000;

std::string read_end_of(int descriptor) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (;;) {
    const ssize_t got = read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    if (text.size() > 2 * kMessageBytes) text.erase(0, text.size() - kMessageBytes);
  }
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

Result<Ended> run_program(const std::vector<std::string>& words, const std::string& output) {
  std::array<int, 2> errors{};
  if (pipe2(errors.data(), O_CLOEXEC) != 0)
    return Error{ErrorCode::kIo, std::string("no pipe: ") + std::strerror(errno)};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0644);
  posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t process = -1;
  const int failed =
      posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(errors[1]);
  if (failed != 0) {
    close(errors[0]);
    // A missing file may be the program or the output's folder.
    if (failed == ENOENT && access(output.c_str(), W_OK) == 0)
      return Ended{kUnavailable, words[0] + " is not here"};
    return Error{ErrorCode::kIo, words[0] + " into " + output + ": " + std::strerror(failed)};
  }
  Ended ended;
  ended.message = read_end_of(errors[0]);
  close(errors[0]);
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended;
}

}  // namespace rapporteur::recall
