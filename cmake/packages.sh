# shellcheck shell=bash disable=SC2016,SC2034  # dpkg-query and apt-get read the $; the variables are the callers'
# The Debian packages Caravan needs, and how ./run and ./test install those that are missing. Sourced, not run.
#
# Debian 12 and later and the Ubuntu releases made from them have all of these. The network is touched only when
# something is missing, and what is missing is said first.

# One line each: package | why.
caravan_build_packages='
g++                | compiles Caravan
cmake              | configures the build
ninja-build        | runs the build
pkg-config         | finds libraries
ccache             | makes the second build quick
libgdal-dev        | reads boundaries and, with PROJ, projects them
nlohmann-json3-dev | reads event files
libicu-dev         | compares words of every script when searching
libcli11-dev       | reads the command line
libglu1-mesa-dev   | cuts polygons into triangles
python3-glad       | writes the OpenGL loader
libgl-dev          | headers of OpenGL
libegl-dev         | headers of EGL, which draws without a display
libgl1-mesa-dri    | OpenGL drivers, also for machines with no graphics card
libegl-mesa0       | EGL drivers
libglfw3-dev       | opens the window
libimgui-dev       | draws the panels
libfreetype-dev    | draws letters
libraqm-dev        | shapes text of every script
libpng-dev         | writes pictures
xdg-utils          | opens the address of a source in the browser
fonts-inter        | the typeface of the interface
fonts-noto-core    | typefaces for the scripts of the region
fonts-wqy-microhei | a typeface for Chinese names
'
caravan_test_packages='
doctest-dev        | the unit tests
libbenchmark-dev   | the benchmarks
python3            | the checks of includes and data, and the tests of the window
python3-jsonschema | the check of the event schema
clang-format       | the check of formatting
xvfb               | a display for the tests of the window
xdotool            | presses keys and moves the mouse in those tests
'

# say TEXT: one line to stderr, in the name of the command that is running.
say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# missing_packages TABLE...: those lines of the tables whose package is not installed.
missing_packages() {
    local table name reason installed
    table=$(printf '%s\n' "$@")
    # dpkg-query fails when it does not know a package at all; what it prints still answers the question.
    installed=$(
        while read -r name _; do
            [[ -n $name ]] && printf '%s\0' "$name"
        done <<<"$table" |
            xargs -0 dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' 2>/dev/null || true
    )
    while IFS='|' read -r name reason; do
        name=${name// /}
        [[ -z $name || $'\n'$installed$'\n' == *$'\n'"installed $name"$'\n'* ]] || printf '%s|%s\n' "$name" "${reason# }"
    done <<<"$table"
}

# ensure_packages TABLE...: installs what is missing. Ends the program with status 3 when it can't.
# Sets packages_were_installed to yes when it has installed anything.
packages_were_installed=no
ensure_packages() {
    if [[ -z $(type -P dpkg-query) || -z $(type -P apt-get) ]]; then
        if [[ -z $(type -P cmake) || -z $(type -P ninja) ]]; then
            say "this system has no apt, and cmake or ninja is missing: install what cmake/packages.sh lists, then repeat"
            exit 3
        fi
        say "this system has no apt, so nothing is installed here; cmake/packages.sh lists what is needed"
        return 0
    fi

    local missing line name
    local -a names=() as_root=()
    missing=$(missing_packages "$@")
    [[ -n $missing ]] || return 0
    say "these packages are missing and will be installed:"
    while IFS='|' read -r name line; do
        printf '  %-20s %s\n' "$name" "$line" >&2
        names+=("$name")
    done <<<"$missing"

    if ((EUID != 0)); then
        if [[ -z $(type -P sudo) ]]; then
            say "installing needs root, and there is no sudo. As root, run: apt-get install ${names[*]}"
            exit 3
        fi
        as_root=(sudo)
    fi
    apt_as_root() {
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 "$@" >&2
    }
    # One unreachable source of someone else's must not stop us: the installation tells whether it mattered.
    apt_as_root update || say "apt-get update had problems; going on with what it has"

    local -a plain=()
    local glad_from_elsewhere=no
    for name in "${names[@]}"; do
        if [[ $name == python3-glad ]] && ! apt_has_glad_2; then
            glad_from_elsewhere=yes
        else
            plain+=("$name")
        fi
    done
    if ((${#plain[@]})) && ! apt_as_root install --no-install-recommends "${plain[@]}"; then
        say "apt-get could not install: ${plain[*]}"
        exit 3
    fi
    if [[ $glad_from_elsewhere == yes ]] && ! install_glad_from_debian_13; then
        say "python3-glad (version 2) is neither in this system's package source nor to be had from Debian 13's"
        exit 3
    fi
    packages_were_installed=yes
}

# Is there a python3-glad of version 2 or later in the machine's own package sources?
apt_has_glad_2() {
    local candidate
    candidate=$(LC_ALL=C apt-cache policy python3-glad 2>/dev/null | sed -n 's/^ *Candidate: *//p')
    [[ -n $candidate && $candidate != '(none)' ]] && dpkg --compare-versions "$candidate" ge 2
}

# Takes python3-glad, a package for every architecture with nothing compiled in it, from Debian 13. The address is
# that of the machine's own Debian source; lists and cache lie in a folder of their own that goes afterwards, so that
# apt's configuration stays as it was and no other package can come from there.
install_glad_from_debian_13() (
    # A subshell, so that the trap is its own.
    local created_by origin component uri base=
    while IFS='|' read -r created_by origin component uri; do
        if [[ $created_by == Packages && $origin == Debian && $component == main && $uri != *security* ]]; then
            base=$uri
            break
        fi
    done < <(apt-get indextargets --format '$(CREATED_BY)|$(ORIGIN)|$(COMPONENT)|$(REPO_URI)')
    [[ -n $base ]] || { say "no Debian package source is configured here"; return 1; }
    say "this release has no python3-glad of version 2: taking that one package from Debian 13"

    local folder keyring=/usr/share/keyrings/debian-archive-keyring.gpg signed=
    folder=$(mktemp -d)
    trap 'rm -rf -- "$folder"' EXIT
    chmod 755 "$folder"  # apt downloads as a user of its own
    mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
    [[ -r $keyring ]] && signed="[signed-by=$keyring] "
    printf 'deb %s%s trixie main\n' "$signed" "$base" >"$folder/sources.list"

    local -a own=(
        -q
        -o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache"
        -o Acquire::Languages=none -o Acquire::Retries=3
    )
    cd "$folder" || return 1
    apt-get "${own[@]}" update >&2 || return 1
    apt-get "${own[@]}" -o APT::Sandbox::User=root download python3-glad >&2 || return 1
    local -a package=("$folder"/python3-glad_*.deb)
    [[ -f ${package[0]} ]] || return 1
    # What it depends on comes from the machine's own release.
    apt_as_root install --no-install-recommends "${package[0]}"
)
