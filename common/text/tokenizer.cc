// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/tokenizer.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <array>
#include <unordered_map>

#include "common/text/char_class.h"
#include "common/text/utf8.h"

namespace rapporteur {

namespace {

bool is_ascii_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && kAsciiClasses[byte] == CharClass::kLetter;
}

// How many upper- and lower-case letters a word has.
struct CaseCount {
  std::uint32_t upper = 0;
  std::uint32_t lower = 0;
  bool upper_first = false;
  std::uint32_t letters = 0;

  void see(char32_t c) {
    bool is_upper;
    bool is_lower;
    if (c < 0x80) {
      is_lower = (c & 0x20) != 0;  // of a letter
      is_upper = !is_lower;
    } else {
      is_upper = u_isUUppercase(static_cast<UChar32>(c));
      is_lower = !is_upper && u_isULowercase(static_cast<UChar32>(c));
    }
    if (letters == 0) upper_first = is_upper;
    ++letters;
    upper += is_upper;
    lower += is_lower;
  }

  LetterCase result() const {
    if (upper == 0) return lower == 0 ? LetterCase::kNone : LetterCase::kLower;
    if (lower == 0) return upper == 1 && letters > 1 ? LetterCase::kTitle : LetterCase::kUpper;
    return upper_first && upper == 1 ? LetterCase::kTitle : LetterCase::kMixed;
  }
};

}  // namespace

struct Tokenizer::State {
  UnspacedScripts unspaced;
  std::unique_ptr<icu::BreakIterator> breaks;           // made at the first text that needs it
  std::unordered_map<std::string, std::string> folded;  // of non-ASCII words
  static constexpr std::size_t kFoldedCacheSize = 1u << 16;

  std::string_view text;
  Tokens* tokens = nullptr;
  std::size_t position = 0;
  Glue glue = Glue::kNone;
  bool sentence_start = true;

  char32_t peek(std::size_t at, std::size_t* next = nullptr) const {
    if (at >= text.size()) return 0;
    const auto byte = static_cast<unsigned char>(text[at]);
    const char32_t c = byte < 0x80 ? text[at++] : next_code_point(text, at);
    if (next != nullptr) *next = at;
    return c;
  }

  void emit(std::size_t begin, std::size_t end, std::string_view word, bool ascii,
            LetterCase letters) {
    Token& token = tokens->list.emplace_back();
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.letter_case = letters;
    // Behind marks that are no word there may be nothing to be glued to.
    token.glue = tokens->list.size() > 1 ? glue : Glue::kNone;
    token.sentence_start = sentence_start;
    token.folded_begin = static_cast<std::uint32_t>(tokens->folded_text.size());
    if (ascii) {
      std::string& all = tokens->folded_text;
      const std::size_t from = all.size();
      all += word;
      // Nothing but letters and digits: the bit makes capitals small and is set in the others.
      for (std::size_t i = from; i < all.size(); ++i) all[i] = static_cast<char>(all[i] | 0x20);
    } else {
      tokens->folded_text += fold_cached(word);
    }
    token.folded_end = static_cast<std::uint32_t>(tokens->folded_text.size());
    if (token.folded_begin == token.folded_end) {  // nothing but marks
      tokens->list.pop_back();
      return;
    }
    glue = Glue::kNone;
    sentence_start = false;
  }

  const std::string& fold_cached(std::string_view word) {
    if (folded.size() >= kFoldedCacheSize) folded.clear();
    const auto [entry, is_new] = folded.try_emplace(std::string(word));
    if (is_new) entry->second = fold(word);
    return entry->second;
  }

  // U.S. and the like: single letters with a dot behind each, two or more. True if one was taken.
  bool take_dotted_letters() {
    std::string letters;
    std::size_t at = position;
    bool ascii = true;
    while (true) {
      std::size_t dot = 0;
      const char32_t c = peek(at, &dot);
      if (at >= text.size() || classify(c) != CharClass::kLetter || dot >= text.size() ||
          text[dot] != '.')
        break;
      append_code_point(letters, c);
      ascii = ascii && c < 0x80;
      at = dot + 1;
    }
    if (at == position || letters.size() < 2) return false;
    // The last letter may lack its dot: U.S
    std::size_t next = 0;
    const char32_t c = peek(at, &next);
    if (at < text.size() && classify(c) == CharClass::kLetter &&
        (next >= text.size() || classify(peek(next)) != CharClass::kLetter)) {
      append_code_point(letters, c);
      ascii = ascii && c < 0x80;
      at = next;
    } else if (at < text.size() && classify(c) == CharClass::kLetter) {
      return false;  // e.g. "a.b.cde": no acronym
    }
    CaseCount letter_case;
    for (std::size_t i = 0; i < letters.size();) letter_case.see(next_code_point(letters, i));
    emit(position, at, letters, ascii, letter_case.result());
    position = at;
    return true;
  }

  void take_letters() {
    if (may_be_dotted() && take_dotted_letters()) return;
    if (take_ascii_letters()) return;
    const std::size_t begin = position;
    bool ascii = true;
    CaseCount letter_case;
    std::size_t at = begin;
    std::size_t end = begin;
    while (at < text.size()) {
      const char32_t c = peek(at, &at);
      const CharClass kind = classify(c);
      if (kind != CharClass::kLetter && kind != CharClass::kInvisible) break;
      ascii = ascii && c < 0x80;
      letter_case.see(c);
      end = at;
    }
    emit(begin, end, text.substr(begin, end - begin), ascii, letter_case.result());
    position = end;
    finish_word();
  }

