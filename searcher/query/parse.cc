// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/parse.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/utf8.h"

namespace rapporteur {

namespace {

constexpr int kMaxDepth = 40;  // of brackets; deeper ones are ignored

constexpr std::array<std::string_view, 13> kFieldNames = {
    "country", "primary_country", "body", "session", "mandate", "theme", "language", "kind",
    "year",    "title",           "date", "lang",    "region",
};

struct Lexeme {
  enum class Kind {
    kWord,
    kPhrase,
    kPrefix,
    kField,
    kTitle,
    kOpen,
    kClose,
    kAnd,
    kOr,
    kNot,
    kMinus
  };
  Kind kind = Kind::kWord;
  TextRange range;
  std::string field;
  bool quoted = false;
};

bool is_quote(char32_t c) {
  return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»' || c == U'＂';
}

bool has_lower_case(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Lexer {
 public:
  Lexer(std::string_view text, bool literal, std::vector<std::string>& notices)
      : text_(text), literal_(literal), operators_(has_lower_case(text)), notices_(notices) {}

  std::vector<Lexeme> run() {
    while (true) {
      skip_spaces();
      if (position_ >= text_.size()) return std::move(lexemes_);
      literal_ ? take_word() : take_lexeme();
    }
  }

 private:
  char32_t peek(std::size_t at, std::size_t* next = nullptr) const {
    if (at >= text_.size()) return 0;
    const char32_t c = next_code_point(text_, at);
    if (next != nullptr) *next = at;
    return c;
  }

  void skip_spaces() {
    std::size_t next = position_;
    while (position_ < text_.size() && is_space(peek(position_, &next))) position_ = next;
  }

  void take_lexeme() {
    std::size_t next = position_;
    const char32_t c = peek(position_, &next);
    if (c == U'(' || c == U')') {
      push(c == U'(' ? Lexeme::Kind::kOpen : Lexeme::Kind::kClose, {position_, next});
      position_ = next;
    } else if (is_quote(c)) {
      position_ = next;
      push(Lexeme::Kind::kPhrase, take_quoted());
      lexemes_.back().quoted = true;
    } else if (c == U'-' && next < text_.size() && !is_space(peek(next)) && peek(next) != U'-') {
      push(Lexeme::Kind::kMinus, {position_, next});
      position_ = next;
    } else {
      take_word();
    }
  }

  // From behind the opening quote; to the closing one, or to the end.
  TextRange take_quoted() {
    const std::size_t begin = position_;
    while (position_ < text_.size()) {
      std::size_t next = position_;
      if (is_quote(peek(position_, &next))) {
        const TextRange range{begin, position_};
        position_ = next;
        return range;
      }
      position_ = next;
    }
    notices_.push_back(
        "a quotation mark is not closed; the phrase was taken to reach to the end of the question");
    return {begin, position_};
  }

  void take_word() {
    const std::size_t begin = position_;
    while (position_ < text_.size()) {
      std::size_t next = position_;
      const char32_t c = peek(position_, &next);
      if (is_space(c)) break;
      if (!literal_ && (c == U'(' || c == U')' || is_quote(c))) break;
      position_ = next;
      if (!literal_ && c == U':' && take_field(begin)) return;
    }
    const TextRange range{begin, position_};
    const std::string_view word = text_.substr(begin, position_ - begin);
    if (literal_) {
      push(Lexeme::Kind::kWord, range);
    } else if (operators_ && (word == "AND" || word == "OR" || word == "NOT")) {
      push(word == "AND"  ? Lexeme::Kind::kAnd
           : word == "OR" ? Lexeme::Kind::kOr
                          : Lexeme::Kind::kNot,
           range);
    } else if (word.size() > 1 && word.back() == '*') {
      push(Lexeme::Kind::kPrefix, {begin, position_ - 1});
    } else {
      push(Lexeme::Kind::kWord, range);
    }
  }

  // At "name:" read so far: a field if the name is one and a value follows directly.
  bool take_field(std::size_t begin) {
    std::string name(text_.substr(begin, position_ - 1 - begin));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    if (std::find(kFieldNames.begin(), kFieldNames.end(), name) == kFieldNames.end()) return false;
    std::size_t next = position_;
    const char32_t first = peek(position_, &next);
    if (position_ >= text_.size() || is_space(first)) return false;
    Lexeme lexeme;
    lexeme.kind = name == "title" ? Lexeme::Kind::kTitle : Lexeme::Kind::kField;
    lexeme.field = name == "lang" ? "language" : name == "region" ? "country" : name;
    if (is_quote(first)) {
      position_ = next;
      lexeme.range = take_quoted();
      lexeme.quoted = true;
    } else {
      lexeme.range.begin = position_;
      while (position_ < text_.size()) {
        const char32_t c = peek(position_, &next);
        if (is_space(c) || c == U'(' || c == U')') break;
        position_ = next;
      }
      lexeme.range.end = position_;
    }
    lexemes_.push_back(std::move(lexeme));
    return true;
  }

  void push(Lexeme::Kind kind, TextRange range) {
    Lexeme& lexeme = lexemes_.emplace_back();
    lexeme.kind = kind;
    lexeme.range = range;
  }

  std::string_view text_;
  bool literal_;
  bool operators_;  // AND, OR and NOT mean something: not where everything is in capitals
  std::vector<std::string>& notices_;
  std::size_t position_ = 0;
  std::vector<Lexeme> lexemes_;
};

// NOT binds tighter than AND, AND than OR, OR than standing side by side.
class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, std::vector<std::string>& notices)
      : lexemes_(std::move(lexemes)), notices_(notices) {}

