#!/bin/sh
# Makes boundaries.gpkg anew. Takes the packages with the machine's own clients (apt-get download, npm pack) into a
# temporary folder, or into SOURCES if that is set, and leaves everything else alone.
# Needs python3-gdal and python3-shapely.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${SOURCES:-}" ]; then
    SOURCES=$(mktemp -d)
    trap 'rm -rf "$SOURCES"' EXIT
fi
"$here/../scripts/fetch.sh" "$SOURCES"
/usr/bin/python3 -W ignore "$here/build.py" "$SOURCES" "$here/boundaries.gpkg"
