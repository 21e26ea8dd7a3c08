# How a folder becomes a module: aligner/NAME/*.cc an object library muwazi_NAME that may use the modules
# declared before it, tests/NAME/*_test.cc a test program NAME_test. All modules together are muwazi::muwazi.

include(CMakePackageConfigHelpers)

set(MUWAZI_MODULES "" CACHE INTERNAL "modules declared so far, in order")
set(MUWAZI_LINKS "" CACHE INTERNAL "libraries that they use")
option(MUWAZI_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

# Flags that every target of the project is built with. Contraction is off so that results are the same
# whatever instructions the compiler picks.
add_library(muwazi_flags INTERFACE)
target_compile_features(muwazi_flags INTERFACE cxx_std_20)
target_compile_options(muwazi_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 sees an overlap in every "literal" + string (GCC bug 105651).
  target_compile_options(muwazi_flags INTERFACE -Wno-restrict)
endif()
# Tests, which have this property, are compiled without optimisation and without the sanitizer of undefined behaviour, which
# takes half the time: it is looked for in what they call, but for inline functions that they instantiate themselves.
set(is_test $<BOOL:$<TARGET_PROPERTY:MUWAZI_TEST>>)
target_compile_options(muwazi_flags INTERFACE $<${is_test}:-O0>)
if(MUWAZI_SANITIZE)
  target_compile_options(muwazi_flags INTERFACE -fsanitize=address $<$<NOT:${is_test}>:-fsanitize=undefined>
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(muwazi_flags INTERFACE -fsanitize=address,undefined)
endif()

# muwazi_embed(TARGET SYMBOL FILE...): makes the text files members of the table `muwazi::SYMBOL`.
function(muwazi_embed target symbol)
  set(generated "${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cc")
  add_custom_command(OUTPUT "${generated}"
    COMMAND "${CMAKE_COMMAND}" -DOUT=${generated} -DSYMBOL=${symbol} "-DFILES=${ARGN}"
      -P "${PROJECT_SOURCE_DIR}/cmake/Embed.cmake"
    DEPENDS ${ARGN} "${PROJECT_SOURCE_DIR}/cmake/Embed.cmake" VERBATIM)
  target_sources(${target} PRIVATE "${generated}")
endfunction()

function(muwazi_module name)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/aligner/${name}/*.cc")
  set(above ${MUWAZI_MODULES})
  # What a module needs, those below it need as well.
  set(MUWAZI_LINKS ${MUWAZI_LINKS} ${arg_LINKS} CACHE INTERNAL "")
  if(sources)
    add_library(muwazi_${name} OBJECT ${sources})
    target_link_libraries(muwazi_${name} PRIVATE muwazi_flags)
    target_link_libraries(muwazi_${name} PUBLIC ${MUWAZI_LINKS})
    target_include_directories(muwazi_${name} PUBLIC
      "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/aligner" ${ICU_INCLUDE_DIRS})
    list(APPEND above ${name})
    set(MUWAZI_MODULES ${above} CACHE INTERNAL "")
    if(EXISTS "${PROJECT_SOURCE_DIR}/aligner/${name}/module.cmake")
      include("${PROJECT_SOURCE_DIR}/aligner/${name}/module.cmake")
    endif()
  endif()
  if(BUILD_TESTING)
    file(GLOB tests CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${name}/*_test.cc")
    if(tests)
      add_executable(${name}_test ${tests})
      set_target_properties(${name}_test PROPERTIES MUWAZI_TEST ON)
      target_link_libraries(${name}_test PRIVATE muwazi_flags GTest::gtest GTest::gmock GTest::gtest_main)
      target_include_directories(${name}_test PRIVATE "${PROJECT_SOURCE_DIR}/tests")
      target_compile_definitions(${name}_test PRIVATE
        MUWAZI_SOURCE_DIR="${PROJECT_SOURCE_DIR}" MUWAZI_BINARY_DIR="${PROJECT_BINARY_DIR}")
      foreach(module IN LISTS above)
        target_link_libraries(${name}_test PRIVATE muwazi_${module})
      endforeach()
      gtest_discover_tests(${name}_test DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES PROPERTIES TIMEOUT 300)
    endif()
  endif()
endfunction()

# All modules in one library, and its installation: find_package(muwazi) gives muwazi::muwazi.
function(muwazi_library)
  add_library(muwazi STATIC)
  add_library(muwazi::muwazi ALIAS muwazi)
  set_target_properties(muwazi PROPERTIES LINKER_LANGUAGE CXX)
  target_compile_features(muwazi PUBLIC cxx_std_20)
  # The modules are linked as objects alone, so that an installed muwazi does not ask for their targets.
  target_link_libraries(muwazi PRIVATE ${MUWAZI_LINKS})
  foreach(module IN LISTS MUWAZI_MODULES)
    target_sources(muwazi PRIVATE $<TARGET_OBJECTS:muwazi_${module}>)
  endforeach()
  # With CMAKE_VERIFY_INTERFACE_HEADER_SETS each header of the set is compiled alone.
  file(GLOB headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/muwazi/*/*.h")
  target_sources(muwazi PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES ${headers})

  set(package "${CMAKE_INSTALL_LIBDIR}/cmake/muwazi")
  install(TARGETS muwazi EXPORT muwaziTargets
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT muwaziTargets NAMESPACE muwazi:: DESTINATION "${package}")
  set(muwazi_model "${CMAKE_INSTALL_DATADIR}/muwazi/arabic-english.model")
  configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/muwaziConfig.cmake.in"
    "${PROJECT_BINARY_DIR}/muwaziConfig.cmake" INSTALL_DESTINATION "${package}" PATH_VARS muwazi_model)
  write_basic_package_version_file("${PROJECT_BINARY_DIR}/muwaziConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
  install(FILES "${PROJECT_BINARY_DIR}/muwaziConfig.cmake" "${PROJECT_BINARY_DIR}/muwaziConfigVersion.cmake"
    "${PROJECT_SOURCE_DIR}/cmake/FindStemmer.cmake" DESTINATION "${package}")
endfunction()

function(muwazi_program)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/aligner/cli/*.cc")
  if(NOT sources)
    return()
  endif()
  add_executable(muwazi_program ${sources})
  set_target_properties(muwazi_program PROPERTIES OUTPUT_NAME muwazi
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  target_link_libraries(muwazi_program PRIVATE muwazi_flags ${arg_LINKS})
  foreach(module IN LISTS MUWAZI_MODULES)
    target_link_libraries(muwazi_program PRIVATE muwazi_${module})
  endforeach()
  target_compile_definitions(muwazi_program PRIVATE MUWAZI_VERSION="${PROJECT_VERSION}")
  # The program finds its model beside itself: ../share/muwazi, in the build tree as when installed.
  set(model "${PROJECT_SOURCE_DIR}/data/arabic-english.model")
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/share/muwazi")
  file(CREATE_LINK "${model}" "${PROJECT_BINARY_DIR}/share/muwazi/arabic-english.model" SYMBOLIC)
  install(TARGETS muwazi_program RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
  install(FILES "${model}" DESTINATION "${CMAKE_INSTALL_DATADIR}/muwazi" OPTIONAL)

  # Its tests run the program; what has a subject of its own is also tested from inside.
  file(GLOB tests CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/cli/*_test.cc")
  if(BUILD_TESTING AND tests)
    set(inside nearest.cc in_order.cc interrupts.cc parallel.cc)
    list(TRANSFORM inside PREPEND "${PROJECT_SOURCE_DIR}/aligner/cli/")
    add_executable(cli_test ${tests} ${inside})
    add_dependencies(cli_test muwazi_program)
    set_target_properties(cli_test PROPERTIES MUWAZI_TEST ON)
    target_link_libraries(cli_test PRIVATE muwazi_flags muwazi_text nlohmann_json::nlohmann_json
      GTest::gtest GTest::gmock GTest::gtest_main)
    target_include_directories(cli_test PRIVATE
      "${PROJECT_SOURCE_DIR}/tests" "${PROJECT_SOURCE_DIR}/aligner")
    target_compile_definitions(cli_test PRIVATE
      MUWAZI_SOURCE_DIR="${PROJECT_SOURCE_DIR}" MUWAZI_BINARY_DIR="${PROJECT_BINARY_DIR}")
    gtest_discover_tests(cli_test DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES PROPERTIES TIMEOUT 300)
  endif()
endfunction()
