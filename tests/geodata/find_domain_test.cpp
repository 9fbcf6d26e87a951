#include "geodata/gdal/find_domain.h"

#include "geodata/cap_frame.h"
#include "geodata/gdal/proj_projection.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

using namespace geodata;
using gdal::find_domain;

namespace {

Domain domain_of(const std::string& definition) {
    const auto loaded = gdal::make_projection(definition);
    CAPTURE(definition);
    REQUIRE(loaded.value != nullptr);
    return loaded.value->domain();
}

Cap cap_of(const std::string& definition) {
    const Domain domain = domain_of(definition);
    CAPTURE(definition);
    REQUIRE(std::holds_alternative<Cap>(domain));
    return std::get<Cap>(domain);
}

LonLatWindow window_of(const std::string& definition) {
    const Domain domain = domain_of(definition);
    CAPTURE(definition);
    REQUIRE(std::holds_alternative<LonLatWindow>(domain));
    return std::get<LonLatWindow>(domain);
}

/// One degree is 100 km, but for a part of the Earth.
template <class Gone>
gdal::ThereAndBack flat_but(Gone gone) {
    return [gone](std::span<const LonLat> in, std::span<WorldXY> out) {
        for (std::size_t i = 0; i < in.size(); ++i) {
            constexpr double nan = std::numeric_limits<double>::quiet_NaN();
            out[i] = gone(in[i]) ? WorldXY{nan, nan} : WorldXY{in[i].lon * 1e5, in[i].lat * 1e5};
        }
    };
}

}  // namespace

TEST_CASE("azimuthal projections show what lies around their centre") {
    CHECK(cap_of(gdal::default_projection) == Cap{{74.0, 34.0}, 175.0});
    CHECK(cap_of("+proj=ortho +lat_0=30 +lon_0=74") == Cap{{74.0, 30.0}, 89.9});
    CHECK(cap_of("EPSG:3413") == Cap{{-45.0, 90.0}, 130.0});
    CHECK(cap_of("+proj=gnom +lat_0=34 +lon_0=74").radius_deg == 65.0);
    // The horizon seen from a height h is acos(R / (R + h)) away.
    CHECK(cap_of("+proj=nsper +h=3000000 +lat_0=30 +lon_0=74").radius_deg == 47.0);
    CHECK(cap_of("+proj=geos +h=35785831 +lon_0=74").radius_deg == 81.0);
}

TEST_CASE("cylindrical projections and their kin show all longitudes about their middle") {
    CHECK(window_of("EPSG:3857") == LonLatWindow{0.0, whole_half_width_deg, -85.0, 85.0});
    CHECK(window_of("+proj=merc +lon_0=74") == LonLatWindow{74.0, whole_half_width_deg, -85.0, 85.0});
    for (const char* name : {"eqc", "eqearth", "moll", "hammer", "cea", "natearth"}) {
        const LonLatWindow window = window_of("+proj=" + std::string{name} + " +lon_0=74");
        CAPTURE(name);
        CHECK(window.middle_lon == 74.0);
        CHECK(window.half_width_deg >= 179.9);
        CHECK(window.north >= 85.0);
        CHECK(window.south <= -85.0);
    }
    CHECK(window_of("+proj=robin").half_width_deg >= 179.9);
}

TEST_CASE("conic projections open opposite to their middle and end before they go to infinity") {
    for (const char* name : {"lcc", "aea", "eqdc"}) {
        const LonLatWindow window = window_of("+proj=" + std::string{name} + " +lat_1=20 +lat_2=48 +lon_0=74");
        CAPTURE(name);
        CHECK(window.middle_lon == 74.0);
        CHECK(window.half_width_deg == whole_half_width_deg);
        CHECK(window.north >= 88.0);
        CHECK(window.south < -30.0);
        CHECK(window.south >= -90.0);
    }
    CHECK(window_of("+proj=lcc +lat_1=20 +lat_2=48 +lon_0=74").south > -80.0);
}

