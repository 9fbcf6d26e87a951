#include "geodata/gdal/read_lines.h"

#include "geodata/gdal/choose_layer.h"
#include "geodata/gdal/error_capture.h"
#include "geodata/gdal/ogr_shapes.h"
#include "geodata/gdal/read_boundaries.h"
#include "geodata/gdal/to_wgs84.h"
#include "geodata/outlines.h"

#include <utility>

namespace geodata::gdal {
namespace {

using Points = std::vector<LonLat>;

// What one layer holds: lines as they are, and each feature's polygons.
struct Shapes {
    std::vector<Points> lines;
    BoundaryData units;
};

Shapes shapes_of(OGRLayer& layer, ToWgs84& to_wgs84) {
    Shapes shapes;
    layer.ResetReading();
    for (const auto& feature : layer) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        if (geometry == nullptr) {
            continue;
        }
        for (Points& line : lines_from_ogr(*geometry, to_wgs84)) {
            shapes.lines.push_back(std::move(line));
        }
        Country unit;
        unit.polygons = polygons_from_ogr(*geometry, to_wgs84);
        if (!unit.polygons.empty()) {
            shapes.units.countries.push_back(std::move(unit));
        }
    }
    return shapes;
}

void add_edges_of(BoundaryData units, std::vector<Points>& lines) {
    const BoundarySet set(std::move(units));
    const std::vector<Outline> edges = outlines(set);
    bool shared = false;
    for (const Outline& edge : edges) {
        shared = shared || edge.neighbour.has_value();
    }
    for (const Outline& edge : edges) {
        if (edge.neighbour || !shared) {
            lines.push_back(points_along(edge, set.countries()[edge.country].polygons[edge.polygon].rings[edge.ring]));
        }
    }
}

}  // namespace

Loaded<std::vector<BoundaryLine>> read_lines(std::string_view text) {
    Loaded<std::vector<BoundaryLine>> result;
    const BoundarySource source = boundary_source_from_text(text);
    const auto warn = [&](std::string what) {
        result.problems.push_back({Severity::Warning, std::move(what), source.path, 0, 0, {}});
    };
    const ErrorCapture errors;
    const ChosenLayer chosen = choose_layer(source.path, source.layer, LayerWish::Divisions, result.problems);
    for (Problem& problem : result.problems) {
        problem.severity = Severity::Warning;
    }
    if (chosen.layer == nullptr) {
        return result;
    }
    if (!chosen.others.empty()) {
        warn("took the lines of " + chosen.name + "; there are also " + chosen.others +
             ", and ,layer=NAME takes another");
    }
    std::string why_not;
    ToWgs84 to_wgs84(*chosen.layer, why_not);
    if (!why_not.empty()) {
        warn("layer " + chosen.name + ' ' + why_not);
        return result;
    }
    Shapes shapes = shapes_of(*chosen.layer, to_wgs84);
    add_edges_of(std::move(shapes.units), shapes.lines);
    for (Points& points : shapes.lines) {
        result.value.push_back({LineClass::Division, {}, std::move(points), {}});
    }
    if (result.value.empty()) {
        warn("layer " + chosen.name + " has neither lines nor polygons, so no lines are added");
    }
    return result;
}

}  // namespace geodata::gdal
