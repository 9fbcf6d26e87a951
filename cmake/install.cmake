# Where Caravan lies once installed, and how it finds its data. Include after the modules, once `caravan` exists.
#
#   PREFIX/bin/caravan
#   PREFIX/share/caravan/...                           data/, without what makes it
#   PREFIX/share/applications/caravan.desktop
#   PREFIX/share/icons/hicolor/scalable/apps/caravan.svg
#   PREFIX/share/man/man1/caravan.1
#
# The program looks for its data in CARAVAN_DATA_FROM_BIN, seen from the folder of its own executable (/proc/self/exe),
# so that an installation can be moved as a whole. The build folder has the same shape, bin/ beside share/, with a link
# to data/ in it: built and installed programs take the same path, and there is no second rule to go stale.

include(GNUInstallDirs)

file(RELATIVE_PATH CARAVAN_DATA_FROM_BIN
    "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_DATADIR}/caravan")

cmake_path(SET built_data NORMALIZE "${CMAKE_BINARY_DIR}/bin/${CARAVAN_DATA_FROM_BIN}")
cmake_path(GET built_data PARENT_PATH built_data_parent)
file(MAKE_DIRECTORY "${built_data_parent}")
file(CREATE_LINK "${PROJECT_SOURCE_DIR}/data" "${built_data}" SYMBOLIC)

set_target_properties(caravan PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
foreach(target IN ITEMS caravan caravan_app)
    if(TARGET ${target})
        target_compile_definitions(${target} PRIVATE CARAVAN_DATA_FROM_BIN="${CARAVAN_DATA_FROM_BIN}")
    endif()
endforeach()

install(TARGETS caravan RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/caravan
    FILES_MATCHING  # what the program reads, and where it came from
        PATTERN "*.json"
        PATTERN "*.ndjson"
        PATTERN "*.gpkg"
        PATTERN "*.geojson"
        PATTERN "*.md"
        PATTERN "LICENCE*"
        PATTERN "LICENSE*"
        PATTERN "COPYING*"
        PATTERN "build" EXCLUDE
        PATTERN "__pycache__" EXCLUDE)
install(FILES packaging/caravan.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/caravan.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES docs/caravan.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
