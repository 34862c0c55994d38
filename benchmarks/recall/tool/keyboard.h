// SPDX-License-Identifier: GPL-2.0-or-later
//
// Single keys from standard input.
#pragma once

#include <termios.h>

#include <optional>

namespace rapporteur::recall {

// On a terminal, keys come without Enter and are not echoed while this lives; Ctrl-C and Ctrl-D
// then count as the end. From a pipe or file, each byte is a key.
class Keyboard {
 public:
  Keyboard();
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  std::optional<char> next();

 private:
  std::optional<termios> before_;  // of a terminal
};

}  // namespace rapporteur::recall
