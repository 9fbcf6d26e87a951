// Projections by PROJ, through OGR's coordinate transformations.
#pragma once

#include "geodata/named_projections.h"
#include "geodata/problem.h"
#include "geodata/projection.h"

#include <memory>
#include <string>

namespace geodata::gdal {

inline constexpr const char* default_projection = regional_equal_area;

/// Makes a projection from a PROJ string, an `EPSG:n` code or anything else that OGR's SetFromUserInput takes.
/// On failure the value is null and the problem says what PROJ says. One object must not be used by two threads at
/// once.
[[nodiscard]] Loaded<std::shared_ptr<const Projection>> make_projection(const std::string& definition);

}  // namespace geodata::gdal
