#!/usr/bin/env python3
"""Checks every #include against the architecture: who may know whom, and where each library lives.

    check_includes.py [ROOT]       status 1 and one line for each include that breaks a rule
    check_includes.py --self-test  breaks every rule in a tree of its own and checks that each is caught

The rules are the three tables below. An include that no table knows is an error too, so that a new library gets a
home on purpose.
"""

import pathlib
import posixpath
import re
import sys
import tempfile

# Who may include whose headers, folder by folder. The longest prefix decides.
OURS = {
    "geodata/": ("geodata/",),
    "events/": ("events/", "geodata/"),
    "render/": ("render/", "geodata/"),
    "app/": ("app/", "events/", "render/", "geodata/"),
    # Tests see what the module they test sees; those of the whole program see everything.
    "tests/": ("tests/", "app/", "events/", "render/", "geodata/"),
    "tests/geodata/": ("tests/support/", "geodata/"),
    "tests/events/": ("tests/support/", "events/", "geodata/"),
    "tests/render/": ("tests/support/", "render/", "geodata/"),
}

# The one home of each library: a pattern for its headers, then the files that may include it, as prefixes of paths
# or as patterns with *. Where there is more than one, the comment gives the reason.
LIBRARIES = [
    ("GDAL, PROJ, GEOS", r"(gdal|ogr|cpl_|proj|geos|vrtdataset)\w*\.h(pp)?", ["geodata/gdal/"]),
    ("GLU", r"GL/glu\.h", ["geodata/triangulate.cpp"]),
    # The control socket speaks JSON by the line, and the kept state is a small file of it: neither is an event file.
    ("nlohmann/json", r"nlohmann/.*", ["events/json/", "app/platform/control_*", "app/platform/kept_state_file.cpp"]),
    ("ICU", r"unicode/.*", ["events/icu/*.cpp"]),
    # Sources only: a header of render/gl/ shows no OpenGL. The window and the headless host load the functions.
    ("glad's OpenGL", r"glad/gl\.h", ["render/gl/*.cpp", "app/platform/"]),
    ("EGL", r"(glad/egl|EGL/\w+)\.h", ["app/platform/"]),
    ("FreeType and Raqm", r"ft2build\.h|freetype/.*|raqm\.h|hb(-\w+)?\.h", ["render/text/"]),
    ("ImGui's backends", r"imgui_impl_\w+\.h|backends/imgui_impl_\w+\.h", ["app/platform/"]),
    # The platform opens and closes ImGui's frame, the panels draw in it.
    ("ImGui", r"im(gui|stb_)\w*\.h", ["app/panels/", "app/platform/"]),
    ("GLFW", r"GLFW/.*", ["app/platform/"]),
    ("libpng", r"png\.h", ["app/export/"]),
    ("CLI11", r"CLI/.*", ["app/options.cpp"]),
    ("doctest", r"doctest/.*|doctest\.h", ["tests/"]),
    ("Google Benchmark", r"benchmark/.*", ["tests/bench/"]),
    # Processes, sockets, file watching, the heap's manners: what talks to the system is app. The layers below are standard C++.
    ("POSIX and Linux",
     r"(sys|linux|netinet|arpa)/.*|(unistd|fcntl|poll|signal|spawn|dlfcn|pthread|dirent|termios|pwd|glob|malloc)\.h",
     ["app/", "tests/"]),
]

# Standard C++: <vector>, <cmath> and the few C headers with a name ending in .h that tables of constants need.
STANDARD = re.compile(r"[a-z_0-9]+|(stdint|stddef)\.h")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>]+)>|"([^"]+)")', re.MULTILINE)


def is_in(path, home):
    return pathlib.PurePosixPath(path).match(home) if "*" in home else path.startswith(home)


def problem_of(root, path, header, quoted):
    """What is wrong with `path` including `header`, or None."""
    if quoted:
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), header))
        target = beside if (root / beside).is_file() else posixpath.normpath(header)
        # What the build writes from a folder of ours counts as that folder's: generated/render/shaders/sources.h.
        generated = target.startswith("generated/")
        target = target.removeprefix("generated/")
        if generated or (root / target).is_file():
            folder = max((prefix for prefix in OURS if path.startswith(prefix)), key=len)
            if not target.startswith(OURS[folder]):
                return f"{folder} may include {', '.join(OURS[folder])} and not {target}"
            return None
    for name, pattern, homes in LIBRARIES:
        if re.fullmatch(pattern, header):
            if not any(is_in(path, home) for home in homes):
                return f"{name} ({header}) belongs in {', '.join(homes)}"
            return None
    if not quoted and STANDARD.fullmatch(header):
        return None
    if quoted:
        return f"there is no file {header} of ours, and no library with that header has a home in check_includes.py"
    return f"<{header}> is not standard C++, and no library with that header has a home in check_includes.py"


