// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract_page.h"

#include "indexer/extract/html.h"
#include "indexer/extract/html_url.h"
#include "indexer/extract/office.h"
#include "indexer/extract/pdf.h"
#include "indexer/extract/plain_text.h"
#include "indexer/extract/web_text.h"

namespace rapporteur {
namespace {

// Pages of one folder are taken for pages of one site where they do not say themselves.
std::string top_folder(const std::string& source) {
  const std::size_t slash = source.find('/');
  return slash == std::string::npos ? std::string() : source.substr(0, slash);
}

Result<Page> read(const SourceItem& item) {
  const Capture& capture = item.capture;
  switch (item.form) {
    case InputForm::kHtml:
      return extract_html(item.source, item.bytes, {capture.url, capture.charset, capture.date});
    case InputForm::kWebText:
      return read_web_text(item.bytes, item.source, capture.url.value_or(""));
    case InputForm::kOffice:
      return read_office(item.source, item.bytes);
    case InputForm::kPdf:
      return read_pdf(item.source, item.bytes);
    default:
      return read_plain_text(item.bytes, item.source, "", capture.charset);
  }
}

}  // namespace

Result<Page> extract_page(const SourceItem& item) {
  Result<Page> page = read(item);
  if (!page) return page;
  if (page->site.empty()) page->site = host_of(item.capture.url.value_or(""));
  page->captured = item.capture.date;
  page->address = item.capture.url;
  if (page->site.empty()) page->site = top_folder(item.source);
  return page;
}

}  // namespace rapporteur
