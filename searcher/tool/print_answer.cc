// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/tool/print_answer.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

#include "common/text/printable.h"
#include "searcher/tool/trec_run.h"
#include "searcher/tool/year_histogram.h"

namespace rapporteur {

namespace {

constexpr std::size_t kFacetsInText = 8;  // values a facet, or lines of years, beside the hits

std::string fixed(double number, int digits) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%.*f", digits, number);
  return buffer;
}

std::string date_words(const HitDate& date) {
  if (date.precision == "day") return to_iso(date.interval.from);
  if (date.precision == "month") return to_iso(date.interval.from).substr(0, 7);
  if (date.precision == "year") return to_iso(date.interval.from).substr(0, 4);
  return to_iso(date.interval.from) + ".." + to_iso(date.interval.to);
}

std::string joined(const std::vector<std::string>& words, const char* separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

std::string country_words(const Hit& hit) {
  std::vector<std::string> words;
  for (const HitCountry& country : hit.countries)
    words.push_back(country.code + (country.primary ? "*" : ""));
  return joined(words, " ");
}

std::string reading_words(const std::vector<Reading>& readings) {
  std::vector<std::string> words;
  for (const Reading& one : readings) {
    words.push_back(one.facet == "word"    ? "a word"
                    : one.facet == "month" ? "the month"
                                           : one.label + " (" + one.facet + ":" + one.value + ")");
  }
  return joined(words, ", ");
}

std::string choice_words(const Choice& choice) {
  return "\"" + choice.words + "\" was taken for " + reading_words(choice.taken) +
         (choice.others.empty() ? "" : "; could be " + reading_words(choice.others));
}

// "detainees 0.30, custody 0.21 (words of 10 records)"
std::string added_words(const UnderstoodQuery& query) {
  std::vector<std::string> words;
  for (const AddedWord& one : query.added) words.push_back(one.word + " " + fixed(one.weight, 2));
  const std::size_t records = query.added_from.size();
  return joined(words, ", ") + " (words of " + std::to_string(records) +
         (records == 1 ? " record)" : " records)");
}

// One line of text that cannot harm a terminal nor break a table.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

// "one of 3 records of this publication; the others: ID, ID"
std::string group_words(const Hit& hit) {
  constexpr std::size_t kShown = 4;
  std::string words = "one of " + std::to_string(hit.group->size) + " records of this publication";
  if (hit.group->representative != hit.id) words += ", represented by " + hit.group->representative;
  std::string others;
  std::size_t shown = 0;
  for (const std::string& id : hit.group->ids) {
    if (id == hit.id || id == hit.group->representative || shown == kShown) continue;
    others += (shown++ == 0 ? "; also " : ", ") + id;
  }
  if (shown == kShown && hit.group->size > kShown + 2) others += ", …";
  return words + others;
}

class TextPrinter : public AnswerPrinter {
 public:
  explicit TextPrinter(const CommandContext& context) : context_(context), out_(context.out) {}

  void begin(const Answer& answer) override {
    print_reading(answer);
    tail_line_ = "── " + std::to_string(answer.tail_total) + " more satisfy what was understood" +
                 (answer.query.added.empty() ? "" : " or hold words that were added") +
                 ", but hold none of the words ──";
    facets_ = answer.facets;
  }

  bool take(Hit hit) override {
    if (hit.tail && !in_tail_) out_ << dim(tail_line_) << "\n\n";
    in_tail_ = hit.tail;
    print_hit(++rank_, hit);
    return out_.good();
  }

  void finish(const StreamEnd& end) override {
    for (const FacetCounts& facet : facets_) print_facet(facet, kFacetsInText);
    if (context_.line.has("quiet")) return;
    for (const std::string& notice : end.notices) out_ << dim("note: " + safe(notice)) << '\n';
  }

  // At most `limit` values, or as many lines of years.
  void print_facet(const FacetCounts& facet, std::size_t limit) {
    if (facet.values.empty()) return;
    out_ << bold(facet_field_name(facet.field)) << ":";
    if (facet.field == FacetField::kYear) {
      out_ << '\n';
      for (const std::string& line : year_histogram(facet, limit))
        out_ << "  " << safe(line) << '\n';
      return;
    }
    std::string line;
    for (std::size_t i = 0; i < facet.values.size() && i < limit; ++i) {
      const FacetCount& value = facet.values[i];
      line += i == 0 ? " " : ", ";
      line += value.label.empty() ? value.value : value.label;
      line += " " + std::to_string(value.count);
    }
    if (facet.values.size() > limit) line += ", …";
    out_ << safe(line) << '\n';
  }

 private:
  std::string styled(const char* code, const std::string& text) const {
    return context_.color ? std::string("\x1b[") + code + "m" + text + "\x1b[0m" : text;
  }
  std::string bold(const std::string& text) const { return styled("1", text); }
  std::string dim(const std::string& text) const { return styled("2", text); }
  std::string match(const std::string& text) const { return styled("1;33", text); }
  std::string safe(const std::string& text) const {
    return context_.terminal ? printable(text) : one_line(text);
  }

  void print_reading(const Answer& answer) {
    std::string understood;
    for (const Interpretation& one : answer.query.interpretation) {
      const std::string value =
          one.dates ? to_iso(one.dates->from) + ".." + to_iso(one.dates->to) : one.value;
      understood += (understood.empty() ? "" : ", ") + one.facet + " " + value + " (\"" +
                    one.words + "\"" + (one.filters ? "" : ", lifts only") + ")";
    }
    if (!understood.empty()) {
      out_ << dim("understood: " + safe(understood)) << '\n';
      out_ << dim("words:      " +
                  (answer.query.text.empty() ? std::string("none") : safe(answer.query.text)))
           << '\n';
    }
    for (const Choice& choice : answer.query.choices)
      out_ << dim("choice:     " + safe(choice_words(choice))) << '\n';
    for (const Expansion& expansion : answer.query.expansions)
      out_ << dim("also:       " + safe(expansion.words + " as " + joined(expansion.also, ", ")))
           << '\n';
    if (!answer.query.added.empty())
      out_ << dim("added:      " + safe(added_words(answer.query))) << '\n';
    if (answer.query.corrected)
      out_ << bold("did you mean: " + safe(*answer.query.corrected)) << '\n';
    if (!context_.line.has("quiet")) {
      for (const std::string& notice : answer.notices) out_ << dim("note: " + safe(notice)) << '\n';
    }
    out_ << bold(std::to_string(answer.total) + (answer.total == 1 ? " match" : " matches"));
    if (answer.tail_total > 0) out_ << " and " << answer.tail_total << " without the words";
    if (answer.collapsed + answer.tail_collapsed > 0) {
      out_ << ", " << answer.collapsed + answer.tail_collapsed
           << " of them the same as another hit";
    }
    out_ << " in " << answer.records << " records, " << fixed(answer.took_ms, 1) << " ms\n\n";
  }

  void print_hit(std::size_t rank, const Hit& hit) {
    out_ << rank << ". " << bold(safe(hit.title.value_or("(no title)"))) << '\n';
    std::string facts = hit.date ? date_words(*hit.date) : "undated";
    if (!hit.kind.empty()) facts += " · " + hit.kind;
    if (hit.language) facts += " · " + *hit.language;
    if (!hit.countries.empty()) facts += " · " + country_words(hit);
    if (!hit.bodies.empty()) facts += " · " + joined(hit.bodies, " ");
    out_ << "   " << safe(facts) << '\n';
    print_snippet(hit.snippet);
    if (!hit.matched.empty())
      out_ << "   " << dim("matched: " + safe(joined(hit.matched, ", "))) << '\n';
    out_ << "   " << dim(safe(hit.url ? hit.id + "  " + *hit.url : hit.id)) << '\n';
    if (hit.group) out_ << "   " << dim(safe(group_words(hit))) << '\n';
    for (const Contribution& part : hit.explanation) {
      out_ << "     " << fixed(part.score, 3) << "  " << safe(part.what) << "  "
           << dim(safe(part.detail)) << '\n';
    }
    if (!hit.explanation.empty()) out_ << "     " << fixed(hit.score, 3) << "  in all\n";
    out_ << '\n';
  }

  void print_snippet(const Snippet& snippet) {
    if (snippet.text.empty()) return;
    out_ << "   ";
    std::size_t position = 0;
    for (const auto& [begin, end] : snippet.matches) {
      out_ << safe(snippet.text.substr(position, begin - position))
           << match(safe(snippet.text.substr(begin, end - begin)));
      position = end;
    }
    out_ << safe(snippet.text.substr(position)) << '\n';
  }

  const CommandContext& context_;
  std::ostream& out_;
  std::string tail_line_;
  std::vector<FacetCounts> facets_;
  bool in_tail_ = false;
  std::size_t rank_ = std::stoul(context_.line.value("offset").value_or("0"));
};

// Formats for programs: notices go where they disturb none.
class ProgramPrinter : public AnswerPrinter {
 public:
  explicit ProgramPrinter(const CommandContext& context) : context_(context) {}
  void begin(const Answer& answer) override { say(answer.notices); }
  void finish(const StreamEnd& end) override { say(end.notices); }

 protected:
  std::ostream& out() const { return context_.out; }

 private:
  void say(const std::vector<std::string>& notices) const {
    if (context_.line.has("quiet")) return;
    for (const std::string& notice : notices)
      context_.err << "rapporteur: " << printable(notice) << '\n';
  }

  const CommandContext& context_;
};

class JsonPrinter : public ProgramPrinter {
 public:
  using ProgramPrinter::ProgramPrinter;
  void begin(const Answer& answer) override {
    ProgramPrinter::begin(answer);
    answer_ = answer;
  }
  bool take(Hit hit) override {
    answer_.hits.push_back(std::move(hit));
    return true;
  }
  void finish(const StreamEnd& end) override {
    ProgramPrinter::finish(end);
    answer_.notices.insert(answer_.notices.end(), end.notices.begin(), end.notices.end());
    answer_.took_ms = end.took_ms;
    out() << to_json(answer_) << '\n';
  }

 private:
  Answer answer_;
};

class JsonLinesPrinter : public ProgramPrinter {
 public:
  using ProgramPrinter::ProgramPrinter;
  bool take(Hit hit) override {
    out() << to_json(hit) << '\n';
    return out().good();
  }
};

class TsvPrinter : public ProgramPrinter {
 public:
  explicit TsvPrinter(const CommandContext& context)
      : ProgramPrinter(context), rank_(std::stoul(context.line.value("offset").value_or("0"))) {}

  void begin(const Answer& answer) override {
    ProgramPrinter::begin(answer);
    out() << "rank\tid\tscore\ttail\tdate\tcountries\tbodies\tlanguage\tkind\turl\ttitle\n";
  }
  bool take(Hit hit) override {
    out() << ++rank_ << '\t' << hit.id << '\t' << fixed(hit.score, 6) << '\t'
          << (hit.tail ? "1" : "0") << '\t' << (hit.date ? date_words(*hit.date) : "") << '\t'
          << country_words(hit) << '\t' << joined(hit.bodies, " ") << '\t'
          << hit.language.value_or("") << '\t' << hit.kind << '\t' << one_line(hit.url.value_or(""))
          << '\t' << one_line(hit.title.value_or("")) << '\n';
    return out().good();
  }

 private:
  std::size_t rank_;
};

class TrecPrinter : public ProgramPrinter {
 public:
  TrecPrinter(const CommandContext& context, std::string topic)
      : ProgramPrinter(context), topic_(std::move(topic)), tag_(context.line.value("tag")) {}

  void begin(const Answer& answer) override {
    ProgramPrinter::begin(answer);
    lines_.emplace(topic_, tag_.value_or("rapporteur-" + answer.fingerprint), out());
  }
  bool take(Hit hit) override {
    lines_->write(hit);
    return out().good();
  }

 private:
  std::string topic_;
  std::optional<std::string> tag_;
  std::optional<TrecRun> lines_;
};

}  // namespace

std::unique_ptr<AnswerPrinter> make_answer_printer(const CommandContext& context,
                                                   const std::string& topic) {
  switch (context.format) {
    case OutputFormat::kJson:
      return std::make_unique<JsonPrinter>(context);
    case OutputFormat::kJsonLines:
      return std::make_unique<JsonLinesPrinter>(context);
    case OutputFormat::kTsv:
      return std::make_unique<TsvPrinter>(context);
    case OutputFormat::kTrec:
      return std::make_unique<TrecPrinter>(context, topic);
    case OutputFormat::kText:
      break;
  }
  return std::make_unique<TextPrinter>(context);
}

void print_facets(const Answer& answer, const CommandContext& context) {
  if (context.format == OutputFormat::kTsv) {
    context.out << "facet\tvalue\tcount\tlabel\n";
    for (const FacetCounts& facet : answer.facets) {
      for (const FacetCount& value : facet.values) {
        context.out << facet_field_name(facet.field) << '\t' << one_line(value.value) << '\t'
                    << value.count << '\t' << one_line(value.label) << '\n';
      }
    }
    return;
  }
  context.out << answer.total << " records\n";
  TextPrinter printer(context);
  constexpr std::size_t kAllYears = 1000;
  for (const FacetCounts& facet : answer.facets) {
    const bool years = facet.field == FacetField::kYear;
    printer.print_facet(facet, years ? kAllYears : facet.values.size());
  }
}

}  // namespace rapporteur
