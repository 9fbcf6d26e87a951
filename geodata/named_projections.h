// Projections that have a name of their own: a short list of good ones, each for a purpose, centred on the region.
#pragma once

#include <span>
#include <string_view>

namespace geodata {

struct NamedProjection {
    std::string_view name;        ///< what a person types: "globe"
    std::string_view title;       ///< what a person reads: "Globe"
    std::string_view purpose;     ///< in a few words, without a full stop: "as from space"
    std::string_view definition;  ///< PROJ string
};

/// Lambert azimuthal equal-area (EPSG method 9820) centred on the region, on WGS 84.
inline constexpr const char* regional_equal_area = "+proj=laea +lat_0=34 +lon_0=74 +datum=WGS84 +units=m";

/// The one that is used when none is asked for.
inline constexpr std::string_view default_projection_name = "equal-area";

/// All of them, the default first.
[[nodiscard]] std::span<const NamedProjection> named_projections();

/// The one of this name, in lower case; null for a PROJ string, a code or a word that is none of them.
[[nodiscard]] const NamedProjection* named_projection(std::string_view name);

}  // namespace geodata
