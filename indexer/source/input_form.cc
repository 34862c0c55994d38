// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/input_form.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/charset/decode.h"
#include "indexer/charset/detect.h"
#include "indexer/source/json_values.h"
#include "indexer/source/table_form.h"
#include "indexer/source/web_archive/warc_record.h"

namespace rapporteur {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf32BigEndianMark{"\0\0\xFE\xFF", 4};

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::size_t position;
  InputForm form;
  std::string_view reason;
};

constexpr auto kUnreadable = InputForm::kUnreadable;
constexpr auto kNoText = InputForm::kNoText;

constexpr std::array kMagics = {
    Magic{"ustar"sv, 257, InputForm::kTar, ""},
    Magic{"PK\x03\x04"sv, 0, InputForm::kZip, ""},
    Magic{"PK\x05\x06"sv, 0, InputForm::kZip, ""},  // without entries
    Magic{"filedesc:"sv, 0, InputForm::kArc, ""},
    Magic{"%!PS"sv, 0, kUnreadable, "is a PostScript file; give its text (ps2txt)"},
    Magic{"\xD0\xCF\x11\xE0"sv, 0, kUnreadable, "is an old office file; save it as text or HTML"},
    Magic{"{\\rtf"sv, 0, kUnreadable, "is an RTF file; save it as text or HTML"},
    Magic{"\x5D\x2A\x4D\x18"sv, 0, kUnreadable,
          "is a zstd web archive with a dictionary; compress it with gzip instead"},
    Magic{"7z\xBC\xAF"sv, 0, kUnreadable, "is a 7z archive; unpack it"},
    Magic{"Rar!\x1A\x07"sv, 0, kUnreadable, "is a RAR archive; unpack it"},
    Magic{"SQLite format 3"sv, 0, kUnreadable, "is an SQLite database"},
    Magic{"\x89PNG"sv, 0, kNoText, "is an image"},
    Magic{"\xFF\xD8\xFF"sv, 0, kNoText, "is an image"},
    Magic{"GIF8"sv, 0, kNoText, "is an image"},
    Magic{"II*\0"sv, 0, kNoText, "is an image"},
    Magic{"MM\0*"sv, 0, kNoText, "is an image"},
    Magic{"\0\0\1\0"sv, 0, kNoText, "is an image"},
    Magic{"RIFF"sv, 0, kNoText, "is an image, sound or film"},
    Magic{"OggS"sv, 0, kNoText, "is sound or film"},
    Magic{"ID3\x03"sv, 0, kNoText, "is sound"},
    Magic{"ID3\x04"sv, 0, kNoText, "is sound"},
    Magic{"ftyp"sv, 4, kNoText, "is a film"},
    Magic{"\x1A\x45\xDF\xA3"sv, 0, kNoText, "is a film"},
    Magic{"wOFF"sv, 0, kNoText, "is a font"},
    Magic{"wOF2"sv, 0, kNoText, "is a font"},
    Magic{"OTTO\0"sv, 0, kNoText, "is a font"},
    Magic{"\0\1\0\0"sv, 0, kNoText, "is a font"},
    Magic{"\x7F"
          "ELF"sv,
          0, kNoText, "is a program"},
    Magic{"MZ\x90\0"sv, 0, kNoText, "is a program"},
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
  for (const std::string_view compressed : {".gz", ".bz2", ".xz", ".zst"}) {
    if (has_suffix(name, compressed)) name.remove_suffix(compressed.size());
  }
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

// Whether the first header of a tar without a magic (as old as 1979) has the right sum.
bool is_old_tar(std::string_view head) {
  constexpr std::size_t kHeaderBytes = 512;
  constexpr std::size_t kSumAt = 148;
  constexpr std::size_t kSumBytes = 8;
  if (head.size() < kHeaderBytes || head[0] == '\0') return false;
  unsigned sum = kSumBytes * ' ';
  for (std::size_t i = 0; i < kHeaderBytes; ++i) {
    if (i < kSumAt || i >= kSumAt + kSumBytes) sum += static_cast<unsigned char>(head[i]);
  }
  unsigned stated = 0;
  bool any = false;
  for (const char c : head.substr(kSumAt, kSumBytes)) {
    if (c >= '0' && c <= '7') {
      stated = stated * 8 + static_cast<unsigned>(c - '0');
      any = true;
    } else if (any) {
      break;
    }
  }
  return any && stated == sum;
}

bool is_wide(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with(kUtf32BigEndianMark) ||
         head.starts_with("\xFE\xFF") || !unmarked_utf16(head).empty();
}

// Whether the first element, behind declarations and comments, is that of a feed.
bool is_feed(std::string_view text) {
  while (text.starts_with("<?") || text.starts_with("<!")) {
    const std::string_view closing = text.starts_with("<!--") ? "-->" : ">";
    std::size_t end = text.find(closing);
    // "<!DOCTYPE rss [<!ENTITY ...> ...]>"
    if (closing == ">" && text.substr(0, end).find('[') != std::string_view::npos)
      end = text.find(closing, std::min(text.find(']'), text.size()));
    if (end == std::string_view::npos) return false;
    text = skip_blanks(text.substr(end + closing.size()));
  }
  if (!text.starts_with('<')) return false;
  const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n>/", 1) - 1);
  if (name == "rss" || name == "feed") return true;
  // RDF holds other things too.
  const std::string_view start = text.substr(0, text.find("<channel"));
  return name == "rdf:RDF" && (start.find("purl.org/rss/") != std::string_view::npos ||
                               start.find("netscape.com/rdf") != std::string_view::npos);
}

unsigned little_endian(std::string_view bytes) {
  unsigned value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

// Whether the first files in a zip are those of an office document (OOXML, ODF).
bool is_office_file(std::string_view head) {
  constexpr std::size_t kHeaderBytes = 30;
  while (head.size() > kHeaderBytes && head.starts_with("PK\x03\x04"sv)) {
    const std::size_t name_bytes = little_endian(head.substr(26, 2));
    const std::size_t extra_bytes = little_endian(head.substr(28, 2));
    const std::string_view name = head.substr(kHeaderBytes, name_bytes);
    if (name == "[Content_Types].xml" || name == "_rels/.rels" || name.starts_with("docProps/") ||
        name.starts_with("word/") || name.starts_with("xl/") || name.starts_with("ppt/")) {
      return true;
    }
    const std::string_view rest =
        head.substr(std::min(kHeaderBytes + name_bytes + extra_bytes, head.size()));
    if (name == "mimetype") return rest.starts_with("application/vnd.oasis.opendocument");
    const std::size_t bytes = little_endian(head.substr(18, 4));
    if (bytes == 0) break;  // told behind the entry only
    head = rest.substr(std::min(bytes, rest.size()));
  }
  return false;
}

// A web archive, also one whose beginning is damaged.
bool is_warc(std::string_view head, std::string_view name) {
  const WarcFormat format;
  if (format.starts_record(head)) return true;
  if (name.find(".warc") == name.npos) return false;
  for (std::size_t at = format.find_candidate(head, 0); at != head.npos;
       at = format.find_candidate(head, at + 1)) {
    if (format.starts_record(head.substr(at))) return true;
  }
  return false;
}

// The mark stands within the first KiB (ISO 32000-1, annex H): a server's lines may come before.
bool is_pdf(std::string_view head) {
  const std::size_t at = head.substr(0, 1024).find("%PDF-");
  return at == 0 ||
         (at != std::string_view::npos && head.find(" obj", at) != std::string_view::npos);
}

// Whether all records are inside of the first object, and it is not one line of many.
bool is_answer(std::string_view text) {
  const AnswerLook look = look_for_answer(text);
  return look.holds_array && !(look.ends_with_line && !skip_blanks(text.substr(look.end)).empty());
}

DetectedForm readable(InputForm form, char separator = '\0') {
  return {form, separator, ""};
}

DetectedForm unreadable(InputForm form, std::string_view reason) {
  return {form, '\0', std::string(reason)};
}

}  // namespace

DetectedForm detect_form(std::string_view head, std::string_view name) {
  if (is_office_file(head)) return readable(InputForm::kOffice);
  for (const Magic& magic : kMagics) {
    if (head.size() > magic.position && head.substr(magic.position).starts_with(magic.bytes)) {
      return unreadable(magic.form, magic.reason);
    }
  }
  if (is_old_tar(head)) return readable(InputForm::kTar);
  if (is_warc(head, name)) return readable(InputForm::kWarc);
  if (is_pdf(head)) return readable(InputForm::kPdf);
  if (is_wide(head)) {
    const DetectedForm detected = detect_form(decode_text(head).text, name);
    if (!holds_records(detected.form)) return detected;
    return unreadable(kUnreadable,
                      "holds records in UTF-16 or UTF-32; convert it (iconv -f UTF-16 -t UTF-8)");
  }
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  const std::string_view text = skip_blanks(head);
  if (text.empty()) return readable(InputForm::kEmpty);
  if (named_json_lines(name)) return readable(InputForm::kJsonLines);
  if (text[0] == '{') {
    const std::string_view inside = skip_blanks(text.substr(1));
    const bool object = !inside.empty() && (inside[0] == '"' || inside[0] == '}');
    const bool one_line =
        text.substr(1, inside.data() - text.data() - 1).find('\n') == std::string_view::npos;
    if (object && one_line && !is_answer(text)) return readable(InputForm::kJsonLines);
    if (object) return readable(InputForm::kJson);
  }
  if (text[0] == '[') {
    const std::string_view inside = skip_blanks(text.substr(1));
    if (!inside.empty() && inside[0] == '{') {
      return readable(InputForm::kJson);
    }
  }
  if (mostly_control(head)) {
    return unreadable(InputForm::kUnknown,
                      "is a binary file; pages are plain text, HTML or JSON Lines");
  }
  if (is_feed(text)) return readable(InputForm::kFeed);
  if (const auto separator = table_separator(text)) return readable(InputForm::kTable, *separator);
  if (looks_like_html(text)) return readable(InputForm::kHtml);
  return readable(InputForm::kPlainText);
}

}  // namespace rapporteur
