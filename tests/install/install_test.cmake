# cmake -DBUILD=… -DCONSUMER=… -DEXAMPLE=… -DGENERATOR=… -DCOMPILER=… -P install_test.cmake
# Installs BUILD, moves the installation, then builds and runs the project CONSUMER on it and the
# installed program, both on EXAMPLE.
cmake_minimum_required(VERSION 3.25)

set(work "${BUILD}/install-test")
file(REMOVE_RECURSE "${work}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nfailed (${code}):\n${out}${err}")
  endif()
  set(output "${out}" PARENT_SCOPE)
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${work}/first")
file(RENAME "${work}/first" "${work}/moved")

run("${CMAKE_COMMAND}" -S "${CONSUMER}" -B "${work}/consumer" -G "${GENERATOR}"
  "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_PREFIX_PATH=${work}/moved"
  -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF)
run("${CMAKE_COMMAND}" --build "${work}/consumer")
run("${work}/consumer/consumer" "${EXAMPLE}")
message(STATUS "pairs that the consumer found: ${output}")

# The installed program finds the model beside itself, wherever it was moved to.
run("${work}/moved/bin/muwazi" align --format beads "${EXAMPLE}")
if(output STREQUAL "")
  message(FATAL_ERROR "the installed program found nothing in ${EXAMPLE}")
endif()
