// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words that publications everywhere put in front of contacts, picture credits and authors
// (data/split/labels.tsv), and those that say what kind of text a title announces
// (data/split/kinds.tsv).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

enum class LabelKind {
  kContact,  // "Contact: ..."
  kCredit,   // "Photo: ...", "Image courtesy of ..."
  kShare,    // "Share this", "Tags: ..."
  kAuthor,   // "By ...": stays in the text
};

// What the words in front of a colon announce ("Rainbow flag photo credit", "Media contact").
std::optional<LabelKind> label_before_colon(std::string_view label);

// What a short line without a colon announces by its first words ("By Jane Doe", "© J. Doe").
std::optional<LabelKind> label_at_start(std::string_view line);

// The record kind that the words of a title or of its topic announce ("Joint statement | ...",
// "Open letter to ..."), by how it starts; empty if they announce none. Any thread.
std::optional<std::string> announced_kind(std::string_view title);

}  // namespace rapporteur
