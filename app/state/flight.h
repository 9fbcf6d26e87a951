// A camera on its way: flights that rise and come down again, and short glides.
//
// The path of a flight is that of van Wijk and Nuij, Smooth and efficient zooming and panning (IEEE InfoVis 2003): of
// all ways from one view to another the one along which the picture moves the least, which shows both ends from above
// in the middle of a long way. With w the width that is seen, in metres, and u the distance gone, both as functions of
// the length s of the path:
//
//   w ^      ,-------.
//     |   ,-'         `-.          u(s) = w0/rho^2 (cosh r0 tanh(rho s + r0) - sinh r0)
//     | ,'               `.        w(s) = w0 cosh r0 / cosh(rho s + r0)
//     |/                   `
//     +---------------------> u
#pragma once

#include "render/camera.h"

#include <cstdint>

namespace app {

/// A camera between two places at one moment.
struct Flight {
    /// Arc: van Wijk and Nuij's path, slow at both ends. Straight: a short glide that begins at once and comes to
    /// rest; while it zooms one point of the screen stays where it is, if `from` and `to` have it at the same place.
    enum class Way : std::uint8_t { Arc, Straight };
    Way way = Way::Arc;
    render::Camera from;
    render::Camera to;
    double duration_s = 0.8;
    double elapsed_s = 0.0;
    friend bool operator==(const Flight&, const Flight&) = default;
};

/// A flight along the path. It takes 0.5 to 1.4 s by the length of the path, not by the distance alone.
[[nodiscard]] Flight arc_flight(const render::Camera& from, const render::Camera& to);
/// A glide of 0.3 s. Begun again and again it goes on evenly: it does not start slowly.
[[nodiscard]] Flight straight_flight(const render::Camera& from, const render::Camera& to);

/// The camera at `elapsed_s`: exactly `from` at 0 and exactly `to` from the end on. The size is that of `to`.
[[nodiscard]] render::Camera camera_of(const Flight& flight);

/// The path between two views by itself, for a width and a distance in any one unit.
class ZoomPath {
public:
    /// w0, w1 > 0: width of what is seen at both ends; distance >= 0 between their middles.
    ZoomPath(double w0, double w1, double distance);
    /// S: how much the eye sees move, about one for each screen's width of panning.
    [[nodiscard]] double length() const { return length_; }
    struct At {
        double w = 0.0;  ///< width of what is seen
        double u = 0.0;  ///< distance gone
    };
    /// s from 0 to length().
    [[nodiscard]] At at(double s) const;
    /// The greatest width on the way: that of the top of the arc, or of the wider end where that lies outside.
    [[nodiscard]] double widest() const;

private:
    double w0_;
    double w1_;
    double distance_;
    double r0_ = 0.0;
    double length_ = 0.0;
    bool in_place_ = false;  // no way to go, only to zoom
};

}  // namespace app
