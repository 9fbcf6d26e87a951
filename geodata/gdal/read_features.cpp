#include "geodata/gdal/read_features.h"

#include "geodata/boundary_fields.h"
#include "geodata/gdal/ogr_shapes.h"
#include "geodata/gdal/read_countries.h"
#include "geodata/gdal/to_wgs84.h"

#include <cpl_conv.h>
#include <algorithm>
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

// In the view, the area (or the country of that code) belongs to `holder`. False when there is no such area.
bool give(BoundaryPieces& pieces, const std::string& view_id, const std::string& area, const std::string& holder) {
    bool found = false;
    for (LandPiece& piece : pieces.land) {
        if (!area.empty() && (piece.area.empty() ? piece.land.code : piece.area) == area) {
            const std::size_t view = view_position(pieces.views, view_id);
            piece.holders.resize(std::max(piece.holders.size(), view + 1));
            piece.holders[view] = holder;
            found = true;
        }
    }
    return found;
}

class LineReader {
public:
    LineReader(OGRLayer& layer, const std::string& path, BoundaryPieces& pieces, Problems& problems)
        : layer_(layer),
          path_(path),
          pieces_(pieces),
          problems_(problems),
          name_(field_of(layer, "name")),
          class_(field_of(layer, "class")),
          feature_class_(field_of(layer, "featurecla")),
          views_(view_fields(field_names(layer), "fclass")) {}

    void read() {
        for_each_feature(
            layer_, path_, problems_,
            [&](const OGRFeature& feature, const OGRGeometry& geometry, ToWgs84& to) { add(feature, geometry, to); });
        unknown_class_.tell(std::string(" of ") + layer_.GetName() +
                                (class_ >= 0 ? ": class is none of international, disputed, indefinite and claim; "
                                             : ": FEATURECLA or FCLASS is none of Natural Earth's classes; ") +
                                "drawn as international",
                            path_, problems_);
    }

private:
    void add(const OGRFeature& feature, const OGRGeometry& geometry, ToWgs84& to) {
        LinePiece piece;
        piece.line.name = text_of(feature, name_);
        if (class_ >= 0 || feature_class_ < 0) {
            const std::string text = text_of(feature, class_);
            if (!line_class_from_text(text, piece.line.line_class)) {
                unknown_class_.add(piece.line.name.empty() ? text : piece.line.name);
            }
        } else {
            const LineInView drawn = line_of_class(text_of(feature, feature_class_));
            piece.drawn = drawn.drawn;
            piece.line.line_class = drawn.line_class;
        }
        for (const auto& [id, field] : views_) {
            if (const std::string text = value_or_empty(text_of(feature, field)); !text.empty()) {
                const std::size_t view = view_position(pieces_.views, id);
                piece.in_view.resize(std::max(piece.in_view.size(), view + 1));
                piece.in_view[view] = line_of_class(text);
            }
        }
        for (auto& points : lines_from_ogr(geometry, to)) {
            pieces_.lines.push_back(piece);
            pieces_.lines.back().line.points = std::move(points);
        }
    }

    LineInView line_of_class(const std::string& text) {
        const auto known = line_from_feature_class(text);
        if (!known) {
            unknown_class_.add(text);
        }
        return known.value_or(LineInView{});
    }

    OGRLayer& layer_;
    const std::string& path_;
    BoundaryPieces& pieces_;
    Problems& problems_;
    int name_, class_, feature_class_;
    std::vector<std::pair<std::string, int>> views_;  // alpha-2 code of each and its field
    Complaint unknown_class_;
};

}  // namespace

std::vector<DisputedArea> read_disputed_areas(OGRLayer& layer, const std::string& path, Problems& problems) {
    return read_areas<DisputedArea>(layer, path, problems);
}

std::vector<Lake> read_lakes(OGRLayer& layer, const std::string& path, Problems& problems) {
    return read_areas<Lake>(layer, path, problems);
}

void read_boundary_lines(OGRLayer& layer, const std::string& path, BoundaryPieces& pieces, Problems& problems) {
    LineReader(layer, path, pieces, problems).read();
}

void read_worldviews(OGRLayer& layer, const std::string& path, BoundaryPieces& pieces, Problems& problems) {
    const int view_field = field_of(layer, "view");
    const int name = field_of(layer, "name");
    const int statement = field_of(layer, "statement");
    const int area_field = field_of(layer, "area");
    const int code = field_of(layer, "code");
    Complaint unknown;
    layer.ResetReading();
    for (const auto& feature : layer) {
        const std::string id = text_of(*feature, view_field);
        const std::string area = text_of(*feature, area_field);
        const std::string holder = text_of(*feature, code);
        if (id.empty() || holder.empty() || !give(pieces, id, area, holder)) {
            unknown.add(id + ' ' + area);
            continue;
        }
        Worldview& view = pieces.views[view_position(pieces.views, id)];
        view.name = text_of(*feature, name);
        view.statement = text_of(*feature, statement);
    }
    unknown.tell(" of worldviews without a view, a code, or an area or country that there is; left out", path,
                 problems);
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

std::vector<std::string> field_names(OGRLayer& layer) {
    std::vector<std::string> names;
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    names.reserve(static_cast<std::size_t>(definition.GetFieldCount()));
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        names.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    return names;
}

std::string text_of(const OGRFeature& feature, int field) {
    if (field < 0 || !feature.IsFieldSetAndNotNull(field)) {
        return {};
    }
    const char* text = feature.GetFieldAsString(field);
    return CPLIsUTF8(text, -1) != 0 ? with_windows_marks(text) : utf8_from_windows(text);
}

}  // namespace geodata::gdal
