# shellcheck shell=bash disable=SC2154  # `root` and `packages_were_installed` are the caller's
# Configuring and building a preset, for ./run and ./test. Sourced, not run; needs `root` and say().

# build_preset NAME: brings build/NAME up to date. Silent, and a tenth of a second, when there is nothing to do.
build_preset() {
    local preset=$1 folder=$root/build/$1 configured_for jobs
    # A build folder that came from elsewhere with the checkout can't be used.
    if [[ -f $folder/CMakeCache.txt ]]; then
        configured_for=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt")
        if [[ ! $configured_for -ef $root ]]; then
            say "build/$preset was configured for $configured_for: starting it afresh"
            rm -rf -- "$folder"
        fi
    fi
    # CMake notices changed lists by itself, but neither changed presets nor newly installed packages.
    if [[ ! -f $folder/build.ninja || $root/CMakePresets.json -nt $folder/build.ninja || $packages_were_installed == yes ]]; then
        say "configuring the preset $preset"
        (cd "$root" && cmake --preset "$preset") >&2
    fi
    if [[ $(ninja -C "$folder" -n 2>&1) != *'no work to do'* ]]; then
        say "building the preset $preset"
        jobs=$(nproc 2>/dev/null || echo 2)
        ninja -C "$folder" -j "$jobs" >&2
    fi
}
