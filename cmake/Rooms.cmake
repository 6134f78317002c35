# One static library a room (design.md): src/NAME/*.cpp becomes claimcheck_NAME. A room without sources yet is an interface.

add_library(claimcheck_warnings INTERFACE)
target_compile_options(claimcheck_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion $<$<BOOL:${CLAIMCHECK_WERROR}>:-Werror>)

function(claimcheck_room name)
  cmake_parse_arguments(ROOM "" "" "LINKS;PRIVATE_LINKS;PRECOMPILE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(target claimcheck_${name})
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} PUBLIC ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS} claimcheck_warnings)
    if(ROOM_PRECOMPILE)
      # The Boost.Spirit X3 header costs a second a file; precompiled it costs a tenth (research/architecture.md 2.3).
      target_precompile_headers(${target} PRIVATE ${ROOM_PRECOMPILE})
    endif()
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} INTERFACE ${ROOM_LINKS} ${ROOM_PRIVATE_LINKS})
  endif()
endfunction()

# Embeds YAML files, parsed at build time to the snapshot of src/base/yaml.hpp so that a start costs microseconds, not the
# milliseconds that yaml-cpp needs. The result is linked into claimcheck_NAME as `claimcheck::embedded::NAME()`.
function(claimcheck_embed name)
  file(GLOB files CONFIGURE_DEPENDS ${ARGN})
  list(SORT files)
  set(blob ${CMAKE_BINARY_DIR}/embedded/${name}.bin)
  set(assembly ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
  if(NOT TARGET claimcheck_embed)
    add_executable(claimcheck_embed ${CMAKE_SOURCE_DIR}/tools/embed.cpp)
    target_link_libraries(claimcheck_embed PRIVATE claimcheck_base claimcheck_warnings)
  endif()
  add_custom_command(
    OUTPUT ${blob} ${assembly}
    COMMAND claimcheck_embed ${name} ${blob} ${assembly} ${CMAKE_SOURCE_DIR} ${files}
    DEPENDS claimcheck_embed ${files}
    COMMENT "Embedding ${name}"
    VERBATIM)
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${blob})
  add_library(claimcheck_embedded_${name} STATIC ${assembly})
  target_include_directories(claimcheck_embedded_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  get_target_property(type claimcheck_${name} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(claimcheck_${name} INTERFACE claimcheck_embedded_${name})
  else()
    target_link_libraries(claimcheck_${name} PUBLIC claimcheck_embedded_${name})
  endif()
endfunction()
