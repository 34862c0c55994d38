# What `cmake --install` puts into a prefix: the programs, and librapporteur with its headers,
# a CMake package (find_package(rapporteur), target rapporteur::rapporteur) and a pkg-config file.

# The installed library is one archive: the searcher and what it uses of common/. Inside this tree
# the two stay apart.
add_library(rapporteur_bundle STATIC
  $<TARGET_OBJECTS:rapporteur_common> $<TARGET_OBJECTS:rapporteur_searcher>)
set_target_properties(rapporteur_bundle PROPERTIES
  OUTPUT_NAME rapporteur
  EXPORT_NAME rapporteur
  LINKER_LANGUAGE CXX)
target_compile_features(rapporteur_bundle INTERFACE cxx_std_20)
target_link_libraries(rapporteur_bundle
  PRIVATE PkgConfig::XAPIAN ICU::i18n ICU::uc PkgConfig::ZSTD Threads::Threads)

set(PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/rapporteur)
install(TARGETS rapporteur rapporteur-index
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
install(TARGETS rapporteur_bundle EXPORT rapporteurTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY
  ${PROJECT_SOURCE_DIR}/common/include/rapporteur ${CMAKE_CURRENT_SOURCE_DIR}/include/rapporteur
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development FILES_MATCHING PATTERN *.h)
install(EXPORT rapporteurTargets NAMESPACE rapporteur::
  DESTINATION ${PACKAGE_DIR} COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT development)

include(CMakePackageConfigHelpers)
configure_package_config_file(
  ${CMAKE_CURRENT_SOURCE_DIR}/package/rapporteurConfig.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/package/rapporteurConfig.cmake
  INSTALL_DESTINATION ${PACKAGE_DIR})
write_basic_package_version_file(
  ${CMAKE_CURRENT_BINARY_DIR}/package/rapporteurConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/package/rapporteurConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/package/rapporteurConfigVersion.cmake
  DESTINATION ${PACKAGE_DIR} COMPONENT development)

# The .pc file finds its prefix from where it lies, so that a moved prefix keeps working.
file(RELATIVE_PATH PC_TO_PREFIX
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" PC_TO_PREFIX "${PC_TO_PREFIX}")
configure_file(package/rapporteur.pc.in package/rapporteur.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/package/rapporteur.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
