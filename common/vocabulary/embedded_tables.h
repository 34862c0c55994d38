// SPDX-License-Identifier: GPL-2.0-or-later
//
// The tables of data/ inside the program, written by embed_tables.cmake; read them with
// embedded_table() (table.h).
#pragma once

namespace rapporteur {

struct EmbeddedTable {
  const char* path;  // below data/; nullptr behind the last
  const char* text;  // UTF-8
};

extern const EmbeddedTable kEmbeddedTables[];

}  // namespace rapporteur
