# Everything comes from Debian 12 (see ./claimcheck, which installs what is missing).

find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(CURL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(PkgConfig REQUIRED)

# Libraries without a CMake package of their own in Debian.
function(claimcheck_find_library target header library)
  find_path(${target}_INCLUDE ${header} REQUIRED)
  find_library(${target}_LIBRARY ${library} REQUIRED)
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} INTERFACE ${${target}_INCLUDE})
  target_link_libraries(${target} INTERFACE ${${target}_LIBRARY})
endfunction()
claimcheck_find_library(md4c md4c.h md4c)
claimcheck_find_library(gumbo gumbo.h gumbo)
claimcheck_find_library(GeographicLib GeographicLib/Geodesic.hpp GeographicLib)

add_library(tl_expected INTERFACE IMPORTED)
find_path(TL_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
target_include_directories(tl_expected INTERFACE ${TL_EXPECTED_INCLUDE})
