// SPDX-License-Identifier: GPL-2.0-or-later
//
// A tar or zip archive, by its directory or in the order of its bytes. The first byte says which.
#include "indexer/source/archive_reader.h"

#include <memory>
#include <string>

#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

namespace {

// Hides that one could move about in it.
class ForwardOnly : public ByteStream {
 public:
  explicit ForwardOnly(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    return bytes_.read(buffer, size);
  }

 private:
  MemoryStream bytes_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::as_text(data + 1, size - 1);
  std::unique_ptr<ByteStream> source = std::make_unique<MemoryStream>(bytes);
  if (data[0] % 4 >= 2) source = std::make_unique<ForwardOnly>(bytes);
  PeekStream stream(std::move(source));
  ArchiveReader archive(stream, data[0] % 2 == 0 ? ArchiveKind::kZip : ArchiveKind::kTar,
                        ExpansionLimit{300, 1U << 20}, 1000);
  Entry entry;
  for (;;) {
    const auto more = archive.next(entry);
    if (!more || !*more) break;
    const std::string name = '/' + entry.name + '/';
    fuzz::require(name.find("/../") == name.npos && name.find("/./") == name.npos,
                  "no name leads out of an archive");
    fuzz::require(entry.rejected.empty() != (entry.bytes == nullptr), "an entry or a reason");
    std::string buffer(1U << 16, '\0');
    std::size_t all = 0;
    Result<std::size_t> got = std::size_t{1};
    while (entry.bytes != nullptr && got && *got > 0 && all < (4U << 20)) {
      got = entry.bytes->read(buffer.data(), buffer.size());
      if (got) all += *got;
    }
  }
  (void)archive.passed_over();
  return 0;
}
