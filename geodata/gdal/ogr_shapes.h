// OGR's geometries to ours: WGS 84, two dimensions, cut at the antimeridian.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/gdal/to_wgs84.h"

#include <ogr_geometry.h>
#include <memory>
#include <string>
#include <vector>

namespace geodata::gdal {

/// Whether rings cross or overlap, so that planar rules do not say what is inside. Always false for degrees that step
/// over the antimeridian, about which planar rules say nothing. `why` is GEOS's word for it, where it has one.
[[nodiscard]] bool is_invalid(const OGRGeometry& geometry, const ToWgs84& to_wgs84, std::string& why);

/// The polygons of a polygon, multipolygon, curved surface or collection; empty when it has none.
[[nodiscard]] std::vector<Polygon> polygons_from_ogr(const OGRGeometry& geometry, ToWgs84& to_wgs84);

/// The same with crossing rings taken apart by GEOS (MakeValid); as it is where GEOS cannot.
[[nodiscard]] std::vector<Polygon> repaired_polygons_from_ogr(const OGRGeometry& geometry, ToWgs84& to_wgs84);

/// The same polygons for OGR, in WGS 84, longitude first.
[[nodiscard]] std::unique_ptr<OGRMultiPolygon> ogr_from_polygons(const std::vector<Polygon>& polygons);

/// One shape of polygons that may lie on each other, by GEOS; as they are where GEOS cannot.
[[nodiscard]] std::vector<Polygon> united(const std::vector<Polygon>& polygons);

/// The lines of a line, multiline, curve or collection; empty when it has none.
[[nodiscard]] std::vector<std::vector<LonLat>> lines_from_ogr(const OGRGeometry& geometry, ToWgs84& to_wgs84);

}  // namespace geodata::gdal
