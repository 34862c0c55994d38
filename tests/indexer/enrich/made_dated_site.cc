// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/enrich/made_dated_site.h"

#include <array>
#include <utility>

#include "tests/indexer/split/made_words.h"

namespace rapporteur {
namespace {

enum class Tongue { kEnglish, kFrench, kSpanish, kRussian, kChinese };

constexpr std::array<std::array<const char*, 12>, 4> kMonths = {{
    {"January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
     "octobre", "novembre", "décembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"},
}};

MadeScript script_of(Tongue tongue) {
  return tongue == Tongue::kRussian   ? MadeScript::kCyrillic
         : tongue == Tongue::kChinese ? MadeScript::kHan
                                      : MadeScript::kLatin;
}

class DatedMaker {
 public:
  DatedMaker(std::uint32_t seed, Tongue tongue) : tongue_(tongue), words_(seed, script_of(tongue)) {
    abbreviated_ = words_.chance(50);
    bars_ = words_.chance(80);
    for (int i = words_.number(5, 9); i > 0; --i) footer_.push_back(words_.phrase(14, 15));
  }

  CivilDate random_day(int first_month, int last_month) {
    return {words_.number(2011, 2021), words_.number(first_month, last_month),
            words_.number(1, 28)};
  }

  // Teasers from `newest` back, then articles from about then.
  MadeDatedPage page(const CivilDate& newest, int teasers, int longest_gap, bool footer) {
    page_ = {};
    int day = days_from_civil(newest);
    std::vector<int> days;
    for (int i = 0; i < teasers; ++i) {
      days.push_back(day);
      teaser(civil_from_days(day), "");
      day -= words_.number(1, longest_gap);
    }
    for (int i = words_.number(1, 2); i > 0; --i) {
      article(civil_from_days(days[static_cast<std::size_t>(words_.number(0, teasers - 1))] +
                              words_.number(0, 2)));
    }
    if (footer) {
      for (const std::string& line : footer_) put(line, 3);
    }
    return std::move(page_);
  }

  MadeDatedPage one_teaser() {
    page_ = {};
    const CivilDate day = random_day(1, 12);
    if (words_.chance(50)) {
      const CivilDate before = civil_from_days(days_from_civil(day) - words_.number(1, 20));
      teaser(day, full(before));
    } else {
      teaser(day, "");
      page_.days.back().reset();
    }
    return std::move(page_);
  }

  bool chance(int percent) { return words_.chance(percent); }
  int number(int low, int high) { return words_.number(low, high); }

 private:
  void put(const std::string& text, int blank_lines) {
    if (!page_.bytes.empty())
      page_.bytes += std::string(1 + static_cast<std::size_t>(blank_lines), '\n');
    page_.bytes += text;
  }

  std::string without_year(const CivilDate& day) {
    const std::string number = std::to_string(day.day);
    const auto month = static_cast<std::size_t>(day.month - 1);
    switch (tongue_) {
      case Tongue::kEnglish: {
        const std::string name = kMonths[0][month];
        return number + " " + (abbreviated_ ? name.substr(0, 3) : name);
      }
      case Tongue::kFrench:
        return number + " " + kMonths[1][month];
      case Tongue::kSpanish:
        return number + " de " + kMonths[2][month];
      case Tongue::kRussian:
        return number + " " + kMonths[3][month];
      case Tongue::kChinese:
        break;
    }
    return std::to_string(day.month) + "月" + number + "日";
  }

  std::string full(const CivilDate& day) {
    const std::string year = std::to_string(day.year);
    if (tongue_ == Tongue::kChinese) return year + "年" + without_year(day);
    return without_year(day) + (tongue_ == Tongue::kSpanish ? " de " : " ") + year;
  }

  void teaser(const CivilDate& day, const std::string& tells) {
    put(without_year(day), page_.bytes.empty() ? 0 : 2);
    std::string text = words_.paragraph(words_.number(1, 3));
    if (!tells.empty()) {
      const bool han = tongue_ == Tongue::kChinese;
      text +=
          (han ? "" : " ") + words_.phrase(6, 0) + (han ? "" : " ") + tells + (han ? "。" : ".");
    }
    put(text, 1);
    page_.days.emplace_back(day);
  }

  void article(const CivilDate& day) {
    std::string title = words_.phrase(words_.number(5, 9), 20);
    if (bars_) title = words_.phrase(2, 50) + " | " + title;
    put(title, 4);
    const bool han = tongue_ == Tongue::kChinese;
    put((han ? full(day) : words_.name(1) + ", " + full(day)) + " – " + words_.paragraph(3), 2);
    for (int i = words_.number(3, 6); i > 0; --i) put(words_.paragraph(3), 1);
    page_.days.emplace_back(day);
  }

  Tongue tongue_;
  MadeWords words_;
  bool abbreviated_ = false;
  bool bars_ = true;
  std::vector<std::string> footer_;
  MadeDatedPage page_;
};

Tongue tongue_of(std::uint32_t seed) {
  constexpr std::array<Tongue, 7> kTongues = {Tongue::kEnglish, Tongue::kEnglish, Tongue::kFrench,
                                              Tongue::kEnglish, Tongue::kSpanish, Tongue::kRussian,
                                              Tongue::kChinese};
  return kTongues[seed % kTongues.size()];
}

}  // namespace

std::vector<MadeDatedPage> make_dated_pages(DatedSiteKind kind, std::uint32_t seed) {
  DatedMaker site(seed * 2, tongue_of(seed));
  std::vector<MadeDatedPage> pages;
  switch (kind) {
    case DatedSiteKind::kOverNewYear:
      pages.push_back(site.page(site.random_day(1, 1), site.number(6, 10), 12, true));
      break;
    case DatedSiteKind::kCapturedLater: {
      const CivilDate newest = site.random_day(1, 12);
      pages.push_back(site.page(newest, site.number(3, 8), 15, site.chance(50)));
      pages.back().captured = CivilDate{newest.year + site.number(2, 7), site.number(1, 12), 3};
      break;
    }
    case DatedSiteKind::kTwoSites: {
      DatedMaker other(seed * 2 + 1, tongue_of(seed + 1));
      for (int i = 0; i < 3; ++i) {
        pages.push_back(site.page(site.random_day(1, 12), site.number(3, 6), 15, true));
        pages.push_back(other.page(other.random_day(1, 12), other.number(3, 6), 15, true));
      }
      break;
    }
    case DatedSiteKind::kNoFooter:
      pages.push_back(site.page(site.random_day(1, 12), site.number(3, 8), 15, false));
      break;
    case DatedSiteKind::kOneTeaser:
      pages.push_back(site.one_teaser());
      break;
  }
  return pages;
}

}  // namespace rapporteur
