# Does run_case.cmake fail when it should? Draws one picture small and compares it with none, itself and another one.
cmake_minimum_required(VERSION 3.25)
unset(ENV{CARAVAN_APPROVE})
set(scratch ${FOLDER}/self_test)
file(REMOVE_RECURSE ${scratch})

# run(WANTED NAME OPTIONS...): WANTED is `passes`, or a piece of what is said on failure.
function(run wanted name)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DCARAVAN=${CARAVAN} -DIMAGE_DIFF=${IMAGE_DIFF} -DFOLDER=${scratch} -DNAME=${name}
            -DBASELINE=${scratch}/baselines/case.png -P ${CMAKE_CURRENT_LIST_DIR}/run_case.cmake
            -- --size 200x120 ${ARGN}
        RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(wanted STREQUAL "passes")
        if(NOT status EQUAL 0 OR EXISTS ${scratch}/${name}.png)
            message(FATAL_ERROR "${name}: should pass and leave nothing; status ${status}\n${said}")
        endif()
    elseif(status EQUAL 0 OR NOT said MATCHES "${wanted}" OR NOT EXISTS ${scratch}/${name}.png)
        message(FATAL_ERROR "${name}: should fail with '${wanted}' and leave its picture; status ${status}\n${said}")
    endif()
endfunction()

run("case.png" without_baseline)
set(ENV{CARAVAN_APPROVE} 1)
run(passes approved)
unset(ENV{CARAVAN_APPROVE})
run(passes same)
run("pixels differ" other_theme --theme light)
if(NOT EXISTS ${scratch}/other_theme.diff.png)
    message(FATAL_ERROR "a picture that differs leaves no difference beside it")
endif()
run("pixels differ" one_line_more --focus PAK)
run("size" other_size --size 201x120)
file(REMOVE_RECURSE ${scratch})
