// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/subjects.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "common/text/utf8.h"
#include "common/vocabulary/phrase_reader.h"
#include "indexer/enrich/bodies.h"
#include "indexer/enrich/mandates.h"
#include "indexer/enrich/sessions.h"
#include "indexer/enrich/speaking_committee.h"
#include "indexer/enrich/symbols.h"
#include "indexer/enrich/themes.h"
#include "indexer/enrich/word_ids.h"

namespace rapporteur {

Result<SubjectVocabularies> SubjectVocabularies::load() {
  auto bodies = Bodies::load();
  if (!bodies) return bodies.error();
  auto phrases = BodyPhrases::make(*bodies);
  if (!phrases) return phrases.error();
  auto symbols = Symbols::load();
  if (!symbols) return symbols.error();
  auto mandates = Mandates::load();
  if (!mandates) return mandates.error();
  auto themes = Themes::load();
  if (!themes) return themes.error();
  return SubjectVocabularies{std::move(*bodies), std::move(*phrases), std::move(*symbols),
                             std::move(*mandates), std::move(*themes)};
}

namespace {

bool stands_before(const SubjectMention& a, const SubjectMention& b) {
  return std::pair(!a.in_title, a.begin) < std::pair(!b.in_title, b.begin);
}

// Mentions with each id once; of several the one that stands first.
class MentionList {
 public:
  void add(SubjectMention mention) {
    const auto [known, is_new] = places_.try_emplace(mention.id, list_.size());
    if (is_new) {
      list_.push_back(std::move(mention));
    } else if (stands_before(mention, list_[known->second])) {
      list_[known->second] = std::move(mention);
    }
  }

  // In the order of the text. Empties this list.
  std::vector<SubjectMention> take() {
    std::stable_sort(list_.begin(), list_.end(), stands_before);
    places_.clear();
    return std::exchange(list_, {});
  }

 private:
  std::vector<SubjectMention> list_;
  std::unordered_map<std::string, std::size_t> places_;
};

// A document carries its own symbol in its title, or alone on one of its first lines.
bool is_own_symbol(const CutText& text, const SymbolFound& symbol) {
  if (!symbol.printed) return false;
  if (symbol.begin < text.title_bytes) return true;
  constexpr std::size_t kHead = 200;  // bytes behind the title
  if (symbol.begin > text.title_bytes + kHead) return false;
  const std::string& it = text.text;
  const bool starts_line = it[symbol.begin - 1] == '\n';
  return starts_line && (symbol.end >= it.size() || it[symbol.end] == '\n');
}

// "A/HRC/RES/36/21, a year on" is the title of a text on that resolution, not of the resolution:
// its own title is its symbol, or ends with that.
bool is_whole_title(const CutText& text, const SymbolFound& symbol) {
  const std::string_view title = text.title();
  if (symbol.begin >= title.size()) return true;
  const std::string_view before = trim(title.substr(0, symbol.begin));
  const std::string_view behind = trim(title.substr(std::min(symbol.end, title.size())));
  return behind.empty() || behind == ")" || (before.empty() && !behind.starts_with(','));
}

}  // namespace

struct SubjectTagger::State {
  const SubjectVocabularies* vocabularies;
  PhraseReader names;
  WordIds name_words;
  MandateFinder mandate_finder;
  ThemeTagger theme_tagger;
  std::vector<PhraseMatch> matches;
  std::vector<MandateFound> mandates;
  MentionList bodies_named;
  MentionList sessions_named;
  MentionList symbols_named;
  MentionList mandates_named;

  explicit State(const SubjectVocabularies& all)
      : vocabularies(&all),
        names(all.body_phrases.matcher(), WordForm::kName, ""),
        mandate_finder(all.mandates),
        theme_tagger(all.themes) {}

  const std::string& id_of(std::uint16_t body) const { return vocabularies->bodies.all()[body].id; }

  void add_bodies(const CutText& text, const std::vector<BodyFound>& bodies) {
    for (const BodyFound& body : bodies) {
      if (body.name->match == BodyNameMatch::kShort) continue;
      bodies_named.add(text.mention(id_of(body.body), body.first, body.length));
      if (vocabularies->bodies.all()[body.body].kind == "special-procedure") {
        bodies_named.add(text.mention("SP", body.first, body.length));
      }
    }
  }

  // Where the committee whose decision it is calls itself nothing but "the Committee".
  void add_speaking_committee(const CutText& text, std::vector<BodyFound>& bodies) {
    const auto committee = find_speaking_committee(matches);
    if (!committee) return;
    const bool named = std::any_of(bodies.begin(), bodies.end(), [&](const BodyFound& body) {
      return body.body == committee->body;
    });
    if (named) return;
    bodies_named.add(text.mention(id_of(committee->body), committee->first, committee->length));
    const std::vector<BodyFound> short_forms =
        find_short_forms(vocabularies->body_phrases, matches, committee->body);
    bodies.insert(bodies.end(), short_forms.begin(), short_forms.end());
    std::stable_sort(bodies.begin(), bodies.end(),
                     [](const BodyFound& a, const BodyFound& b) { return a.first < b.first; });
  }