  // The same for a word of plain letters only, which most are. False if it is none.
  bool take_ascii_letters() {
    const std::size_t begin = position;
    std::size_t end = begin;
    std::size_t upper = 0;
    while (end < text.size() && is_ascii_letter(text[end])) {
      upper += (text[end] & 0x20) == 0;
      ++end;
    }
    if (end == begin || (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80)) {
      return false;
    }
    const bool upper_first = (text[begin] & 0x20) == 0;
    const LetterCase letters = upper == 0                  ? LetterCase::kLower
                               : upper == end - begin      ? LetterCase::kUpper
                               : upper_first && upper == 1 ? LetterCase::kTitle
                                                           : LetterCase::kMixed;
    emit(begin, end, text.substr(begin, end - begin), true, letters);
    position = end;
    finish_word();
    return true;
  }

  // Whether a dot follows the first letter: most words need not be looked at twice.
  bool may_be_dotted() const {
    std::size_t behind = position;
    peek(position, &behind);
    return behind < text.size() && text[behind] == '.';
  }

  // What stands right behind a word may glue the next one to it.
  void finish_word() {
    std::size_t behind = position;
    if (position >= text.size()) return;
    const char32_t c = peek(position, &behind);
    const CharClass kind = classify(c);
    const CharClass next = behind < text.size() ? classify(peek(behind)) : CharClass::kOther;
    const bool word_follows = next == CharClass::kLetter || next == CharClass::kDigit;
    if (kind == CharClass::kDigit || kind == CharClass::kLetter) {
      glue = Glue::kDigits;
    } else if (kind == CharClass::kHyphen && word_follows) {
      glue = Glue::kHyphen;
      position = behind;
    } else if (kind == CharClass::kApostrophe && word_follows) {
      const bool s = text[behind] == 's' || text[behind] == 'S';
      const std::size_t after = behind + 1;
      if (s && (after >= text.size() || classify(peek(after)) != CharClass::kLetter)) {
        position = after;  // possessive
      } else {
        glue = Glue::kApostrophe;
        position = behind;
      }
    }
  }

  // The length of an English ordinal's ending at `at` ("st", "nd", "rd", "th" and no letter
  // behind), else 0.
  std::size_t ordinal_ending(std::size_t at) const {
    if (at + 2 > text.size()) return 0;
    const char a = static_cast<char>(text[at] | 0x20);
    const char b = static_cast<char>(text[at + 1] | 0x20);
    const bool ending = (a == 's' && b == 't') || (a == 'n' && b == 'd') ||
                        (a == 'r' && b == 'd') || (a == 't' && b == 'h');
    if (!ending || (at + 2 < text.size() && classify(peek(at + 2)) == CharClass::kLetter)) return 0;
    return 2;
  }

  void take_digits() {
    const std::size_t begin = position;
    bool ascii = true;
    std::size_t end = begin;
    while (end < text.size()) {
      std::size_t next = end;
      const char32_t c = peek(end, &next);
      if (classify(c) != CharClass::kDigit) break;
      ascii = ascii && c < 0x80;
      end = next;
    }
    const std::size_t ending = ordinal_ending(end);
    emit(begin, end + ending, text.substr(begin, end - begin), ascii, LetterCase::kNone);
    position = end + ending;
    finish_word();
  }

  void take_unspaced() {
    const std::size_t begin = position;
    std::size_t end = begin;
    while (end < text.size()) {
      std::size_t next = end;
      const CharClass kind = classify(peek(end, &next));
      if (kind != CharClass::kUnspaced) break;
      end = next;
    }
    position = end;
    if (unspaced == UnspacedScripts::kWords && cut_by_dictionary(begin, end)) return;
    for (std::size_t at = begin; at < end;) {
      const std::size_t start = at;
      next_code_point(text, at);
      emit(start, at, text.substr(start, at - start), false, LetterCase::kNone);
    }
  }

  bool cut_by_dictionary(std::size_t begin, std::size_t end) {
    UErrorCode status = U_ZERO_ERROR;
    if (!breaks) {
      breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
      if (U_FAILURE(status)) return false;
    }
    UText* run = utext_openUTF8(nullptr, text.data() + begin,
                                static_cast<std::int64_t>(end - begin), &status);
    breaks->setText(run, status);
    if (U_SUCCESS(status)) {
      std::int32_t from = breaks->first();
      for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE;
           from = to, to = breaks->next()) {
        const std::size_t word_begin = begin + static_cast<std::size_t>(from);
        const std::size_t word_end = begin + static_cast<std::size_t>(to);
        emit(word_begin, word_end, text.substr(word_begin, word_end - word_begin), false,
             LetterCase::kNone);
      }
    }
    utext_close(run);
    return U_SUCCESS(status);
  }

  void run() {
    bool after_newline = false;
    while (position < text.size()) {
      std::size_t next = position;
      const char32_t c = peek(position, &next);
      switch (classify(c)) {
        case CharClass::kLetter:
          take_letters();
          after_newline = false;
          continue;
        case CharClass::kDigit:
          take_digits();
          after_newline = false;
          continue;
        case CharClass::kUnspaced:
          take_unspaced();
          after_newline = false;
          continue;
        case CharClass::kSentenceEnd:
          sentence_start = true;
          break;
        case CharClass::kNewline:
          sentence_start = sentence_start || after_newline;
          after_newline = true;
          break;
        default:
          break;
      }
      glue = Glue::kNone;
      position = next;
    }
  }
};

Tokenizer::Tokenizer(UnspacedScripts unspaced) : state_(std::make_unique<State>()) {
  state_->unspaced = unspaced;
}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

void Tokenizer::tokenize(std::string_view text, Tokens& tokens) {
  tokens.clear();
  tokens.folded_text.reserve(text.size());
  State& state = *state_;
  state.text = text;
  state.tokens = &tokens;
  state.position = 0;
  state.glue = Glue::kNone;
  state.sentence_start = true;
  state.run();
}

}  // namespace rapporteur
