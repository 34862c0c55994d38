// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/group/signature.h"

#include "common/index/packed_numbers.h"
#include "common/index/record_groups.h"

namespace rapporteur {

namespace {

// Calls `visit` with each member, in the order of the bytes.
template <typename SignatureType, typename Visit>
void for_each_member(SignatureType& signature, Visit visit) {
  visit(signature.id);
  visit(signature.duplicate_of);
  visit(signature.content);
  visit(signature.simhash);
  visit(signature.title);
  visit(signature.url);
  for (auto& anchor : signature.anchors) visit(anchor);
  for (auto& anchor : signature.lead_anchors) visit(anchor);
  visit(signature.opening);
  visit(signature.subjects);
  visit(signature.words);
  visit(signature.from);
  visit(signature.to);
  visit(signature.language);
  visit(signature.url_bytes);
  visit(signature.is_teaser);
  visit(signature.url_has_query);
}

std::size_t packed_size() {
  std::size_t size = 0;
  Signature signature;
  for_each_member(signature, [&](const auto& member) { size += sizeof member; });
  return size;
}

}  // namespace

std::uint64_t hash_of_id(std::string_view id) {
  return group_key(id);
}

std::string pack(const Signature& signature) {
  std::string bytes;
  for_each_member(signature, [&](const auto& member) { append_number(member, bytes); });
  return bytes;
}

std::optional<Signature> unpack_signature(std::string_view bytes) {
  static const std::size_t size = packed_size();
  if (bytes.size() != size) return std::nullopt;
  Signature signature;
  for_each_member(signature, [&](auto& member) { take_number(bytes, member); });
  return signature;
}

}  // namespace rapporteur
