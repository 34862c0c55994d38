// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/archive_reader.h"

#include <archive_entry.h>
#include <locale.h>

#include <string_view>
#include <utility>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

// libarchive converts names to this thread's locale, which has no more than ASCII unless the
// program chose another: while one of these lives, it is UTF-8.
class Utf8Locale {
 public:
  Utf8Locale() {
    static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8 != nullptr) before_ = ::uselocale(utf8);
  }
  ~Utf8Locale() {
    if (before_ != nullptr) ::uselocale(before_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t before_ = nullptr;
};

// The entry that the archive stands at.
class EntryStream : public ByteStream {
 public:
  explicit EntryStream(LibarchiveInput& input) : input_(input) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    return input_.read(buffer, size);
  }

 private:
  LibarchiveInput& input_;
};

std::string name_of(archive_entry* header) {
  const char* name = archive_entry_pathname_utf8(header);
  if (name == nullptr) name = archive_entry_pathname(header);
  return name == nullptr ? std::string() : clean_utf8(name);
}

// `name` without what could lead out of the archive: "/", "." and "..".
std::string inner_name(std::string_view name) {
  std::string inner;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
    const std::string_view part = name.substr(0, end);
    if (!part.empty() && part != "." && part != "..") {
      if (!inner.empty()) inner += '/';
      inner += part;
    }
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return inner;
}

// As in folders; __MACOSX/ is where macOS puts what it hides.
bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != name.npos || name.starts_with("__MACOSX/");
}

}  // namespace

ArchiveReader::ArchiveReader(PeekStream& source, ArchiveKind kind, const ExpansionLimit& limit,
                             std::uint64_t max_entries)
    : source_(source), kind_(kind), limit_(limit), max_entries_(max_entries) {}

Result<bool> ArchiveReader::next(Entry& entry) {
  const Utf8Locale locale;
  if (input_ == nullptr) {
    auto wacz = find_wacz();
    if (!wacz) return wacz.error();
    is_wacz_ = *wacz;
    if (auto opened = open(); !opened) return opened.error();
  }
  for (;;) {
    if (auto likely = input_->check(); !likely) return likely.error();
    bool damaged = false;
    Result<archive_entry*> header = std::exchange(behind_damage_, nullptr);
    if (*header == nullptr) header = next_header(damaged);
    if (damaged) {
      behind_damage_ = header ? *header : nullptr;
      entry = Entry();
      entry.rejected = "is damaged behind its entry " + std::to_string(entries_) +
                       "; what could be found after that is read";
      return true;
    }
    if (!header) return header.error();
    if (*header == nullptr) return false;
    if (++entries_ > max_entries_) {
      return Error{ErrorCode::kInvalidInput, "has more than " + std::to_string(max_entries_) +
                                                 " entries; unpack it yourself if you trust it"};
    }
    entry = Entry();
    entry.name = inner_name(name_of(*header));
    if (!is_wanted(*header, entry.name)) continue;
    if (entry.name.empty()) entry.name = "entry " + std::to_string(entries_);
    if (archive_entry_is_encrypted(*header) != 0) {
      entry.rejected = "is encrypted; unpack it with its password";
    } else {
      entry.bytes = std::make_unique<EntryStream>(*input_);
    }
    return true;
  }
}

Result<void> ArchiveReader::open() {
  input_ = std::make_unique<LibarchiveInput>(source_, limit_);
  if (kind_ == ArchiveKind::kTar) {
    archive_read_support_format_tar(input_->get());
  } else {
    archive_read_support_format_zip(input_->get());
  }
  return input_->open();
}

// A first look at the names of a zip that can be read twice.
Result<bool> ArchiveReader::find_wacz() {
  if (kind_ != ArchiveKind::kZip || !source_.size()) return false;
  if (auto opened = open(); !opened) return opened.error();
  bool described = false;
  bool has_archives = false;
  for (std::uint64_t seen = 0; seen < max_entries_ && !(described && has_archives); ++seen) {
    bool damaged = false;
    auto header = next_header(damaged);
    if (!header || *header == nullptr) break;  // what is broken is told of in the second look
    const std::string name = name_of(*header);
    described |= name == "datapackage.json";
    has_archives |= name.starts_with("archive/");
  }
  input_.reset();
  if (auto moved = source_.seek(0); !moved) return moved.error();
  return described && has_archives;
}

Result<archive_entry*> ArchiveReader::next_header(bool& damaged) {
  archive_entry* header = nullptr;
  int state = archive_read_next_header(input_->get(), &header);
  for (; state == ARCHIVE_RETRY; state = archive_read_next_header(input_->get(), &header)) {
    damaged = true;
  }
  if (state == ARCHIVE_EOF) return nullptr;
  if (state < ARCHIVE_WARN) return input_->error();
  return header;
}

bool ArchiveReader::is_wanted(archive_entry* header, const std::string& name) {
  const auto type = archive_entry_filetype(header);
  if (type == AE_IFDIR || is_hidden(name)) return false;
  const bool is_link = type == AE_IFLNK || archive_entry_hardlink(header) != nullptr;
  if (is_link || (type != AE_IFREG && type != 0)) {
    pass_over(is_link ? "links" : "devices");
    return false;
  }
  if (is_wacz_ && !name.starts_with("archive/")) {
    pass_over("files that describe the web archive");
    return false;
  }
  return true;
}

}  // namespace rapporteur
