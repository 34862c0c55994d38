// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/source_reader.h"

#include <algorithm>

namespace rapporteur {
namespace {

std::string mebibytes(std::uint64_t bytes) {
  return std::to_string((bytes + (1U << 20) - 1) >> 20) + " MiB";
}

bool is_blank_line(const std::string& text) {
  return text.find_first_not_of(" \t\r\f\v") == std::string::npos;
}

}  // namespace

SourceReader::SourceReader(std::vector<InputFile> files, SourceLimits limits,
                           const std::atomic<bool>* stop, std::atomic<std::uint64_t>* bytes_done)
    : files_(std::move(files)), limits_(limits), stop_(stop), bytes_done_(bytes_done) {}

SourceReader::~SourceReader() = default;

std::optional<SourceItem> SourceReader::next() {
  const auto stopped = [this] { return stop_ != nullptr && stop_->load(); };
  std::optional<SourceItem> item;
  while (!item && !stopped()) {
    if (lines_ != nullptr) {
      item = next_line();
    } else if (next_file_ < files_.size()) {
      item = open_next_file();
    } else {
      return std::nullopt;
    }
  }
  // What was read while the end came is cut off somewhere.
  if (stopped()) return std::nullopt;
  return item;
}

// Opens a file: its page or rejection, or with lines_ set nothing yet.
std::optional<SourceItem> SourceReader::open_next_file() {
  const InputFile& file = files_[next_file_++];
  source_ = file.source;
  SourceItem item;
  item.input = item.source = file.source;
  item.input_ends = true;
  item.rejected_bytes = file.bytes;
  auto opened = ByteStream::open(file.path, stop_);
  if (!opened) {
    item.rejected = opened.error().message;
    return item;
  }
  stream_ = std::move(opened).value();
  peek_ = std::make_unique<PeekStream>(*stream_);
  auto head = peek_->peek(kFormHeadBytes);
  if (!head) {
    item.rejected = head.error().message;
    close_file();
    return item;
  }
  DetectedForm detected = detect_form(*head, file.path);
  item.form = detected.form;
  item.rejected = std::move(detected.reason);
  // 64 KiB of white space may still be followed by something.
  if (item.form == InputForm::kEmpty && head->size() == kFormHeadBytes) {
    item.form = InputForm::kPlainText;
  }
  if (item.form == InputForm::kEmpty) item.rejected = "is empty";
  if (item.form == InputForm::kJsonLines) {
    if (limits_.pages_only) {
      close_file();
    } else {
      lines_ = std::make_unique<LineReader>(*peek_, limits_.line_bytes);
    }
    return std::nullopt;
  }
  if (item.rejected.empty()) item = read_page(std::move(item));
  close_file();
  return item;
}

SourceItem SourceReader::read_page(SourceItem item) {
  constexpr std::size_t kStep = 1U << 20;
  for (;;) {
    const std::size_t have = item.bytes.size();
    item.bytes.resize(have + kStep);
    auto got = peek_->read(item.bytes.data() + have, kStep);
    item.bytes.resize(have + (got ? *got : 0));
    if (!got) {
      item.rejected = got.error().message;
    } else if (item.bytes.size() > limits_.page_bytes) {
      item.rejected = "is larger than " + mebibytes(limits_.page_bytes) +
                      ", too large for one page; cut it, or give it as JSON Lines";
    } else if (*got > 0) {
      continue;
    }
    if (!item.rejected.empty()) item.bytes = std::string();
    return item;
  }
}

SourceItem SourceReader::next_line() {
  Line line;
  for (;;) {
    auto got = lines_->next(line);
    note_progress();
    SourceItem item;
    item.form = InputForm::kJsonLines;
    item.input = item.source = source_;
    if (!got || !*got) {
      item.input_ends = true;
      if (!got) item.rejected = got.error().message + "; what came before was read";
      close_file();
      return item;
    }
    if (is_blank_line(line.text) && !line.too_long) continue;
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

void SourceReader::note_progress() {
  if (bytes_done_ != nullptr) *bytes_done_ = closed_bytes_ + stream_->bytes_consumed();
}

void SourceReader::close_file() {
  note_progress();
  closed_bytes_ += stream_->bytes_consumed();
  lines_.reset();
  peek_.reset();
  stream_.reset();
}

}  // namespace rapporteur
