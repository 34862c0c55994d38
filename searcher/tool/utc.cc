// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/utc.h"

#include <ctime>

namespace rapporteur {

namespace {

std::tm broken_down() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  return parts;
}

}  // namespace

CivilDate today_in_utc() {
  const std::tm now = broken_down();
  return {now.tm_year + 1900, now.tm_mon + 1, now.tm_mday};
}

std::string now_in_utc() {
  const std::tm now = broken_down();
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &now);
  return text;
}

}  // namespace rapporteur
