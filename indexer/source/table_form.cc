// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/table_form.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

namespace rapporteur {
namespace {

constexpr std::size_t kFewestColumns = 2;
constexpr std::size_t kMostColumns = 200;
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kRowsLookedAt = 50;

struct Rows {
  std::vector<std::string> header;
  std::vector<std::size_t> cells;  // of each whole row behind it
};

// Cuts rows as RFC 4180 says, no more than needed.
Rows cut(std::string_view head, char separator) {
  Rows rows;
  std::string cell;
  std::size_t cells = 1;
  bool quoted = false;
  bool any = false;
  bool is_header = true;
  for (std::size_t i = 0; i < head.size() && rows.cells.size() < kRowsLookedAt; ++i) {
    const char c = head[i];
    if (quoted) {
      if (c == '"' && i + 1 < head.size() && head[i + 1] == '"')
        ++i;
      else if (c == '"')
        quoted = false;
      else if (is_header)
        cell += c;
      continue;
    }
    if (c == '"') {
      quoted = any = true;
    } else if (c == separator) {
      if (is_header) rows.header.push_back(std::move(cell));
      cell.clear();
      ++cells;
      any = true;
    } else if (c == '\n') {
      if (is_header) {
        rows.header.push_back(std::move(cell));
        cell.clear();
        is_header = false;
      } else if (any) {
        rows.cells.push_back(cells);
      }
      cells = 1;
      any = false;
    } else if (c != '\r') {
      if (is_header) cell += c;
      any = true;
    }
  }
  if (is_header) rows.header.push_back(std::move(cell));
  return rows;
}

bool is_name(const std::string& name) {
  return name.size() <= kLongestName && name.find_first_of(".!?{}<>") == std::string::npos &&
         std::count(name.begin(), name.end(), ' ') <= 4 &&
         name.find_first_not_of("0123456789 ,") != std::string::npos;
}

// A column that speaks of publications.
bool is_telling(std::string name) {
  static const std::set<std::string, std::less<>> kTelling = {
      "id",        "url",      "link",      "title",    "text",    "body",     "content",
      "date",      "language", "countries", "country",  "summary", "abstract", "description",
      "published", "headline", "full_text", "fulltext", "titre",   "texte",    "titulo",
      "texto",     "fecha",    "pais",      "symbol",   "symbols", "themes",   "topics"};
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return kTelling.contains(name);
}

bool is_table(const Rows& rows) {
  if (rows.header.size() < kFewestColumns || rows.header.size() > kMostColumns) return false;
  const std::set<std::string> names(rows.header.begin(), rows.header.end());
  const std::size_t width = rows.header.size();
  if (names.size() != width || !std::all_of(rows.header.begin(), rows.header.end(), is_name))
    return false;
  const auto telling = std::count_if(rows.header.begin(), rows.header.end(), is_telling);
  if (telling == 0) return false;
  // Rows may be broken, and the last one cut: the more so the surer the header is.
  const auto fitting =
      static_cast<std::size_t>(std::count(rows.cells.begin(), rows.cells.end(), width));
  if (telling >= 2) return fitting * 2 >= rows.cells.size();
  return fitting * 10 >= rows.cells.size() * 9 ||
         (fitting >= 2 && rows.cells.size() - fitting == 1);
}

}  // namespace

std::optional<char> table_separator(std::string_view head) {
  for (const char separator : {'\t', ',', ';'}) {
    if (head.substr(0, head.find('\n')).find(separator) == std::string_view::npos) continue;
    if (is_table(cut(head, separator))) return separator;
  }
  return std::nullopt;
}

}  // namespace rapporteur