TEST_CASE("transverse projections show a part of the Earth about their meridian") {
    CHECK(window_of("EPSG:32643") == LonLatWindow{75.0, 75.0, -90.0, 90.0});
    CHECK(window_of("+proj=tmerc +lon_0=74").middle_lon == 74.0);
}

TEST_CASE("longitudes count from the prime meridian of the projection, by whatever name it goes") {
    CHECK(window_of("+proj=robin +lon_0=0 +pm=60 +datum=WGS84").middle_lon == doctest::Approx(60.0));
    CHECK(window_of("+proj=eqc +lon_0=0 +pm=74").middle_lon == doctest::Approx(74.0));
    CHECK(window_of("EPSG:21100").middle_lon == doctest::Approx(110.0));  // Jakarta
    CHECK(window_of("+proj=lcc +lat_1=46.8 +pm=paris").middle_lon == doctest::Approx(2.337229).epsilon(1e-6));
    CHECK(cap_of("+proj=ortho +lat_0=30 +lon_0=14 +pm=60").centre.lon == doctest::Approx(74.0));
    CHECK(window_of("+proj=merc +lon_0=150 +pm=60").middle_lon == doctest::Approx(-150.0));
}

TEST_CASE("a seam where none should be leaves a cap beside it") {
    const auto torn = find_domain("+proj=eqc", [](std::span<const LonLat> in, std::span<WorldXY> out) {
        for (std::size_t i = 0; i < in.size(); ++i) {
            out[i] = {in[i].lon * 1e5 - (in[i].lon > 120.0 ? 36e6 : 0.0), in[i].lat * 1e5};
        }
    });
    REQUIRE(std::holds_alternative<Cap>(torn));
    CHECK(std::get<Cap>(torn).radius_deg > 5.0);
    CHECK_FALSE(contains(torn, {125.0, 0.0}));
}

TEST_CASE("what is not known by its name is tried out, with the region in view") {
    for (const char* definition : {"+proj=krovak", "+proj=igh", "+proj=poly +lon_0=74"}) {
        CAPTURE(definition);
        const Cap cap = cap_of(definition);
        CHECK(cap.radius_deg >= 9.0);
        CHECK(contains(Domain{cap}, {74.0, 34.0}));
    }
}

TEST_CASE("a cap ends before the first place that does not project, and before a tear") {
    const auto all = find_domain("+proj=mine +lon_0=74", flat_but([](LonLat) { return false; }));
    REQUIRE(std::holds_alternative<Cap>(all));
    CHECK(std::get<Cap>(all).radius_deg > 50.0);

    const auto holed = find_domain("+proj=mine +lon_0=74", flat_but([](LonLat p) { return p.lat > 60.0; }));
    REQUIRE(std::holds_alternative<Cap>(holed));
    CHECK(std::get<Cap>(holed).centre.lat + std::get<Cap>(holed).radius_deg <= 61.0);

    const auto torn = find_domain("+proj=mine +lon_0=74", [](std::span<const LonLat> in, std::span<WorldXY> out) {
        for (std::size_t i = 0; i < in.size(); ++i) {
            out[i] = {in[i].lon * 1e5 + (in[i].lon > 90.0 ? 1e7 : 0.0), in[i].lat * 1e5};
        }
    });
    REQUIRE(std::holds_alternative<Cap>(torn));
    const Cap cap = std::get<Cap>(torn);
    CHECK(cap.radius_deg > 5.0);
    CHECK(cap.radius_deg <= CapFrame{{90.0, cap.centre.lat}}.bearing(cap.centre).distance_deg);
}

TEST_CASE("where nothing projects there is nothing to show") {
    for (const char* text : {"+proj=merc", "+proj=laea +lat_0=34", "+proj=tmerc", "+proj=mine", ""}) {
        CAPTURE(text);
        const Domain domain = find_domain(text, flat_but([](LonLat) { return true; }));
        REQUIRE(std::holds_alternative<LonLatWindow>(domain));
        CHECK(std::get<LonLatWindow>(domain).north == std::get<LonLatWindow>(domain).south);
    }
}
