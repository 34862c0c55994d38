// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include "common/text/utf8.h"

namespace rapporteur {
namespace {

// libxml2 compares each attribute of a tag with all before it, and each end tag with all open
// elements. Real pages have some ten of the former and a hundred of the latter; beyond these bounds
// the page is read on with a new parser, which knows of nothing open.
constexpr int kMostAttributeSlots = 3000;  // two an attribute
constexpr std::uint64_t kComparisons = 20'000'000;
constexpr std::uint64_t kComparisonsPerByte = 50;
constexpr std::size_t kMostRestarts = 5000;
constexpr std::size_t kBuffer = 1000;  // bytes; libxml2 reports longer texts in parts of about this

// Windows-1252 where a page names a C1 control (&#150;), as browsers read it.
constexpr char16_t kC1[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                              0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Where the last character of `text` starts.
std::size_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

class Reader {
 public:
  Reader(std::string_view source, HtmlEvents& events) : source_(source), events_(events) {}

  void run();

 private:
  static Reader& self(void* user) { return *static_cast<Reader*>(user); }
  static void on_start(void* user, const xmlChar* name, const xmlChar** attributes);
  static void on_end(void* user, const xmlChar* name);
  static void on_text(void* user, const xmlChar* characters, int size);
  static void on_error(void* user, xmlErrorPtr error);
  static void on_comment(void* user, const xmlChar* comment);
  static int read(void* user, char* buffer, int size);

  // Reads on from last_; false where nothing more can be read.
  bool pass();
  // The place in the source that the parser has come to.
  std::size_t place() const {
    const xmlParserInput& input = *context_->input;
    return std::min(pass_begin_ + input.consumed + static_cast<std::size_t>(input.cur - input.base),
                    source_.size());
  }
  bool stands_at(std::string_view text, std::size_t at) const {
    return source_.compare(at, text.size(), text) == 0;
  }
  void passed();  // notes that the parser came by markup
  void text(std::string_view characters);

  std::string_view source_;
  HtmlEvents& events_;
  xmlParserCtxtPtr context_ = nullptr;
  std::size_t pass_begin_ = 0;
  std::size_t fed_ = 0;    // bytes of the source that the parser was given
  std::size_t last_ = 0;   // where the last event was
  std::size_t floor_ = 0;  // no text that comes starts before this
  bool in_text_ = false;   // the last event was a text
  std::uint64_t comparisons_ = 0;
  std::uint64_t most_comparisons_ = 0;
  bool cut_ = false;  // nothing more is fed: a bound was reached
};

void Reader::on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  Reader& reader = self(user);
  const std::string_view tag = reinterpret_cast<const char*>(name);
  reader.events_.start(tag, attributes);
  const std::size_t before = reader.floor_;
  reader.passed();
  if (reader.last_ < reader.source_.size() && reader.source_[reader.last_] == '>') ++reader.last_;
  // The parser starts a <p> of its own before a text outside of all: which it has read by then.
  reader.floor_ = tag == "p" && attributes == nullptr ? before : reader.last_;
}

void Reader::on_end(void* user, const xmlChar*) {
  self(user).events_.end();
  self(user).passed();
}

void Reader::on_comment(void* user, const xmlChar*) {
  self(user).passed();
}

void Reader::passed() {
  floor_ = last_ = std::max(last_, place());
  in_text_ = false;
}

void Reader::on_text(void* user, const xmlChar* characters, int size) {
  if (size > 0)
    self(user).text({reinterpret_cast<const char*>(characters), static_cast<std::size_t>(size)});
}

// Nothing is said; but an end tag that ended nothing, or a second <body>, was compared with all
// open elements.
void Reader::on_error(void* user, xmlErrorPtr error) {
  Reader& reader = self(user);
  if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 != nullptr && error->str2 != nullptr)
    reader.events_.end_refused(error->str1);  // str2: the innermost open one
  if (reader.context_ == nullptr ||
      (error->code != XML_ERR_TAG_NAME_MISMATCH && error->code != XML_HTML_STRUCURE_ERROR))
    return;
  reader.comparisons_ += static_cast<std::uint64_t>(reader.context_->nameNr);
  if (reader.comparisons_ < reader.most_comparisons_ || reader.cut_) return;
  reader.cut_ = true;
  reader.passed();
  xmlStopParser(reader.context_);
}

int Reader::read(void* user, char* buffer, int size) {
  Reader& reader = self(user);
  if (reader.context_ != nullptr && reader.context_->maxatts > kMostAttributeSlots)
    reader.cut_ = true;
  if (reader.cut_ || size <= 0) return 0;
  const std::size_t count =
      std::min(static_cast<std::size_t>(size), reader.source_.size() - reader.fed_);
  std::memcpy(buffer, reader.source_.data() + reader.fed_, count);
  reader.fed_ += count;
  return static_cast<int>(count);
}

// A text that goes on starts where it was left. Others have just been read, so they end where the
// parser is, but for a lone '<' and full buffers, which are reported a character early. What a
// reference stands for is not in the source at all.
void Reader::text(std::string_view characters) {
  const std::size_t at = place();
  const std::size_t size = characters.size();
  std::size_t begin = std::min(last_, at);
  std::size_t end = at;
  const auto ends_at = [&](std::size_t place) {
    if (place < floor_ + size || !stands_at(characters, place - size)) return false;
    begin = place - size;
    end = place;
    return true;
  };
  if (((in_text_ && last_ <= at) || (characters == "<" && last_ == at)) &&
      stands_at(characters, last_)) {
    begin = last_;
    end = last_ + size;
  } else if (!ends_at(at) &&
             !(size >= kBuffer && ends_at(at + size - last_character(characters)))) {
    const std::size_t reference = source_.substr(0, at).rfind('&');
    if (reference != std::string_view::npos && reference >= floor_) {
      begin = reference;
    } else if (stands_at(characters, at)) {
      begin = at;
      end = at + size;
    }
  }
  floor_ = last_ = std::max(in_text_ ? last_ : end, end);
  in_text_ = true;
  if (size == 2 && characters[0] == '\xC2' && static_cast<unsigned char>(characters[1]) < 0xA0) {
    std::string repaired;
    append_code_point(repaired, kC1[static_cast<unsigned char>(characters[1]) - 0x80]);
    events_.text(repaired, begin, last_);
  } else {
    events_.text(characters, begin, last_);
  }
}

bool Reader::pass() {
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                             &xmlFreeParserCtxt);
  if (context == nullptr) return false;
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                        HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED |
                                        HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  context->options |= XML_PARSE_HUGE;
  xmlSAXHandler& handler = *context->sax;
  handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElement = &on_start;
  handler.endElement = &on_end;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = &on_text;
  handler.comment = &on_comment;
  handler.serror = &on_error;
  context->userData = this;

