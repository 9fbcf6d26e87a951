# Draws one case and compares it: cmake -DCARAVAN= -DIMAGE_DIFF= -DFOLDER= -DNAME= [-DBASELINE=] [-DSTATUS=] -P run_case.cmake -- OPTIONS
#
# What is drawn stays in FOLDER/NAME.png only when it differs or there is no baseline, with FOLDER/NAME.diff.png beside
# it; with CARAVAN_APPROVE=1 in the environment it becomes the baseline instead.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/settings.cmake)
if(NOT BASELINE)
    set(BASELINE ${CMAKE_CURRENT_LIST_DIR}/baselines/${NAME}.png)
endif()
set(actual ${FOLDER}/${NAME}.png)
set(diff ${FOLDER}/${NAME}.diff.png)

set(options)
set(behind_dashes NO)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
    if(behind_dashes)
        list(APPEND options ${CMAKE_ARGV${i}})
    elseif("${CMAKE_ARGV${i}}" STREQUAL "--")
        set(behind_dashes YES)
    endif()
endforeach()

# Baselines hold for this driver alone, and for the data of this source tree.
set(ENV{LIBGL_ALWAYS_SOFTWARE} 1)
set(ENV{GALLIUM_DRIVER} llvmpipe)
unset(ENV{CARAVAN_DATA})

file(MAKE_DIRECTORY ${FOLDER})
file(REMOVE ${actual} ${diff})
execute_process(COMMAND ${CARAVAN} render ${golden_options} ${options} -o ${actual} RESULT_VARIABLE status)
if(NOT STATUS)
    set(STATUS 0)
endif()
if(NOT status EQUAL STATUS)
    message(FATAL_ERROR "caravan render ended with ${status} and not with ${STATUS}")
endif()

get_filename_component(baselines ${BASELINE} DIRECTORY)
file(MAKE_DIRECTORY ${baselines})
execute_process(
    COMMAND ${IMAGE_DIFF} ${actual} ${BASELINE} --tolerance ${golden_tolerance} --allowed ${golden_allowed} --diff ${diff}
    RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${NAME} differs from its baseline; look at ${actual}, and approve it with CARAVAN_APPROVE=1")
endif()
file(REMOVE ${actual} ${diff})
