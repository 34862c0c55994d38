// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/judging.h"

#include <cctype>
#include <ostream>
#include <vector>

namespace rapporteur::recall {

namespace {

constexpr char kKeys[] = "[r]elevant  [n]ot  0-9 grade  [m]ore  [s]kip  [u]ndo  [q]uit > ";

struct Task {
  std::string topic;
  std::string id;
  std::size_t of_topic;     // its number among the topic's
  std::size_t topic_tasks;  // how many the topic has
};

std::vector<Task> tasks_of(const Pool& pool, const JudgmentsFile& file) {
  std::vector<Task> tasks;
  for (const auto& [topic, ids] : pool) {
    std::size_t number = 0;
    for (const std::string& id : ids) {
      ++number;
      if (!file.has(topic, id)) tasks.push_back({topic, id, number, ids.size()});
    }
  }
  return tasks;
}

void show(const Task& task, const JudgingDesk& desk) {
  desk.out << "\ntopic " << task.topic << ": " << desk.question(task.topic) << "  ("
           << task.of_topic << " of " << task.topic_tasks << ")\n"
           << desk.brief(task.topic, task.id) << '\n';
}

// The grade that a key gives; nullopt if it is none.
std::optional<int> grade_of(char key) {
  if (key == 'r' || key == 'y') return 1;
  if (key == 'n') return 0;
  if (std::isdigit(static_cast<unsigned char>(key)) != 0) return key - '0';
  return std::nullopt;
}

}  // namespace

Result<SittingResult> hold_sitting(const Pool& pool, JudgmentsFile& file, const JudgingDesk& desk) {
  const std::vector<Task> tasks = tasks_of(pool, file);
  const std::size_t before = file.size();
  std::vector<std::size_t> judged;  // tasks, in the order judged
  std::size_t at = 0;
  bool shown = false;
  const auto result = [&] {
    const std::size_t done = file.size() - before;
    return SittingResult{done, tasks.size() - done};
  };
  while (at < tasks.size()) {
    const Task& task = tasks[at];
    if (file.has(task.topic, task.id)) {  // judged before an undo went back behind it
      ++at;
      continue;
    }
    if (!shown) show(task, desk);
    shown = true;
    desk.out << kKeys << std::flush;
    std::optional<char> key;
    do {
      key = desk.next_key();
    } while (key && (*key == '\n' || *key == '\r' || *key == ' '));
    if (!key) break;
    desk.out << *key << '\n';
    if (const std::optional<int> grade = grade_of(*key)) {
      const Result<void> added = file.add({task.topic, task.id, *grade});
      if (!added.ok()) return added.error();
      judged.push_back(at++);
      shown = false;
    } else if (*key == 'm') {
      desk.out << desk.whole(task.id) << '\n';
    } else if (*key == 's') {
      ++at;
      shown = false;
    } else if (*key == 'u') {
      const Result<std::optional<Judgment>> undone = file.undo();
      if (!undone.ok()) return undone.error();
      if (*undone) {
        at = judged.back();
        judged.pop_back();
        shown = false;
      } else {
        desk.out << "nothing of this sitting is left to take back\n";
      }
    } else if (*key == 'q') {
      break;
    } else {
      desk.out << "there is no such key\n";
    }
  }
  return result();
}

}  // namespace rapporteur::recall
