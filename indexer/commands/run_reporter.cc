// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/run_reporter.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

#include "common/text/printable.h"

namespace rapporteur {
namespace {

constexpr const char* kName = "rapporteur-index: ";
// Seconds before which a rate says nothing.
constexpr double kSettled = 1.0;

std::string megabytes(double bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", bytes / 1e6);
  return text;
}

// "40 s", "3 min 5 s", "2 h 10 min".
std::string duration(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

std::string counted(std::uint64_t count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

}  // namespace

RunReporter::RunReporter(std::ostream& err, const ReportOptions& options)
    : err_(err), options_(options) {
  if (options_.bar && !options_.quiet) drawer_ = std::thread([this] { draw_until_done(); });
}

RunReporter::~RunReporter() {
  end_bar();
}

void RunReporter::tell(const PipelineMessage& message) {
  using Kind = PipelineMessage::Kind;
  if (message.kind == Kind::kNotice && options_.quiet) return;
  if (message.kind == Kind::kDetail && !options_.verbose) return;
  const std::lock_guard lock(mutex_);
  erase_bar();
  err_ << kName << (message.kind == Kind::kRejected ? "rejected: " : "")
       << printable(to_line(message)) << '\n';
}

void RunReporter::say(const std::string& line) {
  if (options_.quiet) return;
  const std::lock_guard lock(mutex_);
  erase_bar();
  err_ << kName << printable(line) << '\n';
}

void RunReporter::end_bar() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
    wake_.notify_all();
  }
  if (drawer_.joinable()) drawer_.join();
  const std::lock_guard lock(mutex_);
  erase_bar();
  err_.flush();
}

void RunReporter::summarize(const PipelineReport& report) {
  const double took = seconds();
  std::string line;
  if (report.unchanged > 0) {
    line = "passed over " + counted(report.unchanged, "unchanged input", "unchanged inputs") +
           " (--again reads them)";
    if (report.pages == 0 && report.lines == 0 && report.rejected == 0) {
      return say(line + ", nothing else to read");
    }
    line += "; ";
  }
  line += "read ";
  if (report.pages > 0 || report.lines == 0) line += counted(report.pages, "page", "pages");
  if (report.pages > 0 && report.lines > 0) line += " and ";
  if (report.lines > 0) line += counted(report.lines, "record line", "record lines");
  char speed[64];
  std::snprintf(speed, sizeof speed, " in %.1f s (%.1f MB/s)", took,
                static_cast<double>(report.bytes) / 1e6 / std::max(took, 1e-3));
  line += ", " + megabytes(static_cast<double>(report.bytes)) + speed + ": " +
          counted(report.records, "record", "records") + " kept, " +
          std::to_string(report.rejected) + " rejected, " + std::to_string(report.undated) +
          " undated, " + std::to_string(report.without_country) + " without a country";
  if (report.repeated_ids > 0) {
    line += ", " + counted(report.repeated_ids, "id", "ids") + " more than once";
  }
  if (report.dropped_blocks > 0) {
    line += ", " + counted(report.dropped_blocks, "block", "blocks") + " dropped" +
            (options_.verbose ? "" : " (-v lists them)");
  }
  say(line);
}

void RunReporter::draw_until_done() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, std::chrono::milliseconds(200), [&] { return done_; })) {
    err_ << '\r' << bar_line() << "\033[K" << std::flush;
    drawn_ = true;
  }
}

void RunReporter::erase_bar() {
  if (drawn_) err_ << "\r\033[K";
  drawn_ = false;
}

std::string RunReporter::bar_line() const {
  constexpr int kCells = 24;
  const auto done = static_cast<double>(progress_.bytes_done);
  const auto total = static_cast<double>(progress_.bytes_total);
  std::string line;
  if (total > 0) {
    const double share = std::min(done / total, 1.0);
    const int full = static_cast<int>(share * kCells);
    line = '[' + std::string(full, '#') + std::string(kCells - full, '.') + "] " +
           std::to_string(static_cast<int>(share * 100)) + " % of " + megabytes(total) + ", ";
  } else {
    line = megabytes(done) + ", ";
  }
  line += counted(progress_.records, "record", "records");
  const double took = seconds();
  if (took < kSettled || done <= 0) return line;
  line += ", " + megabytes(done / took) + "/s";
  if (total > done) line += ", " + duration(took * (total - done) / done) + " left";
  return line;
}

double RunReporter::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace rapporteur
