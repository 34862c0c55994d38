# SPDX-License-Identifier: GPL-2.0-or-later
# Installs the build tree BUILD into WORK/prefix, moves the prefix (a package is relocatable), makes
# an index with the installed program and asks it from a consumer: once found by find_package, once
# compiled with what pkg-config says.
cmake_minimum_required(VERSION 3.22)

function(run)
  cmake_parse_arguments(RUN "" "OUTPUT;EXIT" "COMMAND" ${ARGN})
  execute_process(COMMAND ${RUN_COMMAND}
    OUTPUT_VARIABLE OUT ERROR_VARIABLE ERR RESULT_VARIABLE CODE)
  if(NOT DEFINED RUN_EXIT)
    set(RUN_EXIT 0)
  endif()
  if(NOT CODE EQUAL RUN_EXIT)
    list(JOIN RUN_COMMAND " " WORDS)
    message(FATAL_ERROR "${WORDS}\nended with ${CODE}, not ${RUN_EXIT}\n${OUT}\n${ERR}")
  endif()
  if(DEFINED RUN_OUTPUT)
    set(${RUN_OUTPUT} "${OUT}" PARENT_SCOPE)
  endif()
endfunction()

function(expect TEXT PATTERN)
  if(NOT TEXT MATCHES "${PATTERN}")
    message(FATAL_ERROR "expected \"${PATTERN}\" in:\n${TEXT}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
run(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/first)
file(RENAME ${WORK}/first ${WORK}/prefix)
set(PREFIX ${WORK}/prefix)

run(COMMAND ${PREFIX}/bin/rapporteur-index add ${SOURCE}/data/sample/pages -q
  --index ${WORK}/index)
run(COMMAND ${PREFIX}/bin/rapporteur search reprisals --index ${WORK}/index)

run(COMMAND ${CMAKE_COMMAND} -S ${SOURCE}/tests/install/consumer -B ${WORK}/consumer
  -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_FLAGS=${FLAGS}"
  -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} -DCMAKE_PREFIX_PATH=${PREFIX})
run(COMMAND ${CMAKE_COMMAND} --build ${WORK}/consumer)

# The same source by pkg-config.
find_program(PKG_CONFIG pkg-config REQUIRED)
set(ENV{PKG_CONFIG_PATH} ${PREFIX}/${LIBDIR}/pkgconfig)
run(COMMAND ${PKG_CONFIG} --cflags rapporteur OUTPUT CFLAGS)
run(COMMAND ${PKG_CONFIG} --libs rapporteur OUTPUT LIBS)
separate_arguments(FLAGS UNIX_COMMAND "${FLAGS}")
separate_arguments(CFLAGS UNIX_COMMAND "${CFLAGS}")
separate_arguments(LIBS UNIX_COMMAND "${LIBS}")
run(COMMAND ${LAUNCHER} ${COMPILER} -std=c++20 ${FLAGS} ${CFLAGS} -c
  ${SOURCE}/tests/install/consumer/main.cc -o ${WORK}/main.o)
run(COMMAND ${COMPILER} ${FLAGS} ${WORK}/main.o -o ${WORK}/consumer-pc ${LIBS})

find_program(READELF readelf)
foreach(CONSUMER ${WORK}/consumer/consumer ${WORK}/consumer-pc)
  run(COMMAND ${CONSUMER} ${WORK}/index reprisals OUTPUT OUT)
  expect("${OUT}" "\"total\":[1-9]")
  expect("${OUT}" "<b>[Rr]epris")
  expect("${OUT}" "China \\(country\\)")
  run(COMMAND ${CONSUMER} ${WORK}/index qqqxyzzy EXIT 1)
  run(COMMAND ${CONSUMER} ${WORK}/no-index reprisals EXIT 3)
  # A website links Xapian and ICU, none of what reading pages takes.
  if(READELF)
    run(COMMAND ${READELF} -d ${CONSUMER} OUTPUT NEEDED)
    expect("${NEEDED}" "libxapian")
    if(NEEDED MATCHES "lib(xml2|cld2|z|boost[a-z_]*)\\.so")
      message(FATAL_ERROR "a consumer links a library of the indexer: ${CMAKE_MATCH_0}")
    endif()
  endif()
endforeach()
