// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where words begin and end, and their folded form. The one tokenizer of the house: the index, the
// query, the taggers and the snippets all see the same words.
//
//   "The U.S. and Türkiye's non-governmental groups (HRC40)"
//     -> the us and turkiye non governmental groups hrc 40
//
// Rules: a word is a run of letters, marks and digits; a change between letters and digits ends it;
// dotted single letters are one word (U.S. -> us); a possessive 's is dropped; any other apostrophe
// or hyphen ends a word, and the next token says that it is glued to the one before, so that users
// may write nongovernmental and HRC40 either way. Scripts without spaces (Han, Kana, Thai, Lao,
// Khmer, Myanmar) are cut by ICU's dictionaries or by character.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// How letters look in the source; country names need it ("US" and "us", "Turkey" and "turkey").
enum class LetterCase : std::uint8_t { kNone, kLower, kTitle, kUpper, kMixed };

// What joins a token to the one before it in the source.
enum class Glue : std::uint8_t {
  kNone,        // white space or punctuation between them
  kHyphen,      // non-governmental
  kDigits,      // HRC40: a change between letters and digits, nothing between
  kApostrophe,  // l'homme
};

// A token; the views into `folded` texts belong to the Tokens that hold it.
struct Token {
  std::uint32_t begin = 0;  // byte range in the text that was cut
  std::uint32_t end = 0;
  std::uint32_t folded_begin = 0;  // byte range in Tokens::folded_text
  std::uint32_t folded_end = 0;
  LetterCase letter_case = LetterCase::kNone;
  Glue glue = Glue::kNone;
  bool sentence_start =
      false;  // first word of the text, of a paragraph, or after . ! ? or their kin
};

// The tokens of one text. Value type; reuse one object to save allocations.
struct Tokens {
  std::vector<Token> list;
  std::string folded_text;  // all folded forms, one behind the other

  std::string_view folded(const Token& token) const {
    return std::string_view(folded_text)
        .substr(token.folded_begin, token.folded_end - token.folded_begin);
  }
  std::string_view folded(std::size_t index) const { return folded(list[index]); }
  void clear() {
    list.clear();
    folded_text.clear();
  }
};

// How scripts without spaces are cut.
enum class UnspacedScripts { kWords, kCharacters };

// Cuts text into tokens. An object keeps ICU state and caches: one a thread, cheap to reuse,
// expensive to make.
class Tokenizer {
 public:
  explicit Tokenizer(UnspacedScripts unspaced = UnspacedScripts::kWords);
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  // Replaces `tokens` by those of `text` (valid UTF-8, under 4 GiB).
  void tokenize(std::string_view text, Tokens& tokens);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The folded form of `text`: lower case, compatibility forms and accents removed (NFKD without
// marks, and ł ø ß ı and their kin), nothing else changed. Safe from any thread.
std::string fold(std::string_view text);

// `text` in lower case with compatibility forms resolved and accents kept (what stemmers expect).
// Any thread.
std::string fold_case(std::string_view text);

}  // namespace rapporteur
