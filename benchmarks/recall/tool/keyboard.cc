// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/tool/keyboard.h"

#include <unistd.h>

#include <cerrno>

namespace rapporteur::recall {

namespace {

constexpr char kControlC = 3;
constexpr char kControlD = 4;

}  // namespace

Keyboard::Keyboard() {
  termios mode{};
  if (tcgetattr(STDIN_FILENO, &mode) != 0) return;
  before_ = mode;
  // Without ISIG, since a signal would end the program with the terminal left as it is here.
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
  tcsetattr(STDIN_FILENO, TCSANOW, &mode);
}

Keyboard::~Keyboard() {
  if (before_) tcsetattr(STDIN_FILENO, TCSANOW, &*before_);
}

std::optional<char> Keyboard::next() {
  char key = 0;
  ssize_t got = 0;
  do {
    got = read(STDIN_FILENO, &key, 1);
  } while (got < 0 && errno == EINTR);
  if (got != 1) return std::nullopt;
  if (before_ && (key == kControlC || key == kControlD)) return std::nullopt;
  return key;
}

}  // namespace rapporteur::recall
