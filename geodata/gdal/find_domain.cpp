#include "geodata/gdal/find_domain.h"

#include "geodata/cap_frame.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace geodata::gdal {

namespace {

constexpr LonLat heart_of_region{74.0, 34.0};
constexpr double metres_per_degree = 111195.0;
constexpr double largest_stretch = 11.0;       // of the scale at the middle; Mercator's at 85 degrees
constexpr double largest_conic_stretch = 8.0;  // so that the cone has its apex

double parameter(const std::string& proj_text, std::string_view name, double otherwise) {
    const std::string key = "+" + std::string{name} + "=";
    const std::size_t at = proj_text.find(key);
    if (at == std::string::npos) {
        return otherwise;
    }
    double value = otherwise;
    std::from_chars(proj_text.data() + at + key.size(), proj_text.data() + proj_text.size(), value);
    return value;
}

std::string_view name_of(const std::string& proj_text) {
    constexpr std::string_view key = "+proj=";
    const std::size_t at = proj_text.find(key);
    if (at == std::string::npos) {
        return {};
    }
    const std::string_view rest = std::string_view{proj_text}.substr(at + key.size());
    return rest.substr(0, rest.find(' '));
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// How far an azimuthal projection may reach at most, before its edge is all that is seen; nothing for other kinds.
std::optional<double> farthest_cap_deg(std::string_view name) {
    struct Limit {
        std::string_view name;
        double deg;
    };
    constexpr std::array<Limit, 10> limits{{{"laea", 175.0},
                                            {"aeqd", 175.0},
                                            {"ortho", 89.9},
                                            {"stere", 130.0},
                                            {"sterea", 130.0},
                                            {"ups", 130.0},
                                            {"gnom", 65.0},
                                            {"nsper", 89.0},
                                            {"tpers", 89.0},
                                            {"geos", 89.0}}};
    const auto* const found =
        std::find_if(limits.begin(), limits.end(), [&](const Limit& limit) { return limit.name == name; });
    return found != limits.end() ? std::optional{found->deg} : std::nullopt;
}

/// Of a step of one degree of arc on the ground.
double stretch(WorldXY a, WorldXY b) {
    return std::hypot(b.x - a.x, b.y - a.y) / metres_per_degree;  // NaN where either is
}

/// The largest radius, in whole steps up to `farthest_deg`, up to which everything projects and no step is stretched
/// beyond the bound or crushed to a hundredth.
double radius_that_works(LonLat centre, double farthest_deg, double bound, const ThereAndBack& project) {
    constexpr int directions = 24;
    const CapFrame frame{centre};
    const int rings = static_cast<int>(std::floor(farthest_deg));
    std::vector<LonLat> at;
    for (int direction = 0; direction < directions; ++direction) {
        for (int ring = 0; ring <= rings; ++ring) {
            const double distance_deg = ring == rings ? farthest_deg : ring;
            at.push_back(frame.at({distance_deg, 360.0 / directions * direction}));
        }
    }
    std::vector<WorldXY> xy(at.size());
    project(at, xy);
    const auto row = static_cast<std::size_t>(rings) + 1;
    for (std::size_t ring = 1; ring < row; ++ring) {
        for (std::size_t direction = 0; direction < directions; ++direction) {
            const WorldXY here = xy[direction * row + ring];
            if (!(stretch(xy[direction * row + ring - 1], here) <= bound) || std::isnan(here.x)) {
                return static_cast<double>(ring - 1);
            }
        }
    }
    return farthest_deg;
}

/// How far north and south everything projects, with no step of a degree of latitude stretched beyond the bound.
LonLatWindow window_that_works(double middle_lon, double half_width_deg, double bound, const ThereAndBack& project) {
    constexpr int columns = 13;
    constexpr int rows = 181;
    std::vector<LonLat> at;
    for (int row = 0; row < rows; ++row) {
        // At the very pole all longitudes are one place, and some projections have none for it.
        const double lat = std::clamp(static_cast<double>(row - 90), -89.9999, 89.9999);
        for (int column = 0; column < columns; ++column) {
            at.push_back({middle_lon + half_width_deg * (2.0 * column / (columns - 1) - 1.0), lat});
        }
    }
    std::vector<WorldXY> xy(at.size());
    project(at, xy);
    const auto row_works = [&](int row, int before) {
        for (int column = 0; column < columns; ++column) {
            const WorldXY here = xy[static_cast<std::size_t>(row * columns + column)];
            const WorldXY there = xy[static_cast<std::size_t>(before * columns + column)];
            if (std::isnan(here.x) || !(stretch(there, here) <= bound)) {
                return false;
            }
        }
        return true;
    };
    constexpr int equator = 90;
    LonLatWindow window{std::remainder(middle_lon, 360.0), half_width_deg, 0.0, 0.0};
    for (int row = equator; row < rows && row_works(row, std::max(row - 1, equator)); ++row) {
        window.north = row - equator;
    }
    for (int row = equator; row >= 0 && row_works(row, std::min(row + 1, equator)); --row) {
        window.south = row - equator;
    }
    return window;
}

double middle_lon_of(const std::string& proj_text, std::string_view name) {
    if (name == "utm") {
        return parameter(proj_text, "zone", 31.0) * 6.0 - 183.0;
    }
    return parameter(proj_text, "lon_0", 0.0);
}

/// Nothing is known of the projection but what it does.
Domain cap_by_trial(const std::string& proj_text, std::string_view name, const ThereAndBack& project) {
    constexpr double farthest_deg = 80.0;
    const LonLat its_own{middle_lon_of(proj_text, name), std::clamp(parameter(proj_text, "lat_0", 0.0), -90.0, 90.0)};
    Cap best{heart_of_region, 0.0};
    for (const LonLat centre : {heart_of_region, its_own}) {
        const double radius_deg = radius_that_works(centre, farthest_deg, largest_conic_stretch, project);
        if (radius_deg > best.radius_deg) {
            best = {centre, radius_deg};
        }
    }
    return best.radius_deg > 0.0 ? Domain{best} : Domain{LonLatWindow{0.0, whole_half_width_deg, 0.0, 0.0}};
}

}  // namespace

Domain find_domain(const std::string& proj_text, const ThereAndBack& project) {
    const std::string_view name = name_of(proj_text);
    const double middle_lon = middle_lon_of(proj_text, name);
    if (const auto farthest_deg = farthest_cap_deg(name)) {
        const Cap cap{{middle_lon, parameter(proj_text, "lat_0", 0.0)}, *farthest_deg};
        // An azimuthal scale grows as it must; only what does not project at all ends the map early.
        constexpr double any_stretch = 1e9;
        const double radius_deg = radius_that_works(cap.centre, cap.radius_deg, any_stretch, project);
        return radius_deg > 0.0 ? Domain{Cap{cap.centre, radius_deg}} : cap_by_trial(proj_text, name, project);
    }
    LonLatWindow window{0.0, whole_half_width_deg, 0.0, 0.0};
    if (is_one_of(name, {"lcc", "aea", "eqdc", "leac"})) {
        window = window_that_works(middle_lon, whole_half_width_deg, largest_conic_stretch, project);
    } else if (is_one_of(name, {"tmerc", "etmerc", "utm", "cass", "tcea", "gstmerc"})) {
        for (const double half_width_deg : {75.0, 60.0, 45.0, 30.0}) {
            const LonLatWindow other = window_that_works(middle_lon, half_width_deg, largest_stretch, project);
            const double area = (other.north - other.south) * other.half_width_deg;
            window = area > (window.north - window.south) * window.half_width_deg ? other : window;
        }
    } else if (is_one_of(name,
                         {"merc", "webmerc", "mill",     "eqc",       "eqearth", "moll",   "robin",     "sinu",
                          "cea",  "wintri",  "natearth", "natearth2", "hammer",  "aitoff", "kav5",      "kav7",
                          "eck1", "eck2",    "eck3",     "eck4",      "eck5",    "eck6",   "wag1",      "wag2",
                          "wag3", "wag4",    "wag5",     "wag6",      "wag7",    "vandg",  "patterson", "comill",
                          "gall", "gins8",   "times",    "wink1",     "wink2",   "hatano", "boggs",     "collg"})) {
        window = window_that_works(middle_lon, whole_half_width_deg, largest_stretch, project);
    }
    constexpr double lowest_window_deg = 30.0;
    return window.north - window.south >= lowest_window_deg ? Domain{window} : cap_by_trial(proj_text, name, project);
}

}  // namespace geodata::gdal
