#!/usr/bin/env bash
# Makes the pictures of README.md with the built program:
#   docs/pictures/make.sh [CARAVAN]     the default is build/release/bin/caravan, else build/dev/bin/caravan
# Where ImageMagick is installed, the alpha channel that says nothing goes, without loss. A picture over 700 kB is an error.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
caravan=${1:-}
for candidate in "$root/build/release/bin/caravan" "$root/build/dev/bin/caravan"; do
    [[ -n $caravan || ! -x $candidate ]] || caravan=$candidate
done
[[ -n $caravan ]] || { echo "make.sh: build Caravan first, with ./run" >&2; exit 1; }
export LIBGL_ALWAYS_SOFTWARE=1 # the same picture on every machine
unset CARAVAN_DATA

picture() {
    local out=$here/$1 bytes
    shift
    "$caravan" render "$@" -o "$out"
    if [[ -n $(type -P convert) ]]; then
        convert "$out" -alpha off -define png:color-type=2 -define png:compression-level=9 \
            -define png:compression-filter=2 -strip "$out"
    fi
    bytes=$(stat -c %s "$out")
    printf '%s %d bytes\n' "${out##*/}" "$bytes"
    ((bytes < 700000)) || { echo "make.sh: ${out##*/} is larger than 700 kB" >&2; exit 1; }
}

picture explore-dark.png --panels --select PAK --at 2025-05-20 --size 1600x900
picture light.png --theme light --fit KAZ,PAK --at 2025-09-09 --size 1280x720
picture pair-light.png --panels --select PAK,BGD --fit PAK,BGD --mode so-far --at 2026-01-31 --theme light --size 1600x900
