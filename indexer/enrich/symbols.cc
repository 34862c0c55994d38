// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/symbols.h"

#include <algorithm>

namespace rapporteur {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

bool is_symbol_char(char c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '/';
}

class Finder {
 public:
  Finder(const Symbols& symbols, const BodyPhrases& phrases, const CutText& text,
         const std::vector<PhraseMatch>& matches, const std::vector<BodyFound>& bodies)
      : symbols_(symbols),
        all_(phrases.bodies().all()),
        text_(text),
        matches_(matches),
        bodies_(bodies) {}

  std::vector<SymbolFound> find() {
    find_printed();
    find_worded();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const SymbolFound& a, const SymbolFound& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  void find_printed() {
    const std::string& text = text_.text;
    for (std::size_t slash = text.find('/'); slash != std::string::npos;
         slash = text.find('/', slash + 1)) {
      std::size_t begin = slash;
      while (begin > 0 && is_upper(text[begin - 1])) --begin;
      if (begin == slash || slash - begin > 5) continue;
      if (begin > 0 && (is_symbol_char(text[begin - 1]) || (text[begin - 1] & 0x80) != 0)) {
        // Behind a letter of another alphabet a symbol may start (决议A/RES/72/1), behind one of
        // ours not.
        if ((text[begin - 1] & 0x80) == 0) continue;
      }
      if (!symbols_.may_start_with(std::string_view(text).substr(begin, slash - begin))) continue;
      const std::size_t end = symbol_end(slash);
      std::string symbol = text.substr(begin, end - begin);
      std::size_t behind = end;
      append_brackets(symbol, behind);
      while (!symbol.empty() &&
             (symbol.back() == '.' || symbol.back() == '-' || symbol.back() == '/')) {
        symbol.pop_back();
        behind = std::min(behind, begin + symbol.size());
      }
      if (auto meaning = read(symbol)) {
        found_.push_back({symbol, std::move(*meaning), begin, std::max(behind, slash), true});
        slash = std::max(slash, behind - 1);
      }
    }
  }

  std::optional<SymbolMeaning> read(std::string& symbol) const {
    const bool has_digit = std::any_of(symbol.begin(), symbol.end(), is_digit);
    const bool has_bracket = symbol.find('(') != std::string::npos;
    if (!has_digit && !has_bracket) return std::nullopt;
    return symbols_.read(symbol);
  }

  // Where the symbol around the slash ends; brackets with a Roman number or a year inside belong to
  // it.
  std::size_t symbol_end(std::size_t slash) const {
    const std::string& text = text_.text;
    std::size_t end = slash;
    while (end < text.size()) {
      if (is_symbol_char(text[end])) {
        ++end;
      } else if (text[end] == '(' && bracket_end(end) != 0) {
        end = bracket_end(end);
      } else {
        break;
      }
    }
    return end;
  }

  // The byte behind "(XXI)" or "(2000)" at `open`; 0 if there is none.
  std::size_t bracket_end(std::size_t open) const {
    const std::string& text = text_.text;
    if (open >= text.size() || text[open] != '(') return 0;
    std::size_t at = open + 1;
    while (
        at < text.size() && at < open + 12 &&
        (is_digit(text[at]) || std::string_view("IVXLC").find(text[at]) != std::string_view::npos))
      ++at;
    return at > open + 1 && at < text.size() && text[at] == ')' ? at + 1 : 0;
  }

  // "A/RES/2200 A (XXI)" and "S/RES/1325 (2000)" are written with spaces.
  void append_brackets(std::string& symbol, std::size_t& end) const {
    const std::string& text = text_.text;
    if (symbol.empty() || !is_digit(symbol.back())) return;
    std::size_t at = end;
    std::string letter;
    if (at + 2 < text.size() && text[at] == ' ' && is_upper(text[at + 1]) && text[at + 2] == ' ') {
      letter = text[at + 1];
      at += 2;
    }
    if (at < text.size() && text[at] == ' ') ++at;
    const std::size_t behind = bracket_end(at);
    if (behind == 0) return;
    symbol += letter;
    symbol += text.substr(at, behind - at);
    end = behind;
  }

  // "resolution 36/21", "resolution 1325 (2000)" beside the name of a body.
  void find_worded() {
    for (const PhraseMatch& match : matches_) {
      const BodyPhrase kind = kind_of(match);
      if (kind != BodyPhrase::kResolution && kind != BodyPhrase::kDecision) continue;
      const std::uint32_t end = match.first + match.length;
      // Chinese puts the number before the word: 第36/21号决议.
      std::uint32_t number = end;
      while (number < text_.size() && number < end + 3 && !starts_number(number)) ++number;
      if (number >= text_.size() || !starts_number(number) || crosses_sentence(end, number)) {
        if (match.first < 4) continue;
        number = match.first - 4;
        while (number < match.first && !starts_number(number)) ++number;
        if (number == match.first || text_.tokens.folded(match.first) != "决") continue;
      }
      take_worded(match, number, kind == BodyPhrase::kDecision);
    }
  }

  bool all_digits(std::uint32_t at) const {
    const std::string_view word = text_.tokens.folded(at);
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
  }

  bool starts_number(std::uint32_t at) const { return at < text_.size() && all_digits(at); }

  bool crosses_sentence(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at <= to && at < text_.size(); ++at) {
      if (text_.starts_sentence(at)) return true;
    }
    return false;
  }

