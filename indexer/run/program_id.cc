// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run/program_id.h"

#include <elf.h>
#include <link.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/content_hash.h"

namespace rapporteur {
namespace {

// The build id among the notes at `notes`; empty if there is none.
std::string_view build_id_in(std::string_view notes) {
  const auto padded = [](std::size_t bytes) { return (bytes + 3) & ~std::size_t{3}; };
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    const auto* header = reinterpret_cast<const ElfW(Nhdr)*>(notes.data());
    const std::size_t name = sizeof *header;
    const std::size_t content = name + padded(header->n_namesz);
    const std::size_t end = content + padded(header->n_descsz);
    if (end > notes.size()) break;
    if (header->n_type == NT_GNU_BUILD_ID && notes.substr(name, 4) == std::string_view("GNU", 4)) {
      return notes.substr(content, header->n_descsz);
    }
    notes.remove_prefix(end);
  }
  return {};
}

std::string id_of(const dl_phdr_info& object) {
  for (int i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object.dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    const auto* begin = reinterpret_cast<const char*>(object.dlpi_addr + part.p_vaddr);
    const std::string_view id = build_id_in({begin, part.p_memsz});
    if (!id.empty()) return std::string(id);
  }
  const bool is_program = object.dlpi_name == nullptr || *object.dlpi_name == '\0';
  const auto hash = hash_file(is_program ? "/proc/self/exe" : object.dlpi_name);
  return hash ? std::to_string(hash->high) + std::to_string(hash->low) : std::string();
}

int collect(dl_phdr_info* object, std::size_t, void* ids) {
  static_cast<std::vector<std::string>*>(ids)->push_back(id_of(*object));
  return 0;
}

}  // namespace

std::uint64_t program_id(std::string_view options) {
  std::vector<std::string> ids;
  dl_iterate_phdr(collect, &ids);
  std::sort(ids.begin(), ids.end());  // the kernel's own object comes and goes with its place
  std::string all(options);
  for (const std::string& id : ids) all += id + '\n';
  return XXH3_64bits(all.data(), all.size());
}

}  // namespace rapporteur
