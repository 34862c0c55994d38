// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/xml_pull.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

#include <climits>

#include "common/text/utf8.h"
#include "indexer/charset/decode.h"

namespace rapporteur {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void be_silent(void*, xmlErrorPtr) {}

}  // namespace

struct XmlPull::State {
  std::string utf8;  // all of the text: libxml2 prints when it fails to convert it
  xmlTextReaderPtr reader = nullptr;
  xmlDocPtr tree = nullptr;  // that the reader walks, if it mends
  bool failed = false;
  bool empty_element = false;  // its kEnd is still to come
  std::string text;
  std::string_view name;
  std::string_view space;
};

XmlPull::XmlPull(std::string_view bytes, const std::string& charset, bool mend)
    : state_(std::make_unique<State>()) {
  if (bytes.size() > INT_MAX) return;
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                           XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  state_->utf8 =
      decode_text(bytes, {charset.empty() ? std::nullopt : std::optional(charset), true}).text;
  bytes = state_->utf8;
  if (bytes.size() > INT_MAX) return;
  const int size = static_cast<int>(bytes.size());
  const char* const encoding = "UTF-8";
  if (mend) {
    state_->tree = xmlReadMemory(bytes.data(), size, nullptr, encoding, kOptions);
    if (state_->tree != nullptr) state_->reader = xmlReaderWalker(state_->tree);
  } else {
    state_->reader = xmlReaderForMemory(bytes.data(), size, nullptr, encoding, kOptions);
    if (state_->reader != nullptr) {
      xmlTextReaderSetStructuredErrorHandler(state_->reader, &be_silent, nullptr);
    }
  }
}

XmlPull::~XmlPull() {
  if (state_->reader != nullptr) xmlFreeTextReader(state_->reader);
  if (state_->tree != nullptr) xmlFreeDoc(state_->tree);
}

bool XmlPull::failed() const {
  return state_->failed;
}

XmlPull::Event XmlPull::next() {
  State& state = *state_;
  if (state.empty_element) {
    state.empty_element = false;
    return Event::kEnd;
  }
  while (state.reader != nullptr) {
    const int read = xmlTextReaderRead(state.reader);
    state.failed = read < 0;
    if (read != 1) break;
    switch (xmlTextReaderNodeType(state.reader)) {
      case XML_READER_TYPE_ELEMENT:
        state.empty_element = xmlTextReaderIsEmptyElement(state.reader) == 1;
        state.name = view(xmlTextReaderConstLocalName(state.reader));
        state.space = view(xmlTextReaderConstNamespaceUri(state.reader));
        return Event::kStart;
      case XML_READER_TYPE_END_ELEMENT:
        state.name = view(xmlTextReaderConstLocalName(state.reader));
        state.space = view(xmlTextReaderConstNamespaceUri(state.reader));
        return Event::kEnd;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        state.text = clean_utf8(view(xmlTextReaderConstValue(state.reader)));
        return Event::kText;
      case XML_READER_TYPE_ENTITY_REFERENCE: {
        // &nbsp; and its kin, which feeds use without declaring them.
        const htmlEntityDesc* entity = htmlEntityLookup(xmlTextReaderConstName(state.reader));
        if (entity == nullptr) break;
        state.text.clear();
        append_code_point(state.text, static_cast<char32_t>(entity->value));
        return Event::kText;
      }
      default:
        break;
    }
  }
  return Event::kDone;
}

std::string_view XmlPull::name() const {
  return state_->name;
}

std::string_view XmlPull::space() const {
  return state_->space;
}

std::string XmlPull::attribute(std::string_view local_name) const {
  std::string value;
  for (int more = xmlTextReaderMoveToFirstAttribute(state_->reader); more == 1;
       more = xmlTextReaderMoveToNextAttribute(state_->reader)) {
    if (view(xmlTextReaderConstLocalName(state_->reader)) == local_name) {
      value = clean_utf8(view(xmlTextReaderConstValue(state_->reader)));
      break;
    }
  }
  xmlTextReaderMoveToElement(state_->reader);
  return value;
}

std::string_view XmlPull::text() const {
  return state_->text;
}

}  // namespace rapporteur
