// SPDX-License-Identifier: GPL-2.0-or-later
//
// rapporteur-likeness ITEMS INDEX: what `like` finds, by the editors' own filing. ITEMS are lines
// "ID TAB TITLE TAB PLACE TAB TOPIC"; of every 60th of them the first ten that are like it are
// looked at: how many are filed under its place, its topic and both. Beside it: its title as a
// question, and ten records drawn by chance. Other records of the same publication are left out
// everywhere.
#include <rapporteur/searcher.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <random>
#include <unordered_map>

namespace {

using namespace rapporteur;

constexpr std::size_t kStep = 60;
constexpr std::size_t kHits = 10;
constexpr unsigned kSeed = 20'180'213;

struct Item {
  std::string id, title, place, topic;
};

std::vector<Item> read_items(const std::string& path) {
  std::vector<Item> items;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    Item item;
    std::size_t begin = 0;
    for (std::string* part : {&item.id, &item.title, &item.place, &item.topic}) {
      const std::size_t tab = std::min(line.find('\t', begin), line.size());
      *part = line.substr(begin, tab - begin);
      begin = std::min(tab + 1, line.size());
    }
    if (!item.place.empty() && !item.topic.empty()) items.push_back(std::move(item));
  }
  return items;
}

struct Counts {
  double place = 0, topic = 0, both = 0, looked_at = 0;
  void add(const Item& item, const Item& other) {
    place += item.place == other.place;
    topic += item.topic == other.topic;
    both += item.place == other.place && item.topic == other.topic;
    ++looked_at;
  }
  void print(const char* name) const {
    std::printf("%-22s place %.3f  topic %.3f  both %.3f  (%.0f hits)\n", name, place / looked_at,
                topic / looked_at, both / looked_at, looked_at);
  }
};

int measure(const std::string& items_path, const std::string& index) {
  const std::vector<Item> items = read_items(items_path);
  const Result<Searcher> searcher = Searcher::open(index);
  if (items.empty() || !searcher.ok()) {
    std::cerr << (items.empty() ? items_path + " holds no items" : searcher.error().message)
              << '\n';
    return 2;
  }
  std::unordered_map<std::string, const Item*> by_id;
  for (const Item& item : items) by_id[item.id] = &item;
  Counts like, title, chance;
  std::mt19937 random(kSeed);
  for (std::size_t i = 0; i < items.size(); i += kStep) {
    const Item& item = items[i];
    const auto group = searcher->group(item.id);
    if (!group.ok()) continue;
    const auto count = [&](const Question& question, Counts& counts) {
      const Result<Answer> answer = searcher->search(question);
      if (!answer.ok()) return;
      std::size_t looked_at = 0;
      for (const Hit& hit : answer->hits) {
        const bool same = std::any_of(group->begin(), group->end(), [&](const GroupMember& member) {
          return member.id == hit.id;
        });
        const auto other = by_id.find(hit.id);
        if (same || other == by_id.end() || looked_at == kHits) continue;
        ++looked_at;
        counts.add(item, *other->second);
      }
    };
    Question question;
    question.facets.clear();
    question.duplicates = DuplicateMode::kCollapse;
    question.limit = 3 * kHits;
    question.text = item.title;
    count(question, title);
    question.text.clear();
    question.like = item.id;
    count(question, like);
    for (std::size_t drawn = 0; drawn < kHits; ++drawn)
      chance.add(item, items[random() % items.size()]);
  }
  like.print("like");
  title.print("title as a question");
  chance.print("chance");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: rapporteur-likeness ITEMS INDEX\n";
    return 2;
  }
  return measure(argv[1], argv[2]);
}
