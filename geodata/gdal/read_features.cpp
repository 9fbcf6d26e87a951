#include "geodata/gdal/read_features.h"

#include "geodata/gdal/ogr_shapes.h"
#include "geodata/gdal/to_wgs84.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <memory>
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
    constexpr std::size_t most = 4;
    if (names.size() < most && !feature_name.empty()) {
        names.push_back(feature_name);
    }
    ++count;
}

void Complaint::tell(std::string_view what, const std::string& path, Problems& problems) const {
    if (count == 0) {
        return;
    }
    const std::string first = names.empty() ? std::string() : names.front();
    std::string text = std::to_string(count) + (count == 1 ? " feature" : " features");
    text += what;
    if (count > 1 && !first.empty()) {
        text += "; the first is";
    }
    problems.push_back({Severity::Warning, std::move(text), path, 0, 0, first});
}

std::string Complaint::listed(std::string_view one, std::string_view many) const {
    std::string text = std::to_string(count) + ' ';
    text += count == 1 ? one : many;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += (i == 0 ? " (" : ", ") + names[i];
    }
    return text + (names.empty() ? "" : count > names.size() ? ", ...)" : ")");
}

namespace {

std::string utf8_from_windows(const char* text) {
    const std::unique_ptr<char, decltype(&VSIFree)> recoded(CPLRecode(text, "CP1252", CPL_ENC_UTF8), &VSIFree);
    return recoded.get();
}

// GDAL takes Windows' code page for ISO 8859-1, so that its quotation marks become control characters, which nobody
// writes: C2 80 to C2 9F.
std::string with_windows_marks(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool control = text[i] == '\xC2' && i + 1 < text.size() && (text[i + 1] & '\xE0') == '\x80';
        if (control) {
            const char byte[] = {text[++i], '\0'};
            result += utf8_from_windows(byte);
        } else {
            result += text[i];
        }
    }
    return result;
}

}  // namespace

std::string text_of(const OGRFeature& feature, int field) {
    if (field < 0 || !feature.IsFieldSetAndNotNull(field)) {
        return {};
    }
    const char* text = feature.GetFieldAsString(field);
    return CPLIsUTF8(text, -1) != 0 ? with_windows_marks(text) : utf8_from_windows(text);
}

}  // namespace geodata::gdal
