#include "geodata/antimeridian.h"

#include "geodata/ring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace geodata {
namespace {

bool at_pole(LonLat p) {
    return std::abs(p.lat) >= 90.0;
}

bool on_antimeridian(LonLat p) {
    return std::abs(p.lon) == 180.0;
}

// Whether the step from b to c, which lies between a and d, is one round the Earth and not over the antimeridian.
bool goes_round(LonLat a, LonLat b, LonLat c, LonLat d) {
    if (at_pole(b) && at_pole(c)) {
        return true;
    }
    return on_antimeridian(a) && on_antimeridian(b) && on_antimeridian(c) && on_antimeridian(d) && b.lon == -c.lon &&
           a.lon == b.lon && c.lon == d.lon;
}

// How many turns to add from point i to its successor. The neighbours of the ends are found round the corner, where
// the point that closes a ring is not met twice.
int turns_after(const std::vector<LonLat>& points, std::size_t i) {
    const std::size_t n = points.size() > 1 && points.front() == points.back() ? points.size() - 1 : points.size();
    const LonLat b = points[i];
    const LonLat c = points[(i + 1) % n];
    const double step = c.lon - b.lon;
    if (std::abs(step) <= 180.0 || goes_round(points[(i + n - 1) % n], b, c, points[(i + 2) % n])) {
        return 0;
    }
    return -static_cast<int>(std::lround(step / 360.0));
}

LonLat turned(LonLat p, int turns) {
    return {p.lon + 360.0 * turns, p.lat};
}

std::vector<LonLat> opened(std::vector<LonLat> ring) {
    while (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    return ring;
}

struct Unrolled {
    std::vector<LonLat> points;  // longitudes go on past 180 in place of jumping
    int turns = 0;               // how often the ring goes round the Earth, eastwards positive
};

Unrolled unrolled(const std::vector<LonLat>& points) {
    Unrolled result;
    result.points.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        result.points.push_back(turned(points[i], result.turns));
        result.turns += turns_after(points, i);
    }
    return result;
}

// The point at longitude c between two points on different sides of it. Computed from west to east always, so that
// both neighbours of an edge get the same figure.
LonLat at_longitude(LonLat a, LonLat b, double c) {
    const auto& [west, east] = a.lon < b.lon ? std::pair(a, b) : std::pair(b, a);
    return {c, west.lat + (east.lat - west.lat) * (c - west.lon) / (east.lon - west.lon)};
}

// A ring that goes round the Earth starts anew where it crosses the antimeridian, and goes back along the pole: a seam
// anywhere else would be drawn as a border.
std::vector<LonLat> closed_over_pole(const Unrolled& ring, double pole_lat) {
    const std::vector<LonLat>& points = ring.points;
    const auto point = [&](std::size_t i) {
        return i < points.size() ? points[i] : turned(points.front(), ring.turns);
    };
    const double lowest = std::min(points.front().lon, point(points.size()).lon);
    const double cut = 360.0 * std::floor((lowest + 180.0) / 360.0) + 180.0;
    std::size_t i = 0;
    while (i + 1 < points.size() && (point(i).lon < cut) == (point(i + 1).lon < cut)) {
        ++i;
    }
    const LonLat start = at_longitude(point(i), point(i + 1), cut);
    const LonLat end = turned(start, ring.turns);
    std::vector<LonLat> closed{start};
    for (std::size_t k = i + 1; k < points.size(); ++k) {
        closed.push_back(points[k]);
    }
    for (std::size_t k = 0; k <= i; ++k) {
        closed.push_back(turned(points[k], ring.turns));
    }
    closed.insert(closed.end(), {end, {end.lon, pole_lat}, {start.lon, pole_lat}});
    return closed;
}

double mean_lat(const std::vector<LonLat>& points) {
    double sum = 0.0;
    for (const LonLat& p : points) {
        sum += p.lat;
    }
    return sum / static_cast<double>(points.size());
}

LonLatBox bounds_of(const std::vector<LonLat>& points) {
    LonLatBox box;
    for (const LonLat& p : points) {
        box.extend(p);
    }
    return box;
}

// Rings with longitudes that run on, holes beside their outer ring and not a turn away from it.
Polygon unrolled(const Polygon& polygon) {
    Polygon result;
    double pole_lat = 90.0;
    for (const Ring& ring : polygon.rings) {
        const std::vector<LonLat> points = opened(ring);
        if (points.size() < 3) {
            continue;
        }
        const bool outer = result.rings.empty();
        if (outer) {
            pole_lat = mean_lat(points) < 0.0 ? -90.0 : 90.0;
        }
        Unrolled next = unrolled(points);
        if (next.turns != 0) {
            next.points = closed_over_pole(next, pole_lat);
        }
        if (!outer) {
            const LonLatBox around = bounds_of(result.rings.front());
            const LonLatBox box = bounds_of(next.points);
            const double off = (around.west + around.east - box.west - box.east) / 2.0;
            for (LonLat& p : next.points) {
                p = turned(p, static_cast<int>(std::lround(off / 360.0)));
            }
        }
        result.rings.push_back(std::move(next.points));
    }
    return result;
}

// A stretch of a ring on one side of a cut; its first and last point lie on the cut.
using Chain = std::vector<LonLat>;

// Along the cut inside and outside take turns, from south to north: of the chains' ends, in that order, each odd one is
// joined with the one before it.
std::vector<Ring> rings_from_chains(const std::vector<Chain>& chains) {
    std::vector<std::size_t> ends(2 * chains.size());  // 2 i is the front of chain i, 2 i + 1 its back
    for (std::size_t i = 0; i < ends.size(); ++i) {
        ends[i] = i;
    }
    const auto lat = [&](std::size_t end) {
        return end % 2 == 0 ? chains[end / 2].front().lat : chains[end / 2].back().lat;
    };
    std::stable_sort(ends.begin(), ends.end(), [&](std::size_t a, std::size_t b) { return lat(a) < lat(b); });
    std::vector<std::size_t> partner(ends.size());
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
        partner[ends[i]] = ends[i + 1];
        partner[ends[i + 1]] = ends[i];
    }
    std::vector<Ring> rings;
    std::vector<bool> used(chains.size(), false);
    for (std::size_t first = 0; first < chains.size(); ++first) {
        Ring ring;
        for (std::size_t end = 2 * first; !used[end / 2]; end = partner[end ^ 1U]) {
            const Chain& chain = chains[end / 2];
            used[end / 2] = true;
            if (end % 2 == 0) {
                ring.insert(ring.end(), chain.begin(), chain.end());
            } else {
                ring.insert(ring.end(), chain.rbegin(), chain.rend());
            }
        }
        if (!ring.empty()) {
            rings.push_back(std::move(ring));
        }
    }
    return rings;
}