  pass_begin_ = fed_ = floor_ = last_;
  in_text_ = false;
  comparisons_ = 0;
  most_comparisons_ = kComparisons + kComparisonsPerByte * (source_.size() - last_);
  cut_ = false;
  context_ = nullptr;  // read() is called before the parser is ready
  xmlParserInputBufferPtr buffer =
      xmlParserInputBufferCreateIO(&read, nullptr, this, XML_CHAR_ENCODING_NONE);
  if (buffer == nullptr) return false;
  xmlParserInputPtr input = xmlNewIOInputStream(context.get(), buffer, XML_CHAR_ENCODING_NONE);
  if (input == nullptr) {
    xmlFreeParserInputBuffer(buffer);
    return false;
  }
  inputPush(context.get(), input);
  // It is UTF-8, whatever the page says.
  context->charset = XML_CHAR_ENCODING_UTF8;
  context->encoding = xmlStrdup(reinterpret_cast<const xmlChar*>("UTF-8"));
  context_ = context.get();
  htmlParseDocument(context.get());
  if (!cut_)
    last_ = fed_;
  else if (context->input != nullptr)
    last_ = std::max(last_, place());
  context_ = nullptr;
  events_.end_all();
  return true;
}

void Reader::run() {
  for (std::size_t passes = 0; last_ < source_.size() && passes < kMostRestarts; ++passes) {
    if (!pass()) return;
    if (!cut_) return;
  }
}

}  // namespace

void read_html(std::string_view source, HtmlEvents& events) {
  static const bool kReady = [] {
    xmlInitParser();
    return true;
  }();
  if (kReady) Reader(source, events).run();
}

}  // namespace rapporteur
