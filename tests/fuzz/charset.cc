// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bytes in any character set: clean UTF-8 with a way back that rises and stays inside.
#include "indexer/charset/decode.h"

#include "common/text/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace rapporteur;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  for (const char* declared : {"", "shift_jis", "iso-2022-jp", "utf-16", "windows-1256"}) {
    CharsetHints hints{declared, *declared == '\0'};
    if (*declared == '\0') hints.declared.reset();
    const DecodedText decoded = decode_text(bytes, hints);
    fuzz::require(is_clean_utf8(decoded.text), "a decoded text is clean UTF-8");
    std::uint64_t before = 0;
    for (std::size_t i = 0; i <= decoded.text.size(); ++i) {
      const bool starts = i == decoded.text.size() || (decoded.text[i] & 0xC0) != 0x80;
      if (!starts) continue;
      const std::uint64_t at = decoded.source_offset(i);
      fuzz::require(at >= before && at <= size, "the way back rises and stays inside");
      before = at;
    }
  }
  return 0;
}
