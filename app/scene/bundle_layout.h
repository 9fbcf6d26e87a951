// Where bundles run on screen: one layout for drawing and for picking.
#pragma once

#include "app/scene/bundles.h"
#include "render/camera.h"
#include "render/curve.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace app {

/// One bundle on screen, in points.
struct BundleLayout {
    Bundle bundle;
    render::Path path;      ///< from its left end to its right one, bowed upwards; empty for a place
    render::ScreenPt at;    ///< a place's; the middle of a curve
    float strength = 0.0F;  ///< its weight's share of `BundleScene::most`, 0 to 1
    float width_pt = 0.0F;  ///< 1.5 to 8, with the root of its strength
    float lean = 0.0F;      ///< by what share of its weight more goes along the path than back, -1 to 1
};

/// Where bundles end.
struct BundleNode {
    std::string code;
    render::ScreenPt at;
    std::uint32_t count = 0;  ///< events that end there
};

struct BundleScene {
    std::vector<BundleLayout> bundles;  ///< in drawing order: narrow ones first. Those that the screen shows nothing of
                                        ///< are left out
    std::vector<BundleNode> nodes;
    double most = 0.0;     ///< weight of the widest line: the largest there is, rounded up (rounded_up), so that widths
                           ///< rest while time runs; 0 where none has any
    std::string currency;  ///< what weights are sums of; empty: they are numbers of events
    std::size_t pairs = 0;  ///< how many there are, whether the screen shows them or not
};

/// `currency` is that whose sums make the widths; empty: the numbers of events do.
[[nodiscard]] BundleScene layout_bundles(std::vector<Bundle> bundles, const World& world, const render::Camera& camera,
                                         const std::string& currency = {});

/// Which of the visible events are drawn one by one, and which as bundles.
struct Division {
    std::vector<events::EventIndex> singly;  ///< in order of start
    BundleScene bundles;
};

/// With BundleMode::Off every event is drawn by itself, and in Auto where there are no more than can be read. That is
/// so as well where no more than that have anything to show on screen, as when the map has come near; the others are
/// left out then. Else pairs are
/// bundled. Some events still stand by themselves and count in no bundle: the selected one and those whose
/// organisations somebody has opened; those with three ends or more, or with members that stand for an organisation
/// (BundledEvents::hubs); and those of the selected pair, if they are few enough to be opened.
[[nodiscard]] Division divided(std::span<const events::EventIndex> visible, const AppState& state, const World& world,
                               EndTable& table);

/// 1.5 points for nothing, 8 for all, with the root between: areas are compared, not lengths.
[[nodiscard]] float bundle_width_pt(float strength);

/// The next of 1, 2, 3, 4, 5, 6, 8, 10, 20, 30, ... that is not below `weight`; 0 for nothing.
[[nodiscard]] double rounded_up(double weight);

/// Indices into `scene.bundles` of what lies under a point, nearest first: lines within `reach_pt` of their edge, and
/// places.
[[nodiscard]] std::vector<std::size_t> bundles_at(const BundleScene& scene, render::ScreenPt at, float reach_pt);

/// How large the point at an end is.
[[nodiscard]] float node_radius_pt(std::uint32_t count);

}  // namespace app
