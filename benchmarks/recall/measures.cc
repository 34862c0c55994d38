// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/recall/measures.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>

namespace rapporteur::recall {

namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::size_t shown(const JudgedRanking& ranking, std::size_t cut) {
  return std::min(cut == 0 ? std::numeric_limits<std::size_t>::max() : cut,
                  ranking.relevances.size());
}

std::size_t relevant_within(const JudgedRanking& ranking, std::size_t cut) {
  const auto end = ranking.relevances.begin() + static_cast<std::ptrdiff_t>(shown(ranking, cut));
  return static_cast<std::size_t>(
      std::count_if(ranking.relevances.begin(), end, [](int r) { return r > 0; }));
}

double discounted_gain(const std::vector<int>& relevances, std::size_t end) {
  double gain = 0.0;
  for (std::size_t i = 0; i < std::min(end, relevances.size()); ++i) {
    if (relevances[i] > 0) gain += relevances[i] / std::log2(static_cast<double>(i) + 2.0);
  }
  return gain;
}

double ndcg(const JudgedRanking& ranking, std::size_t cut) {
  const std::size_t end = cut == 0 ? std::numeric_limits<std::size_t>::max() : cut;
  const double ideal = discounted_gain(ranking.ideal, end);
  return ideal == 0.0 ? 0.0 : discounted_gain(ranking.relevances, end) / ideal;
}

double average_precision(const JudgedRanking& ranking, std::size_t cut) {
  double precisions = 0.0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < shown(ranking, cut); ++i) {
    if (ranking.relevances[i] > 0) precisions += ratio(++found, i + 1);
  }
  return ranking.ideal.empty() ? 0.0 : precisions / static_cast<double>(ranking.ideal.size());
}

double precision(const JudgedRanking& ranking, std::size_t cut) {
  return ratio(relevant_within(ranking, cut), cut);
}

double recall(const JudgedRanking& ranking, std::size_t cut) {
  return ratio(relevant_within(ranking, cut), ranking.ideal.size());
}

double r_precision(const JudgedRanking& ranking, std::size_t) {
  return ranking.ideal.empty() ? 0.0 : precision(ranking, ranking.ideal.size());
}

double reciprocal_rank(const JudgedRanking& ranking, std::size_t) {
  for (std::size_t i = 0; i < ranking.relevances.size(); ++i) {
    if (ranking.relevances[i] > 0) return ratio(1, i + 1);
  }
  return 0.0;
}

double success(const JudgedRanking& ranking, std::size_t cut) {
  return relevant_within(ranking, cut) > 0 ? 1.0 : 0.0;
}

double binary_preference(const JudgedRanking& ranking, std::size_t) {
  const std::size_t relevant = ranking.ideal.size();
  const std::size_t most = std::min(relevant, ranking.judged_irrelevant);
  double preferences = 0.0;
  std::size_t irrelevant_above = 0;
  for (const int relevance : ranking.relevances) {
    if (relevance == 0) ++irrelevant_above;
    if (relevance > 0) preferences += 1.0 - ratio(std::min(irrelevant_above, relevant), most);
  }
  return relevant == 0 ? 0.0 : preferences / static_cast<double>(relevant);
}

double judged_share(const JudgedRanking& ranking, std::size_t cut) {
  const std::size_t end = shown(ranking, cut);
  const auto judged_among = std::count_if(
      ranking.relevances.begin(), ranking.relevances.begin() + static_cast<std::ptrdiff_t>(end),
      [](int r) { return r != kUnjudged; });
  return ratio(static_cast<std::size_t>(judged_among), end);
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

enum class Cut { kNever, kMaybe, kAlways };

}  // namespace

// A row of the table of measures.
struct KnownMeasure {
  const char* stem;
  const char* trec_eval;      // its name there, without a cut
  const char* trec_eval_cut;  // its name there, before the cut
  Cut cut;
  Measure::Function function;

  Measure with(std::size_t k) const { return {stem, function, k}; }
};

namespace {

constexpr std::array kMeasures = {
    KnownMeasure{"nDCG", "ndcg", "ndcg_cut_", Cut::kMaybe, ndcg},
    KnownMeasure{"MAP", "map", "map_cut_", Cut::kMaybe, average_precision},
    KnownMeasure{"P", "", "p_", Cut::kAlways, precision},
    KnownMeasure{"R", "", "recall_", Cut::kAlways, recall},
    KnownMeasure{"Rprec", "rprec", "", Cut::kNever, r_precision},
    KnownMeasure{"MRR", "recip_rank", "", Cut::kNever, reciprocal_rank},
    KnownMeasure{"success", "", "success_", Cut::kAlways, success},
    KnownMeasure{"bpref", "bpref", "", Cut::kNever, binary_preference},
    KnownMeasure{"judged", "", "", Cut::kAlways, judged_share},
};

// The k behind `start` in `name`; 0 if there is no good one.
std::size_t cut_behind(const std::string& name, const std::string& start) {
  std::size_t cut = 0;
  if (start.empty() || name.compare(0, start.size(), start) != 0) return 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + start.size(), end, cut);
  return error == std::errc() && stop == end ? cut : 0;
}

}  // namespace

Result<Measure> Measure::parse(const std::string& name) {
  const std::string low = lower(name);
  for (const KnownMeasure& known : kMeasures) {
    const std::string stem = lower(known.stem);
    if (known.cut != Cut::kAlways && (low == stem || low == known.trec_eval)) return known.with(0);
    if (known.cut == Cut::kNever) continue;
    const std::size_t cut =
        std::max(cut_behind(low, stem + '@'), cut_behind(low, known.trec_eval_cut));
    if (cut > 0) return known.with(cut);
  }
  return Error{ErrorCode::kInvalidInput,
               "there is no measure \"" + name +
                   "\"; there are nDCG, MAP, Rprec, MRR, bpref, and with a number behind @ "
                   "(R@100): nDCG, MAP, P, R, success, judged"};
}

std::string Measure::name() const {
  return cut_ == 0 ? stem_ : std::string(stem_) + '@' + std::to_string(cut_);
}

double Measure::of(const JudgedRanking& ranking) const {
  return function_(ranking, cut_);
}

Result<std::vector<Measure>> parse_measures(const std::vector<std::string>& names) {
  std::vector<Measure> measures;
  for (const std::string& several : names) {
    for (std::size_t start = 0; start <= several.size();) {
      const std::size_t end = std::min(several.find(',', start), several.size());
      const Result<Measure> measure = Measure::parse(several.substr(start, end - start));
      if (!measure.ok()) return measure.error();
      measures.push_back(*measure);
      start = end + 1;
    }
  }
  return measures;
}

JudgedRanking judged(const std::vector<std::string>& ranking, const Judgments& judgments) {
  JudgedRanking result;
  for (const std::string& id : ranking) {
    const auto judgment = judgments.find(id);
    result.relevances.push_back(
        judgment == judgments.end() ? kUnjudged : std::max(kUnjudged, judgment->second));
  }
  for (const auto& [id, relevance] : judgments) {
    if (relevance > 0) result.ideal.push_back(relevance);
    if (relevance == 0) ++result.judged_irrelevant;
  }
  std::sort(result.ideal.begin(), result.ideal.end(), std::greater<>());
  return result;
}

}  // namespace rapporteur::recall
