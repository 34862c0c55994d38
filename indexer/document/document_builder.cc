// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/document_builder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "common/index/packed_facets.h"
#include "common/index/stored_record.h"
#include "common/index/symbol_term.h"
#include "common/index/terms.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "indexer/document/word_postings.h"
#include "indexer/group/signature_builder.h"

namespace rapporteur {

namespace {

using schema::Facet;

Result<void> check(const Record& record) {
  const auto rejected = [](std::string message) {
    return Error{ErrorCode::kInvalidInput, std::move(message)};
  };
  if (record.id.empty()) return rejected("the record has no id");
  for (std::size_t i = 0; i < record.id.size();) {
    if (is_space(next_code_point(record.id, i))) {
      return rejected("the id \"" + record.id + "\" has white space in it");
    }
  }
  if (record.text.size() > DocumentBuilder::kMaxTextBytes) {
    return rejected("the record \"" + record.id + "\" has more than " +
                    std::to_string(DocumentBuilder::kMaxTextBytes >> 20) +
                    " MiB of text; cut it into parts");
  }
  return {};
}

// The facet terms of a document and its packed slot; a value that is given twice counts once.
class FacetWriter {
 public:
  explicit FacetWriter(Xapian::Document& document) : document_(document) {}
  ~FacetWriter() {
    if (!packed_.empty()) document_.add_value(schema::kFacetSlot, packed_);
  }
  FacetWriter(const FacetWriter&) = delete;
  FacetWriter& operator=(const FacetWriter&) = delete;

  void add(Facet facet, std::string_view value, unsigned char weight = 0) {
    if (value.empty()) return;
    const std::string term = facet_term(facet, value);
    if (!seen_.insert(term).second) return;
    document_.add_boolean_term(term);
    pack_facet(facet, value, weight, packed_);
  }

  void add_all(Facet facet, const std::optional<std::vector<std::string>>& values) {
    if (!values) return;
    for (const std::string& value : *values) add(facet, value);
  }

  void add_country(const RecordCountry& country) {
    const double share = std::clamp(country.salience, 0.0, 1.0);
    const auto salience = static_cast<unsigned char>(std::lround(share * 127));
    add(Facet::kCountry, country.code,
        static_cast<unsigned char>(salience | (country.primary ? kPrimaryBit : 0)));
    if (country.primary && !country.code.empty()) {
      document_.add_boolean_term(facet_term(Facet::kPrimaryCountry, country.code));
    }
  }

 private:
  Xapian::Document& document_;
  std::set<std::string> seen_;
  std::string packed_;
};

void add_facets(const Record& record, Xapian::Document& document) {
  FacetWriter facets(document);
  if (record.countries) {
    // Primary ones first: if a code is given twice, the better claim is kept.
    for (const bool primary : {true, false}) {
      for (const RecordCountry& country : *record.countries) {
        if (country.primary == primary) facets.add_country(country);
      }
    }
  }
  facets.add_all(Facet::kBody, record.bodies);
  facets.add_all(Facet::kSession, record.sessions);
  facets.add_all(Facet::kMandate, record.mandates);
  facets.add_all(Facet::kTheme, record.themes);
  if (record.language && *record.language) facets.add(Facet::kLanguage, **record.language);
  if (record.kind) facets.add(Facet::kKind, *record.kind);
}

void add_symbols(const Record& record, Xapian::Document& document) {
  if (!record.symbols) return;
  for (const std::string& symbol : *record.symbols) {
    const std::string term = symbol_term(symbol);
    if (!term.empty()) document.add_boolean_term(term);
  }
}

void add_dates(const Record& record, Xapian::Document& document) {
  if (!record.date || !*record.date) return;
  const DateInterval& interval = (*record.date)->interval;
  if (!is_valid(interval.from) || !is_valid(interval.to) || interval.to < interval.from) return;
  for (const std::string& term : date_terms(interval)) document.add_boolean_term(term);
  document.add_value(schema::kDateFromSlot, encode_day(interval.from));
  document.add_value(schema::kDateToSlot, encode_day(interval.to));
}

// Tokens take far more room than their text, so a long one is analysed in parts that end at a
// space.
std::size_t end_of_part(std::string_view text) {
  constexpr std::size_t kPart = 1u << 20;
  if (text.size() <= kPart) return text.size();
  return std::min(text.find_first_of(" \n", kPart), text.size());
}

}  // namespace

struct DocumentBuilder::State {
  Tokenizer tokenizer;
  Tokens tokens;
  WordPostings postings;
  SignatureBuilder signature;
  std::map<std::string, Lexicon, std::less<>> lexicons;  // by language; "" for all without stemmer
  static constexpr std::uint32_t kMaxWords = 200000;     // some 40 MB

  Lexicon& lexicon_for(const Record& record) {
    std::uint32_t words = 0;
    for (const auto& [language, lexicon] : lexicons) words += lexicon.words();
    if (words > kMaxWords) lexicons.clear();
    std::string_view language = "en";
    if (record.language && *record.language) language = **record.language;
    const auto& known = stemmed_languages();
    if (!std::binary_search(known.begin(), known.end(), language)) language = {};
    auto found = lexicons.find(language);
    if (found == lexicons.end()) found = lexicons.emplace(language, Lexicon(language)).first;
    return found->second;
  }

  // The title's words under their own prefix.
  void add_title_terms(std::string_view title, Lexicon& lexicon, Xapian::Document& document) {
    Xapian::termpos position = 1;
    for (const Token& token : tokens.list) {
      const auto word = lexicon.look_up(word_to_stem(title, tokens, token), tokens.folded(token));
      if (word.stem != Lexicon::kNone) {
        document.add_posting(title_term(lexicon.stem(word.stem)), position);
      }
      ++position;
    }
  }

  void add_words(const Record& record, Xapian::Document& document) {
    Lexicon& lexicon = lexicon_for(record);
    Xapian::termpos position = 1;
    if (record.title && *record.title && !(*record.title)->empty()) {
      const std::string& title = **record.title;
      tokenizer.tokenize(title, tokens);
      add_title_terms(title, lexicon, document);
      signature.add_title(title, tokens);
      position = postings.add(title, tokens, lexicon, 1, schema::kTitleWeight) + schema::kTitleGap;
    }
    for (std::string_view rest = record.text; !rest.empty();) {
      const std::string_view part = rest.substr(0, end_of_part(rest));
      rest.remove_prefix(part.size());
      tokenizer.tokenize(part, tokens);
      position = postings.add(part, tokens, lexicon, position, 1);
      signature.add_text(tokens);
    }
    postings.move_into(document, lexicon);
  }
};

DocumentBuilder::DocumentBuilder() : state_(std::make_unique<State>()) {}
DocumentBuilder::~DocumentBuilder() = default;

Result<Xapian::Document> DocumentBuilder::build(const Record& record, std::string_view origin) {
  if (auto checked = check(record); !checked) return checked.error();
  Xapian::Document document;
  state_->add_words(record, document);
  add_facets(record, document);
  add_symbols(record, document);
  add_dates(record, document);
  document.add_boolean_term(id_term(record.id));
  document.add_value(schema::kIdSlot, record.id);
  document.add_value(schema::kSignatureSlot, pack(state_->signature.finish(record)));
  if (!record.source.empty()) document.add_boolean_term(source_term(record.source));
  if (!origin.empty() && origin != record.source) document.add_boolean_term(source_term(origin));
  document.set_data(store_record(record));
  return document;
}

}  // namespace rapporteur
