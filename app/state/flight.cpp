#include "app/state/flight.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double rho = 1.4;  // how far flights rise; the paper's readers liked 1.42 best
constexpr double path_per_s = 2.8;
constexpr double shortest_s = 0.5;
constexpr double longest_s = 1.4;
constexpr double glide_s = 0.3;
/// Below this part of the width that is seen a way is no way: the formulas divide by it.
constexpr double no_distance = 1e-6;

double smootherstep(double t) {
    return t * t * t * (t * (t * 6.0 - 15.0) + 10.0);
}

double ease_out(double t) {
    return 1.0 - (1.0 - t) * (1.0 - t);
}

double width_m(const render::Camera& camera) {
    return camera.metres_per_pt * static_cast<double>(std::max(1.0F, camera.size.width));
}

double apart_m(const render::Camera& a, const render::Camera& b) {
    return std::hypot(b.center.x - a.center.x, b.center.y - a.center.y);
}

/// The view a part of the way along the straight line between the middles.
render::Camera between(const Flight& flight, double part, double metres_per_pt) {
    render::Camera camera = flight.to;
    camera.center = {flight.from.center.x + (flight.to.center.x - flight.from.center.x) * part,
                     flight.from.center.y + (flight.to.center.y - flight.from.center.y) * part};
    camera.metres_per_pt = metres_per_pt;
    return camera;
}

render::Camera on_arc(const Flight& flight, double t) {
    // Scale and not width is what changes: both ends are seen in the window as it is now.
    render::Camera from = flight.from;
    from.size = flight.to.size;
    const double distance = apart_m(from, flight.to);
    const ZoomPath path{width_m(from), width_m(flight.to), distance};
    const ZoomPath::At at = path.at(path.length() * smootherstep(t));
    const double part = distance > 0.0 ? at.u / distance : t;
    return between(flight, part, at.w / static_cast<double>(std::max(1.0F, flight.to.size.width)));
}

render::Camera on_line(const Flight& flight, double t) {
    const double eased = ease_out(t);
    const double from = flight.from.metres_per_pt;
    const double to = flight.to.metres_per_pt;
    const double scale = from * std::pow(to / from, eased);
    // Where the scale changes the middle keeps step with it, so that the point that stays, stays all the way.
    const double part = std::abs(to - from) > no_distance * from ? (scale - from) / (to - from) : eased;
    return between(flight, part, scale);
}

}  // namespace

ZoomPath::ZoomPath(double w0, double w1, double distance) : w0_{w0}, w1_{w1}, distance_{distance} {
    in_place_ = distance <= no_distance * std::min(w0, w1);
    if (in_place_) {
        length_ = std::abs(std::log(w1 / w0)) / rho;
        return;
    }
    const double rho2 = rho * rho;
    const double rise = rho2 * rho2 * distance * distance;
    const double b0 = (w1 * w1 - w0 * w0 + rise) / (2.0 * w0 * rho2 * distance);
    const double b1 = (w1 * w1 - w0 * w0 - rise) / (2.0 * w1 * rho2 * distance);
    // The paper's ln(-b + sqrt(b^2 + 1)), which loses all its digits for large b.
    r0_ = -std::asinh(b0);
    length_ = (-std::asinh(b1) - r0_) / rho;
}

ZoomPath::At ZoomPath::at(double s) const {
    if (in_place_) {
        const double part = length_ > 0.0 ? s / length_ : 1.0;
        return {w0_ * std::pow(w1_ / w0_, part), distance_ * part};
    }
    const double r = rho * s + r0_;
    return {w0_ * std::cosh(r0_) / std::cosh(r), w0_ / (rho * rho) * (std::cosh(r0_) * std::tanh(r) - std::sinh(r0_))};
}

double ZoomPath::widest() const {
    const bool rises = !in_place_ && r0_ < 0.0 && rho * length_ + r0_ > 0.0;
    return rises ? w0_ * std::cosh(r0_) : std::max(w0_, w1_);
}

Flight arc_flight(const render::Camera& from, const render::Camera& to) {
    const ZoomPath path{width_m(from), width_m(to), apart_m(from, to)};
    return {Flight::Way::Arc, from, to, std::clamp(path.length() / path_per_s, shortest_s, longest_s), 0.0};
}

Flight straight_flight(const render::Camera& from, const render::Camera& to) {
    return {Flight::Way::Straight, from, to, glide_s, 0.0};
}

render::Camera camera_of(const Flight& flight) {
    const double t = flight.elapsed_s / flight.duration_s;
    if (t >= 1.0) {
        return flight.to;
    }
    if (t <= 0.0) {
        render::Camera camera = flight.from;
        camera.size = flight.to.size;
        return camera;
    }
    return flight.way == Flight::Way::Arc ? on_arc(flight, t) : on_line(flight, t);
}

}  // namespace app
