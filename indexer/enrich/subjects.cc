// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/enrich/subjects.h"

#include <algorithm>
#include <optional>

#include "common/vocabulary/phrase_reader.h"
#include "indexer/enrich/bodies.h"
#include "indexer/enrich/mandates.h"
#include "indexer/enrich/sessions.h"
#include "indexer/enrich/symbols.h"
#include "indexer/enrich/themes.h"

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

// Adds a mention unless its id is there; a mention in front of it takes its place.
void add_once(std::vector<SubjectMention>& mentions, SubjectMention mention) {
  const auto known =
      std::find_if(mentions.begin(), mentions.end(),
                   [&](const SubjectMention& other) { return other.id == mention.id; });
  if (known == mentions.end()) {
    mentions.push_back(std::move(mention));
  } else if (std::pair(!mention.in_title, mention.begin) <
             std::pair(!known->in_title, known->begin)) {
    *known = std::move(mention);
  }
}

void sort_by_place(std::vector<SubjectMention>& mentions) {
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const SubjectMention& a, const SubjectMention& b) {
                     return std::pair(!a.in_title, a.begin) < std::pair(!b.in_title, b.begin);
                   });
}

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

}  // namespace

struct SubjectTagger::State {
  const SubjectVocabularies* vocabularies;
  Tokenizer tokenizer{UnspacedScripts::kCharacters};
  PhraseReader names;
  MandateFinder mandate_finder;
  ThemeTagger theme_tagger;
  CutText text;
  std::vector<PhraseMatcher::WordId> ids;
  std::vector<PhraseMatch> matches;
  std::vector<MandateFound> mandates;

  explicit State(const SubjectVocabularies& all)
      : vocabularies(&all),
        names(all.body_phrases.matcher(), WordForm::kName, ""),
        mandate_finder(all.mandates),
        theme_tagger(all.themes) {}

  const std::string& id_of(std::uint16_t body) const { return vocabularies->bodies.all()[body].id; }

  void add_bodies(const std::vector<BodyFound>& bodies, SubjectTags& tags) {
    for (const BodyFound& body : bodies) {
      if (body.name->match == BodyNameMatch::kShort) continue;
      add_once(tags.bodies, text.mention(id_of(body.body), body.first, body.length));
      if (vocabularies->bodies.all()[body.body].kind == "special-procedure") {
        add_once(tags.bodies, text.mention("SP", body.first, body.length));
      }
    }
  }

  void add_sessions(const std::vector<BodyFound>& bodies, SubjectTags& tags) {
    const auto sessions = find_sessions(vocabularies->body_phrases, text, matches, bodies);
    for (const SessionFound& session : sessions) {
      SubjectMention mention = text.mention(session.id, session.first, session.length);
      tags.all_sessions.push_back(mention);
      add_once(tags.sessions, std::move(mention));
      add_once(tags.bodies, text.mention(id_of(session.body), session.first, session.length));
    }
  }

  void add_symbols(const std::vector<BodyFound>& bodies, SubjectTags& tags) {
    const auto symbols =
        find_symbols(vocabularies->symbols, vocabularies->body_phrases, text, matches, bodies);
    bool own = false;
    for (const SymbolFound& symbol : symbols) {
      const auto mention = [&](const std::string& id) {
        return text.mention_of_bytes(id, symbol.begin, symbol.end);
      };
      add_once(tags.symbols, mention(symbol.symbol));
      for (const std::string& body : symbol.meaning.bodies) add_once(tags.bodies, mention(body));
      if (own || !is_own_symbol(text, symbol)) continue;
      own = true;
      tags.kind = symbol.meaning.kind;
      if (!symbol.meaning.session.empty()) {
        add_once(tags.sessions, mention(symbol.meaning.session));
        tags.all_sessions.push_back(mention(symbol.meaning.session));
      }
    }
  }

  void add_mandates(const std::vector<BodyFound>& bodies, SubjectTags& tags) {
    mandates.clear();
    const BodyFound* before = nullptr;
    for (const BodyFound& body : bodies) {
      if (vocabularies->bodies.all()[body.body].kind != "special-procedure") continue;
      if (before != nullptr && before->first == body.first) continue;
      mandate_finder.find_near(text, body.first, body.length, body.name->language, mandates);
      if (id_of(body.body) == "WGAD" || id_of(body.body) == "WGEID") {
        add_once(tags.mandates, text.mention(id_of(body.body) == "WGAD" ? "arbitrary-detention"
                                                                        : "enforced-disappearances",
                                             body.first, body.length));
      }
      before = &body;
    }
    for (const MandateFound& found : mandates) {
      add_once(tags.mandates, text.mention(vocabularies->mandates.all()[found.mandate].id,
                                           found.first, found.length));
    }
  }

  void add_themes(SubjectTags& tags) {
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

SubjectTags SubjectTagger::tag(const SubjectText& publication) {
  State& state = *state_;
  state.text.assign(publication, state.tokenizer);
  const BodyPhrases& phrases = state.vocabularies->body_phrases;
  state.names.read(state.text.text, state.text.tokens, 0, state.text.size(), state.ids);
  phrases.matcher().find(state.ids, state.matches);

  SubjectTags tags;
  const std::vector<BodyFound> bodies = find_bodies(phrases, state.text, state.matches);
  state.add_bodies(bodies, tags);
  state.add_sessions(bodies, tags);
  state.add_symbols(bodies, tags);
  state.add_mandates(bodies, tags);
  state.add_themes(tags);
  for (auto* list : {&tags.bodies, &tags.sessions, &tags.symbols, &tags.mandates}) {
    sort_by_place(*list);
  }
  sort_by_place(tags.all_sessions);
  return tags;
}

}  // namespace rapporteur
