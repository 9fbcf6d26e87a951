// The clipping half of geodata/domain.h.
#include "geodata/cap_frame.h"
#include "geodata/domain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace geodata {

namespace {

using Points = std::vector<LonLat>;

// --- windows: cut along meridians and parallels, in the plane of degrees ---

/// One side of a window: what lies on the far side of it goes.
struct Side {
    double LonLat::*axis = &LonLat::lon;
    double at = 0.0;
    double sign = 1.0;  // +1: smaller values go

    [[nodiscard]] bool holds(LonLat p) const { return sign * (p.*axis - at) >= 0.0; }
    /// Where an edge with its ends on both sides crosses; the same for both directions of the edge.
    [[nodiscard]] LonLat crossing(LonLat inside, LonLat outside) const {
        double LonLat::*const other = axis == &LonLat::lon ? &LonLat::lat : &LonLat::lon;
        const double t = (at - inside.*axis) / (outside.*axis - inside.*axis);
        LonLat p;
        p.*axis = at;
        p.*other = inside.*other + (outside.*other - inside.*other) * t;
        return p;
    }
};

/// A window's part within [-180, 180]: four sides.
using Sides = std::array<Side, 4>;

/// A window that reaches over the antimeridian has a part on either side of it.
std::vector<Sides> parts_of(const LonLatWindow& window) {
    std::vector<Sides> parts;
    for (const double turn : {-360.0, 0.0, 360.0}) {
        const double west = std::max(-180.0, window.middle_lon - window.half_width_deg + turn);
        const double east = std::min(180.0, window.middle_lon + window.half_width_deg + turn);
        if (west < east) {
            parts.push_back({{{&LonLat::lon, west, 1.0},
                              {&LonLat::lon, east, -1.0},
                              {&LonLat::lat, window.south, 1.0},
                              {&LonLat::lat, window.north, -1.0}}});
        }
    }
    return parts;
}

/// Sutherland and Hodgman's way (Reentrant polygon clipping, 1974): bridges run along the side.
Ring cut(const Ring& ring, const Side& side) {
    Ring out;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[i + 1];
        if (side.holds(a) != side.holds(b)) {
            out.push_back(side.holds(a) ? side.crossing(a, b) : side.crossing(b, a));
        }
        if (side.holds(b)) {
            out.push_back(b);
        }
    }
    if (!out.empty()) {
        out.push_back(out.front());
    }
    return out;
}

Ring cut(Ring ring, const Sides& sides) {
    for (const Side& side : sides) {
        if (!std::all_of(ring.begin(), ring.end(), [&](LonLat p) { return side.holds(p); })) {
            ring = cut(ring, side);
        }
    }
    return ring.size() >= 4 ? ring : Ring{};
}

/// The stretch of an edge within the sides.
std::optional<std::pair<LonLat, LonLat>> cut(LonLat a, LonLat b, const Sides& sides) {
    for (const Side& side : sides) {
        if (!side.holds(a) && !side.holds(b)) {
            return std::nullopt;
        }
        if (!side.holds(a)) {
            a = side.crossing(b, a);
        } else if (!side.holds(b)) {
            b = side.crossing(a, b);
        }
    }
    return std::pair{a, b};
}

/// Adds an edge to the last part where it goes on from there, and begins a new one where it does not.
void append_edge(std::vector<Points>& parts, std::size_t first_part, LonLat a, LonLat b) {
    if (parts.size() == first_part || parts.back().back() != a) {
        parts.push_back({a});
    }
    if (a != b) {
        parts.back().push_back(b);
    }
}

std::vector<Polygon> clip_to_window(const Polygon& polygon, const LonLatWindow& window) {
    std::vector<Polygon> out;
    for (const Sides& sides : parts_of(window)) {
        Polygon part;
        for (const Ring& ring : polygon.rings) {
            Ring inside = cut(ring, sides);
            if (!inside.empty()) {
                part.rings.push_back(densify(inside));
            } else if (part.rings.empty()) {
                break;  // without its outer ring there is nothing
            }
        }
        if (!part.rings.empty()) {
            out.push_back(std::move(part));
        }
    }
    return out;
}

std::vector<Points> clip_to_window(const Points& line, const LonLatWindow& window) {
    std::vector<Points> out;
    for (const Sides& sides : parts_of(window)) {
        const std::size_t first = out.size();
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            if (const auto edge = cut(line[i], line[i + 1], sides)) {
                append_edge(out, first, edge->first, edge->second);
            }
        }
    }
    std::erase_if(out, [](const Points& part) { return part.size() < 2; });
    std::transform(out.begin(), out.end(), out.begin(), [](const Points& part) { return densify(part); });
    return out;
}

// --- caps: what lies outside is drawn in to the edge, each point along its own direction ---

double turn_between(double from_deg, double to_deg) {
    return std::remainder(to_deg - from_deg, 360.0);
}

/// A few millimetres beside a place, away from the pole. The middle of a cap may lie at a pole or on a border that
/// runs along a parallel, neither inside nor out; beside it that is settled.
LonLat beside(LonLat at) {
    constexpr double hair_deg = 4e-8;
    const double lon = at.lon + hair_deg;
    return {lon > 180.0 ? lon - 360.0 : lon, at.lat > 0.0 ? at.lat - hair_deg : at.lat + hair_deg};
}

/// A ring or a line as seen from the middle of a cap.
class CapClip {
public:
    CapClip(const Points& points, const Cap& cap)
        : middle_{beside(cap.centre)}, frame_{middle_}, radius_{cap.radius_deg} {
        // At a pole the direction is not known; a hand's breadth beside it, it is.
        constexpr double nearly_pole = 90.0 - 1e-6;
        points_.reserve(points.size());
        for (LonLat p : densify(points)) {
            p.lat = std::clamp(p.lat, -nearly_pole, nearly_pole);
            points_.push_back(p);
            seen_.push_back(frame_.bearing(p));
        }
    }