// What lies on one side of a cut, while it is put together.
struct Side {
    std::vector<Chain> chains;
    std::vector<Ring> whole;  // rings that the cut does not touch; the outer one first, if it is among them
    bool has_outer = false;
};

void cut_ring(const Ring& ring, double cut, bool outer, std::array<Side, 2>& sides) {
    const std::size_t n = ring.size();
    if (n == 0) {
        return;
    }
    const auto east = [&](std::size_t i) { return ring[i % n].lon >= cut; };
    std::size_t first = 0;  // the first point after a crossing
    while (first < n && east(first) == east(first + n - 1)) {
        ++first;
    }
    if (first == n) {
        Side& side = sides[east(0) ? 1 : 0];
        side.whole.push_back(ring);
        side.has_outer |= outer;
        return;
    }
    Chain chain{at_longitude(ring[(first + n - 1) % n], ring[first], cut)};
    for (std::size_t i = first; i < first + n; ++i) {
        chain.push_back(ring[i % n]);
        if (east(i) != east(i + 1)) {
            const LonLat crossing = at_longitude(ring[i % n], ring[(i + 1) % n], cut);
            chain.push_back(crossing);
            sides[east(i) ? 1 : 0].chains.push_back(std::move(chain));
            chain = {crossing};
        }
    }
}

