// SPDX-License-Identifier: GPL-2.0-or-later
//
// The peer of the indexer: the texts of a JSON Lines file through Xapian's TermGenerator into one
// database, nothing else worked out. Prints what /usr/bin/time cannot: the bytes of text.
#include <xapian.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: rapporteur-term-generator-peer RECORDS.jsonl DATABASE\n";
    return 2;
  }
  try {
    std::ifstream records(argv[1]);
    std::filesystem::remove_all(argv[2]);
    Xapian::WritableDatabase database(argv[2], Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    std::size_t bytes = 0;
    for (std::string line; std::getline(records, line);) {
      const auto record = nlohmann::json::parse(line);
      const std::string text = record.value("text", "");
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(record.value("title", ""), 2);
      generator.increase_termpos();
      generator.index_text(text);
      document.set_data(line);
      database.add_document(document);
      bytes += text.size();
    }
    database.commit();
    std::printf("TermGenerator: %.1f MB of text\n", static_cast<double>(bytes) / 1e6);
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
    return 2;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
  return 0;
}
