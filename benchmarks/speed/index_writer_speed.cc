// SPDX-License-Identifier: GPL-2.0-or-later
//
// How fast records become an index, apart from reading and tagging: the records of a JSONL file
// (.gz or not) are held in memory first, and the clock starts then.
//
//   rapporteur-index-writer-speed FILE.jsonl[.gz] FOLDER [THREADS]
#include <sys/resource.h>
#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "common/record/record_json.h"
#include "indexer/index/index_writer.h"

namespace rapporteur {
namespace {

std::vector<Record> read_records(const char* path) {
  std::vector<Record> records;
  gzFile file = gzopen(path, "rb");
  if (file == nullptr) return records;
  std::vector<char> buffer(1u << 20);
  std::string line;
  while (gzgets(file, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
    line += buffer.data();
    if (line.back() != '\n') continue;
    auto read = from_json_line(line);
    line.clear();
    if (!read) continue;
    if (read->record.id.empty()) read->record.id = std::to_string(records.size());
    records.push_back(std::move(read->record));
  }
  gzclose(file);
  return records;
}

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peak_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

int fail(const std::string& message) {
  std::fprintf(stderr, "rapporteur-index-writer-speed: %s\n", message.c_str());
  return 2;
}

int measure(const char* input, const char* folder, unsigned threads) {
  const std::vector<Record> records = read_records(input);
  if (records.empty()) return fail(std::string("no records in ") + input);
  std::size_t bytes = 0;
  for (const Record& record : records) bytes += record.text.size();
  const double before = peak_megabytes();
  const double cpu = cpu_seconds();
  const auto start = std::chrono::steady_clock::now();

  auto writer = IndexWriter::open(folder);
  if (!writer) return fail(writer.error().message);
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> rejected = 0;
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      const auto feed = (*writer)->make_feed();
      for (std::size_t at = next++; at < records.size(); at = next++) {
        if (!feed->add(records[at], at)) ++rejected;
      }
      if (!feed->finish()) ++rejected;
    });
  }
  for (std::thread& worker : workers) worker.join();
  const auto report = (*writer)->commit();
  if (!report) return fail(report.error().message);

  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf(
      "%zu records, %.1f MB of text, %u threads: %.1f s, %.1f MB/s; %.1f CPU s; "
      "%.0f MB of memory more than the records'; %zu rejected\n",
      report->records, megabytes, threads, seconds, megabytes / seconds, cpu_seconds() - cpu,
      peak_megabytes() - before, rejected.load());
  return 0;
}

}  // namespace
}  // namespace rapporteur

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: rapporteur-index-writer-speed FILE.jsonl[.gz] FOLDER [THREADS]\n");
    return 2;
  }
  const int threads = argc > 3 ? std::atoi(argv[3]) : 0;
  return rapporteur::measure(argv[1], argv[2],
                             threads > 0 ? static_cast<unsigned>(threads)
                                         : std::max(1u, std::thread::hardware_concurrency()));
}
