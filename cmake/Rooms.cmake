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
# milliseconds that yaml-cpp needs. The result is linked into claimcheck_NAME (or the room that ROOM names) as `claimcheck::embedded::NAME()`.
function(claimcheck_embed name)
  cmake_parse_arguments(EMBED "" "ROOM" "" ${ARGN})
  set(room ${name})
  if(EMBED_ROOM)
    set(room ${EMBED_ROOM})
  endif()
  file(GLOB files CONFIGURE_DEPENDS ${EMBED_UNPARSED_ARGUMENTS})
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
  get_target_property(type claimcheck_${room} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(claimcheck_${room} INTERFACE claimcheck_embedded_${name})
  else()
    target_link_libraries(claimcheck_${room} PUBLIC claimcheck_embedded_${name})
  endif()
endfunction()

# Puts one file into the program as it is, aligned to 16: `claimcheck::embedded::NAME()`.
function(claimcheck_embed_file name room file)
  set(assembly ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
  file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [=[
#include "base/embedded.hpp"
extern "C" { extern char const claimcheck_@name@_begin[], claimcheck_@name@_end[]; }
asm(".section .rodata\n.balign 16\nclaimcheck_@name@_begin:\n.incbin \"@file@\"\nclaimcheck_@name@_end:\n.byte 0\n.text\n");
namespace claimcheck::embedded {
std::string_view @name@() { return {claimcheck_@name@_begin, static_cast<std::size_t>(claimcheck_@name@_end - claimcheck_@name@_begin)}; }
} // namespace claimcheck::embedded
]=])
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${file})
  add_library(claimcheck_embedded_${name} STATIC ${assembly})
  target_include_directories(claimcheck_embedded_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(claimcheck_${room} PUBLIC claimcheck_embedded_${name})
endfunction()
