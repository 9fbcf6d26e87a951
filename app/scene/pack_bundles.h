// Bundles to ribbons: one line for each pair, wide and bright as it has many events; the pair under the pointer and the
// selected one split into their kinds. Pure.
#pragma once

#include "app/scene/bundle_layout.h"
#include "app/scene/pack_links.h"
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
/// both ends. Each is as wide as its share.
[[nodiscard]] std::vector<Strand> strands_of(const BundleLayout& layout);

/// The hue that a bundle is drawn in: of the kind that more than half of its events have, else that of bundles.
[[nodiscard]] render::Rgba hue_of(const Bundle& bundle, const AppState& state, const World& world);

void pack_bundles(const BundleScene& scene, const AppState& state, const World& world, render::LinkBatch& out);

}  // namespace app