std::vector<Polygon> polygons_from_side(Side side) {
    std::vector<Polygon> polygons;
    for (Ring& ring : rings_from_chains(side.chains)) {
        tidy(ring);
        if (ring.size() >= 4) {  // less is left where a corner only touches the cut
            polygons.push_back({{std::move(ring)}});
        }
    }
    for (std::size_t i = 0; i < side.whole.size(); ++i) {
        Ring& ring = side.whole[i];
        ring.push_back(ring.front());
        if ((i == 0 && side.has_outer) || polygons.empty()) {
            polygons.push_back({{std::move(ring)}});
            continue;
        }
        auto around = std::find_if(polygons.begin(), polygons.end(), [&](const Polygon& polygon) {
            return ring_contains(polygon.rings.front(), ring.front());
        });
        (around == polygons.end() ? polygons.front() : *around).rings.push_back(std::move(ring));
    }
    return polygons;
}

// The polygons west and east of a longitude.
std::array<std::vector<Polygon>, 2> cut_polygon(const Polygon& polygon, double cut) {
    std::array<Side, 2> sides;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        cut_ring(opened(polygon.rings[i]), cut, i == 0, sides);
    }
    return {polygons_from_side(std::move(sides[0])), polygons_from_side(std::move(sides[1]))};
}

void add_turned(std::vector<Polygon>& result, std::vector<Polygon> polygons, int turns) {
    for (Polygon& polygon : polygons) {
        for (Ring& ring : polygon.rings) {
            for (LonLat& p : ring) {
                p = turned(p, turns);
            }
        }
        result.push_back(std::move(polygon));
    }
}

// The numbers of the strips of 360 degrees, [-180, 180] being the 0th, that a stretch of longitudes touches.
std::pair<int, int> strips_of(const LonLatBox& box) {
    const int west = static_cast<int>(std::floor((box.west + 180.0) / 360.0));
    return {west, std::max(west, static_cast<int>(std::ceil((box.east - 180.0) / 360.0)))};
}

}  // namespace

bool crosses_antimeridian(const std::vector<LonLat>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        // The way back from the last point to the first is not a step: a closed ring has none, a line has not gone it.
        if (std::abs(points[i].lon) > 180.0 || (i + 1 < points.size() && turns_after(points, i) != 0)) {
            return true;
        }
    }
    return false;
}

std::vector<Polygon> cut_at_antimeridian(Polygon polygon) {
    if (std::none_of(polygon.rings.begin(), polygon.rings.end(),
                     [](const Ring& r) { return crosses_antimeridian(r); })) {
        return {std::move(polygon)};
    }
    Polygon whole = unrolled(polygon);
    if (whole.rings.empty()) {
        return {};
    }
    const auto [first, last] = strips_of(bounds_of(whole.rings.front()));
    std::vector<Polygon> result;
    std::vector<Polygon> rest{std::move(whole)};
    for (int strip = first; strip < last; ++strip) {
        std::vector<Polygon> further;
        for (const Polygon& part : rest) {
            auto [west, east] = cut_polygon(part, 180.0 + 360.0 * strip);
            add_turned(result, std::move(west), -strip);
            further.insert(further.end(), east.begin(), east.end());
        }
        rest = std::move(further);
    }
    for (Polygon& part : rest) {
        for (Ring& ring : part.rings) {
            tidy(ring);
        }
    }
    add_turned(result, std::move(rest), -last);
    return result;
}

std::vector<std::vector<LonLat>> cut_line_at_antimeridian(std::vector<LonLat> line) {
    if (!crosses_antimeridian(line)) {
        return {std::move(line)};
    }
    std::vector<std::vector<LonLat>> parts;
    int turns = 0;
    int strip = 0;
    LonLat previous;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const LonLat p = turned(line[i], turns);
        if (i == 0) {
            parts.emplace_back();
            strip = strips_of(bounds_of({p})).first;
        }
        // A point on the cut itself belongs to the strip that the line is in.
        while (i > 0 && p.lon > 180.0 + 360.0 * strip) {
            const LonLat crossing = at_longitude(previous, p, 180.0 + 360.0 * strip);
            parts.back().push_back(turned(crossing, -strip));
            ++strip;
            parts.push_back({turned(crossing, -strip)});
        }
        while (i > 0 && p.lon < -180.0 + 360.0 * strip) {
            const LonLat crossing = at_longitude(previous, p, -180.0 + 360.0 * strip);
            parts.back().push_back(turned(crossing, -strip));
            --strip;
            parts.push_back({turned(crossing, -strip)});
        }
        parts.back().push_back(turned(p, -strip));
        previous = p;
        turns += turns_after(line, i);
    }
    return parts;
}

}  // namespace geodata