  void add_sessions(const CutText& text, const std::vector<BodyFound>& bodies, SubjectTags& tags) {
    const auto sessions = find_sessions(vocabularies->body_phrases, text, matches, bodies);
    for (const SessionFound& session : sessions) {
      SubjectMention mention = text.mention(session.id, session.first, session.length);
      tags.all_sessions.push_back(mention);
      sessions_named.add(std::move(mention));
      bodies_named.add(text.mention(id_of(session.body), session.first, session.length));
    }
  }

  void add_symbols(const CutText& text, const std::vector<SymbolFound>& symbols,
                   const SymbolFound* own, SubjectTags& tags) {
    const auto mention = [&](const std::string& id, const SymbolFound& symbol) {
      return text.mention_of_bytes(id, symbol.begin, symbol.end);
    };
    for (const SymbolFound& symbol : symbols) {
      symbols_named.add(mention(symbol.symbol, symbol));
      for (const std::string& body : symbol.meaning.bodies) bodies_named.add(mention(body, symbol));
    }
    if (own == nullptr) return;
    tags.kind = own->meaning.kind;
    const std::string& session = own->meaning.session;
    if (session.empty()) return;
    if (is_whole_title(text, *own)) tags.own_session = session;
    sessions_named.add(mention(session, *own));
    tags.all_sessions.push_back(mention(session, *own));
  }

  void add_mandates(const CutText& text, const std::vector<BodyFound>& bodies) {
    mandates.clear();
    const BodyFound* before = nullptr;
    for (const BodyFound& body : bodies) {
      if (vocabularies->bodies.all()[body.body].kind != "special-procedure") continue;
      if (before != nullptr && before->first == body.first) continue;
      mandate_finder.find_near(text, body.first, body.length, body.name->language, mandates);
      if (id_of(body.body) == "WGAD" || id_of(body.body) == "WGEID") {
        mandates_named.add(text.mention(
            id_of(body.body) == "WGAD" ? "arbitrary-detention" : "enforced-disappearances",
            body.first, body.length));
      }
      before = &body;
    }
    for (const MandateFound& found : mandates) {
      mandates_named.add(
          text.mention(vocabularies->mandates.all()[found.mandate].id, found.first, found.length));
    }
  }

  void add_themes(const CutText& text, SubjectTags& tags) {
    for (const ThemeFound& theme : theme_tagger.tag(text)) {
      tags.themes.push_back(
          text.mention(vocabularies->themes.all()[theme.theme].id, theme.first, theme.length));
    }
  }
};

SubjectTagger::SubjectTagger(const SubjectVocabularies& vocabularies)
    : state_(std::make_unique<State>(vocabularies)) {}
SubjectTagger::~SubjectTagger() = default;
SubjectTagger::SubjectTagger(SubjectTagger&&) noexcept = default;
SubjectTagger& SubjectTagger::operator=(SubjectTagger&&) noexcept = default;

SubjectTags SubjectTagger::tag(const PublicationText& publication) {
  CutText text;
  TextCutter().cut(publication, text);
  return tag(text);
}

SubjectTags SubjectTagger::tag(const CutText& text) {
  State& state = *state_;
  const BodyPhrases& phrases = state.vocabularies->body_phrases;
  const auto& ids =
      state.name_words.read(text, [&](std::string_view word, std::string_view folded) {
        return state.names.id_of(word, folded);
      });
  phrases.matcher().find(ids, state.matches);

  SubjectTags tags;
  std::vector<BodyFound> bodies = find_bodies(phrases, text, state.matches);
  const std::vector<SymbolFound> symbols =
      find_symbols(state.vocabularies->symbols, phrases, text, state.matches, bodies);
  const auto own = std::find_if(symbols.begin(), symbols.end(), [&](const SymbolFound& symbol) {
    return is_own_symbol(text, symbol);
  });
  tags.tells_case = tells_case(state.matches);
  if (tags.tells_case && own == symbols.end()) state.add_speaking_committee(text, bodies);
  state.add_bodies(text, bodies);
  state.add_sessions(text, bodies, tags);
  state.add_symbols(text, symbols, own == symbols.end() ? nullptr : &*own, tags);
  state.add_mandates(text, bodies);
  state.add_themes(text, tags);
  tags.bodies = state.bodies_named.take();
  tags.sessions = state.sessions_named.take();
  tags.symbols = state.symbols_named.take();
  tags.mandates = state.mandates_named.take();
  std::stable_sort(tags.all_sessions.begin(), tags.all_sessions.end(), stands_before);
  return tags;
}

}  // namespace rapporteur
