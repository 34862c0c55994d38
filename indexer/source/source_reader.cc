// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/source_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/source/archive_reader.h"
#include "indexer/source/decompress.h"
#include "indexer/source/web_archive/arc_reader.h"
#include "indexer/source/web_archive/capture_filter.h"
#include "indexer/source/web_archive/warc_reader.h"

namespace rapporteur {
namespace {

std::string mebibytes(std::uint64_t bytes) {
  return std::to_string((bytes + (1U << 20) - 1) >> 20) + " MiB";
}

bool is_blank_line(const std::string& text) {
  return text.find_first_not_of(" \t\r\f\v") == std::string::npos;
}

bool is_container_form(InputForm form) {
  return form == InputForm::kTar || form == InputForm::kZip || form == InputForm::kWarc ||
         form == InputForm::kArc;
}

// A zip is read best by the directory at its end: holds it in memory if it has at most `max_bytes`.
std::unique_ptr<PeekStream> held_in_memory(std::unique_ptr<PeekStream> stream,
                                           std::size_t max_bytes) {
  if (stream->size()) return stream;
  const auto all = stream->peek(max_bytes + 1);
  if (!all || all->size() > max_bytes) return stream;
  return std::make_unique<PeekStream>(std::make_unique<MemoryStream>(std::string(*all)));
}

}  // namespace

SourceReader::SourceReader(std::vector<InputFile> files, SourceLimits limits,
                           const std::atomic<bool>* stop, std::atomic<std::uint64_t>* bytes_done)
    : files_(std::move(files)),
      limits_(limits),
      stop_(stop),
      pause_(files_.size()),
      bytes_done_(bytes_done) {}

// From the inside out: what is inside reads from what is around it.
SourceReader::~SourceReader() {
  while (!levels_.empty()) levels_.pop_back();
}

void SourceReader::pause_before(std::size_t file) {
  pause_ = std::clamp(file, next_file_, files_.size());
}

std::optional<SourceItem> SourceReader::next() {
  const auto stopped = [this] { return stop_ != nullptr && stop_->load(); };
  std::optional<SourceItem> item;
  while (!item && !stopped()) {
    if (levels_.empty() && next_file_ == pause_) return std::nullopt;
    if (levels_.empty()) {
      item = open_next_file();
    } else if (levels_.back().lines != nullptr) {
      item = next_line();
    } else {
      item = next_entry();
    }
  }
  // What was read while the end came is cut off somewhere.
  if (stopped()) return std::nullopt;
  return item;
}

std::string_view SourceReader::reads_from() const {
  const std::size_t file = levels_.empty() ? next_file_ : next_file_ - 1;
  return file < files_.size() ? std::string_view(files_[file].source) : std::string_view();
}

// Opens a file: its page or rejection, or nothing yet if it is read item by item.
std::optional<SourceItem> SourceReader::open_next_file() {
  const InputFile& file = files_[next_file_++];
  input_ = file.source;
  produced_ = 0;
  SourceItem item = begin_item(file.source);
  item.rejected_bytes = file.bytes;
  auto opened = FileStream::open(file.path, stop_);
  if (!opened) {
    item.rejected = opened.error().message;
    item.input_ends = true;
    return item;
  }
  file_ = opened->get();
  Entry entry;
  entry.name = file.path;
  entry.bytes = std::move(opened).value();
  std::optional<SourceItem> found = look_into(std::move(item), std::move(entry));
  if (levels_.empty()) {
    if (found) found->input_ends = true;
    close_file();
  }
  return found;
}

// The next thing in a container: its page or rejection, or nothing yet, or the container's end.
std::optional<SourceItem> SourceReader::next_entry() {
  Level& level = levels_.back();
  Entry entry;
  auto more = level.container->next(entry);
  note_progress();
  SourceItem item = begin_item(level.source);
  if (!more) {
    item.rejected = more.error().message + "; what came before was read";
    return end_level(std::move(item));
  }
  if (!*more) return end_level(std::move(item));
  if (!entry.name.empty()) item.source += '/' + entry.name;
  const std::string place =
      entry.from_web ? "record at byte " + std::to_string(entry.position) + ": " : std::string();
  if (!entry.capture.date) entry.capture.date = level.captured;
  if (!entry.notice.empty()) item.notice = place + entry.notice;
  item.rejected = std::move(entry.rejected);
  std::optional<SourceItem> found = std::move(item);
  if (found->rejected.empty()) found = look_into(std::move(*found), std::move(entry));
  if (const std::string why = swelling(); !why.empty()) {
    // A trap; the other inputs go on.
    while (levels_.size() > 1) levels_.pop_back();
    SourceItem trap = begin_item(input_);
    trap.rejected = why + "; what came before was read";
    return end_level(std::move(trap));
  }
  if (found && !found->rejected.empty()) found->rejected = place + found->rejected;
  return found;
}

// Reads a page, or makes a level of what is read item by item.
std::optional<SourceItem> SourceReader::look_into(SourceItem item, Entry entry) {
  const ExpansionLimit limit = levels_.empty() ? limits_.expansion : levels_.back().limit.inside();
  auto stream = decompress(std::move(entry.bytes), limit);
  if (!stream) {
    item.rejected = stream.error().message;
    return item;
  }
  const auto peeked = (*stream)->peek(kFormHeadBytes);
  const std::string_view head = (*stream)->ahead().substr(0, kFormHeadBytes);
  if (!peeked && head.empty()) {
    item.rejected = peeked.error().message;
    return item;
  }
  DetectedForm detected = detect_form(head, entry.name);
  // 64 KiB of white space may still be followed by something.
  if (detected.form == InputForm::kEmpty && head.size() == kFormHeadBytes) {
    detected.form = InputForm::kPlainText;
  }
  if (detected.form == InputForm::kPlainText && entry.is_web_text) {
    detected.form = InputForm::kWebText;
  }
  if (entry.from_web) {
    const std::string kind = kind_of_no_publication(entry.capture, detected.form, head);
    if (!kind.empty()) {
      levels_.back().container->pass_over(kind);
      return std::nullopt;
    }
  }
  item.form = detected.form;
  item.rejected = std::move(detected.reason);
  if (item.form == InputForm::kEmpty) item.rejected = "is empty";
  const bool is_list = holds_records(item.form) || is_container_form(item.form);
  if (is_list && levels_.size() == limits_.depth) {
    item.rejected = "is more than " + std::to_string(limits_.depth) + " archives deep; unpack them";
  }
  if (!item.rejected.empty()) return item;
  if (!is_list) {
    item.capture = std::move(entry.capture);
    return read_page(std::move(item), **stream);
  }
  if (holds_records(item.form) && limits_.pages_only) return std::nullopt;
  Level level;
  level.source = item.source;
  level.captured = entry.capture.date;
  level.limit = limit;
  level.stream = std::move(*stream);
  if (holds_records(item.form)) {
    level.form = item.form;
    level.lines = open_record_lines(detected, *level.stream, limits_.line_bytes);
  } else {
    level.container = make_container(item.form, level);
  }
  levels_.push_back(std::move(level));
  return std::nullopt;
}

std::unique_ptr<Container> SourceReader::make_container(InputForm form, Level& level) {
  switch (form) {
    case InputForm::kWarc:
      return std::make_unique<WarcReader>(*level.stream, limits_.page_bytes, seen_);
    case InputForm::kArc:
      return std::make_unique<ArcReader>(*level.stream, limits_.page_bytes);
    case InputForm::kZip:
      level.stream = held_in_memory(std::move(level.stream), limits_.page_bytes);
      return std::make_unique<ArchiveReader>(*level.stream, ArchiveKind::kZip, level.limit,
                                             limits_.entries);
    default:
      return std::make_unique<ArchiveReader>(*level.stream, ArchiveKind::kTar, level.limit,
                                             limits_.entries);
  }
}

SourceItem SourceReader::read_page(SourceItem item, PeekStream& stream) {
  constexpr std::size_t kStep = 1U << 20;
  for (;;) {
    const std::size_t have = item.bytes.size();
    item.bytes.resize(have + kStep);
    auto got = stream.read(item.bytes.data() + have, kStep);
    item.bytes.resize(have + (got ? *got : 0));
    if (!got) {
      item.rejected = got.error().message;
    } else if (item.bytes.size() > limits_.page_bytes) {
      item.rejected = "is larger than " + mebibytes(limits_.page_bytes) +
                      ", too large for one page; cut it, or give it as JSON Lines";
    } else if (*got > 0) {
      continue;
    }
    produced_ += item.bytes.size();
    if (!item.rejected.empty()) item.bytes = std::string();
    return item;
  }
}

SourceItem SourceReader::next_line() {
  Level& level = levels_.back();
  Line line;
  for (;;) {
    auto got = level.lines->next(line);
    note_progress();
    SourceItem item = begin_item(level.source);
    if (!got || !*got) {
      if (!got) item.rejected = got.error().message + "; what came before was read";
      return end_level(std::move(item));
    }
    if (is_blank_line(line.text) && !line.too_long) continue;
    item.form = level.form;
    item.line = line.number;
    if (line.too_long) {
      item.rejected_bytes = line.length;
      item.rejected = "is " + mebibytes(line.length) + " long; a record may have " +
                      mebibytes(limits_.line_bytes);
    } else {
      item.bytes = std::move(line.text);
    }
    return item;
  }
}

SourceItem SourceReader::begin_item(std::string source) const {
  SourceItem item;
  item.form = InputForm::kEmpty;
  item.input = input_;
  item.source = std::move(source);
  return item;
}

// Goes back to what is around the innermost level; `item` tells of its end.
SourceItem SourceReader::end_level(SourceItem item) {
  if (const Container* container = levels_.back().container.get()) {
    item.passed_over = container->passed_over();
    item.notice = container->missing();
  }
  levels_.pop_back();
  if (levels_.empty()) {
    item.input_ends = true;
    close_file();
  }
  return item;
}

// Why the input that is open must not go on; "" if it may.
std::string SourceReader::swelling() const {
  if (levels_.empty()) return {};
  if (produced_ > limits_.input_bytes) return "holds more than " + mebibytes(limits_.input_bytes);
  const auto likely = limits_.expansion.check(produced_, file_->bytes_consumed());
  return likely ? std::string() : likely.error().message;
}

void SourceReader::note_progress() {
  consumed_ = file_->bytes_consumed();
  if (bytes_done_ != nullptr) *bytes_done_ = closed_bytes_ + consumed_;
}

void SourceReader::close_file() {
  file_ = nullptr;
  closed_bytes_ += std::max(files_[next_file_ - 1].bytes, std::exchange(consumed_, 0));
  if (bytes_done_ != nullptr) *bytes_done_ = closed_bytes_;
}

}  // namespace rapporteur
