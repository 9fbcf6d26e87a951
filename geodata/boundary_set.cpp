#include "geodata/boundary_set.h"

#include "geodata/label_point.h"
#include "geodata/ring.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace geodata {
namespace {

constexpr double bands_per_deg = 4.0;
constexpr std::size_t band_count = 720;

std::size_t band_of(double lat_deg) {
    const double band = std::floor((lat_deg + 90.0) * bands_per_deg);
    return static_cast<std::size_t>(std::clamp(band, 0.0, static_cast<double>(band_count - 1)));
}

// Outer rings counter-clockwise, holes clockwise; without its outer ring a polygon is nothing.
void tidy(Polygon& polygon) {
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        Ring& ring = polygon.rings[i];
        tidy(ring);
        if (ring.size() < 4 && i == 0) {
            polygon.rings.clear();
            return;
        }
        if ((signed_area_deg2(ring) > 0.0) != (i == 0)) {
            std::reverse(ring.begin(), ring.end());
        }
    }
    std::erase_if(polygon.rings, [](const Ring& ring) { return ring.size() < 4; });
}

void tidy(std::vector<Polygon>& polygons) {
    for (Polygon& polygon : polygons) {
        tidy(polygon);
    }
    std::erase_if(polygons, [](const Polygon& polygon) { return polygon.rings.empty(); });
}

LonLatBox bounds_of(const std::vector<LonLat>& points) {
    LonLatBox box;
    for (const LonLat& p : points) {
        box.extend(p);
    }
    return box;
}

LonLatBox bounds_of(const std::vector<Polygon>& polygons) {
    LonLatBox box;
    for (const Polygon& polygon : polygons) {
        for (const LonLat& p : polygon.rings.front()) {
            box.extend(p);
        }
    }
    return box;
}

void complete(Country& country) {
    const Polygon* largest = nullptr;
    double largest_deg2 = -1.0;
    double total_deg2 = 0.0;
    for (const Polygon& polygon : country.polygons) {
        const double area = area_deg2(polygon);
        total_deg2 += area;
        if (area > largest_deg2) {
            largest_deg2 = area;
            largest = &polygon;
        }
    }
    if (country.area_deg2 == 0.0) {
        country.area_deg2 = total_deg2;
    }
    if (country.label_at == LonLat{} && largest != nullptr) {
        country.label_at = label_point(*largest);
    }
}

template <class Area>
void tidy_areas(std::vector<Area>& areas) {
    for (Area& area : areas) {
        tidy(area.polygons);
        area.bounds = bounds_of(area.polygons);
    }
}

template <class Line>
void tidy_lines(std::vector<Line>& lines) {
    for (Line& line : lines) {
        std::erase_if(line.points, [](LonLat p) { return !std::isfinite(p.lon) || !std::isfinite(p.lat); });
        line.points.erase(std::unique(line.points.begin(), line.points.end()), line.points.end());
        line.bounds = bounds_of(line.points);
    }
    std::erase_if(lines, [](const Line& line) { return line.points.size() < 2; });
}

// Calls `use(south, north, country)` for each edge that is not level.
template <class Use>
void for_each_edge(const std::vector<Country>& countries, const Use& use) {
    for (std::size_t i = 0; i < countries.size(); ++i) {
        for (const Polygon& polygon : countries[i].polygons) {
            for (const Ring& ring : polygon.rings) {
                for (std::size_t k = 1; k < ring.size(); ++k) {
                    const bool up = ring[k - 1].lat < ring[k].lat;
                    const LonLat& south = up ? ring[k - 1] : ring[k];
                    const LonLat& north = up ? ring[k] : ring[k - 1];
                    if (south.lat != north.lat) {
                        use(south, north, static_cast<std::uint32_t>(i));
                    }
                }
            }
        }
    }
}

// 180 E is taken as 180 W: what was cut at the antimeridian holds its western edge and not its eastern one.
double lon_in_circle(double lon_deg) {
    return lon_deg - 360.0 * std::floor((lon_deg + 180.0) / 360.0);
}

}  // namespace

BoundarySet::BoundarySet(BoundaryData data) : data_(std::move(data)) {
    tidy_areas(data_.countries);
    tidy_areas(data_.disputed_areas);
    tidy_areas(data_.lakes);
    tidy_lines(data_.lines);
    tidy_lines(data_.rivers);
    for (std::size_t i = 0; i < data_.countries.size(); ++i) {
        complete(data_.countries[i]);
        if (!data_.countries[i].code.empty()) {
            by_code_.emplace_back(data_.countries[i].code, static_cast<CountryId>(i));
        }
    }
    std::stable_sort(by_code_.begin(), by_code_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    index_edges();
}

// A counting sort: the edges of each band stay in the order of the countries, which country_at relies on.
void BoundarySet::index_edges() {
    band_starts_.assign(band_count + 1, 0);
    for_each_edge(data_.countries, [&](LonLat south, LonLat north, std::uint32_t) {
        for (std::size_t band = band_of(south.lat); band <= band_of(north.lat); ++band) {
            ++band_starts_[band + 1];
        }
    });
    for (std::size_t band = 0; band < band_count; ++band) {
        band_starts_[band + 1] += band_starts_[band];
    }
    edges_.resize(band_starts_.back());
    std::vector<std::uint32_t> next(band_starts_.begin(), band_starts_.end() - 1);
    for_each_edge(data_.countries, [&](LonLat south, LonLat north, std::uint32_t country) {
        for (std::size_t band = band_of(south.lat); band <= band_of(north.lat); ++band) {
            edges_[next[band]++] = {south, north, country};
        }
    });
}

std::optional<CountryId> BoundarySet::find(std::string_view code) const {
    const auto found = std::lower_bound(by_code_.begin(), by_code_.end(), code,
                                        [](const auto& entry, std::string_view key) { return entry.first < key; });
    if (found == by_code_.end() || found->first != code) {
        return std::nullopt;
    }
    return found->second;
}

std::optional<CountryId> BoundarySet::country_at(LonLat at) const {
    if (band_starts_.empty() || !std::isfinite(at.lon) || !std::isfinite(at.lat)) {
        return std::nullopt;
    }
    const LonLat p{lon_in_circle(at.lon), at.lat};
    const std::size_t band = band_of(p.lat);
    std::uint32_t country = 0;
    bool inside = false;
    for (std::size_t i = band_starts_[band]; i < band_starts_[band + 1]; ++i) {
        const Edge& edge = edges_[i];
        if (edge.country != country) {
            if (inside) {
                break;
            }
            country = edge.country;
        }
        inside ^= ray_crosses(p, edge.south, edge.north);
    }
    return inside ? std::optional(static_cast<CountryId>(country)) : std::nullopt;
}

}  // namespace geodata
