#include "geodata/gdal/read_features.h"

#include "geodata/gdal/ogr_shapes.h"
#include "geodata/gdal/to_wgs84.h"

#include <utility>

namespace geodata::gdal {
namespace {

using Problems = std::vector<Problem>;

// Calls `use(feature, geometry, to_wgs84)` for each feature with a geometry.
template <class Use>
void for_each_feature(OGRLayer& layer, const std::string& path, Problems& problems, const Use& use) {
    std::string why_not;
    ToWgs84 to_wgs84(layer, why_not);
    if (!why_not.empty()) {
        problems.push_back(
            {Severity::Warning, std::string("layer ") + layer.GetName() + ' ' + why_not, path, 0, 0, {}});
        return;
    }
    layer.ResetReading();
    for (const auto& feature : layer) {
        if (const OGRGeometry* geometry = feature->GetGeometryRef()) {
            use(*feature, *geometry, to_wgs84);
        }
    }
}

int field_of(OGRLayer& layer, const char* name) {
    return layer.GetLayerDefn()->GetFieldIndex(name);
}

template <class Area>
std::vector<Area> read_areas(OGRLayer& layer, const std::string& path, Problems& problems) {
    const int name = field_of(layer, "name");
    std::vector<Area> areas;
    for_each_feature(layer, path, problems, [&](const OGRFeature& feature, const OGRGeometry& geometry, ToWgs84& to) {
        Area area;
        area.name = text_of(feature, name);
        area.polygons = polygons_from_ogr(geometry, to);
        if (!area.polygons.empty()) {
            areas.push_back(std::move(area));
        }
    });
    return areas;
}

// Fills `line_class`; false for a text that is none of the four.
bool line_class_from_text(std::string_view text, LineClass& line_class) {
    constexpr std::pair<std::string_view, LineClass> classes[] = {{"international", LineClass::International},
                                                                  {"disputed", LineClass::Disputed},
                                                                  {"indefinite", LineClass::Indefinite},
                                                                  {"claim", LineClass::Claim}};
    for (const auto& [name, value] : classes) {
        if (text == name) {
            line_class = value;
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<DisputedArea> read_disputed_areas(OGRLayer& layer, const std::string& path, Problems& problems) {
    return read_areas<DisputedArea>(layer, path, problems);
}

std::vector<Lake> read_lakes(OGRLayer& layer, const std::string& path, Problems& problems) {
    return read_areas<Lake>(layer, path, problems);
}

std::vector<BoundaryLine> read_boundary_lines(OGRLayer& layer, const std::string& path, Problems& problems) {
    const int name = field_of(layer, "name");
    const int line_class = field_of(layer, "class");
    Complaint unknown_class;
    std::vector<BoundaryLine> lines;
    for_each_feature(layer, path, problems, [&](const OGRFeature& feature, const OGRGeometry& geometry, ToWgs84& to) {
        BoundaryLine line;
        line.name = text_of(feature, name);
        if (const std::string text = text_of(feature, line_class); !line_class_from_text(text, line.line_class)) {
            unknown_class.add(line.name.empty() ? text : line.name);
        }
        for (auto& points : lines_from_ogr(geometry, to)) {
            lines.push_back(line);
            lines.back().points = std::move(points);
        }
    });
    unknown_class.tell(
        " of boundary_lines: class is none of international, disputed, indefinite and claim; drawn as "
        "international",
        path, problems);
    return lines;
}

std::vector<River> read_rivers(OGRLayer& layer, const std::string& path, Problems& problems) {
    const int name = field_of(layer, "name");
    const int rank = field_of(layer, "rank");
    std::vector<River> rivers;
    for_each_feature(layer, path, problems, [&](const OGRFeature& feature, const OGRGeometry& geometry, ToWgs84& to) {
        River river;
        river.name = text_of(feature, name);
        river.rank = rank < 0 ? 0 : feature.GetFieldAsInteger(rank);
        for (auto& points : lines_from_ogr(geometry, to)) {
            rivers.push_back(river);
            rivers.back().points = std::move(points);
        }
    });
    return rivers;
}

void Complaint::add(const std::string& feature_name) {
    if (count == 0) {
        first = feature_name;
    }
    ++count;
}

void Complaint::tell(std::string_view what, const std::string& path, Problems& problems) const {
    if (count == 0) {
        return;
    }
    std::string text = std::to_string(count) + (count == 1 ? " feature" : " features");
    text += what;
    if (count > 1 && !first.empty()) {
        text += "; the first is";
    }
    problems.push_back({Severity::Warning, std::move(text), path, 0, 0, first});
}

std::string text_of(const OGRFeature& feature, int field) {
    return field >= 0 && feature.IsFieldSetAndNotNull(field) ? feature.GetFieldAsString(field) : std::string();
}

}  // namespace geodata::gdal
