# Names of units become part of the library: those that CLDR has, as ICU gives them, and those that it lacks.
set(muwazi_cldr_units "${CMAKE_CURRENT_BINARY_DIR}/embedded/units-cldr.txt")
add_executable(muwazi_list_units "${PROJECT_SOURCE_DIR}/cmake/list_units.cc")
target_link_libraries(muwazi_list_units PRIVATE muwazi_flags ICU::uc ICU::i18n)
add_custom_command(OUTPUT "${muwazi_cldr_units}"
  COMMAND muwazi_list_units "${muwazi_cldr_units}" DEPENDS muwazi_list_units VERBATIM)
muwazi_embed(muwazi_text kUnitLists "${PROJECT_SOURCE_DIR}/data/text/units.txt" "${muwazi_cldr_units}")
