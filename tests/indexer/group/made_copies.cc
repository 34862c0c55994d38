// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/group/made_copies.h"

#include <cctype>

namespace rapporteur::testing {

namespace {

std::string replaced(std::string text, const std::string& slot, const std::string& value) {
  for (std::size_t at = text.find(slot); at != text.npos; at = text.find(slot, at + value.size())) {
    text.replace(at, slot.size(), value);
  }
  return text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end && i < words.size(); ++i) {
    text += (text.empty() ? "" : " ") + words[i];
  }
  return text;
}

bool is_plain(const std::string& word) {
  for (const char c : word) {
    if (!std::islower(static_cast<unsigned char>(c))) return false;
  }
  return true;
}

DateInterval day_in(int year, int day) {
  return DateInterval::day(civil_from_days(days_from_civil({year, 1, 1}) + day));
}

}  // namespace

std::string MadeCopies::word() {
  static const char* const kParts[] = {"ba", "de",  "fi",  "go", "lu", "ma", "ne",
                                       "pi", "ro",  "su",  "ta", "ve", "wi", "zo",
                                       "ka", "shi", "tre", "no", "el", "an"};
  std::string word;
  for (int parts = 1 + below(3); parts > 0; --parts) word += kParts[below(std::size(kParts))];
  return word;
}

std::string MadeCopies::name() {
  std::string name = word() + word();
  name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

MadeCopies::Facts MadeCopies::facts() {
  return {name(), name() + " " + name(), name(), 1990 + below(30), below(360), 2 + below(900)};
}

std::vector<std::string> MadeCopies::wording(int words) {
  std::vector<std::string> sentences;
  for (int left = words; left > 0;) {
    const int length = 8 + below(14);
    std::string sentence = name();
    for (int i = 1; i < length; ++i) {
      const int what = below(24);
      sentence += what == 0   ? " @country"
                  : what == 1 ? " @person"
                  : what == 2 ? " @year"
                  : what == 3 ? " @number"
                  : what == 4 ? " the city of @city"
                              : " " + word();
    }
    sentences.push_back(sentence + ".");
    left -= length;
  }
  sentences[0] = "In @year it was @person of @country who was held. " + sentences[0];
  sentences[sentences.size() / 2] +=
      " @person is held since @year in @country with @number others.";
  return sentences;
}

std::string MadeCopies::fill(const std::vector<std::string>& sentences, const Facts& facts) const {
  std::string text;
  for (const std::string& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
  text = replaced(text, "@country", facts.country);
  text = replaced(text, "@person", facts.person);
  text = replaced(text, "@city", facts.city);
  text = replaced(text, "@year", std::to_string(facts.year));
  return replaced(text, "@number", std::to_string(facts.number));
}

Record MadeCopies::record(const std::vector<std::string>& wording, const Facts& facts,
                          const std::string& title) {
  Record record;
  record.id = "made-" + std::to_string(next_id_++);
  record.url = "https://site" + std::to_string(below(50)) + ".example/" + record.id;
  record.kind = "article";
  record.title = std::optional<std::string>(fill({title}, facts));
  record.text = fill(wording, facts);
  record.language = std::optional<std::string>("en");
  RecordDate date;
  date.interval = day_in(facts.year, facts.day);
  record.date = std::optional<RecordDate>(date);
  return record;
}

std::string MadeCopies::edited(const std::string& text) {
  std::vector<std::string> words = words_of(text);
  const int edits = 1 + static_cast<int>(words.size()) / 60;
  for (int edit = 0; edit < edits; ++edit) {
    const auto at = static_cast<std::size_t>(1 + below(static_cast<int>(words.size()) - 2));
    if (!is_plain(words[at])) continue;
    const int how = below(3);
    if (how == 0) words[at] = word();
    if (how == 1) words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    if (how == 2) words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), word());
  }
  return joined(words, 0, words.size());
}

void MadeCopies::add_family(int words, std::vector<MadeRecord>& records) {
  const std::size_t original = records.size();
  const std::vector<std::string> sentences = wording(words);
  const Facts facts = this->facts();
  const std::string title = "@country: " + word() + " " + word() + " of @person in @year";
  const Record first = record(sentences, facts, title);
  records.push_back({first, MadeCopy::kOriginal, original});
  for (int more = 2 + below(5); more > 0; --more) {
    const auto how = static_cast<MadeCopy>(1 + below(10));
    const bool other = how >= MadeCopy::kOtherCountry;
    Facts told = facts;
    const Facts others = this->facts();
    if (how == MadeCopy::kOtherCountry) told.country = others.country, told.city = others.city;
    if (how == MadeCopy::kOtherYear) told.year += more;
    if (how == MadeCopy::kOtherCase) told.person = others.person, told.number = others.number + 901;
    Record copy = record(sentences, told, title);
    const std::vector<std::string> all = words_of(copy.text);
    switch (how) {
      case MadeCopy::kEdited:
        copy.text = edited(copy.text);
        break;
      case MadeCopy::kFramed:
        copy.text = name() + " " + word() + " " + word() + ".\n\n" + copy.text;
        if (words >= 150) copy.text += "\n\n" + name() + " " + word() + " " + word() + " " + word();
        break;
      case MadeCopy::kCut:
        copy.text = joined(all, 0, all.size() - all.size() / 8);
        copy.text.pop_back();
        break;
      case MadeCopy::kTeaser:
        copy.kind = "teaser";
        copy.text = joined(all, 0, 20 + static_cast<std::size_t>(below(10))) + " …";
        if (below(2) == 0) copy.title = std::optional<std::string>();
        if (below(2) == 0) copy.url = first.url;
        break;
      case MadeCopy::kOtherLanguage: {
        const std::vector<std::string> translated = wording(words);
        copy.text = fill(translated, facts);
        copy.language = std::optional<std::string>("fr");
        break;
      }
      case MadeCopy::kQuoting:
        copy.text =
            fill(wording(words), others) + " " + copy.text + " " + fill(wording(words), others);
        copy.title = std::optional<std::string>(name() + " " + word() + " " + name());
        break;
      default:
        break;
    }
    if (!other) {  // published elsewhere within a few days
      RecordDate date = **copy.date;
      date.interval = day_in(told.year, told.day + (words >= 100 ? below(4) : 0));
      copy.date = std::optional<RecordDate>(date);
      if (below(5) == 0) copy.date = std::optional<RecordDate>();
    }
    records.push_back({copy, how, other ? records.size() : original});
  }
}

}  // namespace rapporteur::testing
