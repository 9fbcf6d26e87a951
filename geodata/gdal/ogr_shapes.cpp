#include "geodata/gdal/ogr_shapes.h"

#include "geodata/antimeridian.h"
#include "geodata/gdal/error_capture.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

namespace geodata::gdal {
namespace {

// Calls `use` with each geometry of the wanted flat type, down through collections; curves become lines first.
template <class Wanted, class Use>
void for_each_part(const OGRGeometry& geometry, OGRwkbGeometryType wanted, const Use& use) {
    if (geometry.hasCurveGeometry(TRUE) != 0) {
        const std::unique_ptr<OGRGeometry> linear(geometry.getLinearGeometry());
        if (linear != nullptr && linear->hasCurveGeometry(TRUE) == 0) {
            for_each_part<Wanted>(*linear, wanted, use);
        }
        return;
    }
    if (OGR_GT_IsSubClassOf(wkbFlatten(geometry.getGeometryType()), wkbGeometryCollection) != 0) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
            for_each_part<Wanted>(*part, wanted, use);
        }
        return;
    }
    if (wkbFlatten(geometry.getGeometryType()) == wanted && geometry.IsEmpty() == 0) {
        use(*static_cast<const Wanted*>(&geometry));
    }
}

bool steps_over_antimeridian(const OGRLinearRing& ring) {
    for (int i = 1; i < ring.getNumPoints(); ++i) {
        if (std::abs(ring.getX(i) - ring.getX(i - 1)) > 180.0) {
            return true;
        }
    }
    return false;
}

bool steps_over_antimeridian(const OGRGeometry& geometry) {
    bool found = false;
    for_each_part<OGRPolygon>(geometry, wkbPolygon, [&](const OGRPolygon& polygon) {
        for (const OGRLinearRing* ring : polygon) {
            found = found || steps_over_antimeridian(*ring);
        }
    });
    return found;
}

}  // namespace

bool is_invalid(const OGRGeometry& geometry, const ToWgs84& to_wgs84, std::string& why) {
    if (to_wgs84.from_degrees() && steps_over_antimeridian(geometry)) {
        return false;
    }
    const ErrorCapture errors;
    const bool invalid = geometry.IsValid() == 0;
    why = errors.text();
    return invalid;
}

std::vector<Polygon> polygons_from_ogr(const OGRGeometry& geometry, ToWgs84& to_wgs84) {
    std::vector<Polygon> result;
    for_each_part<OGRPolygon>(geometry, wkbPolygon, [&](const OGRPolygon& ogr_polygon) {
        Polygon polygon;
        for (const OGRLinearRing* ring : ogr_polygon) {
            polygon.rings.push_back(to_wgs84.points(*ring));
        }
        std::ranges::move(cut_at_antimeridian(std::move(polygon)), std::back_inserter(result));
    });
    return result;
}

std::vector<Polygon> repaired_polygons_from_ogr(const OGRGeometry& geometry, ToWgs84& to_wgs84) {
    const ErrorCapture errors;
    const std::unique_ptr<OGRGeometry> valid(geometry.MakeValid());
    std::vector<Polygon> repaired;
    if (valid != nullptr) {
        repaired = polygons_from_ogr(*valid, to_wgs84);
    }
    return repaired.empty() ? polygons_from_ogr(geometry, to_wgs84) : repaired;
}

std::unique_ptr<OGRMultiPolygon> ogr_from_polygons(const std::vector<Polygon>& polygons) {
    auto parts = std::make_unique<OGRMultiPolygon>();
    for (const Polygon& polygon : polygons) {
        auto part = std::make_unique<OGRPolygon>();
        for (const Ring& ring : polygon.rings) {
            auto line = std::make_unique<OGRLinearRing>();
            line->setNumPoints(static_cast<int>(ring.size()), FALSE);
            for (std::size_t i = 0; i < ring.size(); ++i) {
                line->setPoint(static_cast<int>(i), ring[i].lon, ring[i].lat);
            }
            line->closeRings();
            part->addRingDirectly(line.release());
        }
        parts->addGeometryDirectly(part.release());
    }
    return parts;
}

std::vector<Polygon> united(const std::vector<Polygon>& polygons) {
    const ErrorCapture errors;
    const std::unique_ptr<OGRGeometry> whole(ogr_from_polygons(polygons)->UnionCascaded());
    ToWgs84 as_it_is;
    std::vector<Polygon> result = whole == nullptr ? std::vector<Polygon>() : polygons_from_ogr(*whole, as_it_is);
    return result.empty() ? polygons : result;
}

std::vector<std::vector<LonLat>> lines_from_ogr(const OGRGeometry& geometry, ToWgs84& to_wgs84) {
    std::vector<std::vector<LonLat>> result;
    for_each_part<OGRLineString>(geometry, wkbLineString, [&](const OGRLineString& line) {
        std::ranges::move(cut_line_at_antimeridian(to_wgs84.points(line)), std::back_inserter(result));
    });
    return result;
}

}  // namespace geodata::gdal
