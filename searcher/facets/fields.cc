// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets/fields.h"

#include <array>
#include <utility>

namespace rapporteur {

namespace {

struct FieldRow {
  FacetField field;
  schema::Facet column;
  const char* name;
};

// The one list of the public fields.
constexpr std::array<FieldRow, 9> kFields = {{
    {FacetField::kCountry, schema::Facet::kCountry, "country"},
    {FacetField::kPrimaryCountry, schema::Facet::kCountry, "primary_country"},
    {FacetField::kBody, schema::Facet::kBody, "body"},
    {FacetField::kSession, schema::Facet::kSession, "session"},
    {FacetField::kMandate, schema::Facet::kMandate, "mandate"},
    {FacetField::kTheme, schema::Facet::kTheme, "theme"},
    {FacetField::kLanguage, schema::Facet::kLanguage, "language"},
    {FacetField::kKind, schema::Facet::kKind, "kind"},
    {FacetField::kYear, schema::Facet::kYear, "year"},
}};

}  // namespace

bool is_field(FacetField field) {
  return static_cast<std::size_t>(field) < kFields.size();
}

schema::Facet column_of(FacetField field) {
  return kFields[static_cast<std::size_t>(field)].column;
}

const char* facet_field_name(FacetField field) {
  return is_field(field) ? kFields[static_cast<std::size_t>(field)].name : "unknown";
}

std::optional<FacetField> facet_field_from_name(const std::string& name) {
  for (const FieldRow& row : kFields) {
    if (name == row.name) return row.field;
  }
  return std::nullopt;
}

const std::vector<FacetField>& all_facet_fields() {
  static const std::vector<FacetField> fields = [] {
    std::vector<FacetField> list;
    for (const FieldRow& row : kFields) list.push_back(row.field);
    return list;
  }();
  return fields;
}

}  // namespace rapporteur
