// SPDX-License-Identifier: GPL-2.0-or-later
//
// Folding: see tokenizer.h for what it promises.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

// Marks that people leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. The
// vowel signs of Indic and South-East Asian scripts are letters to their readers and stay.
bool is_optional_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0487) ||
         (c >= 0x0591 && c <= 0x05C7) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06ED);
}

// Characters that show nothing and divide nothing: soft hyphen, joiners, bidi marks, Arabic
// tatweel.
bool is_invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x0640;
}

// Letters that Unicode does not decompose but people type plainly; nullptr if `c` is none.
const char* plain_spelling(char32_t c) {
  switch (c) {
    case U'ł':
      return "l";
    case U'ø':
      return "o";
    case U'đ':
      return "d";
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ħ':
      return "h";
    case U'ŋ':
      return "n";
    case U'ı':
      return "i";
    case U'ə':
      return "e";
    case 0x0649:
      return "\xD9\x8A";  // Arabic alef maksura: yeh
    case 0x06CC:
      return "\xD9\x8A";  // Persian yeh: yeh
    case 0x0629:
      return "\xD9\x87";  // teh marbuta: heh
    case 0x06A9:
      return "\xD9\x83";  // Persian kaf: kaf
    default:
      return nullptr;
  }
}

// Folds text of ASCII and the letters of Russian alone, without ICU's detours; false for any other.
// `plain`: without the marks of Й and Ё.
bool fold_russian(std::string_view text, bool plain, std::string& folded) {
  folded.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      folded += static_cast<char>(lead >= 'A' && lead <= 'Z' ? lead + ('a' - 'A') : lead);
      continue;
    }
    if ((lead != 0xD0 && lead != 0xD1) || i + 1 == text.size()) return false;
    unsigned c = (lead & 0x1Fu) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3Fu);
    if (c == 0x401) c = 0x451;
    if (c >= 0x410 && c <= 0x42F) c += 0x20;
    if ((c < 0x430 || c > 0x44F) && c != 0x451) return false;
    if (plain && c == 0x439) c = 0x438;
    if (plain && c == 0x451) c = 0x435;
    folded += static_cast<char>(0xC0 | c >> 6);
    folded += static_cast<char>(0x80 | (c & 0x3F));
  }
  return true;
}

icu::UnicodeString case_folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc_casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  return U_SUCCESS(status) ? nfkc_casefold->normalize(source, status) : source;
}

}  // namespace

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  std::string folded;
  if (fold_russian(text, false, folded)) return folded;
  folded.clear();
  case_folded(text).toUTF8String(folded);
  return folded;
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  std::string folded;
  if (fold_russian(text, true, folded)) return folded;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return ascii_lower(text);
  std::string decomposed;
  nfkd->normalize(case_folded(text), status).toUTF8String(decomposed);
  std::string plain;
  for (std::size_t position = 0; position < decomposed.size();) {
    const std::size_t start = position;
    const char32_t c = next_code_point(decomposed, position);
    if (is_optional_mark(c) || is_invisible(c)) continue;
    if (const char* spelling = plain_spelling(c)) {
      plain += spelling;
    } else {
      plain.append(decomposed, start, position - start);
    }
  }
  folded.clear();
  nfc->normalize(icu::UnicodeString::fromUTF8(plain), status).toUTF8String(folded);
  return folded;
}

}  // namespace rapporteur
