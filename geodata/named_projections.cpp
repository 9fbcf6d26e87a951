#include "geodata/named_projections.h"

#include <algorithm>
#include <array>

namespace geodata {

namespace {

// The conformal cone touches where most of the region's countries lie; the globe stands upright enough to be read.
constexpr std::array<NamedProjection, 5> table{{
    {"equal-area", "Equal-area", "the region's countries in their true sizes", regional_equal_area},
    {"conformal", "Conformal", "true angles and shapes",
     "+proj=lcc +lat_1=20 +lat_2=48 +lat_0=34 +lon_0=74 +datum=WGS84 +units=m"},
    {"mercator", "Mercator", "north is up everywhere, as on the web", "+proj=merc +lon_0=74 +datum=WGS84 +units=m"},
    {"equal-earth", "Equal Earth", "the whole world in true sizes", "+proj=eqearth +lon_0=74 +datum=WGS84 +units=m"},
    {"globe", "Globe", "the Earth as from space", "+proj=ortho +lat_0=30 +lon_0=74 +datum=WGS84 +units=m"},
}};

}  // namespace

std::span<const NamedProjection> named_projections() {
    return table;
}

const NamedProjection* named_projection(std::string_view name) {
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const NamedProjection& named) { return named.name == name; });
    return found != table.end() ? found : nullptr;
}

}  // namespace geodata
