// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/speed/xapian_peer.h"

#include <map>
#include <vector>

#include "common/index/packed_facets.h"
#include "common/index/schema.h"

namespace rapporteur::speed {

namespace {

// Counts the values of all facets from the packed slot of each match: the fastest way with a
// MatchSpy.
class FacetSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    const std::string packed = document.get_value(schema::kFacetSlot);
    unpack_facets(packed, values_);
    for (const PackedFacet& value : values_)
      ++counts_[static_cast<int>(value.facet)][std::string(value.value)];
    const std::string day = document.get_value(schema::kDateFromSlot);
    ++counts_[static_cast<int>(schema::Facet::kYear)][day.substr(0, 3)];
  }

 private:
  std::vector<PackedFacet> values_;
  std::map<int, std::map<std::string, unsigned>> counts_;
};

}  // namespace

XapianPeer::XapianPeer(const std::string& index) : database_(index) {
  parser_.set_database(database_);
  parser_.set_stemmer(Xapian::Stem("english"));
  parser_.set_stemming_strategy(Xapian::QueryParser::STEM_ALL);
}

Xapian::doccount XapianPeer::answer(const std::string& question) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(parser_.parse_query(question, 0));
  FacetSpy spy;
  enquire.add_matchspy(&spy);
  const Xapian::MSet hits = enquire.get_mset(0, 10, database_.get_doccount());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) hit.get_document().get_data();
  return hits.get_matches_estimated();
}

}  // namespace rapporteur::speed
