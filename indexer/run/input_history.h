// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which inputs of a run have to be read: those that the index does not hold as they are now.
//
// What comes out of an input depends on its bytes and its name, on the program, and for pages on
// what repeats over the pages of their site that are read in the same run. So a mark is kept of
// each input that was read without a rejection, and the input is passed over if its mark would be
// the same. Where a page joins, leaves or changes, all pages of its site are read again: what had
// been an article's last paragraph may turn out to be the site's footer. Where a run was broken off
// between the pages of a site, the rest is read and those that are in are only looked at.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/source/content_hash.h"
#include "indexer/source/walk.h"

namespace rapporteur {

// What is remembered of an input.
struct InputMark {
  ContentHash content;
  std::uint64_t program = 0;         // program_id() of who read it
  std::uint64_t company = 0;         // of the run's pages of its sites, itself included
  std::uint64_t place = 0;           // hash of the whole path it was read from
  std::vector<std::uint64_t> sites;  // hashes of the sites that its pages belong to, in order

  std::string encode() const;
  static std::optional<InputMark> decode(std::string_view bytes);
};

// The sites of the pages in each input.
using SitesOfInputs = std::unordered_map<std::string, std::set<std::string>>;

class InputHistory {
 public:
  // The mark that an input was given when it was last read; empty if there is none.
  using MarkOf = std::function<std::string(const std::string& input)>;

  // Reads and hashes all of `files`. `mark_of` empty: nothing is known, and nothing is marked. Once
  // `stop` (may be null) is true the rest counts as changed.
  InputHistory(std::vector<InputFile> files, const MarkOf& mark_of, std::uint64_t program,
               const std::atomic<bool>* stop);

  // Inputs whose name was that of another file, in another place and with other bytes, when it was
  // read last: that one's records are replaced, which may not be meant.
  const std::vector<std::string>& of_other_places() const { return of_other_places_; }

  // ---- in this order ----
  // The inputs that are new or have changed themselves.
  std::vector<InputFile> changed() const;
  // Where their pages belong.
  void learn(const SitesOfInputs& sites);
  // The others that share a site with something that has to be read: what repeats on that site is
  // to be counted over them, too.
  std::vector<InputFile> neighbours() const;
  // All that has to be read, in the order of the walk.
  std::vector<InputFile> to_read() const;

  // The mark of an input, once it has been read; empty: it cannot be recognised another time.
  std::string mark(const std::string& input) const;
  std::size_t unchanged() const;

 private:
  struct Input {
    InputFile file;
    std::optional<ContentHash> content;
    std::uint64_t place = 0;
    std::optional<InputMark> known;  // only if content and program are as they were
    std::vector<std::uint64_t> sites;
  };
  void know_company();
  std::uint64_t company(const Input& input) const;
  bool has_to_be_read(const Input& input) const;

  std::uint64_t program_ = 0;
  std::vector<Input> inputs_;
  std::vector<std::string> of_other_places_;
  std::unordered_map<std::string, std::size_t> places_;          // by name
  std::unordered_map<std::uint64_t, std::uint64_t> site_pages_;  // site -> sum over its inputs
};

}  // namespace rapporteur