    /// The ring drawn in, or nothing where all of it lies outside.
    [[nodiscard]] Ring ring() const {
        const std::size_t edges = points_.size() - 1;
        std::size_t start = 0;
        while (start < edges && !inside(start)) {
            ++start;
        }
        if (start == edges) {
            return {};
        }
        Ring out{points_[start]};
        double from = 0.0;    // where the ring left the cap
        double turned = 0.0;  // and how far it has gone round since
        for (std::size_t k = 0; k < edges; ++k) {
            const std::size_t i = (start + k) % edges;
            const std::size_t next = (i + 1) % edges;
            if (inside(i) && inside(next)) {
                out.push_back(points_[next]);
            } else if (inside(i)) {
                from = crossing(i, next);
                turned = turn_between(from, seen_[next].azimuth_deg);
                out.push_back(on_edge(from));
            } else if (inside(next)) {
                const double to = crossing(next, i);
                append_arc(out, from, turned + turn_between(seen_[i].azimuth_deg, to));
                out.push_back(on_edge(to));
                out.push_back(points_[next]);
            } else {
                turned += turn_between(seen_[i].azimuth_deg, seen_[next].azimuth_deg);
            }
        }
        return out;
    }

    /// Whether the ring as seen from the middle of the cap goes round it.
    [[nodiscard]] bool goes_round_middle() const {
        double turned = 0.0;
        for (std::size_t i = 0; i + 1 < seen_.size(); ++i) {
            turned += turn_between(seen_[i].azimuth_deg, seen_[i + 1].azimuth_deg);
        }
        return std::lround(turned / 360.0) % 2 != 0;
    }

    /// Whether the middle of the cap lies within the ring in the plane of degrees, by the even-odd rule.
    [[nodiscard]] bool encloses_middle() const {
        bool inside = false;
        for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
            const LonLat a = points_[i];
            const LonLat b = points_[i + 1];
            const bool across = (a.lat > middle_.lat) != (b.lat > middle_.lat);
            inside = across && middle_.lon < a.lon + (middle_.lat - a.lat) * (b.lon - a.lon) / (b.lat - a.lat) ? !inside
                                                                                                               : inside;
        }
        return inside;
    }

    [[nodiscard]] std::vector<Points> lines() const {
        std::vector<Points> out;
        for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
            if (inside(i) || inside(i + 1)) {
                append_edge(out, 0, inside(i) ? points_[i] : on_edge(crossing(i + 1, i)),
                            inside(i + 1) ? points_[i + 1] : on_edge(crossing(i, i + 1)));
            }
        }
        std::erase_if(out, [](const Points& part) { return part.size() < 2; });
        return out;
    }

private:
    [[nodiscard]] bool inside(std::size_t i) const { return seen_[i].distance_deg <= radius_; }
    [[nodiscard]] LonLat on_edge(double azimuth_deg) const { return frame_.at({radius_, azimuth_deg}); }
    /// In which direction the edge from a point inside to one outside leaves the cap.
    [[nodiscard]] double crossing(std::size_t in, std::size_t out) const {
        const double t = (radius_ - seen_[in].distance_deg) / (seen_[out].distance_deg - seen_[in].distance_deg);
        const LonLat a = points_[in];
        const LonLat b = points_[out];
        return frame_.bearing({a.lon + (b.lon - a.lon) * t, a.lat + (b.lat - a.lat) * t}).azimuth_deg;
    }
    /// Points at whole multiples of the step, so that arcs that overlap share them.
    void append_arc(Ring& out, double from, double turned) const {
        const double sign = turned > 0.0 ? 1.0 : -1.0;
        const double end = sign * (from + turned) / dense_step_deg;
        for (double k = std::floor(sign * from / dense_step_deg) + 1.0; k < end; k += 1.0) {
            out.push_back(on_edge(sign * k * dense_step_deg));
        }
    }

    LonLat middle_;
    CapFrame frame_;
    double radius_;
    Points points_;
    std::vector<Bearing> seen_;
};

std::vector<Polygon> clip_to_cap(const Polygon& polygon, const Cap& cap) {
    Polygon out;
    // What a ring encloses may be on the side of the antipode: drawn in, it then encloses the wrong part of the cap,
    // and the cap's own edge turns inside and outside round.
    bool inside_out = false;
    for (const Ring& ring : polygon.rings) {
        const CapClip clipped{ring, cap};
        Ring inside = clipped.ring();
        const bool drawn = !inside.empty() && clipped.goes_round_middle();
        inside_out = drawn != clipped.encloses_middle() ? !inside_out : inside_out;
        if (!inside.empty()) {
            out.rings.push_back(std::move(inside));
        }
    }
    if (inside_out) {
        out.rings.insert(out.rings.begin(), edge_of(cap));
    }
    return out.rings.empty() ? std::vector<Polygon>{} : std::vector<Polygon>{std::move(out)};
}

}  // namespace

std::vector<Polygon> clip(const Polygon& polygon, const Domain& domain) {
    const auto* window = std::get_if<LonLatWindow>(&domain);
    return window != nullptr ? clip_to_window(polygon, *window) : clip_to_cap(polygon, std::get<Cap>(domain));
}

std::vector<std::vector<LonLat>> clip(const std::vector<LonLat>& line, const Domain& domain) {
    const auto* window = std::get_if<LonLatWindow>(&domain);
    if (line.size() < 2) {
        return {};
    }
    return window != nullptr ? clip_to_window(line, *window) : CapClip{line, std::get<Cap>(domain)}.lines();
}

}  // namespace geodata
