# The checks that are not programs of ours, as tests with the label `check`. Include after enable_testing() and, where
# there is one, after the target caravan. They look at the sources, so that one preset is enough.
if(CARAVAN_SANITIZE)
    return()
endif()

find_program(CARAVAN_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(CARAVAN_PYTHON NAMES python3 REQUIRED)
add_test(NAME check_includes COMMAND ${CARAVAN_PYTHON} ${PROJECT_SOURCE_DIR}/.ci/check_includes.py)
add_test(NAME check_includes_can_fail COMMAND ${CARAVAN_PYTHON} ${PROJECT_SOURCE_DIR}/.ci/check_includes.py --self-test)
add_test(NAME check_format COMMAND ${PROJECT_SOURCE_DIR}/.ci/check_format)
add_test(NAME check_format_can_fail COMMAND ${PROJECT_SOURCE_DIR}/.ci/check_format --self-test)
set(checks check_includes check_includes_can_fail check_format check_format_can_fail)

if(TARGET caravan)
    add_test(NAME check_install
        COMMAND ${PROJECT_SOURCE_DIR}/.ci/check_install ${CMAKE_COMMAND} ${CMAKE_BINARY_DIR})
    list(APPEND checks check_install)
endif()

set_tests_properties(${checks} PROPERTIES LABELS check SKIP_RETURN_CODE 77)
