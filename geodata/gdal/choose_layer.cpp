#include "geodata/gdal/choose_layer.h"

#include "geodata/boundary_fields.h"
#include "geodata/fold.h"
#include "geodata/gdal/open_dataset.h"
#include "geodata/gdal/read_features.h"

#include <cpl_conv.h>
#include <algorithm>
#include <array>
#include <compare>
#include <iterator>
#include <string_view>
#include <utility>

namespace geodata::gdal {
namespace {

using Problems = std::vector<Problem>;

bool is_polygon_type(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = wkbFlatten(type);
    return flat == wkbPolygon || flat == wkbMultiPolygon || flat == wkbCurvePolygon || flat == wkbMultiSurface;
}

bool is_line_type(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = wkbFlatten(type);
    return flat == wkbLineString || flat == wkbMultiLineString || flat == wkbCompoundCurve || flat == wkbMultiCurve;
}

// What the layer's type is good for: 2 as wished, 1 cannot be told without reading it, 0 nothing.
int fitness(OGRLayer& layer, LayerWish wish) {
    const OGRwkbGeometryType type = wkbFlatten(layer.GetGeomType());
    if (is_polygon_type(type) || (wish == LayerWish::Divisions && is_line_type(type))) {
        return 2;
    }
    return type == wkbUnknown || type == wkbGeometryCollection ? 1 : 0;
}

int likeness(const std::string& name, LayerWish wish) {
    return wish == LayerWish::Countries ? likeness_to_countries(name) : likeness_to_divisions(name);
}

bool has_code_field(OGRLayer& layer) {
    return !boundary_fields(field_names(layer)).codes.empty();
}

struct Score {
    int likeness = 0;
    int shapes = 0;
    bool codes = false;
    GIntBig features = 0;
    friend auto operator<=>(const Score&, const Score&) = default;
};

// A layer that may be the one; it points into a dataset that is open.
struct Candidate {
    Score score;
    OGRLayer* layer = nullptr;
    std::string name;
    std::size_t dataset = 0;
};

// `a, b, c`; the first dozen of them.
std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < names.size() && i <= most; ++i) {
        text += i == 0 ? "" : ", ";
        text += i == most ? "..." : names[i];
    }
    return text;
}

class Chooser {
public:
    Chooser(const std::string& path, const std::string& named, LayerWish wish, Problems& problems)
        : path_(path), named_(named), wish_(wish), problems_(problems) {}

