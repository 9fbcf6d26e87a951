#include "geodata/named_projections.h"

#include "geodata/gdal/proj_projection.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace geodata;

TEST_CASE("every named projection works, has its own name, and the default stands first") {
    std::set<std::string_view> names;
    for (const NamedProjection& named : named_projections()) {
        CAPTURE(named.name);
        CHECK(names.insert(named.name).second);
        CHECK(gdal::make_projection(std::string{named.definition}).value != nullptr);
        CHECK(named_projection(named.name) == &named);
    }
    CHECK(named_projections().front().name == default_projection_name);
    CHECK(named_projections().front().definition == gdal::default_projection);
}

TEST_CASE("a PROJ string, a code and another word name none") {
    CHECK(named_projection("+proj=merc") == nullptr);
    CHECK(named_projection("EPSG:3857") == nullptr);
    CHECK(named_projection("Globe") == nullptr);
    CHECK(named_projection("") == nullptr);
}
