// Bundles to ribbons: one line for each pair, wide and bright by its weight, with a head where more goes one way than
// the other; the pair under the pointer and the selected one split into their kinds. Pure.
#pragma once

#include "app/scene/bundle_layout.h"
#include "app/scene/pack_links.h"
#include "app/scene/palette.h"
#include "render/layers/link_batch.h"

#include <vector>

namespace app {

/// How a bundle stands out or steps back: the one under the pointer before the selection's.
[[nodiscard]] Emphasis emphasis_of(const AppState& state, const Bundle& bundle);

/// One kind's ribbon of a split bundle.
struct Strand {
    events::KindId kind{};
    render::Path path;
    std::vector<float> half_widths;  ///< one for each point of the path
};
/// The bundle's kinds side by side, the most frequent one outside, 20 points wide in all, gathered to three tenths at
/// both ends. Each is as wide as its part of the weight.
[[nodiscard]] std::vector<Strand> strands_of(const BundleLayout& layout);

/// The hue that a bundle is drawn in: of the kind that has more than half of its weight, else that of bundles.
[[nodiscard]] render::Rgba hue_of(const Bundle& bundle, const KindColors& colors, const render::Theme& theme);

/// More than this share of a bundle's weight goes one way rather than the other: it is drawn so.
inline constexpr float least_lean = 0.1F;

/// The shape of a bundle: its path and, for each point of it, its half width.
struct BundleShape {
    render::Path path;
    std::vector<float> half_widths;
};
/// Slightly waisted where as much goes one way as the other. Else it grows towards where more goes, down to 0.4 of its
/// width at its beginning where all goes one way, and has a head behind its middle, if it is 48 points long.
[[nodiscard]] BundleShape shape_of(const BundleLayout& layout);

void pack_bundles(const BundleScene& scene, const AppState& state, const World& world, render::LinkBatch& out);

}  // namespace app
