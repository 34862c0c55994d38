// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/input_form.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace rapporteur {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Magic {
  std::string_view bytes;
  std::size_t position;
  std::string_view reason;
};

using namespace std::string_view_literals;

constexpr std::array kMagics = {
    Magic{"%PDF"sv, 0, "is a PDF file, which is not read; give its text (pdftotext FILE -)"},
    Magic{"PK\x03\x04"sv, 0, "is a zip archive or an office file; unpack it or save it as text"},
    Magic{"\xD0\xCF\x11\xE0"sv, 0, "is an old office file; save it as text or HTML"},
    Magic{"{\\rtf"sv, 0, "is an RTF file; save it as text or HTML"},
    Magic{"\x89PNG"sv, 0, "is an image"},
    Magic{"\xFF\xD8\xFF"sv, 0, "is an image"},
    Magic{"GIF8"sv, 0, "is an image"},
    Magic{"RIFF"sv, 0, "is an image, sound or film"},
    Magic{"\x1F\x8B"sv, 0, "is compressed twice; decompress it once"},
    Magic{"BZh"sv, 0, "is a bzip2 file; decompress it (bunzip2) or use gzip"},
    Magic{"\xFD"
          "7zXZ"sv,
          0, "is an xz file; decompress it (unxz) or use gzip"},
    Magic{"\x28\xB5\x2F\xFD"sv, 0, "is a zstd file; decompress it (unzstd) or use gzip"},
    Magic{"7z\xBC\xAF"sv, 0, "is a 7z archive; unpack it"},
    Magic{"ustar"sv, 257, "is a tar archive; unpack it"},
    Magic{"\x7F"
          "ELF"sv,
          0, "is a program"},
    Magic{"SQLite format 3"sv, 0, "is an SQLite database"},
    Magic{"WARC/"sv, 0, "is a web archive, which is not read yet; give the pages in it"},
    Magic{"filedesc:"sv, 0, "is a web archive, which is not read yet; give the pages in it"},
    Magic{"\xFF\xFE"sv, 0, "is UTF-16 text; convert it (iconv -f UTF-16 -t UTF-8)"},
    Magic{"\xFE\xFF"sv, 0, "is UTF-16 text; convert it (iconv -f UTF-16 -t UTF-8)"},
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string_view skip_blanks(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  return text.substr(at);
}

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin(), [](char want, char have) {
    return want == std::tolower(static_cast<unsigned char>(have));
  });
}

// True if `text`, which starts behind '<' or '</', names an element that pages are made of.
bool names_element(std::string_view text) {
  constexpr std::array<std::string_view, 24> kElements = {
      "html", "head",  "body",   "div",   "p",    "span",   "article", "section",
      "main", "h1",    "h2",     "h3",    "meta", "ul",     "ol",      "li",
      "a",    "table", "script", "title", "nav",  "header", "br",      "tr"};
  return std::any_of(kElements.begin(), kElements.end(), [&](std::string_view name) {
    if (!starts_with_any_case(text, name) || text.size() == name.size()) return false;
    const char next = text[name.size()];
    return next == '>' || next == '/' || is_blank(next);
  });
}

bool looks_like_html(std::string_view text) {
  if (starts_with_any_case(text, "<!doctype html") || starts_with_any_case(text, "<html")) {
    return true;
  }
  // Behind an XML declaration, a comment or a server's warning the page may start anywhere; a text
  // that merely mentions a tag or two has no row of closing ones.
  int closing = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (at == 0 && names_element(rest)) return true;
    if (starts_with_any_case(rest, "!doctype html") || starts_with_any_case(rest, "html")) {
      return true;
    }
    if (!rest.empty() && rest[0] == '/' && names_element(rest.substr(1)) && ++closing == 3) {
      return true;
    }
  }
  return false;
}

bool has_suffix(std::string_view name, std::string_view suffix) {
  return name.size() >= suffix.size() && name.substr(name.size() - suffix.size()) == suffix;
}

bool named_json_lines(std::string_view name) {
  if (has_suffix(name, ".gz")) name.remove_suffix(3);
  return has_suffix(name, ".jsonl") || has_suffix(name, ".ndjson");
}

// The share of control bytes that no text has; a few NULs are dirt, many are a binary file.
bool mostly_control(std::string_view head) {
  const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !is_blank(c) && byte != 0x1B;
  });
  return odd * 10 > static_cast<std::ptrdiff_t>(head.size());
}

DetectedForm unreadable(std::string_view reason) {
  return {InputForm::kUnreadable, std::string(reason)};
}

}  // namespace

DetectedForm detect_form(std::string_view head, std::string_view name) {
  for (const Magic& magic : kMagics) {
    if (head.size() > magic.position && head.substr(magic.position).starts_with(magic.bytes)) {
      return unreadable(magic.reason);
    }
  }
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  const std::string_view text = skip_blanks(head);
  if (text.empty()) return {InputForm::kEmpty, ""};
  if (named_json_lines(name)) return {InputForm::kJsonLines, ""};
  if (text[0] == '{') {
    const std::string_view inside = skip_blanks(text.substr(1));
    const bool object = !inside.empty() && (inside[0] == '"' || inside[0] == '}');
    if (object &&
        text.substr(1, inside.data() - text.data() - 1).find('\n') == std::string_view::npos) {
      return {InputForm::kJsonLines, ""};
    }
    if (object) return unreadable("is JSON over several lines; make it one object a line (jq -c)");
  }
  if (text[0] == '[') {
    const std::string_view inside = skip_blanks(text.substr(1));
    if (!inside.empty() && inside[0] == '{') {
      return unreadable("is a JSON array; make it one object a line (jq -c '.[]')");
    }
  }
  if (mostly_control(head)) {
    return unreadable("is a binary file; pages are plain text, HTML or JSON Lines");
  }
  if (looks_like_html(text)) return {InputForm::kHtml, ""};
  return {InputForm::kPlainText, ""};
}

}  // namespace rapporteur
