#include "geodata/gdal/proj_projection.h"

#include <doctest/doctest.h>

#include <string>

using namespace geodata;

namespace {

Domain domain_of(const std::string& definition) {
    const auto loaded = gdal::make_projection(definition);
    CAPTURE(definition);
    REQUIRE(loaded.value != nullptr);
    return loaded.value->domain();
}

}  // namespace

TEST_CASE("debug") {
    for (const char* d : {"+proj=robin",
                          "+proj=bonne +lat_1=30 +lon_0=74",
                          "+proj=bonne +lat_1=-40",
                          "+proj=wintri",
                          "+proj=moll",
                          "+proj=hammer",
                          "+proj=aitoff",
                          "+proj=sinu",
                          "+proj=cea",
                          "+proj=mill",
                          "+proj=lcc +lat_1=20 +lat_2=48 +lon_0=74",
                          "EPSG:3857",
                          "EPSG:4087",
                          "+proj=eqearth",
                          "EPSG:32643",
                          "+proj=ortho +lat_0=30",
                          "+proj=nsper +h=3000000",
                          "+proj=geos +h=35785831",
                          "+proj=natearth",
                          "+proj=vandg",
                          "+proj=eck4",
                          "+proj=kav7",
                          "EPSG:28992",
                          "EPSG:2056",
                          "EPSG:3035",
                          "+proj=igh",
                          "+proj=poly +lon_0=74",
                          "+proj=bonne +lat_1=30 +lon_0=74",
                          "+proj=aeqd +lat_0=90",
                          "EPSG:3413",
                          "+proj=cass",
                          "EPSG:24378",
                          "+proj=krovak",
                          "+proj=gnom +lat_0=34 +lon_0=74"}) {
        const Domain dom = domain_of(d);
        if (auto* w = std::get_if<LonLatWindow>(&dom))
            MESSAGE(d, " window ", w->middle_lon, " +-", w->half_width_deg, " ", w->south, "..", w->north);
        else
            MESSAGE(d, " cap ", std::get<Cap>(dom).centre.lon, ",", std::get<Cap>(dom).centre.lat, " r ",
                    std::get<Cap>(dom).radius_deg);
    }
}
