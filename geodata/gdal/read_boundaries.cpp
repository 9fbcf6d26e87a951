#include "geodata/gdal/read_boundaries.h"

#include "geodata/gdal/error_capture.h"
#include "geodata/gdal/open_dataset.h"
#include "geodata/gdal/read_countries.h"
#include "geodata/gdal/read_features.h"

#include <ogrsf_frmts.h>
#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace geodata::gdal {
namespace {

constexpr const char* countries_layer = "countries";
constexpr const char* disputed_areas_layer = "disputed_areas";
constexpr const char* boundary_lines_layer = "boundary_lines";
constexpr const char* lakes_layer = "lakes";
constexpr const char* rivers_layer = "rivers";
constexpr const char* worldviews_layer = "worldviews";
constexpr std::string_view natural_earth_lines = "admin_0_boundary_lines";

using Problems = std::vector<Problem>;

Problem error(const BoundarySource& source, std::string what) {
    return {Severity::Error, std::move(what), source.path, 0, 0, {}};
}

// `a, b, c`; the first dozen of them.
std::string layer_names(GDALDataset& dataset) {
    constexpr int most = 12;
    std::string names;
    for (int i = 0; i < dataset.GetLayerCount() && i <= most; ++i) {
        names += i == 0 ? "" : ", ";
        names += i == most ? "..." : dataset.GetLayer(i)->GetName();
    }
    return names;
}

bool is_polygon_type(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = wkbFlatten(type);
    return flat == wkbPolygon || flat == wkbMultiPolygon || flat == wkbCurvePolygon || flat == wkbMultiSurface;
}

// What the layer may be good for: 2 polygons, 1 cannot be told without reading it, 0 no polygons or another purpose.
int fitness(OGRLayer& layer) {
    constexpr std::array others{disputed_areas_layer, boundary_lines_layer, lakes_layer, rivers_layer};
    if (std::any_of(others.begin(), others.end(), [&](const char* name) { return EQUAL(layer.GetName(), name); })) {
        return 0;
    }
    const OGRwkbGeometryType type = wkbFlatten(layer.GetGeomType());
    return is_polygon_type(type) ? 2 : type == wkbUnknown || type == wkbGeometryCollection ? 1 : 0;
}

OGRLayer* likeliest_layer(GDALDataset& dataset) {
    if (dataset.GetLayerCount() == 1) {
        return dataset.GetLayer(0);
    }
    if (OGRLayer* named = dataset.GetLayerByName(countries_layer)) {
        return named;
    }
    OGRLayer* best = nullptr;
    std::pair<int, GIntBig> best_score{0, 0};
    for (OGRLayer* layer : dataset.GetLayers()) {
        const int fit = fitness(*layer);
        const std::pair<int, GIntBig> score{fit, fit > 0 ? layer->GetFeatureCount() : 0};
        if (fit > 0 && score > best_score) {
            best = layer;
            best_score = score;
        }
    }
    return best;
}

OGRLayer* choose_layer(GDALDataset& dataset, const BoundarySource& source, Problems& problems) {
    if (!source.layer.empty()) {
        OGRLayer* named = dataset.GetLayerByName(source.layer.c_str());
        if (named == nullptr) {
            problems.push_back(
                error(source, "there is no layer '" + source.layer + "'; it has " + layer_names(dataset)));
        }
        return named;
    }
    OGRLayer* layer = likeliest_layer(dataset);
    if (layer == nullptr) {
        problems.push_back(error(source, dataset.GetLayerCount() == 0
                                             ? "it has no layers of features"
                                             : "no polygons; it has the layers " + layer_names(dataset)));
    }
    return layer;
}

// A dataset that was checked when it was prepared says so, and is not checked again at each start: GEOS takes longer to
// look for crossing rings than all the rest takes.
bool is_checked(GDALDataset& dataset) {
    const char* mark = dataset.GetMetadataItem("CARAVAN_PREPARED");
    return mark != nullptr && CPLTestBool(mark);
}

class Reader {
public:
    Reader(GDALDataset& dataset, const BoundarySource& source, OGRLayer& countries, Problems& problems)
        : dataset_(dataset), source_(source), countries_(countries), problems_(problems) {}

