# The loaders of OpenGL and EGL, written by glad 2 when CMake configures. They lie in the build folder and nowhere else.
#
#   glad_gl    <glad/gl.h>    OpenGL 3.3 core. Load with gladLoadGL(get_proc_address) once a context is current.
#   glad_egl   <glad/egl.h>   EGL 1.5. Opens libEGL itself: gladLoaderLoadEGL(EGL_NO_DISPLAY) first, which finds
#                             the client's extensions and eglGetPlatformDisplayEXT (not the 1.5 functions, as no
#                             display has told its version yet), and again with the display after eglInitialize.
#
# Both are static libraries of C. They are written again only when the lists below change or a file is missing.

set(CARAVAN_GL_API "gl:core=3.3")
set(CARAVAN_GL_EXTENSIONS "")  # comma separated; name here only what is called
set(CARAVAN_EGL_API "egl=1.5")
set(CARAVAN_EGL_EXTENSIONS
    "EGL_EXT_platform_base,EGL_MESA_platform_surfaceless,EGL_KHR_surfaceless_context,EGL_KHR_create_context")

set(CARAVAN_GLAD_DIR "${CMAKE_BINARY_DIR}/glad")

# Sets `python` in the caller to a Python that can run glad. The system's own comes first: that is where the package
# puts glad, and another python3 earlier on PATH does not see it.
function(caravan_find_glad_python python)
    if(CARAVAN_GLAD_PYTHON)
        set(${python} "${CARAVAN_GLAD_PYTHON}" PARENT_SCOPE)
        return()
    endif()
    find_program(first_python_on_path NAMES python3 NO_CACHE)
    foreach(candidate IN ITEMS /usr/bin/python3 "${first_python_on_path}")
        if(EXISTS "${candidate}")
            execute_process(COMMAND "${candidate}" -m glad --help
                RESULT_VARIABLE status OUTPUT_VARIABLE help ERROR_QUIET)
            if(status EQUAL 0 AND help MATCHES "--api")  # glad 1 has the same name and no --api of this shape
                set(CARAVAN_GLAD_PYTHON "${candidate}" CACHE FILEPATH "The Python that has glad 2")
                mark_as_advanced(CARAVAN_GLAD_PYTHON)
                set(${python} "${candidate}" PARENT_SCOPE)
                return()
            endif()
        endif()
    endforeach()
    message(FATAL_ERROR
        "glad 2, which writes the OpenGL loader, is not installed. It is the package python3-glad: "
        "./run and ./test install it, or do it by hand with 'apt-get install python3-glad'.")
endfunction()

# Writes src/NAME.c and include/glad/NAME.h, unless they are there already and were asked for in the same words.
function(caravan_write_loader name api extensions)
    set(request "${api} ${extensions} ${ARGN}")
    set(stamp "${CARAVAN_GLAD_DIR}/${name}.request")
    if(EXISTS "${stamp}" AND EXISTS "${CARAVAN_GLAD_DIR}/src/${name}.c" AND
       EXISTS "${CARAVAN_GLAD_DIR}/include/glad/${name}.h")
        file(READ "${stamp}" written_for)
        if(written_for STREQUAL request)
            return()
        endif()
    endif()
    caravan_find_glad_python(python)
    message(STATUS "Writing the loader glad/${name}.h for ${api}")
    # --reproducible: the specification that came with the package, never one from the network.
    execute_process(
        COMMAND "${python}" -m glad --quiet --reproducible --api "${api}" "--extensions=${extensions}"
                --out-path "${CARAVAN_GLAD_DIR}" c ${ARGN}
        RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT status EQUAL 0 OR NOT EXISTS "${CARAVAN_GLAD_DIR}/src/${name}.c")
        message(FATAL_ERROR "glad could not write the loader for ${api} (${python} -m glad):\n${output}")
    endif()
    file(WRITE "${stamp}" "${request}")
endfunction()

caravan_write_loader(gl "${CARAVAN_GL_API}" "${CARAVAN_GL_EXTENSIONS}")
caravan_write_loader(egl "${CARAVAN_EGL_API}" "${CARAVAN_EGL_EXTENSIONS}" --loader)

add_library(glad_gl STATIC "${CARAVAN_GLAD_DIR}/src/gl.c")
target_include_directories(glad_gl SYSTEM PUBLIC "${CARAVAN_GLAD_DIR}/include")

add_library(glad_egl STATIC "${CARAVAN_GLAD_DIR}/src/egl.c")
target_include_directories(glad_egl SYSTEM PUBLIC "${CARAVAN_GLAD_DIR}/include")
target_link_libraries(glad_egl PRIVATE ${CMAKE_DL_LIBS})
