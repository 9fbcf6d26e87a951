#include "geodata/gdal/find_domain.h"

#include "geodata/cap_frame.h"
#include "geodata/great_circle.h"
#include "geodata/region.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string_view>
#include <vector>

namespace geodata::gdal {

namespace {

constexpr double any_stretch = 1e9;
constexpr double rad_per_deg = std::numbers::pi / 180.0;
constexpr LonLatWindow nothing{0.0, whole_half_width_deg, 0.0, 0.0};

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

/// An azimuthal projection, and how far it may reach at most, before its edge is all that is seen.
struct Azimuthal {
    std::string_view name;
    double farthest_deg;
};
constexpr std::array azimuthals{Azimuthal{"laea", 175.0},  Azimuthal{"aeqd", 175.0},   Azimuthal{"ortho", 89.9},
                                Azimuthal{"stere", 130.0}, Azimuthal{"sterea", 130.0}, Azimuthal{"ups", 130.0},
                                Azimuthal{"gnom", 65.0},   Azimuthal{"nsper", 89.0},   Azimuthal{"tpers", 89.0},
                                Azimuthal{"geos", 89.0}};

/// Projections that show a window: half widths to try, and how much a step to the north may be stretched.
struct Family {
    std::vector<double> half_widths_deg;
    double largest_stretch;
    std::vector<std::string_view> names;
};

const Family* family_of(std::string_view name) {
    // PROJ's way back fails for some just short of where the sides meet.
    constexpr double almost_whole_deg = 179.9;
    static const std::array families{
        Family{{whole_half_width_deg, almost_whole_deg}, 8.0, {"lcc", "aea", "eqdc", "leac"}},  // the cone has its apex
        Family{{75.0, 60.0, 45.0, 30.0}, 11.0, {"tmerc", "etmerc", "utm", "cass", "tcea", "gstmerc"}},
        Family{{whole_half_width_deg, almost_whole_deg},
               11.0,  // Mercator's at 85 degrees
               {"merc",   "webmerc",  "mill",      "eqc",    "eqearth", "moll",      "robin",  "sinu",  "cea",
                "wintri", "natearth", "natearth2", "hammer", "aitoff",  "kav5",      "kav7",   "eck1",  "eck2",
                "eck3",   "eck4",     "eck5",      "eck6",   "wag1",    "wag2",      "wag3",   "wag4",  "wag5",
                "wag6",   "wag7",     "vandg",     "gall",   "comill",  "patterson", "hatano", "boggs", "collg",
                "gins8",  "times",    "wink1",     "wink2",  "bonne"}}};
    const auto* const found = std::find_if(families.begin(), families.end(), [&](const Family& family) {
        return std::find(family.names.begin(), family.names.end(), name) != family.names.end();
    });
    return found != families.end() ? found : nullptr;
}

double stretch(WorldXY a, WorldXY b, double ground_deg) {
    return std::hypot(b.x - a.x, b.y - a.y) / (metres_per_degree * ground_deg);  // NaN where either is
}

/// The largest radius, in whole degrees up to `farthest_deg`, up to which everything projects, and no step outwards or
/// around is stretched beyond the bound.
double radius_that_works(LonLat centre, double farthest_deg, std::size_t directions, double bound,
                         const ThereAndBack& project) {
    const double turn_deg = 360.0 / static_cast<double>(directions);
    const CapFrame frame{centre};
    const auto rings = static_cast<std::size_t>(std::floor(farthest_deg));
    const auto distance_deg = [&](std::size_t ring) {
        return ring == rings ? farthest_deg : static_cast<double>(ring);
    };
    std::vector<WorldXY> before(directions);
    for (std::size_t ring = 0; ring <= rings; ++ring) {
        std::vector<LonLat> at(directions);
        for (std::size_t i = 0; i < directions; ++i) {
            at[i] = frame.at({distance_deg(ring), turn_deg * static_cast<double>(i)});
        }
        std::vector<WorldXY> xy(directions);
        project(at, xy);
        const double around_deg = turn_deg * std::sin(distance_deg(ring) * rad_per_deg);
        for (std::size_t i = 0; i < directions; ++i) {
            const WorldXY next = xy[(i + 1) % directions];
            const bool fits =
                ring == 0 ? std::isfinite(xy[i].x)
                          : stretch(before[i], xy[i], 1.0) <= bound && stretch(xy[i], next, around_deg) <= bound;
            if (!fits) {
                return ring == 0 ? 0.0 : distance_deg(ring - 1);
            }
        }
        before = std::move(xy);
    }
    return farthest_deg;
}

/// Whether along the equator no step of a degree is stretched beyond the bound: a seam would be.
bool goes_round_evenly(double middle_lon, double half_width_deg, double bound, const ThereAndBack& project) {
    const auto steps = static_cast<std::size_t>(std::ceil(2.0 * half_width_deg));
    const double step_deg = 2.0 * half_width_deg / static_cast<double>(steps);
    std::vector<LonLat> at;
    for (std::size_t i = 0; i <= steps; ++i) {
        at.push_back({middle_lon - half_width_deg + step_deg * static_cast<double>(i), 0.0});
    }
    std::vector<WorldXY> xy(at.size());
    project(at, xy);
    return std::adjacent_find(xy.begin(), xy.end(),
                              [&](WorldXY a, WorldXY b) { return !(stretch(a, b, step_deg) <= bound); }) == xy.end();
}

/// How far north and south everything projects, with no step of a degree of latitude stretched beyond the bound.
/// Nothing where a seam runs through it.
LonLatWindow window_that_works(double middle_lon, double half_width_deg, double bound, const ThereAndBack& project) {
    if (!goes_round_evenly(middle_lon, half_width_deg, bound, project)) {
        return nothing;
    }
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
            if (std::isnan(here.x) || !(stretch(there, here, 1.0) <= bound)) {
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

double area(const LonLatWindow& window) {
    return (window.north - window.south) * window.half_width_deg;
}

/// Nothing is known of the projection but what it does. At the poles and opposite to the middle there may be seams.
Domain cap_by_trial(LonLat its_own, const ThereAndBack& project) {
    constexpr double farthest_deg = 80.0;
    constexpr double largest_stretch = 8.0;
    Cap best{heart_of_region, 0.0};
    for (const LonLat centre : {heart_of_region, its_own}) {
        const double to_pole_deg = 89.0 - std::abs(centre.lat);
        const double radius_deg =
            radius_that_works(centre, std::min(farthest_deg, to_pole_deg), 72, largest_stretch, project);
        if (radius_deg > best.radius_deg) {
            best = {centre, radius_deg};
        }
    }
    return best.radius_deg > 0.0 ? Domain{best} : Domain{nothing};
}

}  // namespace

Domain find_domain(const std::string& proj_text, const ThereAndBack& project, double prime_meridian_deg) {
    const std::string_view name = name_of(proj_text);
    const LonLat centre{std::remainder(middle_lon_of(proj_text, name) + prime_meridian_deg, 360.0),
                        std::clamp(parameter(proj_text, "lat_0", 0.0), -90.0, 90.0)};
    const auto* const azimuthal =
        std::find_if(azimuthals.begin(), azimuthals.end(), [&](const Azimuthal& a) { return a.name == name; });
    if (azimuthal != azimuthals.end()) {
        // They are alike in all directions, and their scale grows as it must: only what does not project at all ends
        // the map early.
        const double radius_deg = radius_that_works(centre, azimuthal->farthest_deg, 8, any_stretch, project);
        return radius_deg > 0.0 ? Domain{Cap{centre, radius_deg}} : cap_by_trial(centre, project);
    }
    LonLatWindow largest = nothing;
    if (const Family* family = family_of(name)) {
        for (const double half_width_deg : family->half_widths_deg) {
            const auto window = window_that_works(centre.lon, half_width_deg, family->largest_stretch, project);
            largest = area(window) > area(largest) ? window : largest;
        }
    }
    constexpr double lowest_window_deg = 30.0;
    return largest.north - largest.south >= lowest_window_deg ? Domain{largest} : cap_by_trial(centre, project);
}

}  // namespace geodata::gdal
