#include "geodata/gdal/read_boundaries.h"

#include "geodata/gdal/choose_layer.h"
#include "geodata/gdal/error_capture.h"
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

constexpr const char* worldviews_layer = "worldviews";
constexpr std::string_view natural_earth_lines = "admin_0_boundary_lines";

using Problems = std::vector<Problem>;

// What there is to say about the dataset that was chosen, and what else there was.
void tell_choice(const ChosenLayer& chosen, const BoundarySource& source, Problems& problems) {
    if (!chosen.others.empty()) {
        problems.push_back(
            {Severity::Warning,
             "took " + chosen.name + "; there are also " + chosen.others + ", and ,layer=NAME takes another",
             source.path,
             0,
             0,
             {}});
    }
}

// A dataset that was checked when it was prepared says so, and is not checked again at each start: GEOS takes longer to
// look for crossing rings than all the rest takes.
bool is_prepared(GDALDataset& dataset) {
    const char* mark = dataset.GetMetadataItem("CARAVAN_PREPARED");
    return mark != nullptr && CPLTestBool(mark);
}

class Reader {
public:
    Reader(GDALDataset& dataset, const BoundarySource& source, OGRLayer& countries, Problems& problems)
        : dataset_(dataset), source_(source), countries_(countries), problems_(problems) {}

    BoundaryPieces read(const CodeFromName& code_from_name) {
        BoundaryPieces data;
        read_land(countries_, source_, code_from_name, is_prepared(dataset_), data, problems_);
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

CodeFromName code_from_name_in(const Places& places) {
    return [&places](std::string_view name) {
        const CountryName* country = places.country_by_other_name(name);
        return country == nullptr ? std::string() : country->code;
    };
}

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

Loaded<std::shared_ptr<const BoundaryPieces>> read_boundary_pieces(const BoundarySource& source,
                                                                   const CodeFromName& code_from_name) {
    Loaded<std::shared_ptr<const BoundaryPieces>> result;
    ErrorCapture errors;
    const ChosenLayer chosen = choose_layer(source.path, source.layer, LayerWish::Countries, result.problems);
    if (chosen.layer == nullptr) {
        return result;
    }
    errors.clear();  // whatever was said of files that were passed over
    tell_choice(chosen, source, result.problems);
    BoundaryPieces data = Reader(*chosen.dataset, source, *chosen.layer, result.problems).read(code_from_name);
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

Loaded<std::shared_ptr<const BoundarySet>> read_boundaries(const BoundarySource& source,
                                                           const CodeFromName& code_from_name) {
    auto pieces = read_boundary_pieces(source, code_from_name);
    Loaded<std::shared_ptr<const BoundarySet>> result{nullptr, std::move(pieces.problems)};
    if (pieces.value != nullptr) {
        result.value = std::make_shared<const BoundarySet>(boundaries_in_view(*pieces.value, std::nullopt));
    }
    return result;
}

}  // namespace geodata::gdal