def check(root):
    """The problems under `root` as lines, and the number of includes looked at."""
    problems, seen = [], 0
    for folder in ("geodata", "events", "render", "app", "tests"):
        for file in sorted((root / folder).rglob("*")):
            if file.suffix not in (".h", ".cpp", ".c", ".hpp", ".inl"):
                continue
            path = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            for match in INCLUDE.finditer(text):
                seen += 1
                problem = problem_of(root, path, match[1] or match[2], match[2] is not None)
                if problem:
                    line = text.count("\n", 0, match.start()) + 1
                    problems.append(f"{path}:{line}: error: {problem}")
    return problems, seen


def self_test():
    """Each rule, broken once. A check that can't fail is worth nothing."""
    good = [
        ("geodata/gdal/read.cpp", "<gdal_priv.h>"), ("geodata/triangulate.cpp", "<GL/glu.h>"),
        ("geodata/coords.cpp", '"coords.h"'), ("events/event.h", '"geodata/coords.h"'), ("events/a.cpp", "<vector>"),
        ("events/icu/fold.cpp", "<unicode/uchar.h>"), ("events/json/parse.cpp", "<nlohmann/json.hpp>"), ("render/camera.h", '"geodata/coords.h"'),
        ("render/gl/buffer.cpp", "<glad/gl.h>"), ("render/text/font.cpp", "<ft2build.h>"),
        ("app/main.cpp", '"events/event.h"'), ("app/main.cpp", '"render/camera.h"'), ("app/options.cpp", "<CLI/CLI.hpp>"),
        ("app/platform/control_socket.cpp", "<nlohmann/json.hpp>"), ("app/platform/headless.cpp", "<glad/egl.h>"),
        ("app/platform/window.cpp", "<GLFW/glfw3.h>"), ("app/panels/card.cpp", "<imgui.h>"),
        ("render/layers/a.cpp", '"generated/render/shaders/sources.h"'),
        ("app/export/png.cpp", "<png.h>"), ("tests/events/a_test.cpp", "<doctest/doctest.h>"),
        ("tests/bench/a.cpp", "<benchmark/benchmark.h>"), ("app/platform/file_watch.cpp", "<sys/inotify.h>"),
    ]
    bad = [
        ("geodata/coords.cpp", '"events/event.h"'), ("geodata/coords.cpp", '"../render/camera.h"'),
        ("geodata/coords.cpp", "<gdal_priv.h>"), ("geodata/gdal/read.cpp", "<GL/glu.h>"),
        ("events/a.cpp", '"render/camera.h"'), ("events/a.cpp", '"app/main.h"'), ("events/a.cpp", "<nlohmann/json.hpp>"),
        ("events/icu/fold.h", "<unicode/uchar.h>"), ("events/a.cpp", "<ogrsf_frmts.h>"), ("events/a.cpp", "<unistd.h>"), ("render/a.cpp", '"events/event.h"'),
        ("render/a.cpp", "<glad/gl.h>"), ("render/gl/buffer.h", "<glad/gl.h>"), ("render/gl/a.cpp", "<glad/egl.h>"),
        ("render/a.cpp", "<raqm.h>"), ("app/main.cpp", "<glad/gl.h>"), ("app/main.cpp", "<GLFW/glfw3.h>"),
        ("app/main.cpp", "<EGL/egl.h>"), ("app/scene/pick.cpp", "<imgui.h>"), ("app/panels/card.cpp", "<imgui_impl_glfw.h>"),
        ("app/main.cpp", "<png.h>"), ("app/main.cpp", "<CLI/CLI.hpp>"), ("app/main.cpp", "<doctest/doctest.h>"),
        ("tests/events/a_test.cpp", '"render/camera.h"'), ("tests/events/a_test.cpp", "<benchmark/benchmark.h>"),
        ("events/a.cpp", '"generated/render/shaders/sources.h"'), ("events/a.cpp", '"generated/a.h"'),
        ("app/main.cpp", "<unheard/of.h>"), ("app/main.cpp", '"no/such/file.h"'), ("app/main.cpp", '  "render/none.h"'),
    ]
    headers = ["geodata/coords.h", "events/event.h", "render/camera.h", "app/main.h"]
    wrong = []
    for expected, cases in ((0, good), (1, bad)):
        for path, include in cases:
            with tempfile.TemporaryDirectory() as folder:
                root = pathlib.Path(folder)
                for header in headers:
                    (root / header).parent.mkdir(parents=True, exist_ok=True)
                    (root / header).write_text("#pragma once\n")
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(f"// A comment.\n#include {include}\n")
                problems, _ = check(root)
                if len(problems) != expected or (expected and not problems[0].startswith(f"{path}:2: ")):
                    wrong.append(f"{path} with {include}: expected {expected} problems, found {problems}")
    for line in wrong:
        print(line)
    print(f"self-test: {len(good)} good and {len(bad)} bad includes, {len(wrong)} judged wrongly")
    return 1 if wrong else 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent.parent
    problems, seen = check(root)
    for line in problems:
        print(line)
    print(f"{seen} includes, {len(problems)} against the architecture")
    if seen == 0:
        print("error: no include was found at all, so nothing was checked")
    return 1 if problems or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
