// SPDX-License-Identifier: GPL-2.0-or-later
//
// Archives made for a test, in memory.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::testing {

// Collects what libarchive writes.
inline la_ssize_t append_to(archive*, void* bytes, const void* more, std::size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(more), size);
  return static_cast<la_ssize_t>(size);
}

inline void put_entry(archive* writer, const std::string& name, std::string_view bytes,
                      unsigned type = AE_IFREG, const char* target = nullptr) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, name.c_str());
  archive_entry_set_filetype(entry, type);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
  if (target != nullptr) archive_entry_set_symlink(entry, target);
  archive_write_header(writer, entry);
  archive_write_data(writer, bytes.data(), bytes.size());
  archive_entry_free(entry);
}

// `bytes` alone, compressed with one of ARCHIVE_FILTER_...
inline std::string compressed(std::string_view bytes, int filter) {
  std::string out;
  archive* writer = archive_write_new();
  archive_write_set_format_raw(writer);
  archive_write_add_filter(writer, filter);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open(writer, &out, nullptr, append_to, nullptr);
  put_entry(writer, "data", bytes);
  archive_write_free(writer);
  return out;
}

inline std::string gzipped(std::string_view bytes) {
  return compressed(bytes, ARCHIVE_FILTER_GZIP);
}

using Files = std::vector<std::pair<std::string, std::string>>;  // names and bytes

inline archive* open_writer(int (*format)(archive*), std::string& out) {
  archive* writer = archive_write_new();
  format(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open(writer, &out, nullptr, append_to, nullptr);
  return writer;
}

inline std::string packed(int (*format)(archive*), const Files& files) {
  std::string out;
  archive* writer = open_writer(format, out);
  for (const auto& [name, bytes] : files) put_entry(writer, name, bytes);
  archive_write_free(writer);
  return out;
}

inline std::string tar_of(const Files& files) {
  return packed(archive_write_set_format_pax_restricted, files);
}
inline std::string zip_of(const Files& files) {
  return packed(archive_write_set_format_zip, files);
}

// Names marked as UTF-8, which libarchive does in such a locale only.
inline std::string utf8_named(int (*format)(archive*), const Files& files) {
  const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  const locale_t before = ::uselocale(utf8);
  std::string bytes = packed(format, files);
  ::uselocale(before);
  ::freelocale(utf8);
  return bytes;
}

// A WARC record; `fields` are whole lines beside WARC-Type and Content-Length.
inline std::string warc_record(const std::string& type, const std::string& fields,
                               const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + fields +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

inline std::string http_answer(const std::string& body, const std::string& fields = "",
                               const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

// The stored answer to a request of `url`.
inline std::string warc_page(const std::string& url, const std::string& body,
                             const std::string& http_fields = "Content-Type: text/html\r\n") {
  return warc_record("response",
                     "WARC-Target-URI: " + url + "\r\nWARC-Date: 2018-06-21T10:11:12Z\r\n",
                     http_answer(body, http_fields));
}

}  // namespace rapporteur::testing