  void take_worded(const PhraseMatch& match, std::uint32_t number, bool decision) {
    const std::string first(text_.tokens.folded(number));
    std::string second;
    std::uint32_t last = number;
    if (number + 1 < text_.size() && text_.gap_before(number + 1) == "/" &&
        all_digits(number + 1)) {
      second = text_.tokens.folded(number + 1);
      last = number + 1;
    }
    const BodyFound* body = body_beside(match, last, first, second);
    if (body == nullptr) return;
    const std::string id = all_[body->body].id;
    std::string symbol;
    const std::string what = decision ? "DEC/" : "RES/";
    if (!second.empty()) {
      if (id == "HRC") symbol = "A/HRC/" + what + first + "/" + second;
      if (id == "GA") symbol = "A/" + what + first + "/" + second;
      if (id == "CHR") symbol = "E/CN.4/" + what + first + "/" + second;
      if (id == "ECOSOC") symbol = "E/" + what + first + "/" + second;
    } else if (id == "SC" && !decision) {
      symbol = "S/RES/" + first;
      if (last + 1 < text_.size() && all_digits(last + 1) && text_.gap_before(last + 1) == " (" &&
          text_.tokens.folded(last + 1).size() == 4) {
        symbol += "(" + std::string(text_.tokens.folded(last + 1)) + ")";
        ++last;
      }
    }
    auto meaning = symbol.empty() ? std::nullopt : symbols_.read(symbol);
    if (!meaning) return;
    const std::uint32_t begin = std::min(match.first, number);
    found_.push_back({std::move(symbol), std::move(*meaning), text_.tokens.list[begin].begin,
                      text_.tokens.list[last].end, false});
  }

  bool could_adopt(const BodyFound& body, const std::string& first,
                   const std::string& second) const {
    const std::string& id = all_[body.body].id;
    if (body.name->match == BodyNameMatch::kShort && id != "HRC") return false;
    if (second.empty()) return id == "SC";
    const bool is_year = first.size() == 4;
    if (id == "HRC" || id == "GA") return !is_year && first.size() <= 2;
    return (id == "CHR" || id == "ECOSOC") && is_year;
  }

  // The body in the words right before or behind ("resolution 60/251 of the General Assembly").
  const BodyFound* body_beside(const PhraseMatch& match, std::uint32_t last,
                               const std::string& first, const std::string& second) const {
    constexpr std::uint32_t kNear = 6;
    const BodyFound* best = nullptr;
    std::uint32_t distance = kNear + 1;
    const std::uint32_t from = match.first > 24 ? match.first - 24 : 0;
    auto it = std::lower_bound(
        bodies_.begin(), bodies_.end(), from,
        [](const BodyFound& body, std::uint32_t token) { return body.first < token; });
    for (; it != bodies_.end() && it->first <= last + kNear; ++it) {
      if (!could_adopt(*it, first, second)) continue;
      const std::uint32_t end = it->first + it->length;
      const bool before = end <= match.first;
      const std::uint32_t gap = before             ? match.first - end
                                : it->first > last ? it->first - last
                                                   : 0;
      if (gap >= distance) continue;
      if (before ? crosses_sentence(end, match.first) : crosses_sentence(last + 1, it->first))
        continue;
      best = &*it;
      distance = gap;
    }
    return best;
  }

  const Symbols& symbols_;
  const std::vector<Body>& all_;
  const CutText& text_;
  const std::vector<PhraseMatch>& matches_;
  const std::vector<BodyFound>& bodies_;
  std::vector<SymbolFound> found_;
};

}  // namespace

std::vector<SymbolFound> find_symbols(const Symbols& symbols, const BodyPhrases& phrases,
                                      const CutText& text, const std::vector<PhraseMatch>& matches,
                                      const std::vector<BodyFound>& bodies) {
  return Finder(symbols, phrases, text, matches, bodies).find();
}

}  // namespace rapporteur
