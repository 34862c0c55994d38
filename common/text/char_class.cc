// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/char_class.h"

#include <unicode/uchar.h>

namespace rapporteur {

namespace {

bool is_unspaced_script(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) ||  // Thai, Lao
         (c >= 0x1000 && c <= 0x109F) ||  // Myanmar
         (c >= 0x1780 && c <= 0x17FF) ||  // Khmer
         (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF66 && c <= 0xFF9D) || (c >= 0x20000 && c <= 0x323AF);
}

}  // namespace

CharClass classify_non_ascii(char32_t c) {
  switch (c) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
    case 0xFF07:
    case 0x02B9:
      return CharClass::kApostrophe;
    case 0x2010:
    case 0x2011:
      return CharClass::kHyphen;
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
      return CharClass::kSentenceEnd;
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
      return CharClass::kInvisible;
    case 0x2029:
      return CharClass::kNewline;
    default:
      break;
  }
  const auto category = static_cast<UCharCategory>(u_charType(static_cast<UChar32>(c)));
  const std::uint32_t mask = U_MASK(category);
  if (mask & (U_GC_L_MASK | U_GC_M_MASK)) {
    return is_unspaced_script(c) ? CharClass::kUnspaced : CharClass::kLetter;
  }
  if (mask & (U_GC_ND_MASK | U_GC_NO_MASK | U_GC_NL_MASK)) {
    return is_unspaced_script(c) ? CharClass::kUnspaced : CharClass::kDigit;
  }
  return CharClass::kOther;
}

}  // namespace rapporteur