    ChosenLayer choose() {
        open_all();
        if (datasets_.empty()) {
            return {};
        }
        find_candidates();
        const auto best = std::max_element(candidates_.begin(), candidates_.end(),
                                           [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
        if (best == candidates_.end()) {
            say_why_none();
            return {};
        }
        std::vector<std::string> others;
        for (const Candidate& candidate : candidates_) {
            if (&candidate != &*best && named_.empty() && best->score.likeness < 4 && candidate.score.likeness > 0) {
                others.push_back(candidate.name);
            }
        }
        return {std::move(datasets_[best->dataset].opened), best->layer, best->name, listed(others)};
    }

private:
    struct Opened {
        std::string path;
        GDALDatasetUniquePtr opened;
    };

    // Of many files those that cannot be opened are passed over: not every .json holds shapes.
    void open_all() {
        Problems failures;
        std::vector<std::string> paths = dataset_paths(path_);
        if (paths.empty()) {
            problems_.push_back(
                {Severity::Error, "no file in it looks like shapes, or it is no archive", path_, 0, 0, {}});
        }
        for (std::string& path : paths) {
            auto dataset = open_dataset(path);
            std::ranges::move(dataset.problems, std::back_inserter(failures));
            if (dataset.value != nullptr) {
                datasets_.push_back({std::move(path), std::move(dataset.value)});
            }
        }
        if (datasets_.empty() && !failures.empty()) {
            failures.front().file = path_;
            problems_.push_back(std::move(failures.front()));
        }
    }

    // A file of one layer is called by its own name, which says more than `layer1` or `OGRGeoJSON`.
    [[nodiscard]] std::string name_of(const Opened& dataset, OGRLayer& layer) const {
        return datasets_.size() > 1 && dataset.opened->GetLayerCount() == 1
                   ? std::string(CPLGetBasename(dataset.path.c_str()))
                   : std::string(layer.GetName());
    }

    void find_candidates() {
        const bool only_one = datasets_.size() == 1 && datasets_.front().opened->GetLayerCount() == 1;
        for (std::size_t i = 0; i < datasets_.size(); ++i) {
            for (OGRLayer* layer : datasets_[i].opened->GetLayers()) {
                const std::string name = name_of(datasets_[i], *layer);
                names_.push_back(name);
                if (!named_.empty() && !EQUAL(named_.c_str(), name.c_str()) &&
                    !EQUAL(named_.c_str(), layer->GetName())) {
                    continue;
                }
                Score score{likeness(name, wish_), fitness(*layer, wish_), has_code_field(*layer), 0};
                if (named_.empty() && !only_one && (score.shapes == 0 || is_of_another_kind(*layer))) {
                    continue;
                }
                score.features = layer->GetFeatureCount();
                candidates_.push_back({score, layer, name, i});
            }
        }
    }

    static bool is_of_another_kind(OGRLayer& layer) {
        constexpr std::array others{disputed_areas_layer, boundary_lines_layer, lakes_layer, rivers_layer};
        return std::any_of(others.begin(), others.end(),
                           [&](const char* name) { return EQUAL(layer.GetName(), name); });
    }

    [[nodiscard]] std::string shapes() const {
        return wish_ == LayerWish::Countries ? "polygons" : "lines and no polygons";
    }

    void say_why_none() {
        const std::string has = names_.empty() ? "it has no layers of features" : "it has " + listed(names_);
        problems_.push_back({Severity::Error,
                             named_.empty() ? names_.empty() ? has : "no " + shapes() + "; " + has
                                            : "there is no layer '" + named_ + "'; " + has,
                             path_,
                             0,
                             0,
                             {}});
    }

    const std::string& path_;
    const std::string& named_;
    LayerWish wish_;
    Problems& problems_;
    std::vector<Opened> datasets_;
    std::vector<Candidate> candidates_;
    std::vector<std::string> names_;  // of all layers there are
};

}  // namespace

int likeness_to_countries(const std::string& layer_name) {
    constexpr std::array names{"countries", "country", "admin0", "adm0", "nations"};
    constexpr std::array other_things{"lake",  "river",   "ocean", "disputed", "admin1", "adm1",     "admin2", "adm2",
                                      "state", "provinc", "urban", "marine",   "glaci",  "timezone", "parks",  "port",
                                      "road",  "rail",    "coast", "reefs",    "region", "lines"};
    const std::string name = folded(layer_name);
    if (name == "countries") {
        return 4;
    }
    const auto holds = [&](std::string_view part) { return name.find(part) != std::string::npos; };
    if (std::any_of(names.begin(), names.end(), [&](std::string_view end) { return name.ends_with(end); })) {
        return 3;
    }
    if (std::any_of(other_things.begin(), other_things.end(), holds)) {
        return 0;
    }
    return std::any_of(names.begin(), names.end(), holds) ? 2 : 1;
}

int likeness_to_divisions(const std::string& layer_name) {
    constexpr std::array names{"admin1", "adm1", "state", "provinc", "division", "district", "level1"};
    constexpr std::array other_things{"lake", "river", "ocean", "countr", "admin0", "adm0", "road", "rail", "coast"};
    const std::string name = folded(layer_name);
    const auto holds = [&](std::string_view part) { return name.find(part) != std::string::npos; };
    if (std::any_of(names.begin(), names.end(), holds)) {
        return 2;
    }
    return std::any_of(other_things.begin(), other_things.end(), holds) ? 0 : 1;
}

ChosenLayer choose_layer(const std::string& path, const std::string& named, LayerWish wish, Problems& problems) {
    return Chooser(path, named, wish, problems).choose();
}

}  // namespace geodata::gdal