    BoundaryPieces read() {
        BoundaryPieces data;
        const bool check_rings = !is_checked(dataset_);
        read_land(countries_, source_, check_rings, data, problems_);
        if (data.land.empty()) {
            return data;  // of no use then
        }
        if (OGRLayer* layer = other_layer(disputed_areas_layer)) {
            data.disputed_areas = read_disputed_areas(*layer, source_.path, problems_);
        }
        if (OGRLayer* layer = lines_layer()) {
            read_boundary_lines(*layer, source_.path, data, problems_);
        }
        if (OGRLayer* layer = other_layer(worldviews_layer)) {
            read_worldviews(*layer, source_.path, data, problems_);
        }
        if (OGRLayer* layer = other_layer(lakes_layer)) {
            data.lakes = read_lakes(*layer, source_.path, problems_);
        }
        if (OGRLayer* layer = other_layer(rivers_layer)) {
            data.rivers = read_rivers(*layer, source_.path, problems_);
        }
        return data;
    }

private:
    OGRLayer* other_layer(const char* name) {
        OGRLayer* layer = dataset_.GetLayerByName(name);
        return layer == &countries_ ? nullptr : layer;
    }

    // Of Natural Earth's lines, those of the scale that the countries have (ne_10m_...).
    OGRLayer* lines_layer() {
        OGRLayer* best = other_layer(boundary_lines_layer);
        std::size_t most_alike = 0;
        const std::string_view countries = countries_.GetName();
        for (OGRLayer* layer : dataset_.GetLayers()) {
            const std::string_view name = layer->GetName();
            const auto differ = std::mismatch(name.begin(), name.end(), countries.begin(), countries.end()).first;
            const auto alike = static_cast<std::size_t>(differ - name.begin());
            if (name.find(natural_earth_lines) != std::string_view::npos && alike > most_alike) {
                best = layer;
                most_alike = alike;
            }
        }
        return best;
    }

    GDALDataset& dataset_;
    const BoundarySource& source_;
    OGRLayer& countries_;
    Problems& problems_;
};

}  // namespace

BoundarySource boundary_source_from_text(std::string_view text) {
    BoundarySource source;
    const std::array<std::pair<std::string_view, std::string*>, 3> options{
        {{",layer=", &source.layer}, {",code=", &source.code_field}, {",name=", &source.name_field}}};
    // From the end, so that commas in the path are left alone. What is written twice: the last one counts.
    while (true) {
        std::size_t at = std::string_view::npos;
        std::pair<std::string_view, std::string*> last{};
        for (const auto& option : options) {
            const std::size_t found = text.rfind(option.first);
            if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) {
                at = found;
                last = option;
            }
        }
        if (at == std::string_view::npos) {
            source.path = text;
            return source;
        }
        if (last.second->empty()) {
            *last.second = text.substr(at + last.first.size());
        }
        text = text.substr(0, at);
    }
}

Loaded<std::shared_ptr<const BoundaryPieces>> read_boundary_pieces(const BoundarySource& source) {
    Loaded<std::shared_ptr<const BoundaryPieces>> result;
    const ErrorCapture errors;
    auto dataset = open_dataset(source.path);
    result.problems = std::move(dataset.problems);
    if (dataset.value == nullptr) {
        return result;
    }
    OGRLayer* layer = choose_layer(*dataset.value, source, result.problems);
    if (layer == nullptr) {
        return result;
    }
    BoundaryPieces data = Reader(*dataset.value, source, *layer, result.problems).read();
    if (data.land.empty()) {
        return result;
    }
    // What GDAL complained about while reading (a record cut off, a value that is no number).
    if (!errors.text().empty()) {
        result.problems.push_back({Severity::Warning, "GDAL says: " + errors.text(), source.path, 0, 0, {}});
    }
    result.value = std::make_shared<const BoundaryPieces>(std::move(data));
    return result;
}

Loaded<std::shared_ptr<const BoundarySet>> read_boundaries(const BoundarySource& source) {
    auto pieces = read_boundary_pieces(source);
    Loaded<std::shared_ptr<const BoundarySet>> result{nullptr, std::move(pieces.problems)};
    if (pieces.value != nullptr) {
        result.value = std::make_shared<const BoundarySet>(boundaries_in_view(*pieces.value, std::nullopt));
    }
    return result;
}

}  // namespace geodata::gdal