  QueryNode run() {
    QueryNode root = sequence(0);
    while (position_ < lexemes_.size()) {  // a closing bracket without an opening one
      ++position_;
      ignored("a closing bracket");
      QueryNode rest = sequence(0);
      for (QueryNode& child : rest.children) root.children.push_back(std::move(child));
    }
    return root;
  }

 private:
  using Kind = Lexeme::Kind;

  bool at(Kind kind) const {
    return position_ < lexemes_.size() && lexemes_[position_].kind == kind;
  }

  void ignored(const std::string& what) { notice(what + " that belongs to nothing was ignored"); }

  // Once is enough: a question may hold a thousand stray brackets.
  void notice(const std::string& text) {
    if (std::find(notices_.begin(), notices_.end(), text) == notices_.end()) {
      notices_.push_back(text);
    }
  }

  QueryNode sequence(int depth) {
    QueryNode any;
    while (position_ < lexemes_.size() && !at(Kind::kClose)) {
      if (std::optional<QueryNode> node = or_expression(depth))
        any.children.push_back(std::move(*node));
    }
    return any;
  }

  std::optional<QueryNode> or_expression(int depth) {
    return joined(depth, Kind::kOr, QueryNode::Kind::kAny, "OR", &Parser::and_expression);
  }
  std::optional<QueryNode> and_expression(int depth) {
    return joined(depth, Kind::kAnd, QueryNode::Kind::kAll, "AND", &Parser::unary);
  }

  std::optional<QueryNode> joined(int depth, Kind operation, QueryNode::Kind kind, const char* name,
                                  std::optional<QueryNode> (Parser::*operand)(int)) {
    std::optional<QueryNode> left = (this->*operand)(depth);
    QueryNode node;
    node.kind = kind;
    while (at(operation)) {
      ++position_;
      std::optional<QueryNode> right = (this->*operand)(depth);
      if (!left || !right) {
        ignored(name);
        if (!left) left = std::move(right);
        continue;
      }
      if (node.children.empty()) node.children.push_back(std::move(*left));
      node.children.push_back(std::move(*right));
    }
    if (node.children.empty()) return left;
    return node;
  }

  std::optional<QueryNode> unary(int depth) {
    bool negated = false;
    while (at(Kind::kNot) || at(Kind::kMinus)) {
      negated = !negated;
      ++position_;
    }
    std::optional<QueryNode> node = primary(depth);
    if (!node) {
      if (negated) ignored("NOT");
      return std::nullopt;
    }
    if (!negated) return node;
    QueryNode inverted;
    inverted.kind = QueryNode::Kind::kNot;
    inverted.children.push_back(std::move(*node));
    return inverted;
  }

  std::optional<QueryNode> primary(int depth) {
    // An operator without a left side: joined() takes it from here.
    if (position_ >= lexemes_.size() || at(Kind::kClose) || at(Kind::kAnd) || at(Kind::kOr))
      return std::nullopt;
    const Lexeme lexeme = lexemes_[position_++];
    if (lexeme.kind == Kind::kOpen) return brackets(depth);
    QueryNode node;
    node.range = lexeme.range;
    node.quoted = lexeme.quoted;
    node.field = lexeme.field;
    switch (lexeme.kind) {
      case Kind::kPhrase:
        node.kind = QueryNode::Kind::kPhrase;
        break;
      case Kind::kPrefix:
        node.kind = QueryNode::Kind::kPrefix;
        break;
      case Kind::kField:
        node.kind = QueryNode::Kind::kField;
        break;
      case Kind::kTitle:
        node.kind = QueryNode::Kind::kTitle;
        break;
      default:
        node.kind = QueryNode::Kind::kWords;
        break;
    }
    return node;
  }

  std::optional<QueryNode> brackets(int depth) {
    if (depth >= kMaxDepth) {
      notice("brackets deeper than 40 were ignored");
      return std::nullopt;
    }
    QueryNode inner = sequence(depth + 1);
    if (at(Kind::kClose)) {
      ++position_;
    } else {
      ignored("an opening bracket");
    }
    if (inner.children.empty()) return std::nullopt;
    return inner;
  }

  std::vector<Lexeme> lexemes_;
  std::vector<std::string>& notices_;
  std::size_t position_ = 0;
};

}  // namespace

ParsedQuestion parse_question(std::string_view text, bool literal) {
  ParsedQuestion parsed;
  std::vector<Lexeme> lexemes = Lexer(text, literal, parsed.notices).run();
  parsed.root = Parser(std::move(lexemes), parsed.notices).run();
  return parsed;
}

}  // namespace rapporteur
