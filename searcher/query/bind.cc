// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/bind.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "common/text/utf8.h"
#include "searcher/facets/filter.h"

namespace rapporteur {

namespace {

constexpr std::size_t kMaxWords = 512;        // different words of one question
constexpr std::size_t kMaxPrefixForms = 500;  // words that one prefix stands for

std::string_view slice(std::string_view text, const TextRange& range) {
  return text.substr(range.begin, range.end - range.begin);
}

MatchNode leaf_node(Leaf leaf) {
  MatchNode node;
  node.kind = MatchNode::Kind::kLeaf;
  node.leaf = std::move(leaf);
  return node;
}

MatchNode records_node(DocSet records) {
  MatchNode node;
  node.kind = MatchNode::Kind::kRecords;
  node.records = std::move(records);
  return node;
}

MatchNode group(MatchNode::Kind kind, std::vector<MatchNode> children) {
  if (children.size() == 1 && kind != MatchNode::Kind::kNot) return std::move(children.front());
  MatchNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

class Binder {
 public:
  Binder(std::string_view typed, const std::vector<Recognised>& recognised, MatchDemand demand,
         const BindContext& context)
      : typed_(typed),
        recognised_(recognised),
        match_all_(demand == MatchDemand::kAllWords),
        loose_(demand == MatchDemand::kAnyWord),
        context_(context) {}

  BoundQuestion run(const ParsedQuestion& parsed, std::string_view remaining) {
    std::vector<MatchNode> optional = free_words(remaining);
    std::vector<MatchNode> required;
    for (const QueryNode& child : parsed.root.children) {
      context_.deadline.check_now();
      if (child.kind == QueryNode::Kind::kWords) continue;  // among the free words
      if (child.kind == QueryNode::Kind::kField || is_excluded_field(child)) {
        bound_.selections.push_back(selection(child));
      } else if (child.kind == QueryNode::Kind::kNot) {
        if (std::optional<MatchNode> node = visit_positive(child.children.front())) {
          bound_.excluded.push_back(std::move(*node));
        }
      } else if (std::optional<MatchNode> node = visit_positive(child)) {
        const bool must = match_all_ || (is_strict(child) && !loose_);
        (must ? required : optional).push_back(std::move(*node));
      }
    }
    bound_.is_strict = !required.empty() && !match_all_;
    bound_.has_words = !optional.empty() || !required.empty();
    bound_.root = bound_.has_words ? join(std::move(required), std::move(optional))
                                   : records_node(context_.view.columns.records());
    return std::move(bound_);
  }

 private:
  static bool is_strict(const QueryNode& node) {
    return node.kind == QueryNode::Kind::kPhrase || node.kind == QueryNode::Kind::kTitle ||
           node.kind == QueryNode::Kind::kAll;
  }

  MatchNode join(std::vector<MatchNode> required, std::vector<MatchNode> optional) const {
    if (match_all_) {
      required.insert(required.end(), std::make_move_iterator(optional.begin()),
                      std::make_move_iterator(optional.end()));
      return group(MatchNode::Kind::kAll, std::move(required));
    }
    if (required.empty()) return group(MatchNode::Kind::kAny, std::move(optional));
    if (!optional.empty()) {
      MatchNode maybe;
      maybe.kind = MatchNode::Kind::kMaybe;
      maybe.children = std::move(optional);
      required.push_back(std::move(maybe));
    }
    return group(MatchNode::Kind::kAll, std::move(required));
  }

  static bool is_excluded_field(const QueryNode& node) {
    return node.kind == QueryNode::Kind::kNot &&
           node.children.front().kind == QueryNode::Kind::kField;
  }

  FacetSelection selection(const QueryNode& node) const {
    const bool exclude = node.kind == QueryNode::Kind::kNot;
    const QueryNode& field = exclude ? node.children.front() : node;
    FacetSelection selection;
    selection.field = facet_field_from_name(field.field == "date" ? "year" : field.field)
                          .value_or(FacetField::kCountry);
    selection.value = std::string(slice(typed_, field.range));
    selection.exclude = exclude;
    return selection;
  }

  // The words that stand side by side. A record that has a theme or mandate that they name holds
  // them.
  std::vector<MatchNode> free_words(std::string_view remaining) {
    std::vector<MatchNode> nodes;
    std::vector<Leaf> leaves;
    if (recognised_.empty() || !context_.forms.only_function_words(remaining))
      leaves = context_.forms.words(remaining);
    if (leaves.size() > kMaxWords) {
      bound_.notices.push_back("of " + std::to_string(leaves.size()) +
                               " different words only the first " + std::to_string(kMaxWords) +
                               " were searched");
      leaves.resize(kMaxWords);
    }
    if (!leaves.empty()) add_hints(context_.forms.word_parts(remaining), leaves);
    for (Leaf& leaf : leaves) nodes.push_back(leaf_node(std::move(leaf)));
    // Under --match all a synonym would have to take the place of one word: it is left away.
    if (!context_.literal && !match_all_) {
      for (const ConceptMention& mention : context_.synonyms.find(remaining, context_.languages)) {
        Leaf leaf = context_.forms.synonyms(slice(remaining, mention.range), mention.others);
        nodes.push_back(leaf_node(std::move(leaf)));
        Expansion& expansion = bound_.expansions.emplace_back();
        expansion.words = collapse_spaces(slice(remaining, mention.range));
        for (const Synonym& other : mention.others) expansion.also.push_back(other.wording);
      }
    }
    std::vector<MatchNode> named;
    for (const Recognised& one : recognised_) {
      if (one.lifts_only && !one.in_passing) {
        named.push_back(
            records_node(records_with_value(context_.view.columns, one.field, one.value)));
      }
    }
    if (nodes.empty() || named.empty()) return nodes;
    if (!match_all_) {
      for (MatchNode& records : named) nodes.push_back(std::move(records));
      return nodes;
    }
    // Under --match all each word may be satisfied by the theme instead.
    for (MatchNode& node : nodes) {
      std::vector<MatchNode> either = named;
      either.push_back(std::move(node));
      node = group(MatchNode::Kind::kAny, std::move(either));
    }
    return nodes;
  }

  // A part that the question also says as a word of its own makes that word count more.
  void add_hints(std::vector<Leaf> hints, std::vector<Leaf>& leaves) {
    for (Leaf& hint : hints) {
      const auto same = [&](const Leaf& leaf) { return leaf.terms == hint.terms; };
      const auto word = std::find_if(leaves.begin(), leaves.end(), same);
      const auto part = std::find_if(bound_.hints.begin(), bound_.hints.end(), same);
      if (word != leaves.end()) {
        word->weight += hint.weight;
      } else if (part != bound_.hints.end()) {
        part->weight += hint.weight;
      } else {
        bound_.hints.push_back(std::move(hint));
      }
    }
  }

  std::optional<MatchNode> visit_positive(const QueryNode& node) {
    MatchNode visited = visit(node);
    const bool empty = visited.kind == MatchNode::Kind::kAny && visited.children.empty();
    if (empty) return std::nullopt;
    return visited;
  }

  MatchNode visit(const QueryNode& node) {
    context_.deadline.check_now();
    switch (node.kind) {
      case QueryNode::Kind::kAny:
        return visit_children(node, MatchNode::Kind::kAny);
      case QueryNode::Kind::kAll:
        return visit_children(node, loose_ ? MatchNode::Kind::kAny : MatchNode::Kind::kAll);
      case QueryNode::Kind::kNot:
        return visit_children(node, MatchNode::Kind::kNot);
      case QueryNode::Kind::kWords:
        return operand(node);
      case QueryNode::Kind::kPhrase:
        return loose_ ? any_word(node) : phrase(context_.forms.phrase(slice(typed_, node.range)));
      case QueryNode::Kind::kTitle:
        return loose_ ? any_word(node) : title(node);
      case QueryNode::Kind::kPrefix:
        return prefix(node);
      case QueryNode::Kind::kField:
        return field(node);
    }
    return {};
  }

  MatchNode visit_children(const QueryNode& node, MatchNode::Kind kind) {
    std::vector<MatchNode> children;
    for (const QueryNode& child : node.children) {
      if (std::optional<MatchNode> visited = visit_positive(child))
        children.push_back(std::move(*visited));
    }
    if (children.empty()) return {};
    return group(kind, std::move(children));
  }

  // A word beside an operator is that word; if it names a country or a body, records about it hold
  // it too.
  MatchNode operand(const QueryNode& node) {
    const std::string_view text = slice(typed_, node.range);
    std::vector<MatchNode> forms;
    std::vector<MatchNode> words;
    for (Leaf& leaf : context_.forms.words(text)) words.push_back(leaf_node(std::move(leaf)));
    if (!words.empty()) forms.push_back(group(MatchNode::Kind::kAll, std::move(words)));
    for (const NamedValue& name : context_.names.find(text)) {
      if (name.range.end - name.range.begin != text.size() || name.is_symbol) continue;
      const std::vector<std::string> self = {name.value};
      for (const std::string& value : name.members.empty() ? self : name.members)
        forms.push_back(records_node(records_with_value(context_.view.columns, name.field, value)));
    }
    return group(MatchNode::Kind::kAny, std::move(forms));
  }

  MatchNode any_word(const QueryNode& node) {
    std::vector<MatchNode> words;
    for (Leaf& leaf : context_.forms.words(slice(typed_, node.range)))
      words.push_back(leaf_node(std::move(leaf)));
    return group(MatchNode::Kind::kAny, std::move(words));
  }

  static MatchNode phrase(Leaf leaf) {
    if (leaf.phrases.empty()) return {};
    return leaf_node(std::move(leaf));
  }

  MatchNode title(const QueryNode& node) {
    const std::string_view text = slice(typed_, node.range);
    if (node.quoted) return phrase(context_.forms.title_phrase(text));
    std::vector<MatchNode> words;
    for (Leaf& leaf : context_.forms.title_words(text)) words.push_back(leaf_node(std::move(leaf)));
    return group(MatchNode::Kind::kAny, std::move(words));
  }

  MatchNode prefix(const QueryNode& node) {
    const std::string typed(slice(typed_, node.range));
    const std::string start = context_.forms.prefix(typed);
    if (start.empty()) {
      bound_.notices.push_back("\"" + typed +
                               "*\" was ignored: a star stands behind the beginning of one word, "
                               "of letters or of digits");
      return {};
    }
    bool more = false;
    Leaf leaf;
    leaf.label = typed + "*";
    leaf.terms =
        PostingReader(context_.view, context_.deadline).expand_prefix(start, kMaxPrefixForms, more);
    if (more) {
      bound_.notices.push_back("\"" + typed + "*\" stands for more than " +
                               std::to_string(kMaxPrefixForms) +
                               " words; the most frequent were searched");
    }
    return leaf_node(std::move(leaf));
  }

  MatchNode field(const QueryNode& node) {
    const std::optional<FacetField> facet =
        facet_field_from_name(node.field == "date" ? "year" : node.field);
    const std::string_view typed = slice(typed_, node.range);
    const std::vector<std::string> values =
        facet ? context_.names.resolve(*facet, typed) : std::vector<std::string>();
    if (values.empty()) {
      bound_.notices.push_back("\"" + node.field + ":" + std::string(typed) +
                               "\" was ignored: nothing is known by that name");
      return {};
    }
    DocSet records(context_.view.columns.size());
    for (const std::string& value : values)
      records |= records_with_value(context_.view.columns, *facet, value);
    return records_node(std::move(records));
  }

  std::string_view typed_;
  const std::vector<Recognised>& recognised_;
  bool match_all_;
  bool loose_;
  const BindContext& context_;
  BoundQuestion bound_;
};

}  // namespace

BoundQuestion bind(const ParsedQuestion& parsed, std::string_view typed, std::string_view remaining,
                   const std::vector<Recognised>& recognised, MatchDemand demand,
                   const BindContext& context) {
  return Binder(typed, recognised, demand, context).run(parsed, remaining);
}

}  // namespace rapporteur
